import { monthNumberOf } from './month-names.ts';

/** The order in which a column writes day, month and year. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A date cell's text taken apart, before any decision on order. */
export type DateShape =
  | { readonly kind: 'empty' }
  | { readonly kind: 'serial'; readonly serial: number }
  /** Year of four digits first: no other reading exists. */
  | { readonly kind: 'year-first'; readonly year: number; readonly b: number; readonly c: number }
  /** The month is a word. */
  | {
      readonly kind: 'named';
      readonly day: number;
      readonly month: number;
      readonly year: number;
      readonly shortYear: boolean;
    }
  /** Three numbers whose order the column decides. */
  | {
      readonly kind: 'numbers';
      readonly a: number;
      readonly b: number;
      readonly year: number;
      readonly shortYear: boolean;
    }
  /** Eight digits run together, `12051980` or `19800512`. */
  | { readonly kind: 'compact'; readonly digits: string }
  | { readonly kind: 'unreadable' };

const EMPTY =
  /^[\s\-–—.?/]*$|^(?:0{1,2}[-/.]0{1,2}[-/.]0{2,4}|0{4}-00-00|0|n\/?a|null|nihil|tidak ada)$/i;
const TIME = /[T\s]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:Z|AM|PM|WIB|WITA|WIT)?$/i;
const WEEKDAY = /^(?:minggu|ahad|senin|selasa|rabu|kamis|jum'?at|sabtu)\s*,?\s+/i;
const NUMBERS = /^(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})$/;
const NAMED = /^(\d{1,2})\s*[-/.,]?\s*([a-z]{3,})\.?\s*[-/.,]?\s*(\d{4}|\d{2})$/i;
const NAME_FIRST = /^([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})$/i;

function namedShape(day: string, name: string, year: string): DateShape {
  const month = monthNumberOf(name);
  if (month === null) return { kind: 'unreadable' };
  return {
    kind: 'named',
    day: Number(day),
    month,
    year: Number(year),
    shortYear: year.length === 2,
  };
}

function numbersShape(first: string, second: string, third: string): DateShape {
  if (first.length === 4) {
    return third.length > 2
      ? { kind: 'unreadable' }
      : { kind: 'year-first', year: Number(first), b: Number(second), c: Number(third) };
  }
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return { kind: 'unreadable' };
  return {
    kind: 'numbers',
    a: Number(first),
    b: Number(second),
    year: Number(third),
    shortYear: third.length === 2,
  };
}

/**
 * Takes a date cell apart. A time of day and a weekday are dropped; `-`, `00-00-0000` and the like are empty; five
 * digits with or without a fraction are a spreadsheet serial (`37936`), as a cell of date kind always is. Four digits of
 * text are more likely a year alone, and unreadable.
 */
export function dateShapeOf(text: string, serialCell = false): DateShape {
  const trimmed = text.normalize('NFKC').replace(/^['"\s]+|['",\s]+$/g, '');
  if (EMPTY.test(trimmed)) return { kind: 'empty' };
  if (serialCell || /^\d{5}(?:\.\d+)?$/.test(trimmed)) {
    const serial = Number(trimmed);
    if (Number.isFinite(serial) && serial < 100_000) return { kind: 'serial', serial };
  }
  const bare = trimmed.replace(TIME, '').replace(WEEKDAY, '').trim();
  const numbers = NUMBERS.exec(bare);
  if (numbers !== null) return numbersShape(numbers[1] ?? '', numbers[2] ?? '', numbers[3] ?? '');
  if (/^\d{8}$/.test(bare)) return { kind: 'compact', digits: bare };
  const named = NAMED.exec(bare);
  if (named !== null) return namedShape(named[1] ?? '', named[2] ?? '', named[3] ?? '');
  const nameFirst = NAME_FIRST.exec(bare);
  if (nameFirst !== null) {
    return namedShape(nameFirst[2] ?? '', nameFirst[1] ?? '', nameFirst[3] ?? '');
  }
  return { kind: 'unreadable' };
}

/** Place and date of a TTL cell: `Brebes, 12-05-1980` splits at its last comma; without one, at the first digit. */
export function splitPlaceAndDate(cell: string): { readonly place: string; readonly date: string } {
  const comma = cell.lastIndexOf(',');
  const at = comma >= 0 ? comma : cell.search(/\d/);
  if (at < 0) return { place: cell.trim(), date: '' };
  return {
    place: cell
      .slice(0, at)
      .replace(/[\s/,-]+$/, '')
      .trim(),
    date: cell.slice(comma >= 0 ? at + 1 : at).trim(),
  };
}
