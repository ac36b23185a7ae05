/** NIK, birth date and card numbers of invented people: unique by construction, sequence always 9xxx. */

import type { CivilDate } from '../../domain/brand.ts';
import { addDays, datePartsOf, daysBetween } from '../../domain/civil-date.ts';
import type { Sex } from '../../domain/segments.ts';
import { shuffled } from './random.ts';

/** Sequences 9000–9999 of every birth date. */
const SEQUENCES = 1000;

export interface BirthAndSequence {
  readonly birthDate: CivilDate;
  readonly sequence: number;
}

export interface IdentityMaker {
  /** Birth date and sequence of person `index`; no two persons share both. */
  birth(index: number, outside: 'old' | 'young' | null): BirthAndSequence;
}

/** The day so many years before another; 29 February becomes 28. */
export function yearsBefore(date: CivilDate, years: number): CivilDate {
  const year = Number(date.slice(0, 4)) - years;
  const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5);
  return `${String(year).padStart(4, '0')}-${day}` as CivilDate; // a day that exists in every year
}

/** Numbers for the people of one sample, aged 19–63 as of a day unless said to lie outside. */
export function createIdentityMaker(seed: number, asOf: CivilDate): IdentityMaker {
  const span = (from: number, to: number) => {
    const first = yearsBefore(asOf, to);
    return { first, days: daysBetween(first, yearsBefore(asOf, from)) };
  };
  const usual = span(19, 63);
  const old = span(66, 79);
  const young = span(15, 17);
  const spread = shuffled(usual.days * SEQUENCES, seed);
  return {
    birth(index, outside) {
      // The three age ranges share no birth date, so each has all sequences to itself.
      const range = outside === null ? usual : outside === 'old' ? old : young;
      const at = outside === null ? spread(index) : index % (range.days * SEQUENCES);
      return {
        birthDate: addDays(range.first, at % range.days),
        sequence: 9000 + Math.floor(at / range.days),
      };
    },
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** NIK by its definition: area, birth date with 40 added to a woman's day, sequence. */
export function composeNik(
  area: string,
  sex: Sex,
  { birthDate, sequence }: BirthAndSequence,
): string {
  const { year, month, day } = datePartsOf(birthDate);
  return `${area}${two(day + (sex === 'P' ? 40 : 0))}${two(month)}${two(year % 100)}${sequence}`;
}

/** Card number: two digits of a year (older cards begin with 0), nine that are unique per person and card. */
export function composeKpj(index: number, card: number, year: number): string {
  const serial = (index * 4 + card) * 197 + 3_000_017;
  return `${two(year % 100)}${String(serial % 1_000_000_000).padStart(9, '0')}`;
}
