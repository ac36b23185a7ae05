/**
 * Chances of pairs in a one-to-one matching. Every pair has odds against both its rows staying alone; a matching
 * has the product of its pairs' odds. The chance of a pair is the share of matchings that hold it, found by
 * passing messages between the two ends of each pair (belief propagation: exact where the candidates form no
 * circle, which is nearly everywhere). So a rival who has a better partner of his own hardly counts.
 */
import type { PairList } from '../assign/pair-list.ts';

const sweeps = 4;

/** Sums of a side's rows: the largest term apart, so that leaving one's own out loses no digits. */
interface RowSums {
  readonly rows: Int32Array;
  readonly rest: Float64Array;
  readonly top: Float64Array;
  readonly topAt: Int32Array;
}

/** Working memory for {@link matchingChances}. */
export interface MatchingRoom {
  readonly left: RowSums;
  readonly right: RowSums;
  readonly fromLeft: Float64Array;
  readonly fromRight: Float64Array;
}

function newSums(rows: Int32Array, total: number): RowSums {
  return {
    rows,
    rest: new Float64Array(total),
    top: new Float64Array(total),
    topAt: new Int32Array(total),
  };
}

/** Room for the pairs of two sides with that many rows. */
export function newMatchingRoom(
  pairs: PairList,
  leftRows: number,
  rightRows: number,
): MatchingRoom {
  return {
    left: newSums(pairs.left, leftRows),
    right: newSums(pairs.right, rightRows),
    fromLeft: new Float64Array(pairs.size),
    fromRight: new Float64Array(pairs.size),
  };
}

/** out[e] = 1 / (1 + Σ odds × inbound over the other pairs of e's row). */
function send(sums: RowSums, odds: Float64Array, inbound: Float64Array, out: Float64Array): void {
  const { rows, rest, top, topAt } = sums;
  rest.fill(0);
  top.fill(0);
  topAt.fill(-1);
  for (let e = 0; e < odds.length; e++) {
    const row = rows[e]!;
    const term = odds[e]! * inbound[e]!;
    if (term > top[row]!) {
      rest[row]! += top[row]!;
      top[row] = term;
      topAt[row] = e;
    } else rest[row]! += term;
  }
  for (let e = 0; e < odds.length; e++) {
    const row = rows[e]!;
    const others =
      topAt[row] === e ? rest[row]! : top[row]! + Math.max(0, rest[row]! - odds[e]! * inbound[e]!);
    out[e] = 1 / (1 + others);
  }
}

/** Writes the chance of every pair; `odds` are against both rows staying alone. */
export function matchingChances(
  room: MatchingRoom,
  odds: Float64Array,
  probability: Float32Array,
): void {
  const { left, right, fromLeft, fromRight } = room;
  fromRight.fill(1);
  fromLeft.fill(1);
  const leftNext = new Float64Array(odds.length);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    // Both sides at once, so that neither goes first: swapping the sides changes nothing.
    send(left, odds, fromRight, leftNext);
    send(right, odds, fromLeft, fromRight);
    fromLeft.set(leftNext);
  }
  for (let e = 0; e < odds.length; e++) {
    const own = odds[e]! * fromLeft[e]! * fromRight[e]!;
    probability[e] = own / (1 + own);
  }
}
