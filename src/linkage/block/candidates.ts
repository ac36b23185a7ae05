/**
 * Weighs all pairs of open rows that share a key. Work is bounded: buckets are taken from the smallest
 * product of rows up until a budget of comparisons is spent, and the rest are left out whole. That choice
 * does not depend on row order or on which side is left.
 */
import { type PairList, pushPair } from '../assign/pair-list.ts';
import { packRecords } from '../features/row-record.ts';
import type { Poll } from '../poll.ts';
import { type Assistant, doShares } from '../share/assistant.ts';
import type { SharedPool } from '../share/shared-memory.ts';
import type { Desk } from '../share/work.ts';
import {
  type BlockIndex,
  type BucketCounts,
  layOutIndex,
  newBucketCounts,
  type PassName,
} from './block-index.ts';
import { bucketCount } from './key-index.ts';

/** No bucket beyond this product of rows is opened, however small the files. */
const largestProduct = 40_000;

/** Left rows of one share of the weighing. */
const rowsPerShare = 2048;

export interface CandidateRun {
  readonly desk: Desk;
  readonly assistant: Assistant | undefined;
  readonly pass: PassName;
  /** Where indexes stand; one pool serves all passes of a run. */
  readonly pool: SharedPool;
  /** Open rows, in shared memory where there is an assistant. */
  readonly leftRows: Int32Array;
  readonly rightRows: Int32Array;
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

const steps = 64;
const stepOf = (product: number): number => Math.min(steps - 1, Math.floor(Math.log2(product) * 2));
/** The steps of small products, of which there are millions. */
const smallSteps = Uint8Array.from({ length: 1024 }, (_, product) =>
  product === 0 ? 0 : stepOf(product),
);

/** Largest product of rows whose buckets, with all smaller ones, fit the budget. */
function productLimit({ left, first, second }: BucketCounts, budget: number): number {
  const work = new Float64Array(steps);
  for (let b = 0; b < left.length; b++) {
    const product = left[b]! * (first[b]! + second[b]!);
    if (product > 0) work[product < 1024 ? smallSteps[product]! : stepOf(product)]! += product;
  }
  let spent = 0;
  for (let s = 0; s < steps; s++) {
    spent += work[s]!;
    if (spent > budget) return 2 ** (s / 2);
  }
  return Number.POSITIVE_INFINITY;
}

function* buildIndex(run: CandidateRun): Generator<number, BlockIndex> {
  const { desk, assistant, pass, leftRows, rightRows } = run;
  const most = Math.max(leftRows.length, rightRows.length);
  const counts = newBucketCounts(bucketCount(most * run.bucketsPerRow), run.pool);
  const count = { kind: 'count', shares: 3, pass, leftRows, rightRows, counts } as const;
  for (const _ of doShares(desk, assistant, count)) {
    run.poll();
    yield 0;
  }
  const budget = run.comparisonsPerRow * (leftRows.length + rightRows.length) + 20_000;
  const limit = Math.min(largestProduct, productLimit(counts, budget));
  const index = layOutIndex(counts, limit, run.pool);
  const fill = { kind: 'fill', shares: 2, pass, rightRows, counts, index } as const;
  for (const _ of doShares(desk, assistant, fill)) {
    run.poll();
    yield 0;
  }
  return index;
}

/** Runs one blocked pass; yields the share of left rows done. Returns the number of pairs weighed. */
export function* weighCandidates(run: CandidateRun): Generator<number, number> {
  const { desk, leftRows, rightRows, into, isBarred } = run;
  if (leftRows.length === 0 || rightRows.length === 0) return 0;
  const work = {
    kind: 'weigh',
    shares: Math.ceil(leftRows.length / rowsPerShare),
    pass: run.pass,
    leftRows,
    rightRows,
    each: rowsPerShare,
    index: yield* buildIndex(run),
    records: packRecords(desk.right, rightRows, run.pool),
    floor: run.floor,
  } as const;
  let weighed = 0;
  yield* doShares(desk, run.assistant, work, ({ pairs, weighed: n }) => {
    weighed += n;
    for (let i = 0; pairs !== null && i < pairs.size; i++) {
      const l = pairs.left[i]!;
      const r = pairs.right[i]!;
      if (!isBarred(l, r)) pushPair(into, l, r, pairs.bits[i]!, pairs.evidence[i]!);
    }
  });
  desk.pass = null;
  return weighed;
}
