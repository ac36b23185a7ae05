import { isoToSerial } from '../date-serial.ts';
import type { ReadLimits } from '../limits.ts';
import { type CellKind, cellKind } from '../types.ts';
import type { StringPool } from './string-pool.ts';
import { decodeCellText, decodeXml, joinRuns } from './xml.ts';

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly strings: StringPool;
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
  readonly limits: ReadLimits;
}

/** Why a scan stopped; the reader adds the file's name and throws. */
export interface ScanFault {
  readonly code: 'file.damaged' | 'file.too-large';
  readonly row: number;
  readonly reason: string;
}

const GT = 62;
const SLASH = 47;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;

/** The tags a scan looks for, with the part's own namespace prefix. */
export interface Tags {
  readonly sheetData: string;
  readonly sheetDataEnd: string;
  readonly row: string;
  readonly rowEnd: string;
  readonly cell: string;
  readonly cellEnd: string;
  readonly value: string;
  readonly plainValue: string;
  readonly prefix: string;
}

/** See {@link Tags}. */
export const tagsFor = (p: string): Tags => ({
  sheetData: `<${p}sheetData`,
  sheetDataEnd: `</${p}sheetData>`,
  row: `<${p}row`,
  rowEnd: `</${p}row>`,
  cell: `<${p}c`,
  cellEnd: `</${p}c>`,
  value: `<${p}v`,
  plainValue: `<${p}v>`,
  prefix: p,
});

/** True when the tag name ends here: `<c` must not be taken for `<cols`. */
export function endsName(code: number): boolean {
  return (
    code === GT || code === SPACE || code === SLASH || code === 10 || code === 13 || code === 9
  );
}

/** 0-based column of a reference such as `AB12`; -1 when it has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
    if (column > 1_000_000) break;
  }
  return column - 1;
}

function isNumeric(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    const digit = code >= 48 && code <= 57;
    if (!digit && code !== 46 && code !== 45 && code !== 43 && code !== 69 && code !== 101)
      return false;
  }
  return raw !== '';
}

/** A cell's tag: where its content begins, and the three attributes that matter. */
interface CellTag {
  end: number;
  empty: boolean;
  reference: string;
  style: string;
  type: string;
}

/** Reads one attribute of a `<c` tag at `at`; returns where it ends, or -1 when it is malformed. */
function readAttribute(text: string, at: number, tag: CellTag): number {
  const equals = text.indexOf('=', at);
  if (equals < 0) return -1;
  let open = equals + 1;
  while (text.charCodeAt(open) <= SPACE) open += 1;
  const quote = text.charCodeAt(open);
  if (quote !== QUOTE && quote !== APOSTROPHE) return -1;
  const close = text.indexOf(quote === QUOTE ? '"' : "'", open + 1);
  if (close < 0) return -1;
  if (equals - at === 1) {
    const name = text.charCodeAt(at);
    if (name === 114) tag.reference = text.slice(open + 1, close);
    else if (name === 115) tag.style = text.slice(open + 1, close);
    else if (name === 116) tag.type = text.slice(open + 1, close);
  }
  return close + 1;
}

/** Reads the attributes of a `<c` tag from `at`; leaves `end` at -1 when the tag is not closed. */
function readCellTag(text: string, at: number, tag: CellTag): void {
  tag.reference = '';
  tag.style = '';
  tag.type = '';
  tag.end = -1;
  let pos = at;
  while (pos >= 0) {
    const code = text.charCodeAt(pos);
    if (code === GT || code === SLASH) {
      tag.empty = code === SLASH;
      tag.end = code === SLASH ? pos + 2 : pos + 1;
      return;
    }
    pos = code <= SPACE ? pos + 1 : readAttribute(text, pos, tag);
  }
}

/** Raw content of the `<v>` of a cell; `''` when it has none. */
function rawValue(text: string, start: number, end: number, tags: Tags): string {
  if (text.startsWith(tags.plainValue, start)) {
    const from = start + tags.plainValue.length;
    const stop = text.indexOf('<', from);
    return stop <= end ? text.slice(from, stop) : '';
  }
  let at = text.indexOf(tags.value, start);
  while (at >= 0 && at < end) {
    const after = at + tags.value.length;
    if (endsName(text.charCodeAt(after))) {
      const open = text.indexOf('>', after);
      if (text.charCodeAt(open - 1) === SLASH) return '';
      const stop = text.indexOf('<', open + 1);
      return stop <= end ? text.slice(open + 1, stop) : '';
    }
    at = text.indexOf(tags.value, after);
  }
  return '';
}

