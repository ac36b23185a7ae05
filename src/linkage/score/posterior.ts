/**
 * From bits to probabilities. A pair competes with every other candidate of its left row and of its
 * right row; the smaller of the two shares counts. The prior (how many open pairs are matches) is fitted
 * to the candidates themselves by a few rounds of expectation and maximisation.
 */
import type { PairList } from '../assign/pair-list.ts';

export interface Posterior {
  /** log2 of the prior odds of an open pair. */
  readonly prior: number;
  readonly probability: Float32Array;
  /** Bits with the prior. */
  readonly weight: Float32Array;
}

const rounds = 6;

/**
 * log2 of the prior odds that two open rows are a match rather than both without a partner, when `matches` of
 * the rows have one: in a one-to-one matching the rows still alone are what a pair has to be weighed against.
 */
export function priorBits(matches: number, openLeft: number, openRight: number): number {
  const alone = Math.max(1, openLeft - matches) * Math.max(1, openRight - matches);
  return Math.log2(matches / alone);
}

function weightsOf(pairs: PairList, prior: number): Float32Array {
  const weight = new Float32Array(pairs.size);
  for (let i = 0; i < pairs.size; i++) {
    weight[i] = pairs.bits[i]! + prior;
  }
  return weight;
}

/** Fits the prior and gives each pair its probability. */
export function posteriorOf(
  pairs: PairList,
  leftTotal: number,
  rightTotal: number,
  openLeft: number,
  openRight: number,
): Posterior {
  const most = Math.max(1, Math.min(openLeft, openRight));
  let prior = priorBits(0.5 * most, openLeft, openRight);
  const sumLeft = new Float64Array(leftTotal);
  const sumRight = new Float64Array(rightTotal);
  let weight = weightsOf(pairs, prior);
  const probability = new Float32Array(pairs.size);
  for (let round = 0; ; round++) {
    sumLeft.fill(0);
    sumRight.fill(0);
    for (let i = 0; i < pairs.size; i++) {
      const odds = 2 ** weight[i]!;
      sumLeft[pairs.left[i]!]! += odds;
      sumRight[pairs.right[i]!]! += odds;
    }
    let found = 0;
    for (let i = 0; i < pairs.size; i++) {
      const rival = Math.max(sumLeft[pairs.left[i]!]!, sumRight[pairs.right[i]!]!);
      probability[i] = 2 ** weight[i]! / (1 + rival);
      found += probability[i]!;
    }
    if (round === rounds) break;
    prior = priorBits(
      Math.min(0.95 * most, Math.max(0.02 * most, found, 0.5)),
      openLeft,
      openRight,
    );
    weight = weightsOf(pairs, prior);
  }
  return { prior, probability, weight };
}
