import { isoToSerial } from '../date-serial.ts';
import type { ReadLimits } from '../limits.ts';
import { type CellKind, cellKind, type MergedRange, type RawRow } from '../types.ts';
import { decodeXml } from '../xlsx/xml.ts';

/** One tag of the content part: `name` with its prefix, `/` before it when it closes. */
interface Tag {
  readonly name: string;
  readonly source: string;
  readonly selfClosing: boolean;
  readonly start: number;
  readonly end: number;
}

const MAX_QUOTED_GT = 64;

/** The tag that begins at or after `from`; `undefined` at the end or where the markup breaks off. */
function nextTag(xml: string, from: number, to: number): Tag | undefined {
  const start = xml.indexOf('<', from);
  if (start < 0 || start >= to) return undefined;
  let end = xml.indexOf('>', start);
  // A `>` inside an attribute is legal: go on while a quote is open.
  for (let tries = 0; end >= 0 && tries < MAX_QUOTED_GT; tries += 1) {
    if (xml.slice(start, end).split('"').length % 2 === 1) break;
    end = xml.indexOf('>', end + 1);
  }
  if (end < 0) return undefined;
  const source = xml.slice(start + 1, end);
  const name = /^\/?[\w:.-]*/.exec(source)?.[0] ?? '';
  return { name, source, selfClosing: source.endsWith('/'), start, end: end + 1 };
}

/** Value of an attribute, `''` when absent. */
export function attribute(source: string, name: string): string {
  const at = source.indexOf(` ${name}=`);
  if (at < 0) return '';
  const open = at + name.length + 2;
  const close = source.indexOf(source[open] ?? '"', open + 1);
  return close < 0 ? '' : decodeXml(source.slice(open + 1, close));
}

const repeatOf = (source: string, what: 'columns' | 'rows') =>
  Math.max(1, Number(attribute(source, `table:number-${what}-repeated`)) || 1);

interface OpenCell {
  readonly source: string;
  text: string;
  paragraphs: number;
}

function cellValue({ source, text }: OpenCell): readonly [string, CellKind] {
  const type = attribute(source, 'office:value-type');
  if (type === 'float' || type === 'currency' || type === 'percentage') {
    return [attribute(source, 'office:value'), cellKind.number];
  }
  if (type === 'boolean') {
    return [attribute(source, 'office:boolean-value') === 'true' ? '1' : '0', cellKind.boolean];
  }
  if (type === 'date') {
    const serial = isoToSerial(attribute(source, 'office:date-value'), false);
    if (serial !== undefined) return [String(serial), cellKind.date];
  }
  const given = attribute(source, 'office:string-value');
  return [text === '' ? given : text, cellKind.text];
}

/** What a scan of one table hands out. */
export interface OdsEvents {
  row(row: RawRow): void;
  merge(range: MergedRange): void;
}

/** Why a table was refused. */
export type OdsFault = 'rows' | 'columns' | 'cells' | 'cell' | 'cut-off';

interface TableScan {
  readonly limits: ReadLimits;
  readonly events: OdsEvents;
  row: number;
  rowRepeat: number;
  /** The row at hand is hidden, or a filter hides it. */
  hidden: boolean;
  column: number;
  cells: string[];
  kinds: number[];
  total: number;
  cell: OpenCell | undefined;
  inText: boolean;
  /** Inside a comment, whose paragraphs are no cell text. */
  inNote: boolean;
  fault: OdsFault | undefined;
}

function endCell(scan: TableScan): void {
  const { cell, limits } = scan;
  if (cell === undefined) return;
  scan.cell = undefined;
  const [text, kind] = cellValue(cell);
  const repeat = repeatOf(cell.source, 'columns');
  const right = Number(attribute(cell.source, 'table:number-columns-spanned')) || 1;
  const down = Number(attribute(cell.source, 'table:number-rows-spanned')) || 1;
  if (right > 1 || down > 1) {
    const [top, left] = [scan.row, scan.column];
    scan.events.merge({ top, left, bottom: top + down - 1, right: left + right - 1 });
  }
  if (text.length > limits.cellChars) scan.fault = 'cell';
  if (text !== '') {
    if (scan.column + repeat > limits.columns) scan.fault = 'columns';
    for (let at = 0; at < repeat && scan.fault === undefined; at += 1) {
      while (scan.cells.length < scan.column + at) {
        scan.cells.push('');
        scan.kinds.push(cellKind.empty);
      }
      scan.cells.push(text);
      scan.kinds.push(kind);
    }
  }
  scan.column += repeat;
}

