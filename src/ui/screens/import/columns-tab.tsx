/** How each column was understood, and the way to say otherwise. */
import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Batch, MappedColumn, SheetPlan } from '../../../contract/import-routes.ts';
import { places } from '../../app/places.ts';
import { useCommand, useJob, useRoute } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { maskNik } from '../../parts/mask-nik.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatCount } from '../../words/format.ts';
import { decisionText, fieldLabel, mappedByLabels } from '../../words/import-words.ts';
import { usePickedFiles } from './picked-files.tsx';

type Overrides = Readonly<Record<string, string | null>>;

/** Changes are collected, then the file is read anew with all of them. */
export function ColumnsTab({ batch }: { readonly batch: Batch }) {
  const [overrides, setOverrides] = useState<Overrides>({});
  const fields = useRoute('import.fields', { kind: batch.kind });
  const file = usePickedFiles().fileOf(batch.id);
  const editable = batch.state === 'staged' && file !== null;
  const options = [
    { value: '', label: 'Tidak dipakai' },
    ...(fields.data ?? []).map(({ field, required }) => ({
      value: field,
      label: required ? `${fieldLabel(field)} (wajib)` : fieldLabel(field),
    })),
  ];

  return (
    <>
      <RestageBar batch={batch} file={file} overrides={overrides} />
      <ScrollRegion label="Kolom berkas">
        <Stack gap="lg" p="sm">
          {batch.sheets.map((sheet) => (
            <SheetColumns
              key={sheet.index}
              sheet={sheet}
              options={options}
              overrides={overrides}
              onChange={
                editable
                  ? (header, field) => setOverrides((before) => ({ ...before, [header]: field }))
                  : null
              }
            />
          ))}
        </Stack>
      </ScrollRegion>
    </>
  );
}

interface RestageBarProps {
  readonly batch: Batch;
  readonly file: string | null;
  readonly overrides: Overrides;
}

function RestageBar({ batch, file, overrides }: RestageBarProps) {
  const stage = useJob('import.stage');
  const discard = useCommand('import.discard');
  const picked = usePickedFiles();
  const [, navigate] = useLocation();
  const changes = Object.keys(overrides).length;
  if (batch.state !== 'staged') return null;
  if (file === null) {
    return (
      <Text size="sm" c="dimmed" mb="xs">
        Untuk mengubah kolom, batalkan rencana ini dan pilih kembali berkasnya.
      </Text>
    );
  }

  async function restage(from: string) {
    const next = await stage.run({
      file: from,
      kind: batch.kind,
      mapping: { ...overrides },
      again: true,
    });
    if (next === null) return;
    picked.staged(from, next.id);
    if (next.id !== batch.id) {
      // The old plan is superseded; if it is already gone, nothing is lost.
      await discard.mutateAsync({ batchId: batch.id }).catch(() => undefined);
    }
    navigate(places.batch(next.id));
  }

  if (stage.running) {
    return (
      <JobProgressNote
        title="Membaca ulang berkas"
        progress={stage.progress}
        onCancel={stage.cancel}
      />
    );
  }
  return (
    <Stack gap="xs" mb="xs">
      {stage.error === null ? null : <ErrorNote error={stage.error} />}
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {changes === 0
            ? 'Ubah arti kolom bila ada yang keliru; berkas lalu dibaca ulang.'
            : `${formatCount(changes)} kolom diubah.`}
        </Text>
        <Button disabled={changes === 0} onClick={() => void restage(file)}>
          Baca ulang dengan kolom ini
        </Button>
      </Group>
    </Stack>
  );
}

interface SheetColumnsProps {
  readonly sheet: SheetPlan;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly overrides: Overrides;
  /** `null` when the plan can no longer be changed. */
  readonly onChange: ((header: string, field: string | null) => void) | null;
}

function SheetColumns({ sheet, options, overrides, onChange }: SheetColumnsProps) {
  const heading = `Lembar ${sheet.name}`;
  return (
    <section aria-label={heading}>
      <Group gap="sm" mb={4} align="baseline">
        <Text fw={600}>{heading}</Text>
        <Text size="sm" c="dimmed">
          {sheetRemark(sheet)}
        </Text>
      </Group>
      {sheet.decisions.map((one) => (
        <Text key={`${one.field} ${one.decision}`} size="sm" mb={2}>
          {fieldLabel(one.field)}: {decisionText(one.decision, one.params)}
        </Text>
      ))}
      {sheet.columns.length === 0 ? null : (
        <Table layout="fixed" mt={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="26%">Judul di berkas</Table.Th>
              <Table.Th w={250}>Dibaca sebagai</Table.Th>
              <Table.Th w={165}>Dasar</Table.Th>
              <Table.Th>Contoh isi</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sheet.columns.map((column) => (
              <ColumnLine
                key={column.index}
                column={column}
                options={options}
                field={
                  Object.hasOwn(overrides, column.header)
                    ? (overrides[column.header] ?? null)
                    : column.field
                }
                changed={Object.hasOwn(overrides, column.header)}
                onChange={onChange}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

interface ColumnLineProps {
  readonly column: MappedColumn;
  readonly options: SheetColumnsProps['options'];
  readonly field: string | null;
  readonly changed: boolean;
  readonly onChange: SheetColumnsProps['onChange'];
}

function ColumnLine({ column, options, field, changed, onChange }: ColumnLineProps) {
  return (
    <Table.Tr>
      <Table.Td>{column.header}</Table.Td>
      <Table.Td>
        {onChange === null ? (
          <Text span size="sm" {...(field === null ? { c: 'dimmed' } : {})}>
            {field === null ? 'Tidak dipakai' : fieldLabel(field)}
          </Text>
        ) : (
          <NativeSelect
            aria-label={`Arti kolom ${column.header}`}
            value={field ?? ''}
            data={[...options]}
            onChange={(event) => onChange(column.header, event.currentTarget.value || null)}
          />
        )}
      </Table.Td>
      <Table.Td>
        <Text span size="sm" c="dimmed">
          {changed ? mappedByLabels.user : mappedByLabels[column.by]}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text span size="sm" c="dimmed" truncate="end" display="block">
          {column.samples.map(maskNik).join(' · ')}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

function sheetRemark(sheet: SheetPlan): string {
  if (!sheet.used) return sheet.hidden ? 'tersembunyi, tidak dibaca' : 'tidak dibaca';
  const header =
    sheet.headerRows.length === 0 ? '' : ` · judul di baris ${sheet.headerRows.join(' dan ')}`;
  return `${formatCount(sheet.rows)} baris data${header}`;
}
