/**
 * Rows of one side that are the same person: same valid NIK or KPJ with an agreeing name or birth date,
 * or the same name, birth date and village without contradicting numbers. They are grouped before matching
 * and never compete with one another.
 */

import { type Prepared, rowFlag, rowHash } from '../features/prepared.ts';
import { combine } from '../hash.ts';
import { idKind } from '../normalise/number-id.ts';
import { noPoll, type Poll, pollMask } from '../poll.ts';

/** Rows looked at in one crowd of equal keys; a number typed into thousands of rows is a placeholder. */
const crowd = 24;

/** Rows whose key occurs more than once, sorted by key: two bitmaps instead of a hash table. */
function rowsWithRepeatedKeys(n: number, keyOf: (row: number) => number, poll: Poll): Float64Array {
  let bits = 1 << 16;
  while (bits < n * 16) bits *= 2;
  const seen = new Uint32Array(bits >>> 5);
  const twice = new Uint32Array(bits >>> 5);
  const last = bits - 1;
  const keys = new Uint32Array(n);
  for (let row = 0; row < n; row++) {
    if ((row & pollMask) === 0) poll();
    const key = keyOf(row);
    keys[row] = key;
    if (key === 0) continue;
    const at = (key & last) >>> 5;
    const bit = 1 << (key & 31);
    if ((seen[at]! & bit) !== 0) twice[at]! |= bit;
    else seen[at]! |= bit;
  }
  const found: number[] = [];
  for (let row = 0; row < n; row++) {
    const key = keys[row]!;
    if (key !== 0 && (twice[(key & last) >>> 5]! & (1 << (key & 31))) !== 0) {
      found.push(key * 0x200000 + row);
    }
  }
  return Float64Array.from(found).sort();
}

function findRoot(group: Int32Array, row: number): number {
  let root = row;
  while (group[root] !== root) root = group[root]!;
  for (let at = row; group[at] !== root; ) {
    const next = group[at]!;
    group[at] = root;
    at = next;
  }
  return root;
}

function unite(group: Int32Array, a: number, b: number): void {
  const x = findRoot(group, a);
  const y = findRoot(group, b);
  if (x < y) group[y] = x;
  else group[x] = y;
}

function uniteRepeats(
  p: Prepared,
  keyOf: (row: number) => number,
  isSame: (a: number, b: number) => boolean,
  poll: Poll,
): void {
  const sorted = rowsWithRepeatedKeys(p.side.rows, keyOf, poll);
  let first = 0;
  for (let i = 1; i < sorted.length; i++) {
    const key = Math.floor(sorted[i]! / 0x200000);
    if (key !== Math.floor(sorted[first]! / 0x200000)) {
      first = i;
      continue;
    }
    const row = sorted[i]! % 0x200000;
    for (let j = Math.max(first, i - crowd); j < i; j++) {
      const other = sorted[j]! % 0x200000;
      if (isSame(other, row)) unite(p.group, other, row);
    }
  }
}

function agreesAsPerson(p: Prepared, a: number, b: number): boolean {
  const { side } = p;
  if (side.nameKey[a] === side.nameKey[b] || side.joinKey[a] === side.joinKey[b]) return true;
  const derived = (p.flags[a]! | p.flags[b]!) & rowFlag.dateFromNik;
  if (derived !== 0 || p.date[a] === 0 || p.date[a] !== p.date[b]) return false;
  return (
    side.lexicon.skeleton[side.words[side.wordStart[a]!]!] ===
    side.lexicon.skeleton[side.words[side.wordStart[b]!]!]
  );
}

/** Fills `group` with the lowest row of each row's group. Rows above 2,097,151 are left ungrouped. */
export function groupDuplicates(p: Prepared, poll = noPoll): void {
  const { side } = p;
  if (side.rows > 0x1fffff) return;
  uniteRepeats(
    p,
    (row) => (side.nikKind[row] === idKind.nik ? combine(side.nikHi[row]!, side.nikLo[row]!) : 0),
    (a, b) =>
      side.nikHi[a] === side.nikHi[b] && side.nikLo[a] === side.nikLo[b] && agreesAsPerson(p, a, b),
    poll,
  );
  uniteRepeats(
    p,
    (row) => (side.kpjKind[row] === idKind.none ? 0 : combine(side.kpjHi[row]!, side.kpjLo[row]!)),
    (a, b) =>
      side.kpjHi[a] === side.kpjHi[b] && side.kpjLo[a] === side.kpjLo[b] && agreesAsPerson(p, a, b),
    poll,
  );
  uniteRepeats(
    p,
    (row) =>
      side.nameKey[row] === 0 || side.date[row] === 0 || side.village[row]! < 0
        ? 0
        : combine(
            side.nameKey[row]!,
            combine(side.date[row]!, side.places.fold[side.village[row]!]!),
          ),
    (a, b) =>
      side.nameKey[a] === side.nameKey[b] &&
      side.date[a] === side.date[b] &&
      side.village[a] === side.village[b] &&
      (side.nikKind[a] !== idKind.nik ||
        side.nikKind[b] !== idKind.nik ||
        (side.nikHi[a] === side.nikHi[b] && side.nikLo[a] === side.nikLo[b])) &&
      (side.kpjKind[a] === idKind.none ||
        side.kpjKind[b] === idKind.none ||
        (side.kpjHi[a] === side.kpjHi[b] && side.kpjLo[a] === side.kpjLo[b])),
    poll,
  );
  for (let row = 0; row < side.rows; row++) findRoot(p.group, row);
}

function completeness(p: Prepared, row: number): number {
  const { side } = p;
  return (
    (side.nikKind[row] === idKind.nik ? 8 : 0) +
    (side.kpjKind[row] === idKind.none ? 0 : 4) +
    (side.date[row] === 0 ? 0 : 3) +
    (side.village[row]! < 0 ? 0 : 2) +
    Math.min(2, side.wordStart[row + 1]! - side.wordStart[row]!)
  );
}

/** The fullest row of each group, by its root: the one that stands for the group in fuzzy matching. */
export function chooseRepresentatives(p: Prepared): Int32Array {
  const best = new Int32Array(p.side.rows).fill(-1);
  for (let row = 0; row < p.side.rows; row++) {
    const root = p.group[row]!;
    const held = best[root]!;
    if (held < 0) {
      best[root] = row;
      continue;
    }
    const gain = completeness(p, row) - completeness(p, held);
    if (gain > 0 || (gain === 0 && rowHash(p.side, row) < rowHash(p.side, held))) best[root] = row;
  }
  return best;
}