function endRow(scan: TableScan): void {
  const { cells, kinds, limits, rowRepeat } = scan;
  if (cells.length > 0) {
    scan.total += cells.length * rowRepeat;
    if (scan.row + rowRepeat > limits.rows) scan.fault = 'rows';
    if (scan.total > limits.cells) scan.fault = 'cells';
    for (let at = 1; at <= rowRepeat && scan.fault === undefined; at += 1) {
      scan.events.row({
        row: scan.row + at,
        cells: [...cells],
        kinds: Uint8Array.from(kinds),
        ...(scan.hidden ? { hidden: true } : {}),
      });
    }
  }
  scan.row += rowRepeat;
}

function startRow(scan: TableScan, tag: Tag): void {
  scan.rowRepeat = repeatOf(tag.source, 'rows');
  const visibility = attribute(tag.source, 'table:visibility');
  scan.hidden = visibility === 'collapse' || visibility === 'filter';
  scan.column = 0;
  scan.cells = [];
  scan.kinds = [];
  if (tag.selfClosing) endRow(scan);
}

function startCell(scan: TableScan, tag: Tag): void {
  scan.cell = { source: tag.source, text: '', paragraphs: 0 };
  if (tag.selfClosing) endCell(scan);
}

function paragraph(scan: TableScan, tag: Tag): void {
  const { cell } = scan;
  if (cell === undefined || scan.inNote) return;
  if (cell.paragraphs > 0) cell.text += '\n';
  cell.paragraphs += 1;
  scan.inText = !tag.selfClosing;
}

const addText = (scan: TableScan, text: string) => {
  if (scan.inText && !scan.inNote && scan.cell !== undefined) scan.cell.text += text;
};

type Handler = (scan: TableScan, tag: Tag) => void;

const handlers: Readonly<Record<string, Handler>> = {
  'table:table-row': startRow,
  '/table:table-row': endRow,
  'table:table-cell': startCell,
  'table:covered-table-cell': startCell,
  '/table:table-cell': endCell,
  '/table:covered-table-cell': endCell,
  'text:p': paragraph,
  'text:h': paragraph,
  '/text:p': (scan) => {
    scan.inText = false;
  },
  'text:s': (scan, tag) => {
    addText(scan, ' '.repeat(Math.min(1000, Number(attribute(tag.source, 'text:c')) || 1)));
  },
  'text:tab': (scan) => addText(scan, '\t'),
  'text:line-break': (scan) => addText(scan, '\n'),
  'office:annotation': (scan, tag) => {
    scan.inNote = !tag.selfClosing;
  },
  '/office:annotation': (scan) => {
    scan.inNote = false;
  },
};

/**
 * Walks one `<table:table>` of a content part. Rows inside header groups count like any other. It is a generator so
 * that rows can be handed on while it runs: it pauses after each. Returns why it stopped early, if it did.
 */
export function* scanTable(
  xml: string,
  range: { readonly from: number; readonly to: number },
  limits: ReadLimits,
  events: OdsEvents,
): Generator<void, OdsFault | undefined> {
  const scan: TableScan = {
    limits,
    events,
    row: 0,
    rowRepeat: 1,
    hidden: false,
    column: 0,
    cells: [],
    kinds: [],
    total: 0,
    cell: undefined,
    inText: false,
    inNote: false,
    fault: undefined,
  };
  let at = range.from;
  for (;;) {
    const tag = nextTag(xml, at, range.to);
    if (tag === undefined) return scan.cell === undefined ? undefined : 'cut-off';
    if (tag.start > at && scan.inText) addText(scan, decodeXml(xml.slice(at, tag.start)));
    handlers[tag.name]?.(scan, tag);
    if (scan.fault !== undefined) return scan.fault;
    at = tag.end;
    if (tag.name === '/table:table-row') yield;
  }
}

/** Where each table of a content part lies, its name and the style that may hide it. */
export function findTables(xml: string) {
  const tables: { name: string; style: string; from: number; to: number }[] = [];
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<table:table ', at);
    if (start < 0) return tables;
    const tag = nextTag(xml, start, xml.length);
    const to = xml.indexOf('</table:table>', start);
    if (tag === undefined || to < 0) return undefined;
    const name = attribute(tag.source, 'table:name');
    tables.push({ name, style: attribute(tag.source, 'table:style-name'), from: tag.end, to });
    at = to;
  }
}

/** Names of the table styles that hide their sheet. */
export function hiddenStyles(xml: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  let style = '';
  const end = xml.indexOf('</office:automatic-styles>');
  for (let at = 0; at < end; ) {
    const tag = nextTag(xml, at, end);
    if (tag === undefined) break;
    if (tag.name === 'style:style') style = attribute(tag.source, 'style:name');
    if (attribute(tag.source, 'table:display') === 'false') hidden.add(style);
    at = tag.end;
  }
  return hidden;
}
