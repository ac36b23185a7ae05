import type { CivilDate } from './brand.ts';
import { ageAt, civilDate } from './civil-date.ts';

/** The ages at which someone stands in a roster or in a BPJS list; both ends included. */
export interface AgeWindow {
  readonly min: number;
  readonly max: number;
}

/** Ages 15 to 100: no two centuries fit inside, so a two-digit birth year has at most one reading. */
export const workingAgeWindow: AgeWindow = { min: 15, max: 100 };

/**
 * The birth date of a two-digit year: the century in which the person is of an age in the window as of a day. `null`
 * when neither century fits or the day does not exist in the one that does.
 */
export function birthDateOfTwoDigitYear(
  year: number,
  month: number,
  day: number,
  asOf: CivilDate,
  window: AgeWindow = workingAgeWindow,
): CivilDate | null {
  for (const century of [1900, 2000]) {
    const date = civilDate(century + year, month, day);
    if (date === null) continue;
    const age = ageAt(date, asOf);
    if (age >= window.min && age <= window.max) return date;
  }
  return null;
}
