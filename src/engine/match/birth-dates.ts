/**
 * Birth dates of a column as packed integers. Cells of three numbers are held with a mark until the whole
 * column has been seen; then its order, day first or month first, is settled once for all of them.
 */

import { dateOfSerial, datePartsOf } from '../../domain/civil-date.ts';
import { dateShapeOf } from '../../domain/date-text.ts';
import { packDate } from '../../linkage/normalise/dates.ts';

/** Reads cells one by one, then settles the column. */
export interface BirthDateColumn {
  /** Packed date with a mark of how it was read; 0 when there is none. */
  readonly read: (bytes: Uint8Array, start: number, end: number) => number;
  /** Takes the marks off, turning or dropping dates by the column's order. */
  readonly settle: (dates: Int32Array) => void;
}

const eitherWay = 1 << 28;
const dayFirst = 2 << 28;
const monthFirst = 3 << 28;
const marks = 3 << 28;

/** Two-digit years at or below this are 20xx; workers are of age. */
const youngestYear = 15;

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const decoder = new TextDecoder();

function twoDigits(bytes: Uint8Array, at: number): number {
  const high = bytes[at] ?? 0;
  const low = bytes[at + 1] ?? 0;
  return isDigit(high) && isDigit(low) ? (high - 48) * 10 + low - 48 : -1;
}

function fourDigits(bytes: Uint8Array, at: number): number {
  const high = twoDigits(bytes, at);
  const low = twoDigits(bytes, at + 2);
  return high < 0 || low < 0 ? -1 : high * 100 + low;
}

const isMark = (byte: number | undefined): boolean => byte === 45 || byte === 47 || byte === 46;

/** Packs a cell of three numbers under both orders. */
export function markedDate(a: number, b: number, year: number): number {
  const asDayFirst = packDate(year, b, a);
  const asMonthFirst = packDate(year, a, b);
  if (asDayFirst !== 0) return asDayFirst | (asMonthFirst !== 0 ? eitherWay : dayFirst);
  return asMonthFirst === 0 ? 0 : asMonthFirst | monthFirst;
}

function slowDate(text: string): number {
  const shape = dateShapeOf(text);
  const fullYear = (year: number, isShort: boolean): number =>
    isShort ? (year <= youngestYear ? 2000 : 1900) + year : year;
  switch (shape.kind) {
    case 'serial': {
      const date = dateOfSerial(shape.serial);
      if (date === null) return 0;
      const { year, month, day } = datePartsOf(date);
      return packDate(year, month, day);
    }
    case 'year-first':
      return packDate(shape.year, shape.b, shape.c);
    case 'named':
      return packDate(fullYear(shape.year, shape.shortYear), shape.month, shape.day);
    case 'numbers':
      return markedDate(shape.a, shape.b, fullYear(shape.year, shape.shortYear));
    case 'compact': {
      const d = shape.digits;
      const part = (from: number, to: number): number => Number(d.slice(from, to));
      return (
        packDate(part(0, 4), part(4, 6), part(6, 8)) || packDate(part(4, 8), part(2, 4), part(0, 2))
      );
    }
    default:
      return 0;
  }
}

/** A reader for one column. */
export function createBirthDateColumn(): BirthDateColumn {
  let daysFirst = 0;
  let monthsFirst = 0;

  function count(date: number): number {
    if ((date & marks) === dayFirst) daysFirst++;
    else if ((date & marks) === monthFirst) monthsFirst++;
    return date;
  }

  function read(bytes: Uint8Array, start: number, end: number): number {
    if (end === start) return 0;
    if (end - start === 10) {
      if (isMark(bytes[start + 4]) && bytes[start + 4] === bytes[start + 7]) {
        const year = fourDigits(bytes, start);
        if (year > 0)
          return packDate(year, twoDigits(bytes, start + 5), twoDigits(bytes, start + 8));
      } else if (isMark(bytes[start + 2]) && isMark(bytes[start + 5])) {
        const year = fourDigits(bytes, start + 6);
        const a = twoDigits(bytes, start);
        if (year > 0 && a >= 0) return count(markedDate(a, twoDigits(bytes, start + 3), year));
      }
    }
    return count(slowDate(decoder.decode(bytes.subarray(start, end))));
  }

  function settle(dates: Int32Array): void {
    const isMonthFirst = monthsFirst > daysFirst;
    for (let i = 0; i < dates.length; i++) {
      const value = dates[i] ?? 0;
      const mark = value & marks;
      if (mark === 0) continue;
      const date = value & ~marks;
      if (mark === eitherWay) {
        dates[i] = isMonthFirst ? packDate(date >> 9, date & 31, (date >> 5) & 15) : date;
      } else dates[i] = (mark === monthFirst) === isMonthFirst ? date : 0;
    }
  }

  return { read, settle };
}
