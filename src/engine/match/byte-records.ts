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

function addField(record: ByteRecord, start: number, end: number): void {
  if (record.count === maxFields) return;
  record.starts[record.count] = start;
  record.ends[record.count++] = end;
}

/** Position of the next delimiter or line end from `from` on, or `limit`. */
function fieldEnd(bytes: Uint8Array, from: number, limit: number, delimiter: number): number {
  let at = from;
  while (at < limit && bytes[at] !== delimiter && bytes[at] !== lf) at++;
  return at;
}

/** Answers of {@link readRecord} that are no position. */
export const recordState = { needsMore: -1, openQuote: -2 } as const;

/**
 * Reads the record at `from` into `record` and returns where the next one begins; `needsMore` when the bytes
 * end before it does (unless `isLast`), `openQuote` when a quote is never closed. Bytes of quoted fields are
 * rewritten in place.
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
  for (let start = from; ; ) {
    let end: number;
    if (bytes[start] === quote && start < limit) {
      if (!isLast && !isWhole(bytes, start, limit)) return recordState.needsMore;
      const field = readQuoted(bytes, start + 1, limit);
      if (field.end < 0) return recordState.openQuote;
      addField(record, start + 1, field.end);
      end = fieldEnd(bytes, field.next, limit, delimiter);
    } else {
      end = fieldEnd(bytes, start, limit, delimiter);
      if (end === limit && !isLast) return recordState.needsMore;
      const isLineEnd = end === limit || bytes[end] === lf;
      addField(record, start, isLineEnd && end > start && bytes[end - 1] === cr ? end - 1 : end);
    }
    if (end === limit) return limit;
    if (bytes[end] === lf) return end + 1;
    start = end + 1;
  }
}
