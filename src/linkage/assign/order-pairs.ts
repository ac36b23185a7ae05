/** Puts pairs into the order in which they are taken: by weight, ties by content, last by row numbers. */

import { rowHash } from '../features/prepared.ts';
import { combine } from '../hash.ts';
import type { Side } from '../side.ts';

const float = new Float32Array(1);
const asBits = new Uint32Array(float.buffer);

/** Unsigned integer that rises as the float falls. */
function fallingKey(value: number): number {
  float[0] = value;
  const bits = asBits[0]!;
  return (bits & 0x80000000) !== 0 ? bits : ~bits & 0x7fffffff;
}

function radixPass(keys: Uint32Array, from: Int32Array, to: Int32Array, shift: number): void {
  const counts = new Uint32Array(65537);
  for (let i = 0; i < from.length; i++) counts[((keys[from[i]!]! >>> shift) & 0xffff) + 1]!++;
  for (let i = 0; i < 65536; i++) counts[i + 1]! += counts[i]!;
  for (let i = 0; i < from.length; i++) {
    const at = from[i]!;
    to[counts[(keys[at]! >>> shift) & 0xffff]!++] = at;
  }
}

/**
 * Positions `selected` of a pair table, heaviest first. Ties are broken by a hash of both rows that is
 * the same when the sides change places, so that the order does not depend on where rows stand.
 */
export function orderPairs(
  selected: Int32Array,
  weight: ArrayLike<number>,
  pairLeft: Int32Array,
  pairRight: Int32Array,
  left: Side,
  right: Side,
): Int32Array {
  let top = 0;
  for (const at of selected) if (at > top) top = at;
  const keys = new Uint32Array(top + 1);
  for (const at of selected) keys[at] = fallingKey(weight[at]!);
  const half = new Int32Array(selected.length);
  const order = new Int32Array(selected.length);
  radixPass(keys, selected, half, 0);
  radixPass(keys, half, order, 16);
  const tieOf = (at: number): number => {
    const a = rowHash(left, pairLeft[at]!);
    const b = rowHash(right, pairRight[at]!);
    return combine(Math.min(a, b), Math.max(a, b));
  };
  for (let i = 0; i < order.length; ) {
    let end = i + 1;
    while (end < order.length && keys[order[end]!] === keys[order[i]!]) end++;
    if (end - i > 1) {
      const run = Array.from(order.subarray(i, end), (at) => ({ at, tie: tieOf(at) }));
      run.sort(
        (x, y) =>
          x.tie - y.tie ||
          Math.min(pairLeft[x.at]!, pairRight[x.at]!) -
            Math.min(pairLeft[y.at]!, pairRight[y.at]!) ||
          Math.max(pairLeft[x.at]!, pairRight[x.at]!) - Math.max(pairLeft[y.at]!, pairRight[y.at]!),
      );
      for (let k = 0; k < run.length; k++) order[i + k] = run[k]!.at;
    }
    i = end;
  }
  return order;
}
