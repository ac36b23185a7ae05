/**
 * From bits to probabilities. A pair competes with every other candidate of its left row and of its
 * right row. The prior (how many open pairs are matches) is fitted
 * to the candidates themselves by a few rounds of expectation and maximisation.
 *
 * The rows still open are no fair sample: most matches with an equal number are gone. So the prior is fitted
 * apart for pairs with and without both numbers (strata), and by Bayes each stratum's evidence, which is that of
 * any match, is divided by the chance c that a match of the stratum is still open:
 * P(evidence | match, open) = P(evidence | match) / c for every pair that is open.
 */
import type { LinkList } from '../assign/link-list.ts';
import type { PairList } from '../assign/pair-list.ts';
import { kpjLevel, nikLevel } from '../features/levels.ts';
import { idKind } from '../normalise/number-id.ts';
import { noPoll } from '../poll.ts';
import type { Priors } from '../run.ts';
import type { Side } from '../side.ts';
import { matchingChances, newMatchingRoom } from './one-to-one.ts';
import { type Calibration, refit } from './refit.ts';

/** A pair decided by an officer, as the scorer weighs it. */
export interface LabelledPair {
  readonly bits: number;
  readonly evidence: number;
  readonly same: boolean;
}

export interface Posterior {
  /** log2 of the prior odds of an open pair, over all strata. */
  readonly prior: number;
  readonly priors: Float64Array;
  readonly probability: Float32Array;
  /** Bits with the prior. */
  readonly weight: Float32Array;
  readonly calibration: Calibration;
}

/** The open rows of one side. */
export interface OpenRows {
  readonly side: Side;
  readonly rows: Int32Array;
}

const rounds = 6;

/** Strata: bit 0 both rows have a NIK, bit 1 both have a KPJ. Classes of a row: the same bits for its own. */
const strata = 4;

/** Matches that each stratum is taken to have in the common proportion: a handful moves its prior little. */
const commonMatches = 20;

/**
 * log2 of the prior odds that two open rows are a match rather than both without a partner, when `matches` of
 * the rows have one: in a one-to-one matching the rows still alone are what a pair has to be weighed against.
 */
export function priorBits(matches: number, openLeft: number, openRight: number): number {
  const alone = Math.max(1, openLeft - matches) * Math.max(1, openRight - matches);
  return Math.log2(matches / alone);
}

function stratumOf(evidence: number): number {
  const hasNik = (evidence & 15) !== nikLevel.missing ? 1 : 0;
  const hasKpj = ((evidence >> 4) & 7) !== kpjLevel.missing ? 2 : 0;
  return hasNik | hasKpj;
}

function classOf({ nikKind, kpjKind }: Side, row: number): number {
  const hasNik = nikKind[row] !== idKind.none ? 1 : 0;
  return hasNik | (kpjKind[row] !== idKind.none ? 2 : 0);
}

function classCounts({ side, rows }: OpenRows): Float64Array {
  const counts = new Float64Array(strata);
  for (const row of rows) counts[classOf(side, row)]!++;
  return counts;
}

/** What a round of expectation finds: matches by stratum, and by class of the row on either side. */
interface Found {
  readonly byStratum: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Prior of each stratum in bits: its matches against the pairs of rows that stay alone. */
function fitPriors(
  found: Found,
  openLeft: Float64Array,
  openRight: Float64Array,
  taken: Float64Array,
  most: number,
) {
  const total = sum(found.byStratum);
  const matches = Math.min(0.95 * most, Math.max(0.02 * most, total, 0.5));
  const scale = matches / Math.max(total, 1e-9);
  const aloneOf = (open: Float64Array, gone: Float64Array): Float64Array =>
    open.map((count, c) => Math.max(count * 0.05, count - gone[c]! * scale));
  const left = aloneOf(openLeft, found.left);
  const right = aloneOf(openRight, found.right);
  const pairs = new Float64Array(strata);
  for (let l = 0; l < strata; l++) {
    for (let r = 0; r < strata; r++) pairs[l & r]! += left[l]! * right[r]!;
  }
  const allPairs = Math.max(1, sum(pairs));
  const overall = priorBits(matches, sum(openLeft), sum(openRight));
  const priors = new Float64Array(strata).fill(overall);
  for (let s = 0; s < strata; s++) {
    const share = pairs[s]! / allPairs;
    if (share === 0) continue;
    const own = (found.byStratum[s]! + commonMatches * share) / (total + commonMatches);
    const stillOpen = (found.byStratum[s]! + 1) / (found.byStratum[s]! + taken[s]! + 1);
    priors[s] = overall + Math.log2(Math.max(own, 1e-6) / share / Math.max(stillOpen, 0.02));
  }
  return { overall, priors };
}

/** Links already taken, by stratum. */
function countTaken({ evidence, size }: LinkList): Float64Array {
  const counts = new Float64Array(strata);
  for (let i = 0; i < size; i++) counts[stratumOf(evidence[i]!)]!++;
  return counts;
}

function countFound(pairs: PairList, probability: Float32Array, left: Side, right: Side): Found {
  const found: Found = {
    byStratum: new Float64Array(strata),
    left: new Float64Array(strata),
    right: new Float64Array(strata),
  };
  for (let i = 0; i < pairs.size; i++) {
    const p = probability[i]!;
    found.byStratum[stratumOf(pairs.evidence[i]!)]! += p;
    found.left[classOf(left, pairs.left[i]!)]! += p;
    found.right[classOf(right, pairs.right[i]!)]! += p;
  }
  return found;
}

/**
 * Fits the priors and gives each pair its probability. `taken` are the links of the stage before, `labelled` what
 * officers decided. Priors that are `known`, from a run over all rows, are taken as they are.
 */
export function posteriorOf(
  pairs: PairList,
  taken: LinkList,
  left: OpenRows,
  right: OpenRows,
  labelled: readonly LabelledPair[] = [],
  poll = noPoll,
  known?: Priors,
): Posterior {
  const most = Math.max(1, Math.min(left.rows.length, right.rows.length));
  const openLeft = classCounts(left);
  const openRight = classCounts(right);
  const gone = countTaken(taken);
  const first = priorBits(0.5 * most, left.rows.length, right.rows.length);
  let fit: Priors = known ?? { overall: first, priors: new Float64Array(strata).fill(first) };
  const room = newMatchingRoom(pairs, left.side.rows, right.side.rows);
  const odds = new Float64Array(pairs.size);
  const weight = new Float32Array(pairs.size);
  const probability = new Float32Array(pairs.size);
  for (let round = 0; ; round++) {
    for (let i = 0; i < pairs.size; i++) {
      weight[i] = pairs.bits[i]! + fit.priors[stratumOf(pairs.evidence[i]!)]!;
    }
    for (let i = 0; i < pairs.size; i++) odds[i] = 2 ** weight[i]!;
    matchingChances(room, odds, probability);
    poll();
    if (known !== undefined || round >= rounds) break;
    fit = fitPriors(
      countFound(pairs, probability, left.side, right.side),
      openLeft,
      openRight,
      gone,
      most,
    );
  }
  const calibration = refit(
    labelled.map(({ bits, evidence, same }) => ({
      weight: bits + fit.priors[stratumOf(evidence)]!,
      same,
    })),
  );
  if (calibration.decisions > 0) {
    for (let i = 0; i < pairs.size; i++) {
      weight[i] = calibration.shift + calibration.slope * weight[i]!;
      odds[i] = 2 ** weight[i]!;
    }
    matchingChances(room, odds, probability);
  }
  return { prior: fit.overall, priors: fit.priors, probability, weight, calibration };
}
