/** The tables of a document as worksheets: live formulas over the same figures, identifiers as text. */
import type { CellStyle, MergedRange, OutCell, OutSheet } from '../tabular/types.ts';
import { cleanText } from './clean-text.ts';
import type { Cells, CellValue, Column, Document, Paper, Row, Table } from './document.ts';
import { columnWidths, contentWidth } from './paper.ts';
import { captionOf } from './print-form.ts';
import { cellValue, columnNumbers, headRows } from './table.ts';

/** Caption, document title and an empty line stand above the head. */
const rowsAboveHead = 3;
/** Characters of Arial 10 to a millimetre. */
const charactersPerMm = 0.55;

/** One sheet for each table, in order. Rows are made as they are written, so a list may be of any length. */
export function sheetsOf(document: Document, tables: readonly Table[], paper: Paper): OutSheet[] {
  return tables.map((table) => sheetOf(document, table, paper));
}

function sheetOf(document: Document, table: Table, paper: Paper): OutSheet {
  const { columns } = table;
  const head = headOf(table);
  const widths = columnWidths(columns, contentWidth(paper, 'landscape'));
  const last = columns.length - 1;
  return {
    name: table.sheet,
    rows: { [Symbol.iterator]: () => sheetRows(document, table, head.rows) },
    widths: widths.map((width) => Math.round(width * charactersPerMm)),
    merges: [
      { top: 0, bottom: 0, left: 0, right: last },
      { top: 1, bottom: 1, left: 0, right: last },
      ...head.merges,
    ],
    headRows: { from: rowsAboveHead, to: rowsAboveHead + head.rows.length - 1 },
    landscape: true,
    paper,
  };
}

/** Head rows with every cell filled in or left empty under a merge. */
function headOf(table: Table): { rows: OutCell[][]; merges: MergedRange[] } {
  const levels = headRows(table.columns);
  const rows = levels.map((): OutCell[] => table.columns.map(() => ({ v: null, style: 'header' })));
  const merges: MergedRange[] = [];
  levels.forEach((cells, y) => {
    for (const cell of cells) {
      const row = rows[y];
      if (row !== undefined) row[cell.at] = { v: cleanText(cell.text), style: 'header' };
      if (cell.rows === 1 && cell.columns === 1) continue;
      const top = rowsAboveHead + y;
      const right = cell.at + cell.columns - 1;
      merges.push({ top, bottom: top + cell.rows - 1, left: cell.at, right });
    }
  });
  if (table.numberedColumns) {
    rows.push(columnNumbers(table.columns).map((v) => ({ v, style: 'header' })));
  }
  return { rows, merges };
}

function* sheetRows(
  document: Document,
  table: Table,
  head: readonly (readonly OutCell[])[],
): Generator<readonly OutCell[]> {
  yield [{ v: cleanText(captionOf(table)), style: 'title' }];
  yield [{ v: cleanText(`${document.title}. ${document.subject}`), style: 'note' }];
  yield [];
  yield* head;
  const first = rowsAboveHead + head.length + 1;
  yield* bodyRows(table, first);
  yield [];
  for (const note of table.notes) yield [{ v: cleanText(note), style: 'note' }];
}

/** `first` is the 1-based sheet row of the first table row. */
function* bodyRows(table: Table, first: number): Generator<readonly OutCell[]> {
  let row = first;
  let groupStart = first;
  let hasGroups = false;
  let bodies = 0;
  for (const item of table.rows) {
    if (item.kind === 'body') bodies += 1;
    if (item.kind === 'group') {
      hasGroups = true;
      groupStart = row + 1;
    }
    const from = item.kind === 'total' ? first : groupStart;
    yield cellsOf(table.columns, item, { row, from, hasGroups });
    row += 1;
  }
  if (bodies === 0) yield [null, { v: 'Nihil', style: 'text' }];
}

interface Position {
  /** 1-based row of this cell and first row that a sum covers. */
  readonly row: number;
  readonly from: number;
  /** With subtotals inside, SUBTOTAL adds up and leaves other subtotals out. */
  readonly hasGroups: boolean;
}

function cellsOf(columns: readonly Column[], row: Row, position: Position): OutCell[] {
  if (row.kind === 'body')
    return columns.map((column) => bodyCell(columns, column, row.cells, position));
  const labelAt = columns.length > 1 ? 1 : 0;
  return columns.map((column, i) => {
    if (i === labelAt) return { v: cleanText(row.label), style: 'total' };
    if (row.kind === 'group') return { v: null, style: 'total' };
    return sumCell(columns, column, i, row.cells, position);
  });
}

function bodyCell(
  columns: readonly Column[],
  column: Column,
  cells: Cells,
  position: Position,
): OutCell {
  const value = sheetValue(columns, column, cells);
  const style: CellStyle = column.kind;
  if (column.derive === undefined) return { v: value, style };
  return { v: value, style, formula: derivedFormula(columns, column, position.row) };
}

function sumCell(
  columns: readonly Column[],
  column: Column,
  index: number,
  cells: Cells,
  { row, from, hasGroups }: Position,
): OutCell {
  const style = totalStyle(column);
  if (column.derive !== undefined && column.derive.kind !== 'product') {
    const formula = derivedFormula(columns, column, row);
    return { v: sheetValue(columns, column, cells), style, formula };
  }
  if (column.summed !== true) return { v: null, style: 'total' };
  const letter = columnLetter(index);
  const range = `${letter}${from}:${letter}${row - 1}`;
  const formula = hasGroups ? `SUBTOTAL(9,${range})` : `SUM(${range})`;
  // A table without body rows has nothing above its total to add up.
  const v = sheetValue(columns, column, cells);
  return from > row - 1 ? { v, style } : { v, style, formula };
}

function totalStyle(column: Column): CellStyle {
  if (column.kind === 'percent') return 'percent';
  return column.kind === 'rupiah' ? 'total-rupiah' : 'total';
}

/** The value a cell caches: a ratio is an exact fraction, text is cleaned. */
function sheetValue(columns: readonly Column[], column: Column, cells: Cells): CellValue {
  const { derive } = column;
  if (derive?.kind === 'ratio') {
    const [of, per] = [derive.of, derive.per].map((key) => {
      const part = columns.find((candidate) => candidate.key === key);
      return part === undefined ? null : cellValue(columns, part, cells);
    });
    return typeof of === 'number' && typeof per === 'number' && per > 0 ? of / per : null;
  }
  const value = cellValue(columns, column, cells);
  // A percentage that is given comes in basis points, as on paper.
  if (column.kind === 'percent' && typeof value === 'number') return value / 10_000;
  return typeof value === 'string' ? cleanText(value) : value;
}

function derivedFormula(columns: readonly Column[], column: Column, row: number): string {
  const at = (key: string) =>
    `${columnLetter(columns.findIndex((candidate) => candidate.key === key))}${row}`;
  const { derive } = column;
  if (derive === undefined) return '';
  if (derive.kind === 'sum') return derive.of.map(at).join('+');
  if (derive.kind === 'product') return derive.of.map(at).join('*');
  return `IF(${at(derive.per)}=0,"",${at(derive.of)}/${at(derive.per)})`;
}

/** 0 → "A", 26 → "AA". */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnLetter(Math.floor(index / 26) - 1)}${letter}`;
}
