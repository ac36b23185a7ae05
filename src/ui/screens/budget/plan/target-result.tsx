/** What reaching the goal takes: persons, cost, month by month, and who they are by unit, desil, risk. */
import { Grid, Loader, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { TargetView } from '../../../../contract/plan-routes.ts';
import { goalText } from '../../../../contract/words/plan-words.ts';
import type { PlanGoal } from '../../../../domain/plan-types.ts';
import { Card } from '../../../parts/card.tsx';
import { Figure } from '../../../parts/figure.tsx';
import { formatCount, formatMonth, formatPercent, formatRupiah } from '../../../words/format.ts';
import { fundSourceLabel } from '../../../words/labels.ts';

const SourceMonths = lazy(() =>
  import('./plan-charts.tsx').then((module) => ({ default: module.SourceMonths })),
);
const CoverageCurve = lazy(() =>
  import('./plan-charts.tsx').then((module) => ({ default: module.CoverageCurve })),
);

interface TargetResultProps {
  readonly view: TargetView;
  readonly goal: PlanGoal;
  readonly busy: boolean;
  readonly actions: ReactNode;
}

export function TargetResult({ view, goal, busy, actions }: TargetResultProps) {
  return (
    <Stack gap="md">
      <Card
        title={`Hasil: ${goalText(goal)}`}
        remark={busy ? <Loader size="xs" aria-label="Menghitung" /> : undefined}
        actions={actions}
      >
        <Grid gap="md">
          <Grid.Col span={3}>
            <Figure
              size="lg"
              label="Peserta baru"
              value={formatCount(view.persons)}
              detail={`dari ${formatCount(view.candidates)} yang dapat didaftarkan`}
            />
          </Grid.Col>
          <Grid.Col span={4}>
            <Figure
              size="lg"
              label="Biaya tahun ini"
              value={formatRupiah(view.cost)}
              detail={
                view.spare === null
                  ? `${view.costPerPoint === null ? '–' : formatRupiah(view.costPerPoint)} per poin cakupan`
                  : `sisa dana ${formatRupiah(view.spare)}`
              }
            />
          </Grid.Col>
          <Grid.Col span={5}>
            <Figure
              size="lg"
              label="Cakupan"
              value={`${formatPercent(view.now.basisPoints)} → ${formatPercent(view.reached.basisPoints)}`}
              detail={`${formatCount(view.reached.active)} aktif dari ${formatCount(view.reached.workers)} pekerja`}
            />
          </Grid.Col>
        </Grid>
        <Notes view={view} />
      </Card>
      <WhoCard view={view} />
      <Grid gap="md">
        <Grid.Col span={6}>
          <Card title="Biaya menurut cakupan" remark="dalam urutan pendaftaran" h="100%">
            <div style={{ height: 220 }}>
              <Suspense fallback={null}>
                <CoverageCurve curve={view.curve} />
              </Suspense>
            </div>
          </Card>
        </Grid.Col>
        <Grid.Col span={6}>
          <Card title="Biaya per bulan menurut sumber dana" h="100%">
            <div style={{ height: 220 }}>
              <Suspense fallback={null}>
                <SourceMonths view={view} />
              </Suspense>
            </div>
          </Card>
        </Grid.Col>
      </Grid>
      <MonthTable view={view} />
    </Stack>
  );
}

function Notes({ view }: { readonly view: TargetView }) {
  const notes = [
    view.lacking === 0
      ? ''
      : `Masih kurang ${formatCount(view.lacking)} orang: semua yang dapat didaftarkan sudah diambil.`,
    view.unpriced === 0
      ? ''
      : `${formatCount(view.unpriced)} orang belum dapat dihitung (upah atau sumber dana kosong).`,
    view.leavingSoon === 0
      ? ''
      : `${formatCount(view.leavingSoon)} orang berakhir sebelum bulan terakhir (usia atau kontrak) dan tidak diambil.`,
    view.toCheck === 0
      ? ''
      : `${formatCount(view.toCheck)} orang masih perlu diperiksa di Pemadanan dan tidak diambil.`,
  ].filter((note) => note !== '');
  if (notes.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt="sm">
      {notes.join(' ')}
    </Text>
  );
}

const groupings = [
  { value: 'roster', label: 'Daftar' },
  { value: 'unit', label: 'Unit' },
  { value: 'desil', label: 'Desil' },
  { value: 'risk', label: 'Risiko kerja' },
] as const;

const firstRows = 12;

function WhoCard({ view }: { readonly view: TargetView }) {
  const [by, setBy] = useState<(typeof groupings)[number]['value']>('roster');
  const chosen = view.groups[by];
  const rows = chosen.filter(({ persons }) => persons > 0);
  const shown = by === 'unit' ? rows.toSorted((a, b) => b.persons - a.persons) : chosen;
  const rest = by === 'unit' ? shown.length - firstRows : 0;
  return (
    <Card
      title="Siapa yang didaftarkan"
      actions={
        <SegmentedControl
          aria-label="Kelompokkan menurut"
          value={by}
          onChange={(value) =>
            setBy(groupings.find((one) => one.value === value)?.value ?? 'roster')
          }
          data={[...groupings]}
        />
      }
    >
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{groupings.find(({ value }) => value === by)?.label}</Table.Th>
            <Table.Th ta="right">Dapat didaftarkan</Table.Th>
            <Table.Th ta="right">Didaftarkan</Table.Th>
            <Table.Th ta="right">Biaya</Table.Th>
            <Table.Th ta="right">Biaya per poin</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(rest > 0 ? shown.slice(0, firstRows) : shown).map((row) => (
            <Table.Tr key={row.label}>
              <Table.Td>{row.label}</Table.Td>
              <Table.Td ta="right">{formatCount(row.candidates)}</Table.Td>
              <Table.Td ta="right">{formatCount(row.persons)}</Table.Td>
              <Table.Td ta="right">{formatRupiah(row.cost)}</Table.Td>
              <Table.Td ta="right">
                {row.costPerPoint === null ? '–' : formatRupiah(row.costPerPoint)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>Jumlah</Table.Th>
            <Table.Th ta="right">{formatCount(view.candidates)}</Table.Th>
            <Table.Th ta="right">{formatCount(view.persons)}</Table.Th>
            <Table.Th ta="right">{formatRupiah(view.cost)}</Table.Th>
            <Table.Th ta="right">
              {view.costPerPoint === null ? '–' : formatRupiah(view.costPerPoint)}
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {rest > 0 ? (
        <Text size="sm" c="dimmed" mt={4}>
          dan {formatCount(rest)} unit lain; semuanya ada di daftar orang yang diekspor.
        </Text>
      ) : null}
    </Card>
  );
}

function MonthTable({ view }: { readonly view: TargetView }) {
  return (
    <Card title="Per bulan">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Bulan</Table.Th>
            <Table.Th ta="right">Orang</Table.Th>
            {view.sourceMonths.map(({ fundSource }) => (
              <Table.Th key={fundSource} ta="right">
                {fundSourceLabel(fundSource)}
              </Table.Th>
            ))}
            <Table.Th ta="right">Jumlah</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.byMonth.map(({ month, amount, persons }, at) => (
            <Table.Tr key={month}>
              <Table.Td>{formatMonth(month)}</Table.Td>
              <Table.Td ta="right">{formatCount(persons)}</Table.Td>
              {view.sourceMonths.map(({ fundSource, amounts }) => (
                <Table.Td key={fundSource} ta="right">
                  {formatRupiah(amounts[at] ?? 0)}
                </Table.Td>
              ))}
              <Table.Td ta="right">{formatRupiah(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={2}>Jumlah</Table.Th>
            {view.bySource.length === 0
              ? null
              : view.sourceMonths.map(({ fundSource, amounts }) => (
                  <Table.Th key={fundSource} ta="right">
                    {formatRupiah(amounts.reduce((sum, amount) => sum + amount, 0))}
                  </Table.Th>
                ))}
            <Table.Th ta="right">{formatRupiah(view.cost)}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Card>
  );
}
