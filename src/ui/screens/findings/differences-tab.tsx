/** Fields in which linked pairs differ, and the file for the branch that asks to correct them. */
import { Button, EmptyState, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { IconDownload, IconEqual } from '@tabler/icons-react';
import { useState } from 'react';
import type { DifferenceRow } from '../../../contract/finding-routes.ts';
import type { RouteOut } from '../../../contract/routes.ts';
import { differenceLabels } from '../../../contract/words/finding-words.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatCount, formatDate, formatRupiah } from '../../words/format.ts';
import { rosterLabels } from '../../words/labels.ts';
import { EntryPanel } from '../roster/entry-panel.tsx';
import { ExportDialog } from './export-dialog.tsx';
import classes from './findings.module.css';

const fields = ['nik', 'name', 'birthDate', 'sex', 'wage', 'programme'] as const;
type Field = DifferenceRow['field'];
const pageSize = 100;

export function DifferencesTab() {
  const summary = useRoute('difference.summary', {}, { keep: true });
  return (
    <Answer query={summary} skeletonRows={6}>
      {(counts) =>
        counts.length === 0 ? (
          <EmptyState
            mt="xl"
            icon={<IconEqual stroke={1.4} />}
            title="Tidak ada perbedaan"
            description="Isian pasangan yang sudah dipadankan sama di daftar dan di data BPJS."
          />
        ) : (
          <Differences counts={counts} />
        )
      }
    </Answer>
  );
}

function Differences({ counts }: { readonly counts: RouteOut<'difference.summary'> }) {
  const [field, setField] = useState<Field | null>(null);
  const of = (one: Field) => counts.find((row) => row.field === one)?.count ?? 0;
  const cost = counts.reduce((sum, row) => sum + row.cost, 0);
  return (
    <>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          aria-label="Isian"
          value={field ?? ''}
          onChange={(value) => setField(fields.find((one) => one === value) ?? null)}
          data={[
            {
              value: '',
              label: `Semua ${formatCount(counts.reduce((sum, row) => sum + row.count, 0))}`,
            },
            ...fields.map((value) => ({
              value,
              label: `${differenceLabels[value]} ${formatCount(of(value))}`,
            })),
          ]}
        />
        <Text size="sm" c="dimmed">
          {cost === 0
            ? ''
            : `Upah yang dilaporkan lebih rendah: ${formatRupiah(cost)} iuran per bulan`}
        </Text>
      </Group>
      <DifferenceList key={field ?? 'all'} field={field} />
    </>
  );
}

function DifferenceList({ field }: { readonly field: Field | null }) {
  const [page, setPage] = useState(0);
  const [exporting, setExporting] = useState(false);
  const [person, setPerson] = useState<number | null>(null);
  const filter = field === null ? {} : { field };
  const found = useRoute(
    'difference.page',
    { ...filter, offset: page * pageSize, limit: pageSize },
    { keep: true },
  );
  return (
    <Answer query={found} skeletonRows={10}>
      {({ rows, total }) => (
        <>
          <Group justify="space-between" mb={6}>
            <Button
              variant="default"
              leftSection={<IconDownload size={15} aria-hidden="true" />}
              disabled={total === 0}
              onClick={() => setExporting(true)}
            >
              Ekspor berkas koreksi
            </Button>
            <Pager
              page={page}
              pageSize={pageSize}
              shown={rows.length}
              total={total}
              onPrevious={() => setPage((before) => before - 1)}
              onNext={() => setPage((before) => before + 1)}
            />
          </Group>
          {exporting ? (
            <ExportDialog
              title="Ekspor berkas koreksi"
              total={total}
              onClose={() => setExporting(false)}
              inputOf={(made) => ({ what: 'differences', ...filter, ...made })}
            />
          ) : null}
          <div className={classes.layout}>
            <div className={classes.list}>
              <ScrollRegion label="Perbedaan data" key={page}>
                <DifferenceTable rows={rows} onPerson={setPerson} />
              </ScrollRegion>
            </div>
            {person === null ? null : (
              <EntryPanel key={person} entryId={person} onClose={() => setPerson(null)} />
            )}
          </div>
        </>
      )}
    </Answer>
  );
}

interface DifferenceTableProps {
  readonly rows: readonly DifferenceRow[];
  readonly onPerson: (entryId: number) => void;
}

function DifferenceTable({ rows, onPerson }: DifferenceTableProps) {
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Nama</Table.Th>
          <Table.Th>KPJ</Table.Th>
          <Table.Th>Isian</Table.Th>
          <Table.Th>Di daftar</Table.Th>
          <Table.Th>Di BPJS</Table.Th>
          <Table.Th ta="right">Tambahan iuran/bulan</Table.Th>
          <Table.Th>Unit</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <button type="button" className={classes.name} onClick={() => onPerson(row.entryId)}>
                {row.name}
              </button>
            </Table.Td>
            <Table.Td>{row.kpj ?? '–'}</Table.Td>
            <Table.Td className={classes.nowrap ?? ''}>{differenceLabels[row.field]}</Table.Td>
            <Table.Td>{shown(row.field, row.rosterValue)}</Table.Td>
            <Table.Td>{shown(row.field, row.bpjsValue)}</Table.Td>
            <Table.Td ta="right">{row.cost === null ? '–' : formatRupiah(row.cost)}</Table.Td>
            <Table.Td>
              {row.unitName ?? 'Tanpa unit'}
              <Text size="xs" c="dimmed">
                {rosterLabels[row.roster]}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function shown(field: Field, value: string): string {
  if (field === 'birthDate') return formatDate(value);
  return field === 'wage' ? formatRupiah(Number(value)) : value;
}
