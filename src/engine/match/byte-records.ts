/** Splits the bytes of delimited text into fields without making strings. */

/** Fields of the current record: `bytes[starts[i] … ends[i])`. */
export interface ByteRecord {
  count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const maxFields = 256;
const quote = 34;
const lf = 10;
const cr = 13;

/** An empty record, to be reused. */
export function newByteRecord(): ByteRecord {
  return { count: 0, starts: new Int32Array(maxFields), ends: new Int32Array(maxFields) };
}

/** Shifts an enclosed field over its doubled quotes; returns its end, or −1 when the quote stays open. */
function readQuoted(
  bytes: Uint8Array,
  start: number,
  limit: number,
): { end: number; next: number } {
  let to = start;
  for (let i = start; i < limit; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== quote) {
      bytes[to++] = byte;
    } else if (bytes[i + 1] === quote && i + 1 < limit) {
      bytes[to++] = quote;
      i++;
    } else return { end: to, next: i + 1 };
  }
  return { end: -1, next: limit };
}

/** True when the record from `from` on ends before `limit`, quotes respected. */
function isWhole(bytes: Uint8Array, from: number, limit: number): boolean {
  let open = false;
  for (let i = from; i < limit; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === quote) open = !open;
    else if (byte === lf && !open) return true;
  }
  return false;
}

/**
 * Reads the record at `from` into `record` and returns where the next one begins, or −1 when the bytes end
 * before it does (unless `isLast`). Bytes of quoted fields are rewritten in place.
 */
export function readRecord(
  bytes: Uint8Array,
  from: number,
  limit: number,
  delimiter: number,
  isLast: boolean,
  record: ByteRecord,
): number {
  record.count = 0;
  let start = from;
  for (let i = from; i < limit; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === quote && i === start) {
      if (!isLast && !isWhole(bytes, i, limit)) return -1;
      const { end, next } = readQuoted(bytes, i + 1, limit);
      if (end < 0) return -2;
      addField(record, i + 1, end);
      let after = next;
      while (after < limit && bytes[after] !== delimiter && bytes[after] !== lf) after++;
      if (after >= limit) return limit;
      if (bytes[after] === lf) return after + 1;
      start = after + 1;
      i = after;
      if (start === limit) addField(record, start, start);
    } else if (byte === delimiter) {
      addField(record, start, i);
      start = i + 1;
    } else if (byte === lf) {
      addField(record, start, i > start && bytes[i - 1] === cr ? i - 1 : i);
      return i + 1;
    }
  }
  if (!isLast) return -1;
  if (limit > from) addField(record, start, limit);
  return limit;
}

function addField(record: ByteRecord, start: number, end: number): void {
  if (record.count === maxFields) return;
  record.starts[record.count] = start;
  record.ends[record.count++] = end;
}
