/** Coverage by unit or roster, with a total whose percentage comes from the numbers beside it. */
import { Anchor, Button, EmptyState, Menu, Table, Text, VisuallyHidden } from '@mantine/core';
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

interface UnitNameProps {
  readonly row: CoverageRow;
  readonly by: CoverageTableProps['by'];
}

/** Leads to the people not yet enrolled; a village's people stand in two rosters. */
function UnitName({ row, by }: UnitNameProps) {
  const label = row.roster === null ? row.label || 'Tanpa unit' : rosterLabels[row.roster];
  const reachable = rostersOf(row, by);
  const to = (roster: Roster) =>
    places.roster(roster, {
      ...(row.unitId === null ? {} : { unitId: row.unitId }),
      ...(by === 'roster' ? {} : { enrolment: 'belum' }),
    });
  const [first, second] = reachable;
  return (
    <>
      {first === undefined ? label : null}
      {first !== undefined && second === undefined ? <Link href={to(first)}>{label}</Link> : null}
      {second === undefined ? null : <RosterMenu label={label} rosters={reachable} to={to} />}
      {row.parentLabel === null ? null : (
        <Text span size="sm" c="dimmed">
          , {row.parentLabel}
        </Text>
      )}
    </>
  );
}

interface RosterMenuProps {
  readonly label: string;
  readonly rosters: readonly Roster[];
  readonly to: (roster: Roster) => string;
}

function RosterMenu({ label, rosters, to }: RosterMenuProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Anchor component="button" type="button" size="sm">
          {label}
        </Anchor>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Lihat yang belum terdaftar</Menu.Label>
        {rosters.map((roster) => (
          <Menu.Item key={roster} component={Link} href={to(roster)}>
            {rosterLabels[roster]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function rostersOf(row: CoverageRow, by: CoverageTableProps['by']): readonly Roster[] {
  if (row.roster !== null) return [row.roster];
  if (row.unitId === null) return [];
  return by === 'opd' ? ['non-asn'] : ['desa', 'rentan'];
}
