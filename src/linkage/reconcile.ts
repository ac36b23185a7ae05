/**
 * Reconciles two sides: who on the left is who on the right. Pure and deterministic: shuffling rows or
 * swapping the sides gives the same links (only rows equal in every field may change places).
 *
 * Method: record linkage after Fellegi & Sunter (JASA 64, 1969) with value frequencies, on pairs found by
 * equal numbers first and by block keys after; one-to-one by taking the heaviest pair first.
 */
import { AppError } from '../domain/app-error.ts';
import { acceptByNumber } from './assign/accept-numbers.ts';
import { newClaims, openRows } from './assign/claims.ts';
import { collectRivals } from './assign/collect-rivals.ts';
import { chooseRepresentatives, groupDuplicates } from './assign/duplicates.ts';
import { addLink, byLeftRow, newLinkList, toTable } from './assign/link-list.ts';
import { collectReview, linkOpenPairs } from './assign/link-open.ts';
import {
  filterPairs,
  joinLists,
  newPairList,
  type PairList,
  pushPair,
} from './assign/pair-list.ts';
import { type CandidateRun, weighCandidates } from './block/candidates.ts';
import { joinByKpj, joinByNik } from './block/exact-join.ts';
import { allRows } from './block/key-index.ts';
import { waterfallsOf } from './explain/waterfall.ts';
import { measureFrequencies } from './features/frequencies.ts';
import { inferAreas } from './features/infer-areas.ts';
import { evidenceFlag } from './features/levels.ts';
import { prepareSide } from './features/prepared.ts';
import { withoutPlaceholders } from './normalise/placeholders.ts';
import type { Poll } from './poll.ts';
import { effort, keepMargin, type Learnt, type PreparedRun, type Run, settledBits } from './run.ts';
import { learnCallNames } from './score/call-names.ts';
import { learnChances, startingChances } from './score/model.ts';
import { type LabelledPair, posteriorOf, priorBits } from './score/posterior.ts';
import { createScorer } from './score/scorer.ts';
import { countSurePairs } from './score/sure-pairs.ts';
import { buildWeights } from './score/weights.ts';
import { newSharedPool, type SharedPool, sharedInt32 } from './share/shared-memory.ts';
import { newDesk } from './share/work.ts';
import type { Side } from './side.ts';
import { alignLexicons } from './side-builder.ts';
import {
  defaultThresholds,
  type LinkageProgress,
  type LinkageResult,
  linkClass,
  type ReconcileOptions,
} from './types.ts';

/** Changes when the same input may give other probabilities. */
export const modelVersion = '3';

/** Sure pairs with both wages known from which wages are evidence. */
const enoughWages = 300;

function pollOf({ signal }: ReconcileOptions): Poll {
  return () => {
    if (signal?.aborted === true) throw new AppError('job.cancelled');
  };
}

function barredPairs(options: ReconcileOptions, rightRows: number) {
  const { cannotLink = [], barredTwins = [] } = options;
  const barred = new Set([...cannotLink, ...barredTwins].map(([l, r]) => l * rightRows + r));
  return barred.size === 0
    ? () => false
    : (l: number, r: number): boolean => barred.has(l * rightRows + r);
}

function* prepareRun(
  left: Side,
  right: Side,
  options: ReconcileOptions,
): Generator<LinkageProgress, PreparedRun> {
  const poll = pollOf(options);
  const a = prepareSide(left);
  yield { stage: 'prepare', done: 0.1 };
  const b = prepareSide(right);
  yield { stage: 'prepare', done: 0.2 };
  const nikPairs = joinByNik(left, right, poll);
  const kpjPairs = joinByKpj(left, right, poll);
  yield { stage: 'prepare', done: 0.3 };
  const f = measureFrequencies(a, b, poll);
  inferAreas(a, b, kpjPairs);
  yield { stage: 'prepare', done: 0.5 };
  groupDuplicates(a, poll);
  yield { stage: 'prepare', done: 0.65 };
  groupDuplicates(b, poll);
  yield { stage: 'prepare', done: 0.8 };
  const rows = Math.max(1, left.rows, right.rows);
  const first = createScorer(a, b, f, buildWeights(startingChances, f, rows, true));
  learnCallNames(a, b, nikPairs, kpjPairs, first, poll);
  const learn = (): Learnt => {
    const sure = countSurePairs(a, b, nikPairs, kpjPairs, first, poll);
    const wages = sure.wage.reduce((sum, count) => sum + count, 0);
    return { chances: learnChances(sure), usesWage: wages >= enoughWages };
  };
  const learnt = options.part?.learnt ?? learn();
  const weights = buildWeights(learnt.chances, f, rows, learnt.usesWage);
  const desk = newDesk({ left: a, right: b, frequencies: f, weights }, poll);
  const { assistant } = options;
  assistant?.sit(desk);
  yield { stage: 'prepare', done: 1 };
  const isBarred = barredPairs(options, right.rows);
  const run = { left: a, right: b, desk, scorer: desk.scorer, assistant, isBarred, poll };
  return { ...run, nikPairs, kpjPairs, learnt };
}

