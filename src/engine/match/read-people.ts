/** Reads a `match` file into a side of the matcher and a pool of its ids. */
import { basename } from 'node:path';
import type { Side } from '../../linkage/side.ts';
import { createSideBuilder, emptyBounds, parseSex } from '../../linkage/side-builder.ts';
import { fileError, toReadError } from '../../tabular/file-error.ts';
import { createBirthDateColumn } from './birth-dates.ts';
import { type ByteRecord, newByteRecord, readRecord, recordState } from './byte-records.ts';
import { inspectTextFile, stopIfAborted, type TextFileFacts, utf8Pieces } from './file-chunks.ts';
import { type ColumnPlaces, findColumns } from './people-columns.ts';
import { createTextPool, type TextPool } from './text-pool.ts';

export interface People {
  readonly side: Side;
  readonly ids: TextPool;
}

export interface ReadPeopleOptions {
  readonly shareWith?: Side | undefined;
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Share of the file read, 0…1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

const decoder = new TextDecoder();

/** Rows to expect, from the length of the first ones; only a starting size. */
function guessRows(facts: TextFileFacts, first: Uint8Array): number {
  let lines = 1;
  for (const byte of first) if (byte === 10) lines++;
  return Math.min(4_000_000, Math.ceil((facts.bytes / first.length) * lines * 1.03) + 16);
}

function parseWage(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 48 && byte <= 57) value = value * 10 + byte - 48;
    else if ((byte === 44 || byte === 46) && end - i <= 3) return value;
  }
  return value;
}

function sexOf(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0;
  const first = (bytes[start] ?? 0) & 0xdf;
  if (end - start === 1 && (first === 76 || first === 80)) return first === 76 ? 1 : 2;
  return parseSex(decoder.decode(bytes.subarray(start, end)));
}

function createRowReader(columns: ColumnPlaces, expected: number, shareWith: Side | undefined) {
  const builder = createSideBuilder({
    expectedRows: expected,
    ...(shareWith === undefined ? {} : { shareWith }),
  });
  const ids = createTextPool(expected);
  const dates = createBirthDateColumn();
  const b = emptyBounds();
  const startOf = (record: ByteRecord, column: number): number =>
    column >= 0 && column < record.count ? (record.starts[column] ?? 0) : 0;
  const endOf = (record: ByteRecord, column: number): number =>
    column >= 0 && column < record.count ? (record.ends[column] ?? 0) : 0;
  function add(bytes: Uint8Array, record: ByteRecord): void {
    b.nikStart = startOf(record, columns.nik);
    b.nikEnd = endOf(record, columns.nik);
    b.kpjStart = startOf(record, columns.kpj);
    b.kpjEnd = endOf(record, columns.kpj);
    b.nameStart = startOf(record, columns.name);
    b.nameEnd = endOf(record, columns.name);
    b.villageStart = startOf(record, columns.village);
    b.villageEnd = endOf(record, columns.village);
    const { birth_date, sex, wage } = columns;
    const date = dates.read(bytes, startOf(record, birth_date), endOf(record, birth_date));
    builder.addBytes(
      bytes,
      b,
      date,
      sexOf(bytes, startOf(record, sex), endOf(record, sex)),
      parseWage(bytes, startOf(record, wage), endOf(record, wage)),
    );
    ids.add(bytes, startOf(record, columns.id), endOf(record, columns.id));
  }
  function finish(): People {
    const side = builder.finish();
    dates.settle(side.date);
    return { side, ids };
  }
  return { add, finish };
}

const isBlank = (record: ByteRecord): boolean =>
  record.count === 0 || (record.count === 1 && record.starts[0] === record.ends[0]);

function headerOf(bytes: Uint8Array, record: ByteRecord): string[] {
  return Array.from({ length: record.count }, (_, i) =>
    decoder.decode(bytes.subarray(record.starts[i], record.ends[i])),
  );
}

/**
 * Reads one file. Errors: those of `inspectTextFile` and `findColumns`, `file.damaged` when a quote is never
 * closed, `job.cancelled`.
 */
export async function readPeople(path: string, options: ReadPeopleOptions = {}): Promise<People> {
  const facts = await inspectTextFile(path);
  const delimiter = facts.dialect.delimiter.charCodeAt(0);
  const record = newByteRecord();
  let rows: ReturnType<typeof createRowReader> | undefined;
  let lines = 0;
  function take(bytes: Uint8Array, isLast: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      const next = readRecord(bytes, at, bytes.length, delimiter, isLast, record);
      if (next === recordState.openQuote) {
        throw fileError('file.damaged', path, {
          at: { row: lines + 1 },
          params: { reason: 'quote' },
        });
      }
      if (next < 0) return at;
      at = next;
      lines++;
      if (isBlank(record) || (lines === 1 && facts.dialect.sepLine)) continue;
      if (rows === undefined) {
        const columns = findColumns(headerOf(bytes, record), basename(path));
        rows = createRowReader(columns, guessRows(facts, bytes), options.shareWith);
      } else rows.add(bytes, record);
    }
    return at;
  }
  const held = createHeldBytes();
  let read = 0;
  try {
    for await (const piece of utf8Pieces(facts)) {
      stopIfAborted(options.signal);
      held.add(piece);
      held.drop(take(held.bytes(), false));
      read += piece.length;
      options.onProgress?.(Math.min(1, read / facts.bytes));
      if (held.bytes().length > 16 * 1024 * 1024)
        throw fileError('file.damaged', path, { params: { reason: 'quote' } });
    }
    take(held.bytes(), true);
  } catch (error) {
    throw toReadError(error, path);
  }
  if (rows === undefined) throw fileError('file.empty', path);
  return rows.finish();
}

/** What has been read and not yet used up, in one buffer from the first piece to the last. */
function createHeldBytes() {
  let buffer = new Uint8Array(1 << 21);
  let length = 0;
  return {
    bytes: (): Uint8Array => buffer.subarray(0, length),
    add(piece: Uint8Array): void {
      if (length + piece.length > buffer.length) {
        const next = new Uint8Array(2 * (length + piece.length));
        next.set(buffer.subarray(0, length));
        buffer = next;
      }
      buffer.set(piece, length);
      length += piece.length;
    },
    drop(count: number): void {
      buffer.copyWithin(0, count, length);
      length -= count;
    },
  };
}
