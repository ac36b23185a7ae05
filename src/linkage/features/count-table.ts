/** Counts by 32-bit content hash, open addressing; 0 is not a key. Sized once. */
export interface CountTable {
  readonly mask: number;
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

/** Table for up to `expected` different keys. */
export function newCountTable(expected: number): CountTable {
  let size = 1024;
  while (size < expected * 1.6) size *= 2;
  return { mask: size - 1, keys: new Uint32Array(size), counts: new Uint32Array(size) };
}

/** Adds one to a key's count. */
export function countUp(table: CountTable, key: number): void {
  if (key === 0) return;
  let at = key & table.mask;
  while (table.keys[at] !== key && table.keys[at] !== 0) at = (at + 1) & table.mask;
  table.keys[at] = key;
  table.counts[at]!++;
}

/** Count of a key. */
export function countOf(table: CountTable, key: number): number {
  let at = key & table.mask;
  while (table.keys[at] !== key) {
    if (table.keys[at] === 0) return 0;
    at = (at + 1) & table.mask;
  }
  return key === 0 ? 0 : table.counts[at]!;
}
