import { writeAtomically } from './atomic-file.ts';
import { encodeWindows1252 } from './text-encoding.ts';

export type CsvCell = string | number | null;

export interface WriteCsvOptions {
  /** `;` by default: what Excel expects where the comma is the decimal mark. */
  readonly delimiter?: string;
  /** UTF-8 with a byte-order mark by default, so that Excel reads it as UTF-8. */
  readonly encoding?: 'utf-8-bom' | 'utf-8' | 'windows-1252';
  /** Off only for files that another program, not a spreadsheet, will read. */
  readonly neutralise?: boolean;
}

const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const FLUSH_CHARS = 256 * 1024;

/** Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP CSV injection). */
export function neutraliseFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

function quoteIfNeeded(text: string, delimiter: string): string {
  const plain =
    !text.includes(delimiter) && !/["\r\n]/.test(text) && text.trim().length === text.length;
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** One record, without its line end. */
export function csvRecord(row: readonly CsvCell[], delimiter: string, neutralise: boolean): string {
  return row
    .map((cell) => {
      if (cell === null) return '';
      if (typeof cell === 'number') return quoteIfNeeded(String(cell), delimiter);
      return quoteIfNeeded(neutralise ? neutraliseFormula(cell) : cell, delimiter);
    })
    .join(delimiter);
}

/**
 * Writes delimited text with CRLF line ends, in constant memory, whole or not at all. In Windows-1252 a character
 * it lacks becomes `?`. Errors: those of `writeAtomically`.
 */
export async function writeCsv(
  path: string,
  rows: Iterable<readonly CsvCell[]>,
  options: WriteCsvOptions = {},
): Promise<void> {
  const { delimiter = ';', encoding = 'utf-8-bom', neutralise = true } = options;
  const encode = (text: string) =>
    encoding === 'windows-1252' ? encodeWindows1252(text) : Buffer.from(text, 'utf8');
  await writeAtomically(path, async (file) => {
    let text = encoding === 'utf-8-bom' ? '\ufeff' : '';
    for (const row of rows) {
      text += `${csvRecord(row, delimiter, neutralise)}\r\n`;
      if (text.length < FLUSH_CHARS) continue;
      await file.write(encode(text));
      text = '';
    }
    await file.write(encode(text));
  });
}
