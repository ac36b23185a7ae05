/** The order of the queue: where a look is worth most comes first. */

export interface Ordered {
  readonly conflict: boolean;
  readonly probability: number;
  /** Monthly premium at stake, whole rupiah. */
  readonly money: number;
}

/** Pairs within five points of doubt count as equally doubtful; money then decides. */
const doubtStep = 0.05;

const doubt = (pair: Ordered): number => Math.abs(pair.probability - 0.5);
const band = (pair: Ordered): number => Math.floor(doubt(pair) / doubtStep + 1e-9);

/**
 * Pairs nearest to even odds, then conflicts; among pairs about as doubtful the dearer first. A total order up to
 * pairs that are equal in all three.
 */
export function byValue(a: Ordered, b: Ordered): number {
  return (
    Number(a.conflict) - Number(b.conflict) ||
    band(a) - band(b) ||
    b.money - a.money ||
    doubt(a) - doubt(b)
  );
}

/** Expected wrong links among pairs accepted with these probabilities: the sum of 1 − p. */
export function expectedWrong(probabilities: Iterable<number>): number {
  let sum = 0;
  for (const probability of probabilities) sum += 1 - probability;
  return sum;
}