/** The row being read. One such value serves a whole sheet: rows are taken out of it. */
export interface RowScan {
  readonly context: SheetContext;
  tags: Tags;
  row: number;
  cells: string[];
  /** Kinds of `cells`, with room to spare. */
  kinds: Uint8Array<ArrayBuffer>;
  fault: ScanFault | undefined;
  readonly tag: CellTag;
}

/** Makes the state of a sheet's scan. */
export function createRowScan(context: SheetContext): RowScan {
  return {
    context,
    tags: tagsFor(''),
    row: 0,
    cells: [],
    kinds: new Uint8Array(64),
    fault: undefined,
    tag: { end: -1, empty: false, reference: '', style: '', type: '' },
  };
}

/** Notes the first thing that went wrong. */
export function fail(scan: RowScan, code: ScanFault['code'], reason: string): undefined {
  scan.fault ??= { code, row: scan.row, reason };
}

function put(scan: RowScan, column: number, text: string, kind: CellKind): undefined {
  const { limits } = scan.context;
  if (column >= limits.columns) return fail(scan, 'file.too-large', 'columns');
  if (text.length > limits.cellChars) return fail(scan, 'file.too-large', 'cell');
  if (column >= scan.kinds.length) {
    const wider = new Uint8Array(Math.max(column + 1, scan.kinds.length * 2));
    wider.set(scan.kinds);
    scan.kinds = wider;
  }
  const { cells, kinds } = scan;
  while (cells.length < column) {
    kinds[cells.length] = cellKind.empty;
    cells.push('');
  }
  kinds[column] = kind;
  cells[column] = text;
}

function putNumber(scan: RowScan, column: number, raw: string): undefined {
  if (raw === '') return;
  if (!isNumeric(raw)) return put(scan, column, decodeXml(raw), cellKind.text);
  const { style } = scan.tag;
  const date = style !== '' && scan.context.dateStyles[Number(style)] === true;
  put(scan, column, raw, date ? cellKind.date : cellKind.number);
}

function putShared(scan: RowScan, column: number, raw: string): undefined {
  const text = raw === '' ? undefined : scan.context.strings.get(Number(raw));
  if (text === undefined) fail(scan, 'file.damaged', 'shared-string');
  else if (text !== '') put(scan, column, text, cellKind.text);
}

function putTyped(scan: RowScan, column: number, raw: string): undefined {
  const { type } = scan.tag;
  if (type === 's') return putShared(scan, column, raw);
  if (raw === '') return;
  if (type === 'n') return putNumber(scan, column, raw);
  if (type === 'b') return put(scan, column, raw, cellKind.boolean);
  if (type === 'e') return put(scan, column, decodeXml(raw), cellKind.error);
  const serial = type === 'd' ? isoToSerial(raw, scan.context.date1904) : undefined;
  if (serial !== undefined) return put(scan, column, String(serial), cellKind.date);
  put(scan, column, decodeCellText(raw), cellKind.text);
}

function putCell(
  scan: RowScan,
  column: number,
  text: string,
  start: number,
  end: number,
): undefined {
  const { tags, tag } = scan;
  if (tag.type === 'inlineStr') {
    const value = joinRuns(text.slice(start, end), tags.prefix);
    if (value !== '') put(scan, column, value, cellKind.text);
    return;
  }
  const raw = rawValue(text, start, end, tags);
  if (tag.type === '') putNumber(scan, column, raw);
  else putTyped(scan, column, raw);
}

/** Reads the cells between `start` and `end` of `text` into `scan.cells`, gaps filled with `''`. */
export function scanCells(scan: RowScan, text: string, start: number, end: number): undefined {
  const { tags, tag } = scan;
  let at = start;
  let column = -1;
  while (scan.fault === undefined) {
    at = text.indexOf(tags.cell, at);
    if (at < 0 || at >= end) return;
    at += tags.cell.length;
    if (!endsName(text.charCodeAt(at))) continue;
    readCellTag(text, at, tag);
    if (tag.end < 0 || tag.end > end) return fail(scan, 'file.damaged', 'cell');
    const named = columnOf(tag.reference);
    column = named < 0 ? column + 1 : named;
    at = tag.end;
    if (tag.empty) continue;
    const close = text.indexOf(tags.cellEnd, at);
    if (close < 0 || close > end) return fail(scan, 'file.damaged', 'cell');
    putCell(scan, column, text, at, close);
    at = close + tags.cellEnd.length;
  }
}
