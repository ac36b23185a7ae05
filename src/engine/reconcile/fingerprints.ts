/** What identifies a row's content from run to run: a number of 53 bits made of its normalised matching fields. */
import { combine } from '../../linkage/hash.ts';
import { idKind } from '../../linkage/normalise/number-id.ts';
import type { Side } from '../../linkage/side.ts';

/** Bits that the second hash gives to the fingerprint. */
const lowBits = 21;
const lowMask = (1 << lowBits) - 1;

/** One number a row; rows alike in every field that is compared have the same one. */
export function fingerprintsOf(side: Side): Float64Array {
  const prints = new Float64Array(side.rows);
  for (let row = 0; row < side.rows; row++) prints[row] = fingerprintOf(side, row);
  return prints;
}

function fingerprintOf(side: Side, row: number): number {
  const { lexicon, places, words, wordStart } = side;
  const village = side.village[row] ?? -1;
  const kinds =
    ((side.nikKind[row] ?? 0) << 16) | ((side.kpjKind[row] ?? 0) << 8) | (side.sex[row] ?? 0);
  let high = combine(side.nikHi[row] ?? 0, side.nikLo[row] ?? 0);
  let low = combine(side.nikLo[row] ?? 0, kinds);
  const add = (value: number): void => {
    high = combine(high, value);
    low = combine(value, low);
  };
  add(side.kpjHi[row] ?? 0);
  add(side.kpjLo[row] ?? 0);
  add(side.date[row] ?? 0);
  add(village < 0 ? 0 : (places.hash[village] ?? 0));
  for (let at = wordStart[row] ?? 0; at < (wordStart[row + 1] ?? 0); at++) {
    add(lexicon.hash[words[at] ?? 0] ?? 0);
  }
  return combine(high, kinds) * (lowMask + 1) + (low & lowMask);
}

/** True where rows of equal content are one person: they are grouped by their number, and a copy more changes nothing. */
export function isNumbered(side: Side): (row: number) => boolean {
  return (row) => side.nikKind[row] === idKind.nik || side.kpjKind[row] !== idKind.none;
}

/** Where an earlier run's rows are now. */
export interface PlacedRows {
  /** For each earlier row its row of now; −1 for one that has gone or that cannot be told from others. */
  readonly rowNow: Int32Array;
  /** 1 for each row of now that the earlier run did not know. */
  readonly changed: Uint8Array;
  /** Rows that came or went. */
  readonly moved: number;
}

/** Contents by number, in an open hash table. */
function numberContents(prints: Float64Array) {
  let size = 1024;
  while (size < prints.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const keys = new Float64Array(prints.length);
  let known = 0;
  const slotOf = (key: number): number => {
    let at = Math.floor(key / (lowMask + 1)) & (size - 1);
    for (;;) {
      const held = slots[at] ?? -1;
      if (held < 0 || keys[held] === key) return at;
      at = (at + 1) & (size - 1);
    }
  };
  const ids = new Int32Array(prints.length);
  for (let row = 0; row < prints.length; row++) {
    const key = prints[row] ?? 0;
    const at = slotOf(key);
    if (slots[at] === -1) {
      keys[known] = key;
      slots[at] = known++;
    }
    ids[row] = slots[at] ?? -1;
  }
  return { ids, known, idOf: (key: number): number => slots[slotOf(key)] ?? -1 };
}

/**
 * Finds earlier rows among those of now by content. Of rows without a number that are alike there must be as many as
 * before: then the first is the first; otherwise all of them count as changed.
 */
export function placeRows(
  before: Float64Array,
  now: Float64Array,
  isKnown: (row: number) => boolean,
): PlacedRows {
  const { ids, known, idOf } = numberContents(before);
  const difference = new Int32Array(known);
  for (const id of ids) difference[id] = (difference[id] ?? 0) + 1;
  const idsNow = new Int32Array(now.length);
  for (let row = 0; row < now.length; row++) idsNow[row] = idOf(now[row] ?? 0);
  const first = new Int32Array(known).fill(-1);
  const next = new Int32Array(now.length).fill(-1);
  for (let row = now.length - 1; row >= 0; row--) {
    const id = idsNow[row] ?? -1;
    if (id < 0) continue;
    difference[id] = (difference[id] ?? 0) - 1;
    next[row] = first[id] ?? -1;
    first[id] = row;
  }
  const isSame = (row: number, id: number): boolean => difference[id] === 0 || isKnown(row);
  const changed = new Uint8Array(now.length);
  let moved = 0;
  for (let row = 0; row < now.length; row++) {
    const id = idsNow[row] ?? -1;
    if (id >= 0 && isSame(row, id)) continue;
    changed[row] = 1;
    moved += 1;
  }
  const rowNow = new Int32Array(before.length).fill(-1);
  for (let row = 0; row < before.length; row++) {
    const id = ids[row] ?? 0;
    const found = first[id] ?? -1;
    if (found < 0 || !isSame(found, id)) {
      moved += 1;
      continue;
    }
    rowNow[row] = found;
    // As many as before: each goes to its own. Of numbered ones that are more or fewer, all stand for the first.
    if (difference[id] === 0) first[id] = next[found] ?? -1;
  }
  return { rowNow, changed, moved };
}
