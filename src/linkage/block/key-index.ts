/** Rows by 32-bit key: counting sort into buckets, keys kept beside the rows. */
import { noPoll, pollMask } from '../poll.ts';

export interface KeyIndex {
  /** Buckets less one; the bucket of a key is `key & mask`. */
  readonly mask: number;
  /** Entries of bucket b are those from `starts[b]` to before `starts[b + 1]`. */
  readonly starts: Uint32Array;
  /** Two integers an entry, side by side: its key, and its row's place in the list the index is made from. */
  readonly entries: Int32Array;
}

/** Writes the keys of a row into `out` and returns how many. */
export type KeyEmitter = (row: number, out: Uint32Array) => number;

/** Most keys one row may have. */
export const maxKeys = 40;

/** Power of two at or above a number of entries. */
export function bucketCount(entries: number): number {
  let size = 256;
  while (size < entries) size *= 2;
  return size;
}

/** Counts entries a bucket. */
export function countBuckets(
  rows: Int32Array,
  emit: KeyEmitter,
  mask: number,
  poll = noPoll,
): Uint32Array {
  const counts = new Uint32Array(mask + 2);
  const keys = new Uint32Array(maxKeys);
  for (let i = 0; i < rows.length; i++) {
    if ((i & pollMask) === 0) poll();
    const n = emit(rows[i]!, keys);
    for (let k = 0; k < n; k++) counts[keys[k]! & mask]!++;
  }
  return counts;
}

/** Builds an index of the given rows. `skip(bucket)` leaves crowded buckets empty. */
export function buildKeyIndex(
  rows: Int32Array,
  emit: KeyEmitter,
  mask: number,
  counts: Uint32Array,
  skip: (bucket: number) => boolean = () => false,
  poll = noPoll,
): KeyIndex {
  const starts = new Uint32Array(mask + 2);
  let total = 0;
  for (let b = 0; b <= mask; b++) {
    starts[b] = total;
    if (!skip(b)) total += counts[b]!;
  }
  starts[mask + 1] = total;
  const at = starts.slice(0, mask + 1);
  const entries = new Int32Array(total * 2);
  const keys = new Uint32Array(maxKeys);
  for (let i = 0; i < rows.length; i++) {
    if ((i & pollMask) === 0) poll();
    const n = emit(rows[i]!, keys);
    for (let k = 0; k < n; k++) {
      const bucket = keys[k]! & mask;
      if (starts[bucket] === starts[bucket + 1]) continue;
      const slot = at[bucket]!++;
      entries[slot * 2] = keys[k]!;
      entries[slot * 2 + 1] = i;
    }
  }
  return { mask, starts, entries };
}

/** All row numbers below n. */
export function allRows(n: number): Int32Array {
  const rows = new Int32Array(n);
  for (let i = 0; i < n; i++) rows[i] = i;
  return rows;
}

/** Index over one key a row; rows with key 0 are left out. */
export function indexByKey(keyOf: (row: number) => number, rows: number, poll = noPoll): KeyIndex {
  const mask = bucketCount(rows) - 1;
  const emit: KeyEmitter = (row, out) => {
    const key = keyOf(row);
    out[0] = key;
    return key === 0 ? 0 : 1;
  };
  const list = allRows(rows);
  return buildKeyIndex(list, emit, mask, countBuckets(list, emit, mask, poll), undefined, poll);
}
