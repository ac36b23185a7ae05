/** Up to four scenarios in one table; every figure's distance from the first stands under it. */
import { Table, Text } from '@mantine/core';
import type { PlanView } from '../../../../contract/plan-routes.ts';
import { type FundSource, inFundOrder, programmes, rosters } from '../../../../domain/segments.ts';
import { Card } from '../../../parts/card.tsx';
import { formatCount, formatPercent, formatRupiah } from '../../../words/format.ts';
import { fundSourceLabel, programmeLabels, rosterLabels } from '../../../words/labels.ts';

export interface PlanColumn {
  readonly id: number;
  readonly name: string;
  readonly view: PlanView;
}

interface Line {
  readonly label: string;
  readonly detail?: string;
  readonly strong?: boolean;
  readonly of: (view: PlanView) => number | null;
  readonly format: (value: number) => string;
}

const partLines = (
  list: 'byProgramme' | 'bySource' | 'byRoster',
  labels: Readonly<Record<string, string>>,
  keys: readonly string[],
  columns: readonly PlanColumn[],
): Line[] =>
  keys
    .filter((key) => columns.some(({ view }) => view[list].some((part) => part.key === key)))
    .map((key) => ({
      label: labels[key] ?? key,
      of: (view) => view[list].find((part) => part.key === key)?.amount ?? 0,
      format: formatRupiah,
    }));

const labelsOf = (sources: readonly FundSource[]) =>
  Object.fromEntries(sources.map((one) => [one, fundSourceLabel(one)]));

function sectionsOf(columns: readonly PlanColumn[]): readonly (readonly [string, Line[]])[] {
  const sources = inFundOrder(columns.flatMap(({ view }) => view.bySource.map(({ key }) => key)));
  const reserve = columns.some(({ view }) => view.buffer > 0);
  return [
    [
      'Kebutuhan setahun',
      [
        { label: 'Orang yang dihitung', of: (view) => view.persons, format: formatCount },
        { label: 'Iuran', strong: true, of: (view) => view.total, format: formatRupiah },
        ...(reserve
          ? [
              { label: 'Cadangan', of: (view: PlanView) => view.buffer, format: formatRupiah },
              {
                label: 'Iuran dan cadangan',
                strong: true,
                of: (view: PlanView) => view.total + view.buffer,
                format: formatRupiah,
              },
            ]
          : []),
      ],
    ],
    [
      'Cakupan',
      [
        {
          label: 'Cakupan sesudahnya',
          strong: true,
          of: (view) => view.reached.basisPoints,
          format: formatPercent,
        },
        { label: 'Peserta aktif', of: (view) => view.reached.active, format: formatCount },
        { label: 'dari pekerja', of: (view) => view.reached.workers, format: formatCount },
        { label: 'Peserta baru', of: (view) => view.added, format: formatCount },
        {
          label: 'Biaya per poin cakupan',
          detail: 'biaya peserta baru ÷ poin yang bertambah',
          of: (view) => view.costPerPoint,
          format: formatRupiah,
        },
        {
          label: 'Tidak dibayar dua kali',
          detail: 'ditanggung pihak lain atau tercatat ganda',
          of: (view) => view.saving,
          format: formatRupiah,
        },
      ],
    ],
    ['Menurut program', partLines('byProgramme', programmeLabels, programmes, columns)],
    ['Menurut sumber dana', partLines('bySource', labelsOf(sources), sources, columns)],
    ['Menurut daftar', partLines('byRoster', rosterLabels, rosters, columns)],
  ];
}

export function CompareTable({ columns }: { readonly columns: readonly PlanColumn[] }) {
  return (
    <Card title="Perbandingan" remark="Angka kecil: selisih terhadap skenario pertama">
      <Table highlightOnHover layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={250}>Uraian</Table.Th>
            {columns.map(({ id, name }) => (
              <Table.Th key={id} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {sectionsOf(columns).map(([title, lines]) => (
          <Table.Tbody key={title}>
            <Table.Tr>
              <Table.Th colSpan={columns.length + 1} c="dimmed" fw={600} pt="sm">
                {title}
              </Table.Th>
            </Table.Tr>
            {lines.map((line) => (
              <Table.Tr key={line.label}>
                <Table.Td fw={line.strong === true ? 600 : undefined}>
                  {line.label}
                  {line.detail === undefined ? null : (
                    <Text size="xs" c="dimmed">
                      {line.detail}
                    </Text>
                  )}
                </Table.Td>
                {columns.map(({ id, view }, at) => (
                  <Table.Td key={id} ta="right" fw={line.strong === true ? 600 : undefined}>
                    <Value line={line} view={view} first={at === 0 ? null : columns[0]?.view} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </Card>
  );
}

interface ValueProps {
  readonly line: Line;
  readonly view: PlanView;
  readonly first: PlanView | null | undefined;
}

function Value({ line, view, first }: ValueProps) {
  const value = line.of(view);
  const base = first == null ? null : line.of(first);
  const difference = value === null || base === null ? 0 : value - base;
  return (
    <>
      {value === null ? '–' : line.format(value)}
      {difference === 0 ? null : (
        <Text size="xs" c="dimmed" fw={400}>
          {difference > 0 ? '▲ ' : '▼ '}
          {line.format(Math.abs(difference)).replace('\u00a0%', ' poin')}
        </Text>
      )}
    </>
  );
}
