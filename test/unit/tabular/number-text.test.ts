import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfSerial } from '../../../src/domain/civil-date.ts';
import { isoToSerial } from '../../../src/tabular/date-serial.ts';
import { plainNumberText } from '../../../src/tabular/number-text.ts';

describe('numbers written out', () => {
  test.each([
    ['3.32901E+15', '3329010000000000'],
    ['3.3290101018090001E+15', '3329010101809000.1'],
    ['3329010101809001', '3329010101809001'],
    ['0033', '33'],
    ['16800.50', '16800.5'],
    ['-1.5e3', '-1500'],
    ['5E-2', '0.05'],
    ['.5', '0.5'],
    ['-0', '0'],
    ['0E+5', '0'],
  ])('%s is %s', (raw, plain) => {
    expect(plainNumberText(raw)).toBe(plain);
  });

  test.each(['', 'abc', '1,5', '1e9999', '.', '1e', '--1'])('%j is no number', (raw) => {
    expect(plainNumberText(raw)).toBeUndefined();
  });

  test('any double means the same written out', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e50, max: 1e50 }),
        (value) => {
          expect(Number(plainNumberText(String(value)))).toBe(value + 0);
          expect(plainNumberText(String(value))).not.toMatch(/e/i);
        },
      ),
    );
  });
});

test('ISO dates and serials agree with the calendar, in both systems', () => {
  const day = fc.date({
    min: new Date('1904-01-02'),
    max: new Date('2200-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.boolean(), (date, date1904) => {
      const iso = date.toISOString().slice(0, 10);
      expect(dateOfSerial(isoToSerial(iso, date1904) ?? Number.NaN, date1904)).toBe(iso);
    }),
  );
  expect(isoToSerial('1900-01-01', false)).toBe(1);
  expect(isoToSerial('2026-02-30', false)).toBeUndefined();
  expect(isoToSerial('2026-11-22T12:00:00', false)).toBe(46_348.5);
});
