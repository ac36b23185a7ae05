/** A growing list of weighed pairs as columns. */
import { sharedFloat32, sharedInt32 } from '../share/shared-memory.ts';

export interface PairList {
  size: number;
  left: Int32Array;
  right: Int32Array;
  /** Bits of evidence without the prior. */
  bits: Float32Array;
  evidence: Int32Array;
}

/** An empty list in memory that threads share; it must have been made large enough. */
export function newSharedPairList(capacity: number): PairList {
  return {
    size: 0,
    left: sharedInt32(capacity),
    right: sharedInt32(capacity),
    bits: sharedFloat32(capacity),
    evidence: sharedInt32(capacity),
  };
}

/** An empty list. */
export function newPairList(capacity = 1024): PairList {
  return {
    size: 0,
    left: new Int32Array(capacity),
    right: new Int32Array(capacity),
    bits: new Float32Array(capacity),
    evidence: new Int32Array(capacity),
  };
}

/** Appends a pair. */
export function pushPair(
  list: PairList,
  left: number,
  right: number,
  bits: number,
  evidence: number,
): void {
  const at = list.size;
  if (at === list.left.length) {
    const capacity = Math.ceil(at * 1.6) + 16;
    const next = newPairList(capacity);
    next.left.set(list.left);
    next.right.set(list.right);
    next.bits.set(list.bits);
    next.evidence.set(list.evidence);
    list.left = next.left;
    list.right = next.right;
    list.bits = next.bits;
    list.evidence = next.evidence;
  }
  list.left[at] = left;
  list.right[at] = right;
  list.bits[at] = bits;
  list.evidence[at] = evidence;
  list.size = at + 1;
}

/**
 * Both lists in one, a pair that stands in both only once. Each list is in the order of its left rows and has
 * no repeats of its own. The joined one stands in shared memory.
 */
export function joinLists(first: PairList, second: PairList): PairList {
  const joined = newSharedPairList(first.size + second.size);
  let from = 0;
  for (let i = 0; i < second.size; i++) {
    const l = second.left[i]!;
    while (from < first.size && first.left[from]! < l) from++;
    let isRepeat = false;
    for (let k = from; k < first.size && first.left[k] === l; k++) {
      if (first.right[k] === second.right[i]) isRepeat = true;
    }
    if (!isRepeat) pushPair(joined, l, second.right[i]!, 0, 0);
  }
  for (let i = 0; i < first.size; i++) pushPair(joined, first.left[i]!, first.right[i]!, 0, 0);
  return joined;
}

/** Keeps only the pairs for which `isKept` holds, in their order. */
export function filterPairs(list: PairList, isKept: (at: number) => boolean): void {
  let to = 0;
  for (let at = 0; at < list.size; at++) {
    if (!isKept(at)) continue;
    list.left[to] = list.left[at]!;
    list.right[to] = list.right[at]!;
    list.bits[to] = list.bits[at]!;
    list.evidence[to++] = list.evidence[at]!;
  }
  list.size = to;
}
