/** The twelve months of this year for one person: which premiums arrived, which did not, which are not due yet. */
import { Group, Stack, Text } from '@mantine/core';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { formatDate, formatMonth } from '../../words/format.ts';
import { standingWords } from '../../words/spending-words.ts';

const toneOf: Readonly<Record<'paid' | 'unpaid' | 'not-due', Tone>> = {
  paid: 'good',
  unpaid: 'bad',
  'not-due': 'neutral',
};
const wordOf = {
  paid: 'terbayar',
  unpaid: 'belum dibayar',
  'not-due': 'belum jatuh tempo',
} as const;

export function PaidMonths({ entryId }: { readonly entryId: number }) {
  const year = new Date().getFullYear();
  const query = useRoute('spending.personMonths', { entryId, year });
  return (
    <Answer query={query} skeletonRows={2}>
      {(data) =>
        data.months.every(({ state }) => state !== 'paid') ? (
          <Text size="sm" c="dimmed">
            Belum ada pembayaran tahun {data.year} yang dicatat untuk unit dan sumber dananya.
          </Text>
        ) : (
          <Stack gap={6}>
            <Group gap={4}>
              {data.months.map(({ month, state, dueOn }) => (
                <span key={month} title={`${wordOf[state]}, jatuh tempo ${formatDate(dueOn)}`}>
                  <Tag tone={toneOf[state]}>
                    {formatMonth(month).slice(0, 3)}
                    {state === 'unpaid' ? ' ✗' : state === 'paid' ? ' ✓' : ''}
                  </Tag>
                </span>
              ))}
            </Group>
            <Text size="sm" c="dimmed">
              {standingWords[data.standing].label}
              {data.lapsesOn === null
                ? ''
                : `; perlindungan berakhir setelah ${formatDate(data.lapsesOn)} bila tidak dibayar`}
              . Menurut pembayaran unit dan sumber dananya tahun {data.year}.
            </Text>
          </Stack>
        )
      }
    </Answer>
  );
}
