/**
 * Where a sheet's table begins: the header row below a kop, joined with the row above or below it when the
 * head is merged over two or three rows, and the letter or number row under it.
 */
import type { RawRow } from '../../tabular/types.ts';
import { cleanCell, headerKey } from './header-text.ts';
import { knownField } from './synonyms.ts';

/** One column's head; `parent` is the merged cell it stands under, `''` when there is none. */
export interface ColumnHead {
  readonly index: number;
  readonly parent: string;
  readonly label: string;
}

export interface FoundHeader {
  /** Rows of the sheet that form the head, 1-based, top down. */
  readonly rows: readonly number[];
  readonly heads: readonly ColumnHead[];
  /** The letter or number row under the head, when there is one. */
  readonly numberRow: number | null;
}

/** Rows looked at before a sheet is said to have no header. */
export const headRowsLookedAt = 80;

const identityFields: ReadonlySet<string> = new Set(['name', 'firstName', 'nik', 'kpj']);

/**
 * Finds the head among a sheet's first rows; null when none of them reads like one. Header texts that a person has
 * given a field (`mapping`) count as known ones.
 */
export function findHeader(
  rows: readonly RawRow[],
  mapping: Readonly<Record<string, string | null>> = {},
): FoundHeader | null {
  const looked = rows.slice(0, headRowsLookedAt);
  const given = new Map(Object.entries(mapping).map(([text, field]) => [headerKey(text), field]));
  const fieldOf = (text: string) => given.get(headerKey(text)) ?? knownField(text);
  const at = looked.findIndex((row) => isHeadRow(row, fieldOf));
  if (at < 0) return null;
  const block = [looked[at] as RawRow];
  const above = looked[at - 1];
  const first = block[0] as RawRow;
  if (above !== undefined && above.row === first.row - 1 && isGroupRow(above, first)) {
    block.unshift(above);
  }
  let next = at + 1;
  while (block.length < 3) {
    const below = looked[next];
    if (below === undefined || !isSubHead(block, below)) break;
    block.push(below);
    next += 1;
  }
  const after = looked[next];
  return {
    rows: block.map(({ row }) => row),
    heads: joinHeads(block),
    numberRow: after !== undefined && isNumberRow(after.cells) ? after.row : null,
  };
}

/** A head names at least two known columns, one of which says who the row is about. */
function isHeadRow({ cells }: RawRow, fieldOf: (text: string) => string | null): boolean {
  const found = new Set<string>();
  for (const cell of cells) {
    if (cell === '') continue;
    if (looksLikeData(cell)) return false;
    const field = cell.length <= 80 ? fieldOf(cell) : null;
    if (field !== null) found.add(field);
  }
  const who = [...found].some((field) => identityFields.has(field));
  return who && found.size >= 2;
}

/** A row of groups over the head: at least one cell stands over a blank, or two cells span several columns. */
function isGroupRow(above: RawRow, head: RawRow): boolean {
  const filled = above.cells.flatMap((cell, index) => (cleanCell(cell) === '' ? [] : [index]));
  if (filled.length === 0 || above.cells.some(looksLikeData)) return false;
  let overBlank = 0;
  let spanning = 0;
  let known = false;
  for (const index of filled) {
    const below = cleanCell(head.cells[index] ?? '');
    const right = cleanCell(above.cells[index + 1] ?? '');
    const belowRight = cleanCell(head.cells[index + 1] ?? '');
    if (below === '') overBlank += 1;
    else if (right === '' && belowRight !== '') spanning += 1;
    else return false;
    known ||= knownField(above.cells[index] ?? '') !== null;
  }
  // One spanning cell could be a title; when its text is a known head it is none.
  return overBlank > 0 || spanning >= 2 || known;
}

