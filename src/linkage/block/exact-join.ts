/** Pairs of rows with an equal NIK, or an equal KPJ. */

import { newPairList, type PairList, pushPair } from '../assign/pair-list.ts';
import { combine } from '../hash.ts';
import { idKind } from '../normalise/number-id.ts';
import { noPoll, type Poll, pollMask } from '../poll.ts';
import type { Side } from '../side.ts';
import { indexByKey } from './key-index.ts';

/** A number borne by more rows than this on both sides is a placeholder, not an identity. */
const crowd = 64;

interface NumberColumn {
  readonly kind: Uint8Array;
  readonly hi: Uint32Array;
  readonly lo: Uint32Array;
}

function keyOf(column: NumberColumn, row: number): number {
  const kind = column.kind[row]!;
  if (kind === idKind.none || kind === idKind.scientific) return 0;
  return combine(column.hi[row]!, column.lo[row]!) || 1;
}

function join(
  a: NumberColumn,
  rowsA: number,
  b: NumberColumn,
  rowsB: number,
  poll: Poll,
): PairList {
  const index = indexByKey((row) => keyOf(b, row), rowsB, poll);
  const perKey = new Uint32Array(index.mask + 1);
  for (let row = 0; row < rowsA; row++) {
    const key = keyOf(a, row);
    if (key !== 0) perKey[key & index.mask]!++;
  }
  const pairs = newPairList(Math.max(1024, Math.min(rowsA, index.entries.length / 2)));
  for (let row = 0; row < rowsA; row++) {
    if ((row & pollMask) === 0) poll();
    const key = keyOf(a, row);
    if (key === 0) continue;
    const bucket = key & index.mask;
    const start = index.starts[bucket]!;
    const end = index.starts[bucket + 1]!;
    if ((end - start) * perKey[bucket]! > crowd) continue;
    for (let i = start; i < end; i++) {
      const other = index.entries[2 * i + 1]!;
      if (a.hi[row] !== b.hi[other] || a.lo[row] !== b.lo[other]) continue;
      pushPair(pairs, row, other, 0, 0);
    }
  }
  return pairs;
}

/** Pairs with an equal number in the NIK column, whatever kind of number it is. */
export function joinByNik(left: Side, right: Side, poll = noPoll): PairList {
  return join(
    { kind: left.nikKind, hi: left.nikHi, lo: left.nikLo },
    left.rows,
    { kind: right.nikKind, hi: right.nikHi, lo: right.nikLo },
    right.rows,
    poll,
  );
}

/** Pairs with an equal KPJ. */
export function joinByKpj(left: Side, right: Side, poll = noPoll): PairList {
  return join(
    { kind: left.kpjKind, hi: left.kpjHi, lo: left.kpjLo },
    left.rows,
    { kind: right.kpjKind, hi: right.kpjHi, lo: right.kpjLo },
    right.rows,
    poll,
  );
}
