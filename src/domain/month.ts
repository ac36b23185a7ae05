import { AppError } from './app-error.ts';
import type { CivilDate, Month } from './brand.ts';
import { civilDate, daysInMonth } from './civil-date.ts';
import { monthNames, monthNumberOf } from './month-names.ts';

const ISO = /^(\d{4})-(\d{2})$/;

/** Months since year 0: the number all arithmetic on months goes through. */
export function monthIndexOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month of an index made by `monthIndexOf`; throws `input.invalid` outside years 1…9999. */
export function monthOfIndex(index: number): Month {
  const year = Math.floor(index / 12);
  if (!Number.isInteger(index) || year < 1 || year > 9999) {
    throw new AppError('input.invalid', { at: { field: 'month' }, params: { value: index } });
  }
  const text = `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
  return text as Month; // the one place a month is made
}

/** A month from strict `YYYY-MM`; `null` for anything else. */
export function parseMonth(text: string): Month | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const month = Number(match[2]);
  const year = Number(match[1]);
  return month < 1 || month > 12 || year < 1 ? null : monthOfIndex(year * 12 + month - 1);
}

/** As `parseMonth`, for input that must be a month: throws `input.invalid` naming `field`. */
export function requireMonth(text: string, field: string): Month {
  const month = parseMonth(text);
  if (month === null) {
    throw new AppError('input.invalid', { at: { field }, params: { value: text } });
  }
  return month;
}

/** A premium period (BLTH) as receipts and exports write it: `09-2023`, `092023`, `SEP-2023`, `2023-09`; else `null`. */
export function parsePremiumPeriod(text: string): Month | null {
  const bare = text.trim();
  const direct = parseMonth(bare);
  if (direct !== null) return direct;
  const match = /^(\d{1,2}|[a-z]+\.?)[\s/.-]*(\d{4})$/i.exec(bare);
  if (match === null) return null;
  const [, first = '', year = ''] = match;
  const number = /^\d/.test(first) ? Number(first) : monthNumberOf(first);
  return number === null ? null : parseMonth(`${year}-${String(number).padStart(2, '0')}`);
}

/** The month a date lies in. */
export function monthOf(date: CivilDate): Month {
  return monthOfIndex(Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1);
}

/** The month `count` later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  return monthOfIndex(monthIndexOf(month) + count);
}

/** Months from `from` to `to`: 0 for the same month, negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return monthIndexOf(to) - monthIndexOf(from);
}

/** Negative, zero or positive as `a` is before, the same as or after `b`. */
export function compareMonths(a: Month, b: Month): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `count` months in order, the first being `from`. */
export function monthRange(from: Month, count: number): readonly Month[] {
  if (!Number.isInteger(count) || count < 0 || count > 1200) {
    throw new AppError('input.invalid', { at: { field: 'months' }, params: { value: count } });
  }
  return Array.from({ length: count }, (_, offset) => addMonths(from, offset));
}

/** The twelve months of a fiscal year, which in Indonesia is the calendar year (UU 17/2003 Ps. 4). */
export function monthsOfYear(year: number): readonly Month[] {
  return monthRange(monthOfIndex(year * 12), 12);
}

/** First day of a month. */
export function firstDayOf(month: Month): CivilDate {
  return `${month}-01` as CivilDate; // a Month is checked, so its first day exists
}

/** Last day of a month. */
export function lastDayOf(month: Month): CivilDate {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return civilDate(year, number, daysInMonth(year, number)) ?? firstDayOf(month);
}

/** `November 2026`. */
export function formatMonth(month: Month): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1] ?? ''} ${Number(month.slice(0, 4))}`;
}
