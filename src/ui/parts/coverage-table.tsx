/** Coverage by unit or roster, with a total whose percentage comes from the numbers beside it. */
import { Anchor, Button, EmptyState, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CoverageFigure } from '../../contract/common.ts';
import type { CoverageRow } from '../../contract/roster-routes.ts';
import type { Roster } from '../../domain/segments.ts';
import { places } from '../app/places.ts';
import { formatCount, formatPercent } from '../words/format.ts';
import { rosterLabels } from '../words/labels.ts';
import { CoverageBar } from './coverage-bar.tsx';

/** Levels of units a table can speak of. */
export const unitLevels = [
  { value: 'opd', label: 'OPD' },
  { value: 'kecamatan', label: 'Kecamatan' },
  { value: 'desa', label: 'Desa / kelurahan' },
] as const;
export type UnitLevel = (typeof unitLevels)[number]['value'];

const headings = {
  roster: 'Daftar',
  opd: 'OPD',
  kecamatan: 'Kecamatan',
  desa: 'Desa / kelurahan',
} as const;

const firstRows = 25;

interface CoverageTableProps {
  readonly rows: readonly CoverageRow[];
  readonly total: CoverageFigure;
  readonly by: UnitLevel | 'roster';
}

/** The first rows at once; hundreds of villages on request. */
export function CoverageTable({ rows, total, by }: CoverageTableProps) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return <EmptyState size="sm" title="Belum ada data untuk tingkat ini" />;
  const sorted =
    by === 'roster'
      ? rows
      : rows.toSorted((a, b) => b.missing - a.missing || a.label.localeCompare(b.label, 'id'));
  const shown = all ? sorted : sorted.slice(0, firstRows);
  return (
    <>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{headings[by]}</Table.Th>
            <Table.Th ta="right">Pekerja</Table.Th>
            <Table.Th ta="right">Aktif</Table.Th>
            <Table.Th ta="right">Tidak aktif</Table.Th>
            <Table.Th ta="right">Belum terdaftar</Table.Th>
            <Table.Th ta="right">Perlu diperiksa</Table.Th>
            <Table.Th ta="right">Cakupan aktif</Table.Th>
            <Table.Th w={130}>
              <VisuallyHidden>Gambaran</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Td>
                <UnitName row={row} by={by} />
              </Table.Td>
              <Figures figure={row} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>Jumlah</Table.Th>
            <Figures figure={total} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {sorted.length > firstRows && !all ? (
        <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
          Tampilkan semua ({formatCount(sorted.length)})
        </Button>
      ) : null}
    </>
  );
}

function Figures({ figure }: { readonly figure: CoverageFigure }) {
  return (
    <>
      <Table.Td ta="right">{formatCount(figure.workers)}</Table.Td>
      <Table.Td ta="right">{formatCount(figure.active)}</Table.Td>
      <Table.Td ta="right">{formatCount(figure.inactive)}</Table.Td>
      <Table.Td ta="right">{formatCount(figure.missing)}</Table.Td>
      <Table.Td ta="right">{formatCount(figure.toCheck)}</Table.Td>
      <Table.Td ta="right">{formatPercent(figure.activeBasisPoints)}</Table.Td>
      <Table.Td>
        <CoverageBar figure={figure} />
      </Table.Td>
    </>
  );
}

function UnitName({
  row,
  by,
}: {
  readonly row: CoverageRow;
  readonly by: CoverageTableProps['by'];
}) {
  const label = row.roster !== null && by === 'roster' ? rosterLabels[row.roster] : row.label;
  const roster: Roster | null =
    row.roster ?? (by === 'opd' ? 'non-asn' : by === 'roster' ? null : 'desa');
  const parent =
    row.parentLabel === null ? null : (
      <Text span size="sm" c="dimmed">
        , {row.parentLabel}
      </Text>
    );
  if (roster === null || (row.unitId === null && by !== 'roster')) {
    return (
      <>
        {label}
        {parent}
      </>
    );
  }
  const to = places.roster(roster, {
    ...(row.unitId === null ? {} : { unitId: row.unitId }),
    ...(by === 'roster' ? {} : { enrolment: 'belum' }),
  });
  return (
    <>
      <Anchor component={Link} href={to} size="sm" c="inherit">
        {label}
      </Anchor>
      {parent}
    </>
  );
}
