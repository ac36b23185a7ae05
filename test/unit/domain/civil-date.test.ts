import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/domain/app-error.ts';
import type { CivilDate, Month } from '../../../src/domain/brand.ts';
import {
  addDays,
  ageAt,
  civilDate,
  compareDates,
  dateOfEpochDay,
  dateOfSerial,
  daysBetween,
  epochDayOf,
  formatDate,
  formatDateShort,
  parseCivilDate,
  requireCivilDate,
  weekdayOf,
} from '../../../src/domain/civil-date.ts';
import {
  addMonths,
  firstDayOf,
  formatMonth,
  lastDayOf,
  monthIndexOf,
  monthOf,
  monthOfIndex,
  monthRange,
  monthsBetween,
  monthsOfYear,
  parseMonth,
  parsePremiumPeriod,
  requireMonth,
} from '../../../src/domain/month.ts';
import { monthNumberOf } from '../../../src/domain/month-names.ts';

const day = (text: string) => text as CivilDate;
const anyDay = fc.integer({ min: -25_567, max: 60_000 });

describe('civil date', () => {
  test.each(['2024-02-29', '2000-02-29', '1980-05-12', '0001-01-01', '9999-12-31'])(
    '%s exists',
    (text) => {
      expect(parseCivilDate(text)).toBe(text);
    },
  );

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-00-10',
    '2026-1-1',
    '0000-01-01',
    '',
    '12-05-1980',
  ])('%j does not', (text) => {
    expect(parseCivilDate(text)).toBeNull();
  });

  test('day counts go there and back and agree with the platform calendar', () => {
    fc.assert(
      fc.property(anyDay, (count) => {
        const date = dateOfEpochDay(count)!;
        expect(epochDayOf(date)).toBe(count);
        expect(date).toBe(new Date(count * 86_400_000).toISOString().slice(0, 10));
        expect(weekdayOf(date)).toBe(
          ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'][
            new Date(count * 86_400_000).getUTCDay()
          ],
        );
      }),
    );
  });

  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (count, days) => {
        const date = dateOfEpochDay(count)!;
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(Math.sign(compareDates(addDays(date, days), date))).toBe(Math.sign(days));
      }),
    );
  });

  test.each([
    ['1980-05-12', '2026-05-11', 45],
    ['1980-05-12', '2026-05-12', 46],
    ['1960-02-29', '2025-02-28', 64],
    ['1960-02-29', '2025-03-01', 65],
    ['2026-11-22', '2026-11-21', -1],
  ])('age of %s on %s is %i', (birth, on, age) => {
    expect(ageAt(day(birth), day(on))).toBe(age);
  });

  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [37_936, false, '2003-11-11'],
    [45_000.75, false, '2023-03-15'],
    [0, false, null],
    [-1, false, null],
    [Number.NaN, false, null],
    [9_999_999, false, null],
    [0, true, '1904-01-01'],
    [43_538, true, '2023-03-15'],
  ])('serial %d (1904: %s) is %s', (serial, date1904, date) => {
    expect(dateOfSerial(serial, date1904)).toBe(date);
  });

  test('prints as letters do', () => {
    expect(formatDate(day('2026-11-02'))).toBe('2 November 2026');
    expect(formatDateShort(day('2026-11-02'))).toBe('02-11-2026');
    expect(weekdayOf(day('2026-11-22'))).toBe('Minggu');
  });

  test('refuses what is no date, naming the field', () => {
    expect(() => requireCivilDate('2026-02-30', 'as-of')).toThrow(AppError);
    expect(civilDate(2026, 2.5, 1)).toBeNull();
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(AppError);
  });
});

describe('month', () => {
  test.each(['2026-00', '2026-13', '2026-1', '26-01', '', '2026-01-01', '0000-01'])(
    '%j is none',
    (text) => {
      expect(parseMonth(text)).toBeNull();
      expect(() => requireMonth(text, 'from')).toThrow(AppError);
    },
  );

  test('arithmetic is consistent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900 * 12, max: 2200 * 12 }),
        fc.integer({ min: -500, max: 500 }),
        (index, count) => {
          const month = monthOfIndex(index);
          expect(monthIndexOf(month)).toBe(index);
          expect(parseMonth(month)).toBe(month);
          expect(monthsBetween(month, addMonths(month, count))).toBe(count);
          expect(monthOf(firstDayOf(month))).toBe(month);
          expect(addDays(lastDayOf(month), 1)).toBe(firstDayOf(addMonths(month, 1)));
        },
      ),
    );
  });

  test('a fiscal year has its twelve months', () => {
    const months = monthsOfYear(2027);
    expect([months.length, months[0], months[11]]).toEqual([12, '2027-01', '2027-12']);
    expect(monthRange('2026-11' as Month, 3)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(monthRange('2026-11' as Month, 0)).toEqual([]);
    expect(() => monthRange('2026-11' as Month, -1)).toThrow(AppError);
    expect(formatMonth('2026-11' as Month)).toBe('November 2026');
  });

  test.each([
    ['09-2023', '2023-09'],
    ['9/2023', '2023-09'],
    ['092023', '2023-09'],
    ['SEP-2023', '2023-09'],
    ['Agustus 2023', '2023-08'],
    ['2023-09', '2023-09'],
    ['13-2023', null],
    ['XYZ-2023', null],
    ['2023', null],
  ])('premium period %j is %s', (text, month) => {
    expect(parsePremiumPeriod(text)).toBe(month);
  });

  test.each([
    ['MEI', 5],
    ['AGS', 8],
    ['agt', 8],
    ['Agu', 8],
    ['OKT', 10],
    ['DES', 12],
    ['NOP', 11],
    ['Nopember', 11],
    ['PEB', 2],
    ['Pebruari', 2],
    ['Jan.', 1],
    ['Dec', 12],
    ['constructor', null],
    ['Senin', null],
  ])('month name %s is %s', (name, number) => {
    expect(monthNumberOf(name)).toBe(number);
  });
});
