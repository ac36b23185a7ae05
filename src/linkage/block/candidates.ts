/**
 * Weighs all pairs of open rows that share a key. Work is bounded: buckets are taken from the smallest
 * product of rows up until a budget of comparisons is spent, and the rest are left out whole. That choice
 * does not depend on row order or on which side is left.
 */
import { type PairList, pushPair } from '../assign/pair-list.ts';
import type { Prepared } from '../features/prepared.ts';
import { packRecords, recordSize, writeRecord } from '../features/row-record.ts';
import type { Poll } from '../poll.ts';
import type { Scorer } from '../score/scorer.ts';
import {
  bucketCount,
  buildKeyIndex,
  countBuckets,
  type KeyEmitter,
  type KeyIndex,
  maxKeys,
} from './key-index.ts';

/** No bucket beyond this product of rows is opened, however small the files. */
const largestProduct = 40_000;

export interface CandidateRun {
  readonly left: Prepared;
  readonly right: Prepared;
  readonly leftRows: Int32Array;
  readonly rightRows: Int32Array;
  readonly leftKeys: KeyEmitter;
  readonly rightKeys: KeyEmitter;
  readonly scorer: Scorer;
  /** Comparisons allowed for each open row, on average; most runs need far fewer. */
  readonly comparisonsPerRow: number;
  /** Buckets for each open row; too few, and keys that share a bucket by chance close it for each other. */
  readonly bucketsPerRow: number;
  /** Least bits a pair must have to be kept. */
  readonly floor: number;
  /** Receives the kept pairs. */
  readonly into: PairList;
  /** True for a pair an officer has rejected. */
  readonly isBarred: (l: number, r: number) => boolean;
  readonly poll: Poll;
}

/** Largest product of rows whose buckets, with all smaller ones, fit the budget. */
function productLimit(left: Uint32Array, right: Uint32Array, budget: number): number {
  const steps = 64;
  const work = new Float64Array(steps);
  const step = (product: number): number => Math.min(steps - 1, Math.floor(Math.log2(product) * 2));
  for (let b = 0; b < left.length; b++) {
    const product = left[b]! * right[b]!;
    if (product > 0) work[step(product)]! += product;
  }
  let spent = 0;
  for (let s = 0; s < steps; s++) {
    spent += work[s]!;
    if (spent > budget) return 2 ** (s / 2);
  }
  return Number.POSITIVE_INFINITY;
}

interface Pass {
  readonly run: CandidateRun;
  readonly mask: number;
  readonly index: KeyIndex;
  /** Records of the right rows in their order. */
  readonly records: Int32Array;
  /** Turn in which a right row was last weighed: a pair that shares several keys is weighed once. */
  readonly stamp: Int32Array;
  readonly own: Int32Array;
  readonly keys: Uint32Array;
  weighed: number;
}

function weighPlace(pass: Pass, l: number, place: number): void {
  const { run, own, records } = pass;
  pass.weighed++;
  if (!run.scorer.weighRecords(own, 0, records, place * recordSize, run.floor)) return;
  const r = run.rightRows[place]!;
  const { score } = run.scorer;
  if (!run.isBarred(l, r)) pushPair(run.into, l, r, score.bits, score.evidence);
}

function weighRow(pass: Pass, turn: number, l: number): void {
  const { run, mask, index, stamp, keys } = pass;
  const { starts, entries } = index;
  writeRecord(run.left, l, pass.own, 0);
  const n = run.leftKeys(l, keys);
  for (let k = 0; k < n; k++) {
    const key = keys[k]! | 0;
    const end = starts[(key & mask) + 1]! * 2;
    for (let at = starts[key & mask]! * 2; at < end; at += 2) {
      if (entries[at] !== key) continue;
      const place = entries[at + 1]!;
      if (stamp[place] === turn) continue;
      stamp[place] = turn;
      weighPlace(pass, l, place);
    }
  }
}

/** Runs one blocked pass; yields the share of left rows done. Returns the number of pairs weighed. */
export function* weighCandidates(run: CandidateRun): Generator<number, number> {
  const { leftRows, rightRows, leftKeys, rightKeys } = run;
  if (leftRows.length === 0 || rightRows.length === 0) return 0;
  const mask = bucketCount(Math.max(leftRows.length, rightRows.length) * run.bucketsPerRow) - 1;
  const leftCounts = countBuckets(leftRows, leftKeys, mask, run.poll);
  yield 0;
  const rightCounts = countBuckets(rightRows, rightKeys, mask, run.poll);
  yield 0;
  const budget = run.comparisonsPerRow * (leftRows.length + rightRows.length) + 20_000;
  const limit = Math.min(largestProduct, productLimit(leftCounts, rightCounts, budget));
  const skip = (b: number): boolean =>
    leftCounts[b] === 0 || leftCounts[b]! * rightCounts[b]! >= limit;
  const index = buildKeyIndex(rightRows, rightKeys, mask, rightCounts, skip, run.poll);
  yield 0;
  const pass: Pass = {
    run,
    mask,
    index,
    records: packRecords(run.right, rightRows),
    stamp: new Int32Array(rightRows.length).fill(-1),
    own: new Int32Array(recordSize),
    keys: new Uint32Array(maxKeys),
    weighed: 0,
  };
  for (let i = 0; i < leftRows.length; i++) {
    if ((i & 2047) === 2047) yield i / leftRows.length;
    weighRow(pass, i, leftRows[i]!);
  }
  return pass.weighed;
}
