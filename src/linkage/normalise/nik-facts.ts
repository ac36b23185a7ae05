/** What a NIK says by its digits: area (6), birth date with day + 40 for women (6), serial (4). */
import { packDate } from './dates.ts';

/** Birth years above this are read as 19xx: nobody younger than about 15 stands in a workers' list. */
const youngest = 15;

/** Six digits of the district of first registration. */
export function nikArea(hi: number): number {
  return Math.floor(hi / 100);
}

/** Serial within district and birth date, 0…9999. */
export function nikSerial(lo: number): number {
  return lo % 10000;
}

/** Birth date packed as by `packDate`; the century is guessed for workers. 0 when impossible. */
export function nikBirthDate(hi: number, lo: number): number {
  const day = hi % 100;
  const year = Math.floor(lo / 10000) % 100;
  return packDate(
    year <= youngest ? 2000 + year : 1900 + year,
    Math.floor(lo / 1e6),
    day > 40 ? day - 40 : day,
  );
}

/** 1 man, 2 woman. */
export function nikSex(hi: number): number {
  return hi % 100 > 40 ? 2 : 1;
}

/** True when the date part of the NIK says this packed date, century aside. */
export function nikAgreesWithDate(hi: number, lo: number, date: number): boolean {
  const day = hi % 100;
  return (
    (day > 40 ? day - 40 : day) === (date & 31) &&
    Math.floor(lo / 1e6) === ((date >> 5) & 15) &&
    Math.floor(lo / 10000) % 100 === (date >> 9) % 100
  );
}
