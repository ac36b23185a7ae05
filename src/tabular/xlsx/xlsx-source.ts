import { inBatches } from '../batches.ts';
import { fileError } from '../file-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { FileFacts, MergedRange, RawRow, TableSource } from '../types.ts';
import { openZip, readEntry, type ZipArchive } from '../zip-reader.ts';
import type { ScanFault } from './cell-scanner.ts';
import { createSheetScanner, type SheetScanner } from './sheet-scanner.ts';
import { readStringPool, type StringPool } from './string-pool.ts';
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.ts';

interface Workbook {
  readonly archive: ZipArchive;
  readonly parts: WorkbookParts;
  readonly limits: ReadLimits;
  /** Packed bytes read so far of each sheet. */
  readonly read: number[];
  strings: Promise<StringPool> | undefined;
}

function memberOf(book: Workbook, sheet: number) {
  const entry = book.archive.entries.get((book.parts.members[sheet] ?? '').toLowerCase());
  if (entry === undefined) throw new RangeError(`no sheet ${sheet}`);
  return entry;
}

function check(book: Workbook, sheet: number, fault: ScanFault | undefined): void {
  if (fault === undefined) return;
  const name = book.parts.sheets[sheet]?.name ?? '';
  throw fileError(fault.code, book.archive.path, {
    at: { sheet: name, row: fault.row },
    params: { reason: fault.reason },
  });
}

async function stringsOf(book: Workbook, signal: AbortSignal | undefined): Promise<StringPool> {
  const known = book.strings;
  if (known !== undefined) return known;
  const reading = readStringPool(book.archive, book.parts.strings, {
    maxBytes: book.limits.partBytes,
    signal,
  });
  book.strings = reading;
  reading.catch(() => {
    book.strings = undefined;
  });
  return reading;
}

/** Text of a sheet's part as it is unpacked; UTF-16 is told by its byte-order mark. */
async function* sheetText(book: Workbook, sheet: number, signal: AbortSignal | undefined) {
  const chunks = readEntry(book.archive, memberOf(book, sheet), {
    maxBytes: book.limits.sheetBytes,
    signal,
    onRead: (bytes) => {
      book.read[sheet] = Math.max(bytes, book.read[sheet] ?? 0);
    },
  });
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    const wide = chunk[0] === 0xff && chunk[1] === 0xfe;
    decoder ??= new TextDecoder(wide ? 'utf-16le' : 'utf-8');
    yield decoder.decode(chunk, { stream: true });
  }
}

async function* readRows(
  book: Workbook,
  sheet: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const strings = await stringsOf(book, signal);
  const scanner = createSheetScanner({ ...book.parts, strings, limits: book.limits });
  for await (const text of sheetText(book, sheet, signal)) {
    const rows: RawRow[] = [];
    check(book, sheet, scanner.push(text, rows));
    yield* inBatches(rows);
  }
  check(book, sheet, scanner.end());
}

async function readMerges(book: Workbook, sheet: number): Promise<MergedRange[]> {
  const strings = await stringsOf(book, undefined);
  const scanner: SheetScanner = createSheetScanner({
    ...book.parts,
    strings,
    limits: book.limits,
  });
  for await (const text of sheetText(book, sheet, undefined)) {
    check(book, sheet, scanner.push(text, []));
  }
  check(book, sheet, scanner.end());
  return scanner.merges();
}

/** Opens an .xlsx/.xlsm; shared strings are read when the first rows are asked for. */
export async function openXlsx(
  path: string,
  facts: Omit<FileFacts, 'format' | 'date1904'>,
  limits: ReadLimits,
): Promise<TableSource> {
  const archive = await openZip(path, facts.bytes);
  const parts = await readWorkbookParts(archive);
  const book: Workbook = { archive, parts, limits, read: [], strings: undefined };
  const total = parts.sheets.reduce(
    (sum, sheet) => sum + memberOf(book, sheet.index).packedBytes,
    0,
  );
  return {
    facts: { ...facts, format: 'xlsx', date1904: parts.date1904 },
    sheets: parts.sheets,
    rows: (sheet, signal) => readRows(book, sheet, signal),
    merges: (sheet) => readMerges(book, sheet),
    progress: () => Math.min(1, book.read.reduce((sum, bytes) => sum + (bytes ?? 0), 0) / total),
  };
}
