/** The evidence as a waterfall: from the chance of any two rows to that of these two. */
import { Text } from '@mantine/core';
import type { EvidenceBar } from '../../../../contract/review-routes.ts';
import classes from './review.module.css';
import { formatBits, formatShare } from './words.ts';

interface WaterfallProps {
  readonly bars: readonly EvidenceBar[];
  readonly probability: number | null;
}

interface Drawn extends EvidenceBar {
  readonly from: number;
  readonly to: number;
}

/** Each bar begins where the one before ended; bars to the right speak for the pair. */
function draw(bars: readonly EvidenceBar[]): { drawn: Drawn[]; low: number; high: number } {
  let at = 0;
  const drawn = bars.map((bar): Drawn => {
    const from = at;
    at += bar.bits ?? 0;
    return { ...bar, from, to: at };
  });
  const ends = drawn.flatMap(({ from, to }) => [from, to]);
  return { drawn, low: Math.min(-1, ...ends), high: Math.max(1, ...ends) };
}

/** Without numbers (blind, or none kept) only the reasons are listed. */
export function Waterfall({ bars, probability }: WaterfallProps) {
  const { drawn, low, high } = draw(bars);
  const place = (value: number) => ((value - low) / (high - low)) * 100;
  return (
    <ol className={classes.bars} aria-label="Bukti satu per satu">
      {drawn.every(({ bits }) => bits === null) ? null : (
        <li className={classes.bar} data-head="true" aria-hidden="true">
          <span />
          <span />
          <span className={classes.bits}>Bobot</span>
          <span className={classes.after}>Menjadi</span>
        </li>
      )}
      {drawn.map(({ field, text, bits, after, from, to }) => (
        <li key={field} className={classes.bar} data-plain={bits === null}>
          <span className={classes.barText}>{capital(text)}</span>
          {bits === null ? null : (
            <>
              <span className={classes.track} aria-hidden="true">
                <span className={classes.zero} style={{ left: `${place(0)}%` }} />
                <span
                  className={classes.step}
                  data-sense={field === 'prior' ? 'start' : bits < 0 ? 'against' : 'for'}
                  style={{
                    left: `${place(Math.min(from, to))}%`,
                    width: `max(2px, ${place(Math.max(from, to)) - place(Math.min(from, to))}%)`,
                  }}
                />
              </span>
              <span className={classes.bits}>{formatBits(bits)}</span>
              <span className={classes.after}>{after === null ? '' : formatShare(after)}</span>
            </>
          )}
        </li>
      ))}
      {probability === null ? null : (
        <li className={classes.barTotal}>
          <Text span fw={600} size="sm">
            Kemungkinan orang yang sama
          </Text>
          <Text span fw={600}>
            {formatShare(probability)}
          </Text>
        </li>
      )}
    </ol>
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
