/** A row of a sheet with its cells tidied, and how a number in it is written out. */
import { plainNumberText } from '../../tabular/number-text.ts';
import { cellKind, type RawRow } from '../../tabular/types.ts';
import { cleanCell } from './header-text.ts';

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly kinds: Uint8Array | undefined;
  readonly hidden: boolean;
}

/** Cells trimmed and with plain spaces; an error cell (`#N/A`) holds nothing. */
export function tidyRow(raw: RawRow): SheetRow {
  const { kinds } = raw;
  const cells = new Array<string>(raw.cells.length);
  for (let index = 0; index < raw.cells.length; index += 1) {
    const isError = kinds?.[index] === cellKind.error;
    cells[index] = isError ? '' : cleanCell(raw.cells[index] ?? '');
  }
  return { row: raw.row, cells, kinds, hidden: raw.hidden === true };
}

/** The text of a cell; a stored number in plain digits, never through a float. */
export function plainCell(row: SheetRow, index: number): string {
  const text = row.cells[index] ?? '';
  if (text === '' || row.kinds?.[index] !== cellKind.number) return text;
  return plainNumberText(text) ?? text;
}

export function isNumericCell(row: SheetRow, index: number): boolean {
  return row.kinds?.[index] === cellKind.number;
}

export function isSerialCell(row: SheetRow, index: number): boolean {
  const kind = row.kinds?.[index];
  return kind === cellKind.date || kind === cellKind.number;
}

const longestText = 300;

/** A row as one line of text, for lists of what was set aside. */
export function rowText(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell !== '')
    .join(' | ')
    .slice(0, longestText);
}
