/** Values of a table: derived cells, subtotals and totals, all from the figures that are printed. */
import { shareInBasisPoints } from '../domain/coverage.ts';
import type { Cells, CellValue, Column, Row } from './document.ts';

/** The value a column shows in a row: given, or derived from other columns of that row. */
export function cellValue(columns: readonly Column[], column: Column, cells: Cells): CellValue {
  const { derive } = column;
  if (derive === undefined) return cells[column.key] ?? null;
  if (derive.kind === 'product') {
    // In a subtotal or total the products of the rows above have been added up already.
    const summed = cells[column.key];
    if (summed !== undefined) return summed;
    return derive.of.reduce((product, key) => product * numberAt(columns, key, cells), 1);
  }
  if (derive.kind === 'sum') {
    return derive.of.reduce((sum, key) => sum + numberAt(columns, key, cells), 0);
  }
  return shareInBasisPoints(
    numberAt(columns, derive.of, cells),
    numberAt(columns, derive.per, cells),
  );
}

function numberAt(columns: readonly Column[], key: string, cells: Cells): number {
  const column = columns.find((candidate) => candidate.key === key);
  const value = column === undefined ? null : cellValue(columns, column, cells);
  return typeof value === 'number' ? value : 0;
}

/** A run of body rows under an optional label. */
export interface RowGroup {
  readonly label?: string;
  readonly subtotalLabel?: string;
  readonly rows: readonly Cells[];
}

/** Adds up the columns marked `summed`; derived columns follow from the sums by themselves. */
export function sumCells(columns: readonly Column[], rows: readonly Cells[]): Cells {
  const sums: Record<string, CellValue> = {};
  for (const column of columns) {
    const derived = column.derive !== undefined && column.derive.kind !== 'product';
    if (column.summed !== true || derived) continue;
    sums[column.key] = rows.reduce((sum, cells) => sum + numberAt(columns, column.key, cells), 0);
  }
  return sums;
}

/** Lays groups out as rows: group head, body, subtotal for each labelled group, and the total. */
export function withTotals(
  columns: readonly Column[],
  groups: readonly RowGroup[],
  totalLabel: string,
): Row[] {
  const rows: Row[] = [];
  for (const group of groups) {
    if (group.label !== undefined) rows.push({ kind: 'group', label: group.label });
    for (const cells of group.rows) rows.push({ kind: 'body', cells });
    if (group.subtotalLabel !== undefined) {
      const cells = sumCells(columns, group.rows);
      rows.push({ kind: 'subtotal', label: group.subtotalLabel, cells });
    }
  }
  const all = groups.flatMap((group) => group.rows);
  rows.push({ kind: 'total', label: totalLabel, cells: sumCells(columns, all) });
  return rows;
}

/** How many leading columns the label of a subtotal or total row spans: up to the first summed one. */
export function labelSpan(columns: readonly Column[]): number {
  const first = columns.findIndex(
    (column) => column.summed === true || column.derive !== undefined,
  );
  return first <= 0 ? columns.length : first;
}

/** Column numbers as printed under the head: "3", "4 = 5 + 6", "9 = 5 : 3". */
export function columnNumbers(columns: readonly Column[]): string[] {
  const place = (key: string) => columns.findIndex((column) => column.key === key) + 1;
  return columns.map((column, index) => {
    const own = `${index + 1}`;
    if (column.derive?.kind === 'sum') return `${own}=${column.derive.of.map(place).join('+')}`;
    if (column.derive?.kind === 'product') return `${own}=${column.derive.of.map(place).join('×')}`;
    if (column.derive?.kind === 'ratio') {
      return `${own}=${place(column.derive.of)}:${place(column.derive.per)}`;
    }
    return own;
  });
}

/** One cell of a head row; `rows` and `columns` are its spans. */
export interface HeadCell {
  readonly text: string;
  readonly at: number;
  readonly columns: number;
  readonly rows: number;
}

/** The head as one or two rows: grouped columns share an upper cell, the others span both rows. */
export function headRows(columns: readonly Column[]): HeadCell[][] {
  if (columns.every((column) => column.group === undefined)) {
    return [columns.map((column, at) => ({ text: column.title, at, columns: 1, rows: 1 }))];
  }
  const upper: HeadCell[] = [];
  const lower: HeadCell[] = [];
  columns.forEach((column, at) => {
    if (column.group === undefined) {
      upper.push({ text: column.title, at, columns: 1, rows: 2 });
      return;
    }
    const last = upper.at(-1);
    const joins = columns[at - 1]?.group === column.group && last !== undefined;
    if (joins) upper[upper.length - 1] = { ...last, columns: last.columns + 1 };
    else upper.push({ text: column.group, at, columns: 1, rows: 1 });
    lower.push({ text: column.title, at, columns: 1, rows: 1 });
  });
  return [upper, lower];
}
