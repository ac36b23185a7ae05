/** The need by fund source: a bar each, as long as its share of the total. */
import { Box, Group, Stack, Text } from '@mantine/core';
import type { BudgetView } from '../../../contract/budget-routes.ts';
import { inFundOrder } from '../../../domain/segments.ts';
import { formatPercent, formatRupiah } from '../../words/format.ts';
import { fundSourceLabel } from '../../words/labels.ts';

/** Largest first; the bars add up to the total. */
export function SourceBars({ view }: { readonly view: BudgetView }) {
  const { lines, total } = view;
  const rows = inFundOrder(lines.map(({ fundSource }) => fundSource))
    .map((fundSource) => ({
      fundSource,
      amount: lines
        .filter((line) => line.fundSource === fundSource)
        .reduce((sum, { amount }) => sum + amount, 0),
    }))
    .toSorted((a, b) => b.amount - a.amount);
  const most = rows[0]?.amount ?? 0;
  return (
    <Stack gap={10} mah={220} style={{ overflowY: 'auto' }}>
      {rows.map(({ fundSource, amount }) => (
        <div key={fundSource}>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm" truncate>
              {fundSourceLabel(fundSource)}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
              {formatRupiah(amount)}{' '}
              <Text span size="sm" c="dimmed">
                {formatPercent(total === 0 ? null : Math.round((amount * 10_000) / total))}
              </Text>
            </Text>
          </Group>
          <Box
            mt={3}
            h={8}
            bg="padan.6"
            style={{
              width: `${most === 0 ? 0 : Math.max(1, (amount * 100) / most)}%`,
              borderRadius: 2,
            }}
          />
        </div>
      ))}
    </Stack>
  );
}
