/** The waterfall of a pair: from the chance of any two rows to that of these, a bar a field. */
import type { EvidenceBar } from '../../contract/review-routes.ts';
import { explainFields } from '../../linkage/explain/explain-fields.ts';
import type { PersonFacts } from '../../linkage/explain/person-facts.ts';
import { waterfallFields } from '../../linkage/explain/waterfall.ts';

/** log2 of the odds of a probability, within what a float can tell. */
function bitsOf(probability: number): number {
  const inner = Math.min(1 - 1e-7, Math.max(1e-7, probability));
  return Math.log2(inner / (1 - inner));
}

const shareOf = (bits: number): number => 1 / (1 + 2 ** -bits);

/** Bars shorter than this say nothing. */
const leastBits = 0.05;

export interface Weighed {
  readonly evidence: number;
  readonly probability: number;
  readonly waterfall: Buffer | null;
}

/** The prior and each field's bits, or null where the run kept none. */
export function unpackWaterfall(waterfall: Buffer | null): readonly number[] | null {
  const floats = waterfallFields.length + 1;
  if (waterfall === null || waterfall.byteLength !== floats * 4) return null;
  return Array.from({ length: floats }, (_, at) => waterfall.readFloatLE(at * 4));
}

/** Bars in the order in which people compare; `hidden` leaves the numbers out. */
export function evidenceBars(
  pair: Weighed,
  left: PersonFacts,
  right: PersonFacts,
  hidden: boolean,
): EvidenceBar[] {
  const fields = explainFields(pair.evidence, left, right);
  const bits = unpackWaterfall(pair.waterfall);
  if (bits === null || hidden) {
    return fields
      .filter(({ known }) => known)
      .map(({ field, text }) => ({ field, text, bits: null, after: null }));
  }
  let sum = bits[0] ?? 0;
  const bars: EvidenceBar[] = [
    { field: 'prior', text: 'sebelum dibandingkan', bits: sum, after: shareOf(sum) },
  ];
  for (const [at, { field, text, known }] of fields.entries()) {
    const step = bits[at + 1] ?? 0;
    if (!known && Math.abs(step) < leastBits) continue;
    sum += step;
    bars.push({ field, text, bits: step, after: shareOf(sum) });
  }
  const rest = bitsOf(pair.probability) - sum;
  if (Math.abs(rest) >= leastBits) {
    const text = rest < 0 ? 'ada calon lain yang mirip' : 'penyesuaian dari pasangan yang pasti';
    bars.push({ field: 'rivals', text, bits: rest, after: pair.probability });
  }
  return bars;
}
