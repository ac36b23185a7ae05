/** Premiums by month; its own file, because the chart library is loaded on demand. */
import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import type { BudgetView } from '../../../contract/budget-routes.ts';
import { formatMonth, formatRupiah } from '../../words/format.ts';

/** One bar a month. */
export function MonthChart({ months }: { readonly months: BudgetView['byMonth'] }) {
  return (
    <BarChart
      h={220}
      data={months.map(({ month, amount }) => ({ month: formatMonth(month).slice(0, 3), amount }))}
      dataKey="month"
      series={[{ name: 'amount', label: 'Iuran', color: 'padan.6' }]}
      valueFormatter={formatRupiah}
      yAxisProps={{ width: 110 }}
      barProps={{ isAnimationActive: false, maxBarSize: 46 }}
      tickLine="none"
      gridAxis="x"
    />
  );
}
