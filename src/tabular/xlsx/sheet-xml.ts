import { AppError } from '../../domain/app-error.ts';
import { isoToSerial } from '../date-serial.ts';
import { XLSX_MAX_ROWS } from '../limits.ts';
import type { MergedRange, OutCell, OutSheet } from '../types.ts';
import { styleIndex } from './style-sheet.ts';

const FLUSH_CHARS = 128 * 1024;
const MAX_CELL_CHARS = 32_767;
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`;

/** Letters of a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for element content and double-quoted attributes. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => escapes[char] ?? char) : text;
}

const hex4 = (char: string) => char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Escapes a cell's text; what XML cannot hold is written the OOXML way, `_x0001_`. */
export function escapeCellText(text: string): string {
  const kept = text.isWellFormed() ? text : text.toWellFormed();
  const literal = kept.includes('_x') ? kept.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_') : kept;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  const safe = literal.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => `_x${hex4(c)}_`);
  return escapeXml(safe);
}

function textCell(reference: string, style: number, text: string): string {
  if (text.length > MAX_CELL_CHARS) {
    throw new AppError('file.too-large', { params: { reason: 'cell', cell: reference } });
  }
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${escapeCellText(text)}</t></is></c>`;
}

function numberCell(reference: string, style: number, value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no number for ${reference}`);
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

function formulaCell(reference: string, style: number, formula: string, v: string | number | null) {
  const head = `<c r="${reference}" s="${style}"`;
  const f = `<f>${escapeXml(formula)}</f>`;
  if (typeof v === 'string') return `${head} t="str">${f}<v>${escapeCellText(v)}</v></c>`;
  return v === null ? `${head}>${f}</c>` : `${head}>${f}<v>${v}</v></c>`;
}

/** One cell; `''` for none. A string under the style `date` becomes a real date where it is one. */
function cellXml(cell: OutCell | undefined, reference: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') {
    return cell === '' ? '' : textCell(reference, styleIndex.get('plain')!, cell);
  }
  if (typeof cell === 'number') return numberCell(reference, 0, cell);
  const { v, style = typeof v === 'number' ? 'general' : 'plain', formula } = cell;
  const index = styleIndex.get(style) ?? 0;
  if (formula !== undefined) return formulaCell(reference, index, formula, v);
  if (v === null || v === '') return `<c r="${reference}" s="${index}"/>`;
  if (typeof v === 'number') return numberCell(reference, index, v);
  const serial = style === 'date' ? isoToSerial(v, false) : undefined;
  return serial === undefined || serial < 61
    ? textCell(reference, index, v)
    : numberCell(reference, index, serial);
}

function viewXml(sheet: OutSheet, first: boolean): string {
  const selected = first ? ' tabSelected="1"' : '';
  const open = `<sheetViews><sheetView workbookViewId="0"${selected}`;
  if (sheet.headRows === undefined) return `${open}/></sheetViews>`;
  const split = sheet.headRows.to + 1;
  return `${open}><pane ySplit="${split}" topLeftCell="A${split + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
}

const columnXml = (width: number, at: number) =>
  `<col min="${at + 1}" max="${at + 1}" width="${width + 0.71}" customWidth="1"/>`;

const mergeXml = ({ top, left, bottom, right }: MergedRange) =>
  `<mergeCell ref="${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}"/>`;

/** Paper codes of ECMA-376 §18.18.43: 9 is A4; 14 is Folio, 8.5 × 13 in, which is F4 to the millimetre. */
function pageXml(sheet: OutSheet): string {
  const paper = sheet.paper === 'F4' ? 14 : 9;
  const orientation = sheet.landscape === true ? 'landscape' : 'portrait';
  return `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="${paper}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;8Halaman &amp;P dari &amp;N</oddFooter></headerFooter>`;
}

/**
 * The worksheet part of a sheet, in pieces, so that rows from a generator are never held together.
 * Errors: `file.too-large` beyond 1,048,576 rows or 32,767 characters in a cell.
 */
export function* sheetXml(sheet: OutSheet, first: boolean): Generator<string> {
  const widths = sheet.widths ?? [];
  const merges = sheet.merges ?? [];
  const columns = widths.length === 0 ? '' : `<cols>${widths.map(columnXml).join('')}</cols>`;
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  let text = `${HEAD}${fit}${viewXml(sheet, first)}<sheetFormatPr defaultRowHeight="13"/>${columns}<sheetData>`;
  const letters: string[] = [];
  let row = 0;
  for (const cells of sheet.rows) {
    row += 1;
    if (row > XLSX_MAX_ROWS) throw new AppError('file.too-large', { params: { reason: 'rows' } });
    let line = '';
    for (let at = 0; at < cells.length; at += 1) {
      letters[at] ??= columnLetters(at);
      line += cellXml(cells[at], `${letters[at]}${row}`);
    }
    if (line !== '') text += `<row r="${row}">${line}</row>`;
    if (text.length > FLUSH_CHARS) {
      yield text;
      text = '';
    }
  }
  text += '</sheetData>';
  if (merges.length > 0) {
    text += `<mergeCells count="${merges.length}">${merges.map(mergeXml).join('')}</mergeCells>`;
  }
  yield `${text}${pageXml(sheet)}</worksheet>`;
}
