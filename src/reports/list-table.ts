/** Head and rows of a long list, row by row, at the points where its pages put them. */
import { cleanText } from './clean-text.ts';
import type { Align, Row, Table } from './document.ts';
import { alignOf } from './format-cell.ts';
import type { Box, Pen, TextStyle } from './list-pen.ts';
import { columnWidths } from './paper.ts';
import { printRow } from './print-form.ts';

const mm = 72 / 25.4;
const text: TextStyle = { weight: 'regular', size: 8.5, leading: 10.5 };
const bold: TextStyle = { ...text, weight: 'bold' };
const padding = { x: 4, y: 1.6 } as const;
const hair = 0.5;

interface Cell {
  readonly lines: readonly string[];
  readonly at: Box;
  readonly align: Align;
  readonly style: TextStyle;
}

export interface TableWriter {
  readonly headHeight: number;
  heightOf(row: Row): number;
  drawHead(y: number): number;
  drawRow(row: Row, y: number): number;
  /** "Nihil", for a list without rows. */
  drawEmpty(y: number): number;
  /** Draws the upright lines from the page's table head down to `y`. */
  closePage(y: number): void;
}

/** A writer for a table with a plain head; widths fill `area`. */
export function createTableWriter(pen: Pen, table: Table, area: Box): TableWriter {
  const { columns } = table;
  const widths = columnWidths(columns, area.width / mm).map((width) => width * mm);
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((x, width) => x + width, area.x));
  const aligns = columns.map(alignOf);
  let tableTop = 0;

  const cell = (value: string, i: number, span: number, align: Align, style: TextStyle): Cell => {
    const width = widths.slice(i, i + span).reduce((sum, own) => sum + own, 0) - 2 * padding.x;
    const at = { x: (lefts[i] ?? area.x) + padding.x, y: 0, width };
    return { lines: pen.wrap(value, style, width), at, align, style };
  };

  const rowCells = (row: Row): Cell[] => {
    const printed = printRow(columns, row);
    const style = row.kind === 'body' ? text : bold;
    const label = printed.span === 0 ? [] : [cell(printed.label, 0, printed.span, 'left', style)];
    const values = printed.cells.map((value, k) => {
      const i = printed.span + k;
      return cell(value, i, 1, aligns[i] ?? 'left', style);
    });
    return [...label, ...values];
  };
  const heightOf = (cells: readonly Cell[]) =>
    Math.max(1, ...cells.map(({ lines }) => lines.length)) * text.leading + 2 * padding.y;

  const draw = (cells: readonly Cell[], y: number): number => {
    const bottom = y + heightOf(cells);
    for (const { lines, at, align, style } of cells) {
      pen.lines(lines, style, { ...at, y: y + padding.y + 0.6 }, align);
    }
    pen.rule(area.x, bottom, area.x + area.width, bottom, hair);
    return bottom;
  };

  const head = columns.map((column, i) => cell(cleanText(column.title), i, 1, 'center', bold));
  const headHeight = heightOf(head);
  return {
    headHeight,
    heightOf: (row) => heightOf(rowCells(row)),
    drawHead(y) {
      tableTop = y;
      pen.fill({ ...area, y }, headHeight, '#e4e4e4');
      pen.rule(area.x, y, area.x + area.width, y, hair);
      return draw(head, y);
    },
    drawRow: (row, y) => draw(rowCells(row), y),
    drawEmpty: (y) => draw([cell('Nihil', 0, columns.length, 'center', text)], y),
    closePage(y) {
      for (const x of [...lefts, area.x + area.width]) pen.rule(x, tableTop, x, y, hair);
    },
  };
}
