import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { inBatches } from './batches.ts';
import { type CsvDialect, sniffDialect } from './csv-dialect.ts';
import { fileError, throwIfAborted, toReadError } from './file-error.ts';
import type { ReadLimits } from './limits.ts';
import { createTextPieces, type TextEncoding } from './text-encoding.ts';
import type { FileFacts, OpenOptions, RawRow, TableSource } from './types.ts';

const CHUNK = 512 * 1024;
const HEAD_CHARS = 256 * 1024;

interface TextFile {
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly dialect: CsvDialect;
  readonly limits: ReadLimits;
  bytesRead: number;
}

/** A file's text, decoded as it is read. */
export async function* textChunks(
  path: string,
  encoding: TextEncoding,
  onRead: (bytes: number) => void,
): AsyncGenerator<string, void, undefined> {
  const pieces = createTextPieces(encoding);
  const stream = createReadStream(path, { highWaterMark: CHUNK });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      onRead(chunk.length);
      yield pieces.decode(chunk);
    }
    yield pieces.decode();
  } catch (error) {
    throw toReadError(error, path);
  } finally {
    stream.destroy();
  }
}

/** The first characters of a text file. */
export async function textHead(path: string, encoding: TextEncoding): Promise<string> {
  let head = '';
  for await (const text of textChunks(path, encoding, () => undefined)) {
    head += text;
    if (head.length >= HEAD_CHARS) break;
  }
  return head;
}

interface ParsedChunk {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Turns parsed records into rows, in place: trailing carriage return and trailing empties go. */
function toRow(record: string[], row: number, newline: string): RawRow | undefined {
  let length = record.length;
  if (newline === '\n' && length > 0) {
    const last = record[length - 1]!;
    if (last.endsWith('\r')) record[length - 1] = last.slice(0, -1);
  }
  while (length > 0 && record[length - 1] === '') length -= 1;
  if (length === 0) return undefined;
  record.length = length;
  return { row, cells: record };
}

function checkRow(file: TextFile, { row, cells }: RawRow): void {
  const at = { row };
  if (row > file.limits.rows) throw fileError('file.too-large', file.path, { at });
  if (cells.length > file.limits.columns) throw fileError('file.too-large', file.path, { at });
  for (const cell of cells) {
    if (cell.length > file.limits.cellChars) throw fileError('file.too-large', file.path, { at });
  }
}

async function* readRows(
  file: TextFile,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const { path, encoding, dialect } = file;
  file.bytesRead = 0;
  let pending = '';
  let record = 0;
  const take = (final: boolean): RawRow[] => {
    // The incomplete last record is left for the next piece, as the library itself does when streaming.
    const parser = new Papa.Parser({ delimiter: dialect.delimiter, newline: dialect.newline });
    const parsed: ParsedChunk = parser.parse(pending, 0, !final);
    const open = parsed.errors.find((error) => error.code === 'MissingQuotes');
    if (final && open !== undefined) {
      const row = record + parsed.data.length;
      throw fileError('file.damaged', path, { at: { row }, params: { reason: 'quote' } });
    }
    pending = pending.slice(parsed.meta.cursor);
    const rows: RawRow[] = [];
    for (const fields of parsed.data) {
      record += 1;
      if (record === 1 && dialect.sepLine) continue;
      const row = toRow(fields, record, dialect.newline);
      if (row === undefined) continue;
      checkRow(file, row);
      rows.push(row);
    }
    return rows;
  };
  const onRead = (bytes: number) => {
    file.bytesRead += bytes;
  };
  for await (const text of textChunks(path, encoding, onRead)) {
    throwIfAborted(signal);
    pending += text;
    const rows = take(false);
    if (pending.length > file.limits.cellChars * 4) {
      throw fileError('file.damaged', path, {
        at: { row: record + 1 },
        params: { reason: 'quote' },
      });
    }
    yield* inBatches(rows);
  }
  if (pending !== '') yield* inBatches(take(true));
}

/** Opens delimited text whose encoding is known. Errors: `file.empty` when there is nothing but blanks. */
export async function openCsv(
  path: string,
  facts: Omit<FileFacts, 'format' | 'date1904'> & { readonly encoding: TextEncoding },
  head: string,
  limits: ReadLimits,
  options: OpenOptions,
): Promise<TableSource> {
  if (head.length < HEAD_CHARS && head.trim() === '') throw fileError('file.empty', path);
  const dialect = sniffDialect(head, options.delimiter);
  const file: TextFile = { path, encoding: facts.encoding, dialect, limits, bytesRead: 0 };
  return {
    facts: { ...facts, format: 'csv', date1904: false, delimiter: dialect.delimiter },
    sheets: [{ index: 0, name: '', hidden: false }],
    rows: (_sheet, signal) => readRows(file, signal),
    merges: async () => [],
    progress: () => Math.min(1, file.bytesRead / facts.bytes),
  };
}
