/** Level of two packed birth dates, both known. Symmetric. */
import { dayOf, monthOf, yearOf } from '../normalise/dates.ts';
import { dateLevel } from './levels.ts';

/** Days clerks and old registers put where the true one is unknown. */
export function isDefaultDay(date: number): boolean {
  const month = monthOf(date);
  const day = dayOf(date);
  return (day === 1 && (month === 1 || month === 7)) || (day === 31 && month === 12);
}

/** One digit of two, or a step of one. */
function isNearPart(a: number, b: number): boolean {
  const gap = Math.abs(a - b);
  if (gap === 1 || gap % 10 === 0) return true;
  if (Math.floor(a / 10) === Math.floor(b / 10)) return true;
  const x = a % 100;
  const y = b % 100;
  return x % 10 === Math.floor(y / 10) && y % 10 === Math.floor(x / 10);
}

/** One of `dateLevel`, never `missing`. */
export function compareDates(a: number, b: number): number {
  if (a === b) return dateLevel.exact;
  const sameYear = yearOf(a) === yearOf(b);
  const sameMonth = monthOf(a) === monthOf(b);
  const sameDay = dayOf(a) === dayOf(b);
  if (sameYear && monthOf(a) === dayOf(b) && dayOf(a) === monthOf(b)) return dateLevel.swapped;
  if (sameMonth && sameDay) {
    const near = isNearPart(yearOf(a), yearOf(b)) && Math.abs(yearOf(a) - yearOf(b)) % 100 <= 10;
    return near || Math.abs(yearOf(a) - yearOf(b)) === 100 ? dateLevel.near : dateLevel.onePart;
  }
  if (sameYear && (isDefaultDay(a) || isDefaultDay(b))) return dateLevel.defaulted;
  if (sameYear && sameMonth) {
    return isNearPart(dayOf(a), dayOf(b)) ? dateLevel.near : dateLevel.onePart;
  }
  if (sameYear && sameDay) {
    return isNearPart(monthOf(a), monthOf(b)) ? dateLevel.near : dateLevel.onePart;
  }
  return sameYear || (sameMonth && sameDay) ? dateLevel.twoParts : dateLevel.differs;
}
