/**
 * Index of the right rows by block key, made in two halves that two threads can make at once. Its entries stand in
 * the order of the rows whoever made them.
 */
import type { Prepared } from '../features/prepared.ts';
import { type Poll, pollMask } from '../poll.ts';
import type { SharedPool } from '../share/shared-memory.ts';
import { type KeyEmitter, maxKeys } from './key-index.ts';
import { mainKeys, secondPassKeys } from './keys.ts';

export type PassName = 'main' | 'second';

/** The keys of a pass. */
export const keysOf = (p: Prepared, pass: PassName): KeyEmitter =>
  pass === 'main' ? mainKeys(p) : secondPassKeys(p);

/** Rows a bucket, of the left rows and of the two halves of the right rows. Full at 65,535: such a bucket stays shut. */
export interface BucketCounts {
  readonly mask: number;
  readonly left: Uint16Array;
  readonly first: Uint16Array;
  readonly second: Uint16Array;
}

/** Share 0 counts the left rows, 1 and 2 the halves of the right rows. */
export interface CountWork {
  readonly kind: 'count';
  readonly shares: number;
  readonly pass: PassName;
  readonly leftRows: Int32Array;
  readonly rightRows: Int32Array;
  readonly counts: BucketCounts;
}

export interface BlockIndex {
  /** Buckets less one; the bucket of a key is `key & mask`. */
  readonly mask: number;
  /** Entries of bucket b are those from `starts[b]` to before `starts[b + 1]`. */
  readonly starts: Uint32Array;
  /** Two integers an entry, side by side: its key, and its row's place among the right rows. */
  readonly entries: Int32Array;
}

/** Share 0 and 1 enter the halves of the right rows; the counts are used up by it. */
export interface FillWork {
  readonly kind: 'fill';
  readonly shares: number;
  readonly pass: PassName;
  readonly rightRows: Int32Array;
  readonly counts: BucketCounts;
  readonly index: BlockIndex;
}

const full = 0xffff;

/** Counts at nought for that many buckets. */
export function newBucketCounts(buckets: number, pool: SharedPool): BucketCounts {
  const counts = (name: string): Uint16Array =>
    new Uint16Array(pool.take(name, buckets * 2), 0, buckets).fill(0);
  return {
    mask: buckets - 1,
    left: counts('left'),
    first: counts('first'),
    second: counts('second'),
  };
}

const middleOf = (rows: Int32Array): number => rows.length >> 1;

function countKeys(
  rows: Int32Array,
  from: number,
  to: number,
  emit: KeyEmitter,
  { mask, counts, poll }: { mask: number; counts: Uint16Array; poll: Poll },
): void {
  const keys = new Uint32Array(maxKeys);
  for (let i = from; i < to; i++) {
    if ((i & pollMask) === 0) poll();
    const n = emit(rows[i]!, keys);
    for (let k = 0; k < n; k++) {
      const bucket = keys[k]! & mask;
      if (counts[bucket] !== full) counts[bucket]!++;
    }
  }
}

/** What a share needs of its thread's desk. */
interface Place {
  readonly left: Prepared;
  readonly right: Prepared;
  readonly poll: Poll;
}

/** Counts one of the three lists. */
export function countShare(
  { left, right, poll }: Place,
  { pass, leftRows, rightRows, counts }: CountWork,
  share: number,
): void {
  const { mask } = counts;
  const middle = middleOf(rightRows);
  if (share === 0) {
    countKeys(leftRows, 0, leftRows.length, keysOf(left, pass), {
      mask,
      counts: counts.left,
      poll,
    });
  } else if (share === 1) {
    countKeys(rightRows, 0, middle, keysOf(right, pass), { mask, counts: counts.first, poll });
  } else
    countKeys(rightRows, middle, rightRows.length, keysOf(right, pass), {
      mask,
      counts: counts.second,
      poll,
    });
}

/** An index with its buckets laid out and nothing in them; buckets whose product of rows reaches `limit` stay empty. */
export function layOutIndex(counts: BucketCounts, limit: number, pool: SharedPool): BlockIndex {
  const { mask, left, first, second } = counts;
  const starts = new Uint32Array(pool.take('starts', (mask + 2) * 4), 0, mask + 2);
  let total = 0;
  for (let b = 0; b <= mask; b++) {
    starts[b] = total;
    const rows = first[b]! + second[b]!;
    if (rows * left[b]! < limit && left[b] !== 0) total += rows;
  }
  starts[mask + 1] = total;
  const entries = new Int32Array(pool.take('entries', total * 8), 0, total * 2);
  return { mask, starts, entries };
}

/** The first half goes in from its end, each entry before the last one of its bucket. */
function fillFirst(
  { rightRows, counts: { first }, index }: FillWork,
  emit: KeyEmitter,
  keys: Uint32Array,
  poll: Poll,
): void {
  const { mask, starts, entries } = index;
  for (let i = middleOf(rightRows) - 1; i >= 0; i--) {
    if ((i & pollMask) === 0) poll();
    for (let k = emit(rightRows[i]!, keys) - 1; k >= 0; k--) {
      const bucket = keys[k]! & mask;
      if (starts[bucket] === starts[bucket + 1]) continue;
      first[bucket]!--;
      const slot = 2 * (starts[bucket]! + first[bucket]!);
      entries[slot] = keys[k]!;
      entries[slot + 1] = i;
    }
  }
}

/** The second half goes in from its start, so that the last entry ends its bucket. */
function fillSecond(
  { rightRows, counts: { second }, index }: FillWork,
  emit: KeyEmitter,
  keys: Uint32Array,
  poll: Poll,
): void {
  const { mask, starts, entries } = index;
  for (let i = middleOf(rightRows); i < rightRows.length; i++) {
    if ((i & pollMask) === 0) poll();
    const n = emit(rightRows[i]!, keys);
    for (let k = 0; k < n; k++) {
      const bucket = keys[k]! & mask;
      if (starts[bucket] === starts[bucket + 1]) continue;
      const slot = 2 * (starts[bucket + 1]! - second[bucket]!);
      second[bucket]!--;
      entries[slot] = keys[k]!;
      entries[slot + 1] = i;
    }
  }
}

/** Enters one half. */
export function fillShare({ right, poll }: Place, work: FillWork, share: number): void {
  const keys = new Uint32Array(maxKeys);
  const emit = keysOf(right, work.pass);
  if (share === 0) fillFirst(work, emit, keys, poll);
  else fillSecond(work, emit, keys, poll);
}
