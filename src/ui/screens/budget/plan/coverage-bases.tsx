/** Coverage now with its parts: numerator, denominator, where the denominator is from and of which day. */
import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { PlanCoverageView } from '../../../../contract/plan-routes.ts';
import type { RouteOut } from '../../../../contract/routes.ts';
import { coverageSegmentLabels } from '../../../../contract/words/plan-words.ts';
import { type CoverageSegment, coverageSegments } from '../../../../domain/plan-coverage.ts';
import { Card } from '../../../parts/card.tsx';
import { formatCount, formatDate, formatPercent } from '../../../words/format.ts';
import { BasisDialog } from './basis-dialog.tsx';

type List = RouteOut<'plan.list'>;

interface CoverageBasesProps {
  readonly year: number;
  readonly coverage: PlanCoverageView;
  readonly bases: List['bases'];
  readonly counted: Pick<List, 'asOf' | 'sources'>;
}

export function CoverageBases({ year, coverage, bases, counted }: CoverageBasesProps) {
  const [editing, setEditing] = useState<CoverageSegment | null>(null);
  const own = counted.asOf === null ? 'daftar Padan' : `daftar Padan, ${formatDate(counted.asOf)}`;
  return (
    <Card title="Cakupan sekarang" h="100%">
      <Table verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Segmen</Table.Th>
            <Table.Th ta="right">Aktif</Table.Th>
            <Table.Th ta="right">Pekerja</Table.Th>
            <Table.Th ta="right">Cakupan</Table.Th>
            <Table.Th>Sumber pekerja</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {coverageSegments.map((segment) => {
            const row = coverage.segments.find((one) => one.segment === segment);
            return (
              <Table.Tr key={segment}>
                <Table.Td>{coverageSegmentLabels[segment]}</Table.Td>
                <Table.Td ta="right">{row === undefined ? '–' : formatCount(row.active)}</Table.Td>
                <Table.Td ta="right">{row === undefined ? '–' : formatCount(row.workers)}</Table.Td>
                <Table.Td ta="right">{formatPercent(row?.basisPoints ?? null)}</Table.Td>
                <Table.Td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    px={4}
                    aria-label={`Ubah sumber pekerja ${coverageSegmentLabels[segment]}`}
                    onClick={() => setEditing(segment)}
                    styles={{
                      label: { whiteSpace: 'normal', textAlign: 'left' },
                      root: { height: 'auto' },
                    }}
                  >
                    {row?.source == null
                      ? row === undefined
                        ? 'Isi angka'
                        : own
                      : `${row.source}, ${formatDate(row.asOf)}`}
                  </Button>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>Jumlah</Table.Th>
            <Table.Th ta="right">{formatCount(coverage.active)}</Table.Th>
            <Table.Th ta="right">{formatCount(coverage.workers)}</Table.Th>
            <Table.Th ta="right">{formatPercent(coverage.basisPoints)}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        Aktif: peserta dengan iuran aktif menurut pemadanan
        {counted.sources.length === 0 ? '' : ` dengan ${counted.sources.join(', ')}`}. Orang di dua
        daftar dihitung sekali.
      </Text>
      {editing === null ? null : (
        <BasisDialog
          year={year}
          segment={editing}
          basis={bases.find((one) => one.segment === editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}
