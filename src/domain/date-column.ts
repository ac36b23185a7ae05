import type { CivilDate } from './brand.ts';
import { ageAt, civilDate, dateOfSerial, datePartsOf } from './civil-date.ts';
import { type DateOrder, type DateShape, dateShapeOf } from './date-text.ts';
import { birthDateOfTwoDigitYear } from './two-digit-year.ts';

/** A cell of a date column: its text, and whether the file holds it as a number or a date. */
export interface DateCell {
  readonly text: string;
  readonly serial?: boolean | undefined;
}

/** What the column's dates are, for two-digit years and the limits of belief. */
export type DatePurpose = 'birth' | 'event';

export interface DateColumnContext {
  readonly purpose: DatePurpose;
  readonly asOf: CivilDate;
  /** Day 0 of the file's serials is 1904-01-01. */
  readonly date1904?: boolean | undefined;
}

/** How many cells spoke for what; shown to the user beside the decision. */
export interface DateEvidence {
  readonly cells: number;
  readonly empty: number;
  readonly serial: number;
  readonly yearFirst: number;
  readonly named: number;
  /** First number over 12, second not: only day-month can be meant. */
  readonly dayFirst: number;
  /** Second number over 12, first not: only month-day can be meant. */
  readonly monthFirst: number;
  /** Both numbers at most 12: either order reads. */
  readonly eitherWay: number;
  readonly compactDayFirst: number;
  readonly compactYearFirst: number;
  readonly unreadable: number;
}

/** The one decision on a column. */
export interface DateColumnDecision extends DateColumnContext {
  /** Order of cells made of three numbers. Cells with a four-digit year first or a month's name need none. */
  readonly order: Exclude<DateOrder, 'ymd'>;
  /** Order of cells of eight digits run together. */
  readonly compactOrder: 'dmy' | 'ymd';
  /**
   * `evidence`: some cells allow only this order and none only the other. `conflict`: both occur, the larger side won
   * and the rest will be unreadable. `convention`: no cell decides, so day-month-year as in Indonesia.
   * `not-needed`: no cell depends on it.
   */
  readonly certainty: 'evidence' | 'conflict' | 'convention' | 'not-needed';
  /** The user must confirm: cells read either way and nothing, or contradicting things, decides. */
  readonly ambiguous: boolean;
  /**
   * A month-first Excel opened this file: every serial has a day of at most 12 and every text a day over 12, so the
   * serials are likely day and month exchanged.
   */
  readonly serialsMayBeSwapped: boolean;
  readonly evidence: DateEvidence;
}

export type DateFindingCode =
  | 'date.empty'
  | 'date.unreadable'
  | 'date.impossible'
  | 'date.against-order'
  | 'date.year-outside-window'
  | 'date.in-future'
  | 'date.too-old';

/** A date cell as read by its column's decision: a date, or why not. */
export type DateReading =
  | { readonly date: CivilDate; readonly finding: null }
  | { readonly date: null; readonly finding: DateFindingCode };

type Tally = { -readonly [K in keyof DateEvidence]: number };

const OLDEST_YEAR = 1900;
/** A year typed alone into a date cell becomes a day around 1905: nobody in a roster is that old. */
const OLDEST_AGE = 115;
/** Years an event of a roster may lie in the future: contracts and card expiries (`01-01-2090`). */
const LAST_EVENT_YEAR = 2100;

function compactReadings(digits: string): { dmy: CivilDate | null; ymd: CivilDate | null } {
  const plausible = (date: CivilDate | null): CivilDate | null =>
    date !== null && date >= `${OLDEST_YEAR}` && date < `${LAST_EVENT_YEAR + 1}` ? date : null;
  const number = (from: number, to: number): number => Number(digits.slice(from, to));
  return {
    dmy: plausible(civilDate(number(4, 8), number(2, 4), number(0, 2))),
    ymd: plausible(civilDate(number(0, 4), number(4, 6), number(6, 8))),
  };
}

function count(tally: Tally, shape: DateShape): void {
  tally.cells += 1;
  switch (shape.kind) {
    case 'empty':
      tally.empty += 1;
      break;
    case 'serial':
      tally.serial += 1;
      break;
    case 'year-first':
      tally.yearFirst += 1;
      break;
    case 'named':
      tally.named += 1;
      break;
    case 'numbers':
      if (shape.a > 12 && shape.b <= 12) tally.dayFirst += 1;
      else if (shape.b > 12 && shape.a <= 12) tally.monthFirst += 1;
      else if (shape.a <= 12) tally.eitherWay += 1;
      else tally.unreadable += 1;
      break;
    case 'compact': {
      const { dmy, ymd } = compactReadings(shape.digits);
      if (dmy !== null && ymd === null) tally.compactDayFirst += 1;
      else if (ymd !== null && dmy === null) tally.compactYearFirst += 1;
      else if (dmy === null) tally.unreadable += 1;
      break;
    }
    case 'unreadable':
      tally.unreadable += 1;
      break;
  }
}