function* weighOpen(
  run: Run,
  leftRows: Int32Array,
  rightRows: Int32Array,
  into: PairList,
  pass: 'main' | 'second',
  prior: number,
  pool: SharedPool,
): Generator<LinkageProgress, number> {
  const isMain = pass === 'main';
  const task: CandidateRun = {
    desk: run.desk,
    assistant: run.assistant,
    pass,
    pool,
    leftRows,
    rightRows,
    ...effort[pass],
    floor: -prior - keepMargin,
    into,
    isBarred: run.isBarred,
    poll: run.poll,
  };
  const steps = weighCandidates(task);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { stage: isMain ? 'candidates' : 'second-pass', done: step.value };
  }
}

/** Rows whose best candidate so far stays below `settledBits` with the prior. */
function unsettled(
  rows: Int32Array,
  held: Int32Array,
  pairs: PairList,
  prior: number,
  total: number,
) {
  const best = new Float32Array(total).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < pairs.size; i++) {
    best[held[i]!] = Math.max(best[held[i]!]!, pairs.bits[i]! + prior);
  }
  const rest = rows.filter((row) => best[row]! < settledBits);
  const shared = sharedInt32(rest.length);
  shared.set(rest);
  return shared;
}

/** Place of each left row's first pair in a run of pairs that stands in the order of the left rows. */
function firstOfRow(pairs: PairList, from: number, to: number, rows: number): Int32Array {
  const first = new Int32Array(rows).fill(-1);
  for (let i = to - 1; i >= from; i--) first[pairs.left[i]!] = i;
  return first;
}

/**
 * Drops pairs that occur before: the first `main` pairs are the main pass's, those up to `second` the second pass's,
 * the rest are left over from the numbers. Each of the three has no repeats, and the two passes' stand row by row.
 */
function dropRepeatedPairs(pairs: PairList, main: number, second: number, leftRows: number): void {
  const { left, right } = pairs;
  const occurs = (first: Int32Array, i: number, end: number): boolean => {
    const l = left[i]!;
    if (first[l]! < 0) return false;
    for (let at = first[l]!; at < end && left[at] === l; at++) {
      if (right[at] === right[i]) return true;
    }
    return false;
  };
  const inMain = firstOfRow(pairs, 0, main, leftRows);
  const inSecond = firstOfRow(pairs, main, second, leftRows);
  const isRepeat = new Uint8Array(pairs.size - main);
  for (let i = main; i < pairs.size; i++) {
    const isSeen = occurs(inMain, i, main) || (i >= second && occurs(inSecond, i, second));
    isRepeat[i - main] = isSeen ? 1 : 0;
  }
  filterPairs(pairs, (i) => i < main || isRepeat[i - main] === 0);
}

/** What officers decided, weighed as if it were open. */
function labelledPairs(
  run: Run,
  { mustLink = [], cannotLink = [] }: ReconcileOptions,
): LabelledPair[] {
  const { scorer, left, right } = run;
  const isThere = ([l, r]: readonly [number, number]): boolean =>
    l < left.side.rows && r < right.side.rows;
  const weigh =
    (same: boolean) =>
    ([l, r]: readonly [number, number]): LabelledPair => {
      scorer.weigh(l, r);
      return { bits: scorer.score.bits, evidence: scorer.score.evidence, same };
    };
  return [
    ...mustLink.filter(isThere).map(weigh(true)),
    ...cannotLink.filter(isThere).map(weigh(false)),
  ];
}

