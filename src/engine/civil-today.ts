import type { CivilDate } from '../domain/brand.ts';
import { civilDate } from '../domain/civil-date.ts';

/**
 * The calendar day of an instant where the office stands (the computer's own time zone). Its UTC day is
 * yesterday until 07.00 WIB, 08.00 WITA and 09.00 WIT.
 */
export function civilToday(now: Date): CivilDate {
  const day = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error('the clock gives no day');
  return day;
}
