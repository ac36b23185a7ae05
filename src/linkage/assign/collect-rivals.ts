/** The other candidates of the rows in the queue: what an officer is shown beside a pair. */
import type { Posterior } from '../score/posterior.ts';
import type { Side } from '../side.ts';
import { linkClass, type PairTable } from '../types.ts';
import type { Claims } from './claims.ts';
import { addLink, type LinkList, newLinkList, toTable } from './link-list.ts';
import { orderPairs } from './order-pairs.ts';
import type { PairList } from './pair-list.ts';

/** Rivals kept for a row of either side. */
const perRow = 5;

/** A free pair from here on is kept too, so that a lower threshold for review finds it. */
const leastFree = 0.01;

/**
 * Pairs that are neither linked nor in the queue but share a row with one that is, best first and at most five a
 * row; and free pairs that a lower threshold would show.
 */
export function collectRivals(
  pairs: PairList,
  posterior: Posterior,
  queue: LinkList,
  left: Side,
  right: Side,
  claims: Claims,
): PairTable {
  const held = new Set<number>();
  const leftHeld = new Uint8Array(left.rows);
  const rightHeld = new Uint8Array(right.rows);
  for (let i = 0; i < queue.size; i++) {
    const l = queue.leftRow[i]!;
    const r = queue.rightRow[i]!;
    held.add(l * right.rows + r);
    leftHeld[l] = 1;
    rightHeld[r] = 1;
  }
  const isFreeAndLikely = (i: number): boolean =>
    posterior.probability[i]! >= leastFree && claims.isFree(pairs.left[i]!, pairs.right[i]!);
  const selected: number[] = [];
  for (let i = 0; i < pairs.size; i++) {
    const l = pairs.left[i]!;
    const r = pairs.right[i]!;
    if (leftHeld[l] === 0 && rightHeld[r] === 0 && !isFreeAndLikely(i)) continue;
    if (!held.has(l * right.rows + r)) selected.push(i);
  }
  const order = orderPairs(
    Int32Array.from(selected),
    posterior.weight,
    pairs.left,
    pairs.right,
    left,
    right,
  );
  const ofLeft = new Map<number, number>();
  const ofRight = new Map<number, number>();
  const list = newLinkList(order.length);
  for (const i of order) {
    const l = pairs.left[i]!;
    const r = pairs.right[i]!;
    const n = ofLeft.get(l) ?? 0;
    const m = ofRight.get(r) ?? 0;
    const isWanted = (leftHeld[l] === 1 && n < perRow) || (rightHeld[r] === 1 && m < perRow);
    if (!isWanted && !isFreeAndLikely(i)) continue;
    ofLeft.set(l, n + 1);
    ofRight.set(r, m + 1);
    const { probability, weight } = posterior;
    addLink(list, l, r, probability[i]!, weight[i]!, pairs.evidence[i]!, linkClass.review);
  }
  return toTable(
    list,
    Int32Array.from({ length: list.size }, (_, i) => i),
  );
}