/** A second line of the head: blank under every column that says who, and inside a merged span somewhere. */
function isSubHead(block: readonly RawRow[], below: RawRow): boolean {
  const filled = below.cells.flatMap((cell, index) => (cleanCell(cell) === '' ? [] : [index]));
  const last = block.at(-1);
  if (filled.length === 0 || last === undefined || below.row !== last.row + 1) return false;
  if (below.cells.some(looksLikeData) || isNumberRow(below.cells)) return false;
  const above = (index: number): string => {
    for (let depth = block.length - 1; depth >= 0; depth -= 1) {
      const text = cleanCell(block[depth]?.cells[index] ?? '');
      if (text !== '') return text;
    }
    return '';
  };
  const underWho = filled.some((index) => {
    const field = knownField(above(index));
    return field !== null && identityFields.has(field);
  });
  if (underWho) return false;
  return filled.some((index) => above(index) === '' || above(index + 1) === '');
}

/** A value no header holds: a long number, a date, an amount. */
function looksLikeData(cell: string): boolean {
  const text = cleanCell(cell);
  if (!/\d/.test(text)) return false;
  return (
    /^'?[\d.,\s-]{6,}'?$/.test(text) ||
    /^\d+(?:\.\d+)?[eE]\+\d+$/.test(text) ||
    /^\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}$/.test(text) ||
    /^Rp\.?\s*\d/i.test(text)
  );
}

/** `a b c …`, `1 2 3 …`, `(1) (2) …`, with formulas such as `8=6+7` among them. */
export function isNumberRow(cells: readonly string[]): boolean {
  const filled = cells.map(cleanCell).filter((cell) => cell !== '');
  if (filled.length < 3) return false;
  const marks = filled.filter((cell) =>
    /^\(?(?:[a-z]|\d{1,2})\)?(?:\s*[=(][\d\s+x*()a-z-]*)?$/i.test(cell),
  );
  if (marks.length < filled.length) return false;
  const order = filled.map((cell) => {
    const mark = cell.replace(/[()]/g, '').toLowerCase();
    const number = Number.parseInt(mark, 10);
    return Number.isNaN(number) ? mark.charCodeAt(0) - 96 : number;
  });
  const rising = order.every((value, index) => index === 0 || value > (order[index - 1] ?? 0));
  return rising && (order[0] ?? 99) <= 2;
}

/** Joins the block's rows: a parent cell is carried right over blanks that have something beneath them. */
function joinHeads(block: readonly RawRow[]): ColumnHead[] {
  const width = Math.max(...block.map(({ cells }) => cells.length));
  const carried = block.map(() => '');
  const heads: ColumnHead[] = [];
  for (let index = 0; index < width; index += 1) {
    const texts = block.map(({ cells }) => cleanCell(cells[index] ?? ''));
    const deepest = texts.findLastIndex((text) => text !== '');
    const parts: string[] = [];
    for (const [depth, text] of texts.entries()) {
      if (text !== '') {
        carried[depth] = text;
        // A new cell ends what the rows beneath carried.
        carried.fill('', depth + 1);
        parts.push(text);
      } else if (depth < deepest && carried[depth] !== '') {
        parts.push(carried[depth] ?? '');
      }
    }
    const label = parts.pop() ?? '';
    heads.push({ index, parent: parts.join(' '), label });
  }
  return heads;
}

/** How a head is shown: `Iuran JHT / Pekerja 2%`. */
export function headText({ parent, label }: ColumnHead): string {
  return parent === '' ? label : `${parent} / ${label}`;
}

/** Makes the test whether a row repeats the head, as printed lists do at every page. */
export function headRepeater(heads: readonly ColumnHead[]): (cells: readonly string[]) => boolean {
  const texts = heads.map(({ label, parent }) => [headerKey(label), headerKey(parent)] as const);
  return (cells) => {
    let same = 0;
    let filled = 0;
    for (const [index, [label, parent]] of texts.entries()) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      filled += 1;
      const key = headerKey(cell);
      if (key !== '' && (key === label || key === parent)) same += 1;
    }
    return same >= 2 && same * 2 > filled;
  };
}