function certaintyOf(tally: Tally): DateColumnDecision['certainty'] {
  if (tally.dayFirst > 0 && tally.monthFirst > 0) return 'conflict';
  if (tally.dayFirst > 0 || tally.monthFirst > 0) return 'evidence';
  return tally.eitherWay > 0 ? 'convention' : 'not-needed';
}

/**
 * Decides a column's order once, from all its cells. Day-month-year unless the cells that allow only month-day-year
 * outnumber those that allow only day-month-year. Runs once over the cells and keeps none of them.
 */
export function decideDateColumn(
  cells: Iterable<DateCell>,
  context: DateColumnContext,
): DateColumnDecision {
  const tally: Tally = {
    cells: 0,
    empty: 0,
    serial: 0,
    yearFirst: 0,
    named: 0,
    dayFirst: 0,
    monthFirst: 0,
    eitherWay: 0,
    compactDayFirst: 0,
    compactYearFirst: 0,
    unreadable: 0,
  };
  let highSerialDays = 0;
  for (const cell of cells) {
    const shape = dateShapeOf(cell.text, cell.serial === true);
    count(tally, shape);
    if (shape.kind !== 'serial') continue;
    const date = dateOfSerial(shape.serial, context.date1904);
    if (date !== null && datePartsOf(date).day > 12) highSerialDays += 1;
  }
  const certainty = certaintyOf(tally);
  return {
    ...context,
    order: tally.monthFirst > tally.dayFirst ? 'mdy' : 'dmy',
    compactOrder: tally.compactYearFirst > tally.compactDayFirst ? 'ymd' : 'dmy',
    certainty,
    ambiguous: certainty === 'conflict' || certainty === 'convention',
    serialsMayBeSwapped:
      tally.serial >= 5 && highSerialDays === 0 && tally.dayFirst >= 5 && tally.eitherWay === 0,
    evidence: tally,
  };
}

function withShortYear(
  year: number,
  month: number,
  day: number,
  context: DateColumnContext,
): CivilDate | null {
  if (context.purpose === 'birth') {
    return birthDateOfTwoDigitYear(year, month, day, context.asOf);
  }
  // Events of a roster lie within the last eighty years or the next twenty.
  const latest = Number(context.asOf.slice(0, 4)) + 20;
  const century = Math.floor(latest / 100) * 100;
  return civilDate(century + year > latest ? century - 100 + year : century + year, month, day);
}

function bounded(date: CivilDate | null, context: DateColumnContext): DateReading {
  if (date === null) return { date: null, finding: 'date.impossible' };
  if (date < `${OLDEST_YEAR}`) return { date: null, finding: 'date.too-old' };
  if (context.purpose === 'birth' && ageAt(date, context.asOf) > OLDEST_AGE) {
    return { date: null, finding: 'date.too-old' };
  }
  const tooLate = context.purpose === 'birth' ? date > context.asOf : date > `${LAST_EVENT_YEAR}`;
  return tooLate ? { date: null, finding: 'date.in-future' } : { date, finding: null };
}

function fromParts(
  parts: { year: number; month: number; day: number; shortYear: boolean },
  context: DateColumnContext,
): DateReading {
  const { year, month, day, shortYear } = parts;
  if (!shortYear) return bounded(civilDate(year, month, day), context);
  const date = withShortYear(year, month, day, context);
  if (date !== null) return { date, finding: null };
  const exists = civilDate(2000 + year, month, day) ?? civilDate(1900 + year, month, day);
  return {
    date: null,
    finding: exists === null ? 'date.impossible' : 'date.year-outside-window',
  };
}

/**
 * Reads one cell by its column's decision. A cell that makes sense only in the other order is `date.against-order`,
 * never turned round.
 */
export function readDateCell(cell: DateCell, decision: DateColumnDecision): DateReading {
  const shape = dateShapeOf(cell.text, cell.serial === true);
  switch (shape.kind) {
    case 'empty':
      return { date: null, finding: 'date.empty' };
    case 'unreadable':
      return { date: null, finding: 'date.unreadable' };
    case 'serial':
      return bounded(dateOfSerial(shape.serial, decision.date1904), decision);
    case 'year-first':
      return bounded(civilDate(shape.year, shape.b, shape.c), decision);
    case 'named':
      return fromParts(shape, decision);
    case 'compact':
      return bounded(compactReadings(shape.digits)[decision.compactOrder], decision);
    case 'numbers': {
      const dayFirst = decision.order === 'dmy';
      const { a, b, year, shortYear } = shape;
      const [day, month] = dayFirst ? [a, b] : [b, a];
      if (month > 12 && day <= 12) return { date: null, finding: 'date.against-order' };
      return fromParts({ day, month, year, shortYear }, decision);
    }
  }
}
