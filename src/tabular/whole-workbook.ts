import { readFile } from 'node:fs/promises';
import type { CellValue, Sheet } from 'hucre';
import { EncryptedFileError, fromHtml, readXls } from 'hucre';
import { inBatches } from './batches.ts';
import { dateToSerial } from './date-serial.ts';
import { fileError, throwIfAborted } from './file-error.ts';
import { foreignByStreams, looksLike } from './foreign-file.ts';
import type { ReadLimits } from './limits.ts';
import { createTextPieces, type TextEncoding } from './text-encoding.ts';
import { type CellKind, cellKind, type FileFacts, type RawRow, type TableSource } from './types.ts';
import { type HiddenParts, hiddenParts } from './xls/hidden-parts.ts';

const BATCH = 512;

type BareFacts = Omit<FileFacts, 'format' | 'date1904'>;

/** Raw text and kind of a value of a library that has already parsed it. */
function rawCell(value: CellValue): readonly [string, CellKind] {
  if (value === null || value === '') return ['', cellKind.empty];
  if (typeof value === 'number') return [String(value), cellKind.number];
  if (typeof value === 'boolean') return [value ? '1' : '0', cellKind.boolean];
  if (typeof value === 'string') return [value, cellKind.text];
  return [String(dateToSerial(value.getTime(), false)), cellKind.date];
}

/** One row in raw form; `undefined` when it is blank. */
function toRow(values: readonly CellValue[], row: number, hidden: boolean): RawRow | undefined {
  const raw = Array.from(values, (value) => rawCell(value ?? null));
  while (raw.length > 0 && raw.at(-1)![1] === cellKind.empty) raw.pop();
  if (raw.length === 0) return undefined;
  return {
    row,
    cells: raw.map(([text]) => text),
    kinds: Uint8Array.from(raw, ([, kind]) => kind),
    ...(hidden ? { hidden } : {}),
  };
}

interface Book {
  readonly sheets: readonly Sheet[];
  /** In the order of the sheets; what is not listed is not hidden. */
  readonly hidden: readonly HiddenParts[];
}

function tableOf({ sheets, hidden }: Book, facts: FileFacts, limits: ReadLimits, path: string) {
  let done = 0;
  async function* rows(sheet: number, signal?: AbortSignal) {
    const all = sheets[sheet]?.rows ?? [];
    const unseen = hidden[sheet]?.rows;
    for (let start = 0; start < all.length; start += BATCH) {
      throwIfAborted(signal);
      const batch: RawRow[] = [];
      for (let at = start; at < Math.min(all.length, start + BATCH); at += 1) {
        const row = toRow(all[at] ?? [], at + 1, unseen?.has(at + 1) === true);
        if (row !== undefined) batch.push(row);
      }
      yield* inBatches(batch);
    }
    done += 1;
  }
  const wide = sheets.find((sheet) => sheet.rows.length > limits.rows);
  if (wide !== undefined) throw fileError('file.too-large', path, { at: { sheet: wide.name } });
  return {
    facts,
    sheets: sheets.map((sheet, index) => ({
      index,
      name: sheet.name,
      hidden: hidden[index]?.sheet === true,
    })),
    rows,
    merges: async (sheet: number) =>
      (sheets[sheet]?.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        top: startRow,
        left: startCol,
        bottom: endRow,
        right: endCol,
      })),
    progress: () => Math.min(1, done / sheets.length),
  } satisfies TableSource;
}

async function readWhole(path: string, facts: BareFacts, limits: ReadLimits): Promise<Buffer> {
  if (facts.bytes > limits.wholeFileBytes) throw fileError('file.too-large', path);
  return readFile(path);
}

function translate(error: unknown, path: string): never {
  if (error instanceof EncryptedFileError)
    throw fileError('file.encrypted', path, { cause: error });
  throw fileError('file.damaged', path, { cause: error });
}

const wideName = (name: string) => Buffer.from(name, 'utf16le');
/** Start of a BIFF8 workbook stream: its BOF record, of workbook-globals kind. */
const BOF = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
const FILEPASS = 0x2f;

/** Whether a FILEPASS record stands among the first records: all after it is encrypted. */
function hasFilePass(bytes: Buffer): boolean {
  let at = bytes.indexOf(BOF);
  for (let record = 0; at >= 0 && at + 4 <= bytes.length && record < 8; record += 1) {
    if (bytes.readUInt16LE(at) === FILEPASS) return true;
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return false;
}

/**
 * Opens an OLE2 container: an .xls (BIFF8), or the envelope of a workbook with a password. Read whole: the format
 * holds at most 65,536 rows a sheet. Errors: `file.encrypted`, `file.unsupported`, `file.damaged`.
 */
export async function openCompound(
  path: string,
  facts: BareFacts,
  limits: ReadLimits,
): Promise<TableSource> {
  const bytes = await readWhole(path, facts, limits);
  if (bytes.includes(wideName('EncryptedPackage'))) throw fileError('file.encrypted', path);
  if (!bytes.includes(wideName('Workbook')) && !bytes.includes(wideName('Book\0'))) {
    if (bytes.includes(BOF)) throw fileError('file.damaged', path);
    const params = looksLike(foreignByStreams(bytes));
    throw fileError('file.unsupported', path, { params });
  }
  if (hasFilePass(bytes)) throw fileError('file.encrypted', path);
  const book = await readXls(bytes).catch((error: unknown) => translate(error, path));
  if (book.sheets.length === 0) throw fileError('file.empty', path);
  const found = { sheets: book.sheets, hidden: hiddenParts(bytes) };
  return tableOf(found, { ...facts, format: 'xls', date1904: false }, limits, path);
}

/** Opens the HTML table that many portals hand out under the name `.xls`; all its cells are text. */
export async function openHtmlTable(
  path: string,
  facts: BareFacts & { readonly encoding: TextEncoding },
  limits: ReadLimits,
): Promise<TableSource> {
  const bytes = await readWhole(path, facts, limits);
  const html = createTextPieces(facts.encoding).decode(bytes);
  const sheet = fromHtml(html, { typeInference: false });
  if (sheet.rows.length === 0) {
    throw fileError('file.unsupported', path, { params: looksLike('web-page') });
  }
  const book = { sheets: [sheet], hidden: [] };
  return tableOf(book, { ...facts, format: 'xls', date1904: false }, limits, path);
}
