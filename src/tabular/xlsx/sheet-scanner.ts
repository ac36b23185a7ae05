import { XLSX_MAX_ROWS } from '../limits.ts';
import type { MergedRange, RawRow } from '../types.ts';
import {
  columnOf,
  createRowScan,
  endsName,
  fail,
  type RowScan,
  type ScanFault,
  type SheetContext,
  scanCells,
  tagsFor,
} from './cell-scanner.ts';
import { elements, prefixOf } from './xml.ts';

/**
 * A streaming reader of one worksheet part. It walks the text with `indexOf` and never builds a tree: a row is
 * taken when its closing tag has arrived. Numbers keep the text they are stored with.
 */
export interface SheetScanner {
  /** Takes the next piece of the part; complete rows that are not blank are appended to `rows`. */
  push(text: string, rows: RawRow[]): ScanFault | undefined;
  /** To be called at the end of the part. */
  end(): ScanFault | undefined;
  /** Merged ranges, known after `end`. */
  merges(): MergedRange[];
}

const SLASH = 47;
const MAX_TAIL = 8 * 1024 * 1024;

interface SheetScan {
  readonly scan: RowScan;
  /** Text that has arrived and is not taken yet. */
  pending: string;
  /** How far into the pending row its end has been looked for. */
  searched: number;
  phase: 'head' | 'rows' | 'tail';
  rows: number;
  cells: number;
}

function startRow(sheet: SheetScan, openTag: string): boolean {
  const { scan } = sheet;
  const named = /\sr\s*=\s*["']\s*(\d+)/.exec(openTag)?.[1];
  scan.row = named === undefined ? scan.row + 1 : Number(named);
  scan.cells = [];
  sheet.rows += 1;
  if (scan.row > XLSX_MAX_ROWS || sheet.rows > scan.context.limits.rows) {
    fail(scan, 'file.too-large', 'rows');
  }
  return openTag.includes('hidden') && /\shidden\s*=\s*["'](?:1|true)["']/.test(openTag);
}

function endRow(sheet: SheetScan, rows: RawRow[], hidden: boolean): undefined {
  const { scan } = sheet;
  const { cells, row } = scan;
  if (cells.length === 0 || scan.fault !== undefined) return;
  sheet.cells += cells.length;
  if (sheet.cells > scan.context.limits.cells) return fail(scan, 'file.too-large', 'cells');
  const kinds = scan.kinds.slice(0, cells.length);
  rows.push(hidden ? { row, cells, kinds, hidden } : { row, cells, kinds });
}

/** Takes the row that starts at `start`; returns where it ends, or -1 when it has not fully arrived. */
function takeRow(sheet: SheetScan, start: number, rows: RawRow[]): number {
  const { scan, pending } = sheet;
  const { rowEnd } = scan.tags;
  const tagEnd = pending.indexOf('>', start);
  if (tagEnd < 0) return -1;
  if (pending.charCodeAt(tagEnd - 1) === SLASH) {
    startRow(sheet, pending.slice(start, tagEnd));
    return tagEnd + 1;
  }
  const close = pending.indexOf(rowEnd, Math.max(tagEnd, start + sheet.searched));
  if (close < 0) {
    sheet.searched = Math.max(0, pending.length - start - rowEnd.length);
    return -1;
  }
  sheet.searched = 0;
  const hidden = startRow(sheet, pending.slice(start, tagEnd));
  scanCells(scan, pending, tagEnd + 1, close);
  endRow(sheet, rows, hidden);
  return close + rowEnd.length;
}

/** Steps over whatever is no row; returns -1 when it has not fully arrived. */
function skipMarkup(sheet: SheetScan, start: number): number {
  const { pending, scan } = sheet;
  if (pending.length - start < scan.tags.sheetDataEnd.length) return -1;
  const end = pending.startsWith('<!--', start) ? '-->' : '>';
  const close = pending.indexOf(end, start);
  return close < 0 ? -1 : close + end.length;
}

function scanRows(sheet: SheetScan, rows: RawRow[]): void {
  const { scan, pending } = sheet;
  const { row, sheetDataEnd } = scan.tags;
  let at = 0;
  while (scan.fault === undefined) {
    const next = pending.indexOf('<', at);
    if (next < 0) break;
    at = next;
    if (pending.startsWith(sheetDataEnd, at)) {
      sheet.phase = 'tail';
      break;
    }
    const isRow = pending.startsWith(row, at) && endsName(pending.charCodeAt(at + row.length));
    const end = isRow ? takeRow(sheet, at, rows) : skipMarkup(sheet, at);
    if (end < 0) break;
    at = end;
  }
  sheet.pending = pending.slice(at);
}

function findRows(sheet: SheetScan): void {
  const { pending } = sheet;
  const tags = tagsFor(prefixOf(pending, 'worksheet'));
  const start = pending.indexOf(tags.sheetData);
  const end = start < 0 ? -1 : pending.indexOf('>', start);
  if (end < 0) return;
  sheet.scan.tags = tags;
  sheet.phase = pending.charCodeAt(end - 1) === SLASH ? 'tail' : 'rows';
  sheet.pending = pending.slice(end + 1);
}

function push(sheet: SheetScan, text: string, rows: RawRow[]): ScanFault | undefined {
  const { scan } = sheet;
  if (scan.fault !== undefined) return scan.fault;
  if (sheet.phase === 'tail' && sheet.pending.length > MAX_TAIL) return undefined;
  sheet.pending += text;
  if (sheet.phase === 'head') findRows(sheet);
  if (sheet.phase === 'rows') scanRows(sheet, rows);
  if (sheet.phase !== 'tail' && sheet.pending.length > scan.context.limits.cellChars * 16) {
    fail(scan, 'file.too-large', 'row');
  }
  return scan.fault;
}

/** Makes a scanner; see {@link SheetScanner}. */
export function createSheetScanner(context: SheetContext): SheetScanner {
  const scan = createRowScan(context);
  const sheet: SheetScan = { scan, pending: '', searched: 0, phase: 'head', rows: 0, cells: 0 };
  return {
    push: (text, rows) => push(sheet, text, rows),
    end() {
      if (scan.fault !== undefined || sheet.phase === 'tail') return scan.fault;
      return { code: 'file.damaged', row: scan.row, reason: 'cut-off' };
    },
    merges: () =>
      [...elements(sheet.pending, 'mergeCell')].flatMap(
        (cell) => parseRange(cell.get('ref') ?? '') ?? [],
      ),
  };
}

/** A range such as `B2:D5`, 0-based and inclusive. */
export function parseRange(reference: string): MergedRange | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(
    reference,
  );
  if (match === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return {
    left: columnOf(left),
    top: Number(top) - 1,
    right: columnOf(right),
    bottom: Number(bottom) - 1,
  };
}
