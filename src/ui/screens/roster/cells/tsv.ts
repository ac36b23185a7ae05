/** Tables of text as spreadsheets put them on the clipboard: tabs between cells, quotes around what holds one. */
import Papa from 'papaparse';

/** How a copied cell is to be taken by a spreadsheet. */
export type CopyKind = 'text' | 'number' | 'date';

export interface CopiedCell {
  readonly text: string;
  readonly kind: CopyKind;
}

/** Reads a block of cells; the empty line that spreadsheets end with is no row. */
export function parseTsv(text: string): string[][] {
  if (text === '') return [];
  const { data } = Papa.parse<string[]>(text, { delimiter: '\t', header: false });
  const last = data.at(-1);
  return last !== undefined && last.length === 1 && last[0] === '' ? data.slice(0, -1) : data;
}

/** Writes cells as tab-separated text that `parseTsv` and spreadsheets read back. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  // An only, empty cell would be no row at all; a quoted one is.
  const quoted = rows.map((row) => (row.length === 1 && row[0] === '' ? '""' : lineOf(row)));
  return quoted.map((line) => `${line}\r\n`).join('');
}

function lineOf(row: readonly string[]): string {
  return row
    .map((cell) => (/["\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join('\t');
}

/** A text that a spreadsheet would run as a formula gets the sign that keeps it text. */
export function neutralised(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The other way round: the sign that keeps a text from being a formula is no part of it. */
export function withoutMark(text: string): string {
  return /^'[=+\-@\d]/.test(text) ? text.slice(1) : text;
}

const formats: Readonly<Record<CopyKind, string>> = {
  text: String.raw`mso-number-format:"\@"`,
  number: 'mso-number-format:"0"',
  date: String.raw`mso-number-format:"yyyy\-mm\-dd"`,
};

/** The same cells as a table in HTML: spreadsheets take the format from it, so that long numbers keep their digits. */
export function formatHtml(rows: readonly (readonly CopiedCell[])[]): string {
  const cell = ({ text, kind }: CopiedCell) => `<td style='${formats[kind]}'>${escaped(text)}</td>`;
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<meta charset="utf-8"><table>${lines.join('')}</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r?\n/g, '<br style="mso-data-placement:same-cell">');
}
