/** Charts of plans; their own file, because the chart library is loaded on demand. Dashes and marks tell series apart. */
import '@mantine/charts/styles.layer.css';
import { AreaChart, BarChart, LineChart } from '@mantine/charts';
import type { PlanView, TargetView } from '../../../../contract/plan-routes.ts';
import {
  formatMonth,
  formatPercent,
  formatRupiah,
  formatShortCount,
} from '../../../words/format.ts';
import { fundSourceLabel } from '../../../words/labels.ts';
import type { PlanColumn } from './compare-table.tsx';

const looks = [
  { color: 'padan.7', strokeDasharray: '0' },
  { color: 'orange.7', strokeDasharray: '7 4' },
  { color: 'grape.7', strokeDasharray: '2 3' },
  { color: 'gray.7', strokeDasharray: '10 3 2 3' },
] as const;

const shortRupiah = (value: number): string => `Rp${formatShortCount(value)}`;

/** One line a scenario over the months of the year. */
export function CompareChart({ columns }: { readonly columns: readonly PlanColumn[] }) {
  const months = columns[0]?.view.byMonth ?? [];
  return (
    <LineChart
      h={240}
      data={months.map(({ month }, at) => ({
        month: formatMonth(month),
        ...Object.fromEntries(
          columns.map(({ id, view }) => [`s${id}`, view.byMonth[at]?.amount ?? 0]),
        ),
      }))}
      dataKey="month"
      series={columns.map(({ id, name }, at) => ({
        name: `s${id}`,
        label: name,
        ...(looks[at] ?? looks[0]),
      }))}
      valueFormatter={formatRupiah}
      yAxisProps={{ width: 96, tickFormatter: shortRupiah }}
      lineProps={{ isAnimationActive: false }}
      curveType="linear"
      withLegend
      tickLine="none"
      gridAxis="x"
    />
  );
}

/** One bar a month. */
export function PlanMonths({ months }: { readonly months: PlanView['byMonth'] }) {
  return (
    <BarChart
      h={150}
      data={months.map(({ month, amount }) => ({ month: formatMonth(month).slice(0, 3), amount }))}
      dataKey="month"
      series={[{ name: 'amount', label: 'Iuran', color: 'padan.6' }]}
      valueFormatter={formatRupiah}
      yAxisProps={{ width: 78, tickFormatter: shortRupiah }}
      barProps={{ isAnimationActive: false, maxBarSize: 30 }}
      tickLine="none"
      gridAxis="x"
    />
  );
}

/** Months stacked by fund source. */
export function SourceMonths({ view }: { readonly view: TargetView }) {
  const hues = ['padan.7', 'orange.6', 'grape.6', 'gray.6', 'teal.6', 'blue.5', 'red.5', 'lime.7'];
  return (
    <BarChart
      h={220}
      type="stacked"
      data={view.byMonth.map(({ month }, at) => ({
        month: formatMonth(month).slice(0, 3),
        ...Object.fromEntries(
          // A source's own name may hold a dot, which the chart would read as a path.
          view.sourceMonths.map((one, place) => [`s${place}`, one.amounts[at] ?? 0]),
        ),
      }))}
      dataKey="month"
      series={view.sourceMonths.map(({ fundSource }, at) => ({
        name: `s${at}`,
        label: fundSourceLabel(fundSource),
        color: hues[at % hues.length] ?? 'padan.7',
      }))}
      valueFormatter={formatRupiah}
      yAxisProps={{ width: 88, tickFormatter: shortRupiah }}
      barProps={{ isAnimationActive: false, maxBarSize: 40 }}
      withLegend
      tickLine="none"
      gridAxis="x"
    />
  );
}

/** What each step of coverage costs, in the order of enrolment. */
export function CoverageCurve({ curve }: { readonly curve: TargetView['curve'] }) {
  return (
    <AreaChart
      h={220}
      data={curve.map(({ cost, basisPoints }) => ({
        coverage: formatPercent(basisPoints),
        cost,
      }))}
      dataKey="coverage"
      series={[{ name: 'cost', label: 'Biaya', color: 'padan.7' }]}
      valueFormatter={formatRupiah}
      yAxisProps={{ width: 88, tickFormatter: shortRupiah }}
      areaProps={{ isAnimationActive: false }}
      curveType="linear"
      withDots
      tickLine="none"
      gridAxis="x"
    />
  );
}
