import { AppError } from './app-error.ts';
import type { CivilDate } from './brand.ts';
import { monthNames, weekdayNames } from './month-names.ts';

/** Year, month (1…12) and day of a calendar date. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const LAST_SERIAL = 2_958_465;

/** Leap year of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month (1…12) of a year; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

/** A date from its parts, years 1…9999; `null` when there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return null;
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as CivilDate; // the one place a date is made, all parts checked
}

/** A date from strict ISO text `YYYY-MM-DD`; `null` for anything else. Free text is `date-column.ts`'s work. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = ISO.exec(text);
  return match === null ? null : civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** As `parseCivilDate`, for input that must be a date: throws `input.invalid` naming `field`. */
export function requireCivilDate(text: string, field: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null)
    throw new AppError('input.invalid', { at: { field }, params: { value: text } });
  return date;
}

/** Year, month and day of a date. */
export function datePartsOf(date: CivilDate): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** Days since 1970-01-01 (Hinnant's days_from_civil), negative before. */
export function epochDayOf(date: CivilDate): number {
  const { year, month, day } = datePartsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day count since 1970-01-01; `null` outside years 1…9999 (Hinnant's civil_from_days). */
export function dateOfEpochDay(epochDay: number): CivilDate | null {
  if (!Number.isInteger(epochDay)) return null;
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return civilDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The date `days` later (earlier when negative); throws `input.invalid` outside years 1…9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const moved = dateOfEpochDay(epochDayOf(date) + days);
  if (moved === null) throw new AppError('input.invalid', { params: { value: date, days } });
  return moved;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Completed years of age on a day; negative before birth. Someone born on 29 February completes a year on 1 March of
 * a common year.
 */
export function ageAt(birth: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/**
 * The date of a spreadsheet serial, time of day dropped. In the 1900 system serial 60 is the 29 February 1900 that
 * never was (Lotus's bug, kept by Excel) and gives `null`, as does anything outside the years 1900…9999.
 */
export function dateOfSerial(serial: number, date1904 = false): CivilDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(day) || day > LAST_SERIAL) return null;
  if (date1904) return day < 0 ? null : dateOfEpochDay(day - 24_107);
  if (day < 1 || day === 60) return null;
  return dateOfEpochDay(day - (day < 60 ? 25_568 : 25_569));
}

/** `22 November 2026`, without Intl so that every machine prints the same. */
export function formatDate(date: CivilDate): string {
  const { year, month, day } = datePartsOf(date);
  return `${day} ${monthNames[month - 1] ?? ''} ${year}`;
}

/** `22-11-2026`, the form BPJS upload files ask for. */
export function formatDateShort(date: CivilDate): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** `Minggu`, `Senin`, … of a date. */
export function weekdayOf(date: CivilDate): string {
  const index = (((epochDayOf(date) + 4) % 7) + 7) % 7;
  return weekdayNames[index] ?? '';
}
