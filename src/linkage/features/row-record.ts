/**
 * One row's matching fields side by side in sixteen integers, one cache line: weighing a pair then costs one
 * far read in place of twelve. Packed for open rows only, so that memory stays small.
 */
import type { SharedPool } from '../share/shared-memory.ts';
import type { Prepared } from './prepared.ts';

/** Integers a record takes. */
export const recordSize = 16;

/** Places of the fields within a record. */
export const field = {
  date: 0,
  village: 1,
  nikHi: 2,
  nikLo: 3,
  kpjHi: 4,
  kpjLo: 5,
  area: 6,
  nameKey: 7,
  joinKey: 8,
  /** Information of the whole name × `infoScale`. */
  nameInfo: 9,
  wordStart: 10,
  wordCount: 11,
  /** Kinds and flags, a byte each. */
  nikKind: 12,
  kpjKind: 13,
  sexAndFlags: 14,
  wage: 15,
} as const;

export const infoScale = 4096;

/** Writes a row's record at `at`. Sex stands in the low two bits of its field, `rowFlag`s above them. */
export function writeRecord(p: Prepared, row: number, out: Int32Array, at: number): void {
  const { side } = p;
  const start = side.wordStart[row]!;
  out[at + field.date] = p.date[row]!;
  out[at + field.village] = side.village[row]!;
  out[at + field.nikHi] = side.nikHi[row]!;
  out[at + field.nikLo] = side.nikLo[row]!;
  out[at + field.kpjHi] = side.kpjHi[row]!;
  out[at + field.kpjLo] = side.kpjLo[row]!;
  out[at + field.area] = p.area[row]!;
  out[at + field.nameKey] = side.nameKey[row]!;
  out[at + field.joinKey] = side.joinKey[row]!;
  out[at + field.nameInfo] = Math.round(p.nameInfo[row]! * infoScale);
  out[at + field.wordStart] = start;
  out[at + field.wordCount] = side.wordStart[row + 1]! - start;
  out[at + field.nikKind] = side.nikKind[row]!;
  out[at + field.kpjKind] = side.kpjKind[row]!;
  out[at + field.sexAndFlags] = p.sex[row]! | (p.flags[row]! << 2);
  out[at + field.wage] = side.wage[row]!;
}

/** Records of the given rows, in their order. */
export function packRecords(p: Prepared, rows: Int32Array, pool: SharedPool): Int32Array {
  const size = rows.length * recordSize;
  const out = new Int32Array(pool.take('records', size * 4), 0, size);
  for (let i = 0; i < rows.length; i++) writeRecord(p, rows[i]!, out, i * recordSize);
  return out;
}