/** Weighs all candidates of the open rows in two passes. */
function* weighAllOpen(
  run: Run,
  openLeft: Int32Array,
  openRight: Int32Array,
  leftovers: PairList,
  guess: number,
): Generator<LinkageProgress, { pairs: PairList; weighed: number }> {
  const pairs = newPairList(Math.max(4096, openLeft.length));
  const pool = newSharedPool();
  let weighed = yield* weighOpen(run, openLeft, openRight, pairs, 'main', guess, pool);
  const restLeft = unsettled(openLeft, pairs.left, pairs, guess, run.left.side.rows);
  const restRight = unsettled(openRight, pairs.right, pairs, guess, run.right.side.rows);
  const main = pairs.size;
  weighed += yield* weighOpen(run, restLeft, restRight, pairs, 'second', guess, pool);
  run.assistant?.leave();
  const second = pairs.size;
  for (let i = 0; i < leftovers.size; i++) {
    const { left, right, bits, evidence } = leftovers;
    pushPair(pairs, left[i]!, right[i]!, bits[i]!, evidence[i]!);
  }
  dropRepeatedPairs(pairs, main, second, run.left.side.rows);
  return { pairs, weighed };
}

/** The work of {@link reconcile} as steps, so that a caller on a busy thread may pause between them. */
export function* reconcileSteps(
  leftAsGiven: Side,
  rightAsGiven: Side,
  options: ReconcileOptions = {},
): Generator<LinkageProgress, LinkageResult> {
  const thresholds = { ...defaultThresholds, ...options.thresholds };
  const aligned = alignLexicons(leftAsGiven, rightAsGiven);
  const [left, right] = withoutPlaceholders(leftAsGiven, aligned);
  const run = yield* prepareRun(left, right, options);
  const { scorer, isBarred, assistant, desk, nikPairs, kpjPairs } = run;
  const claims = newClaims(run.left, run.right);
  const { part } = options;
  if (part !== undefined) {
    const marks = part.narrow(run);
    claims.leaveOnly(marks.left, marks.right);
  }
  const links = newLinkList(Math.min(left.rows, right.rows) + (options.mustLink?.length ?? 0));
  for (const [l, r] of options.mustLink ?? []) {
    if (l >= left.rows || r >= right.rows || !claims.isFree(l, r)) continue;
    scorer.weigh(l, r);
    claims.claim(l, r);
    const { bits, evidence } = scorer.score;
    addLink(links, l, r, 1, bits, evidence | evidenceFlag.decided, linkClass.strong);
  }
  const larger = Math.max(1, left.rows, right.rows);
  const prior = -1 - Math.log2(larger);
  const numbers = joinLists(nikPairs, kpjPairs);
  const stage = {
    pairs: numbers,
    left: run.left,
    right: run.right,
    desk,
    assistant,
    prior,
    claims,
    links,
    isBarred,
  };
  for (const done of acceptByNumber(stage)) yield { stage: 'numbers', done };
  const openLeft = openRows(chooseRepresentatives(run.left), claims.isLeftFree);
  const openRight = openRows(chooseRepresentatives(run.right), claims.isRightFree);
  const guess =
    part?.guess ??
    priorBits(
      0.5 * Math.max(1, Math.min(openLeft.length, openRight.length)),
      openLeft.length,
      openRight.length,
    );
  const { pairs, weighed } = yield* weighAllOpen(run, openLeft, openRight, numbers, guess);
  yield { stage: 'assign', done: 0 };
  const posterior = posteriorOf(
    pairs,
    links,
    { side: left, rows: openLeft },
    { side: right, rows: openRight },
    labelledPairs(run, options),
    run.poll,
    part?.priors,
  );
  linkOpenPairs(pairs, posterior, thresholds, left, right, claims, links);
  const review = collectReview(pairs, posterior, thresholds, left, right, claims);
  const candidates = toTable(review, allRows(review.size));
  const rivals = collectRivals(pairs, posterior, review, left, right, claims);
  yield { stage: 'assign', done: 1 };
  return {
    links: byLeftRow(links, left.rows),
    candidates,
    rivals,
    waterfalls: {
      candidates: waterfallsOf(run.left, run.right, scorer, candidates),
      rivals: waterfallsOf(run.left, run.right, scorer, rivals),
    },
    duplicates: { left: run.left.group, right: run.right.group },
    model: {
      version: modelVersion,
      prior: posterior.prior,
      priors: [...posterior.priors],
      guess,
      learnt: run.learnt,
      pairsWeighed: weighed,
      calibration: posterior.calibration,
    },
  };
}

/**
 * Runs {@link reconcileSteps} to the end on this thread.
 * Errors: `job.cancelled` when the signal says so between batches.
 */
export function reconcile(left: Side, right: Side, options: ReconcileOptions = {}): LinkageResult {
  const steps = reconcileSteps(left, right, options);
  for (;;) {
    if (options.signal?.aborted === true) throw new AppError('job.cancelled');
    const step = steps.next();
    if (step.done === true) return step.value;
    options.onProgress?.(step.value);
  }
}
