/** How this person's premium is made, month stretch by month stretch, with its sources. */
import { Text } from '@mantine/core';
import type { PremiumExplanation } from '../../../contract/tariff-routes.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { formatMonth, formatRupiah } from '../../words/format.ts';
import { programmeLabels } from '../../words/labels.ts';
import classes from './roster-screen.module.css';

export function PremiumSection({ entryId }: { readonly entryId: number }) {
  const premium = useRoute('premium.explain', { entryId });
  return (
    <Answer query={premium} skeletonRows={3}>
      {(data) =>
        data.gap === null ? (
          <Reckoning premium={data} />
        ) : (
          <Text size="sm">Belum dapat dihitung: {data.gap}.</Text>
        )
      }
    </Answer>
  );
}

function Reckoning({ premium }: { readonly premium: PremiumExplanation }) {
  return (
    <>
      <Text size="sm" c="dimmed" mb={6}>
        Tahun {premium.year}, dasar {premium.wageText}
      </Text>
      {premium.stretches.map((stretch) => (
        <div key={stretch.from} className={classes.membership}>
          <Text size="sm" fw={600}>
            {formatMonth(stretch.from)}
            {stretch.from === stretch.to ? '' : ` – ${formatMonth(stretch.to)}`}:{' '}
            {formatRupiah(stretch.employer)} sebulan
            {stretch.worker === 0 ? '' : `, bagian pekerja ${formatRupiah(stretch.worker)}`}
          </Text>
          {stretch.lines.map((line) => (
            <Text size="sm" key={`${line.programme} ${line.payer}`}>
              {programmeLabels[line.programme]}
              {line.payer === 'worker' ? ' (pekerja)' : ''}: {line.text}
            </Text>
          ))}
        </div>
      ))}
      {premium.assumptions.map((text) => (
        <Text size="sm" c="dimmed" key={text}>
          {text}
        </Text>
      ))}
    </>
  );
}
