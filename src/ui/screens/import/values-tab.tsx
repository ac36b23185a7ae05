/** The different values of one column with how many rows say so, each put right in all of them at once. */
import { Button, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { valueKey } from '../../../contract/cell-text.ts';
import { type FixableField, fixableFields } from '../../../contract/import-edit-routes.ts';
import type { Batch } from '../../../contract/import-routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useJob, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatCount } from '../../words/format.ts';
import { fieldLabel } from '../../words/import-words.ts';
import { listedText, typedText } from './cell-words.ts';
import { SameValuesBar } from './same-values-bar.tsx';
import type { FixedCell } from './value-cell.tsx';

const pageSize = 100;
/** Columns whose values repeat; the others name one person each. */
const listed = fixableFields.filter(
  (field) => !['name', 'nik', 'kpj', 'phone', 'decree', 'note', 'address'].includes(field),
);

export function ValuesTab({ batch }: { readonly batch: Batch }) {
  const [field, setField] = useState<FixableField>('unit');
  const [starts, setStarts] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState<FixedCell | null>(null);
  const { readOnly } = useOpenStore();
  const canEdit = batch.state === 'staged' && !readOnly;
  const after = starts.at(-1);
  const values = useRoute(
    'import.values',
    { batchId: batch.id, field, limit: pageSize, ...(after === undefined ? {} : { after }) },
    { keep: true },
  );
  return (
    <>
      <Group mb="xs" justify="space-between">
        <NativeSelect
          aria-label="Kolom"
          value={field}
          onChange={(event) => {
            setField(listed.find((one) => one === event.currentTarget.value) ?? 'unit');
            setStarts([]);
            setOpen(null);
            setDone(null);
          }}
          data={listed.map((one) => ({ value: one, label: columnName(one, batch) }))}
        />
        {values.data === undefined ? null : (
          <Pager
            page={starts.length}
            pageSize={pageSize}
            shown={values.data.values.length}
            total={values.data.total}
            onPrevious={() => setStarts((before) => before.slice(0, -1))}
            onNext={() => {
              const last = values.data.values.at(-1);
              if (last !== undefined) setStarts((before) => [...before, last.value]);
            }}
          />
        )}
      </Group>
      {done === null ? null : (
        <SameValuesBar batchId={batch.id} offer={done} onDone={() => setDone(null)} />
      )}
      <Answer query={values} skeletonRows={10}>
        {(data) => (
          <ScrollRegion label="Nilai kolom">
            <Table stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Nilai</Table.Th>
                  <Table.Th w={110} ta="right">
                    Baris
                  </Table.Th>
                  <Table.Th w={480} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.values.map(({ value, rows }) => (
                  <Table.Tr key={value}>
                    <Table.Td>{listedText(valueKey(field), value)}</Table.Td>
                    <Table.Td ta="right">{formatCount(rows)}</Table.Td>
                    <Table.Td>
                      {canEdit && open === value ? (
                        <ReplaceForm
                          batchId={batch.id}
                          field={field}
                          value={value}
                          rows={rows}
                          onClose={() => setOpen(null)}
                        />
                      ) : null}
                      {canEdit && open !== value ? (
                        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(value)}>
                          Ganti
                        </Button>
                      ) : null}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {data.values.length === 0 ? <Text p="md">Tidak ada nilai.</Text> : null}
          </ScrollRegion>
        )}
      </Answer>
    </>
  );
}

function columnName(field: FixableField, batch: Batch): string {
  return field === 'unit' && batch.kind !== 'non-asn' ? 'Wilayah' : fieldLabel(field);
}

interface ReplaceFormProps {
  readonly batchId: number;
  readonly field: FixableField;
  readonly value: string;
  readonly rows: number;
  readonly onClose: () => void;
}

function ReplaceForm({ batchId, field, value, rows, onClose }: ReplaceFormProps) {
  const before = typedText(valueKey(field), value);
  const [to, setTo] = useState(before);
  const fixAll = useJob('import.fixAll');
  if (fixAll.running) {
    return (
      <JobProgressNote
        title="Mengganti nilai"
        progress={fixAll.progress}
        onCancel={fixAll.cancel}
      />
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (to.trim() === before) return;
        void fixAll.run({ batchId, field, from: value, to }).then((done) => {
          if (done !== null) onClose();
        });
      }}
    >
      {fixAll.error === null ? null : <ErrorNote error={fixAll.error} />}
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          w={220}
          aria-label={`Pengganti ${listedText(valueKey(field), value)}`}
          autoFocus={true}
          maxLength={300}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        />
        <Button size="xs" type="submit" disabled={to.trim() === before}>
          Terapkan ke {formatCount(rows)} baris
        </Button>
      </Group>
    </form>
  );
}
