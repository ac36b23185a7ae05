import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate, Nik } from '../../../src/domain/brand.ts';
import { ageAt, dateOfEpochDay, datePartsOf, epochDayOf } from '../../../src/domain/civil-date.ts';
import {
  cleanIdentifier,
  isENotation,
  maskIdentifier,
} from '../../../src/domain/clean-identifier.ts';
import {
  birthDateOfNik,
  columnLostLastDigit,
  parseNik,
  readNik,
  sexOfNik,
} from '../../../src/domain/nik.ts';

const asOf = '2026-11-22' as CivilDate;
const man = '3329011205809001';
const woman = '3329015205809002';

function codes(cell: string, more = {}): string[] {
  return readNik(cell, { asOf, ...more }).findings.map((finding) => finding.code);
}

describe('cleanIdentifier', () => {
  test.each([
    ["'3329011205809001", man],
    [' 3329 0112 0580 9001 ', man],
    ['3329\u00a00112\u00a005809001', man],
    ['33.29.01-120580-9001', man],
    ['3329011205809001,', man],
    ['"3329011205809001"', man],
    ['3329011205809001.0', man],
    ['3329011205809001,00', man],
    ['\ufeff3329011205809001\u200b', man],
    ['３３２９０１１２０５８０９００１', man],
    ['`3329011205809001´', man],
    ['33290112058O9001', '33290112058O9001'],
    ['', ''],
    ["'", ''],
  ])('%j becomes %j', (cell, bare) => {
    expect(cleanIdentifier(cell)).toBe(bare);
  });

  test('is idempotent and never adds a character', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const once = cleanIdentifier(cell);
        expect(cleanIdentifier(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(cell.normalize('NFKC').length);
      }),
    );
  });

  test.each(['3.32901E+15', '3,32901E+15', " '3.37401e+15", '3E15'])('%j is E-notation', (cell) => {
    expect(isENotation(cell)).toBe(true);
  });

  test.each([man, '33E', 'E+15', '3329011205809001.0'])('%j is not', (cell) => {
    expect(isENotation(cell)).toBe(false);
  });

  test('masks all but four and four, and short values whole', () => {
    expect(maskIdentifier(man)).toBe('3329••••••••9001');
    expect(maskIdentifier('08012345678')).toBe('0801•••5678');
    expect(maskIdentifier('12345678')).toBe('••••••••');
    expect(maskIdentifier('')).toBe('');
  });
});

describe('readNik: errors leave no NIK', () => {
  test.each([
    ['', 'nik.empty'],
    [" ' ", 'nik.empty'],
    ['3.32901E+15', 'nik.e-notation'],
    ['332901120580900', 'nik.length'],
    ['33290112058090011', 'nik.length'],
    ['33290112058O9001', 'nik.non-digit'],
    ['0000000000000000', 'nik.placeholder'],
    ['1111111111111111', 'nik.placeholder'],
    ['0', 'nik.placeholder'],
    ['1234567890123456', 'nik.placeholder'],
    ['3300000000000000', 'nik.placeholder'],
    ['3329013202809001', 'nik.impossible-date'],
    ['3329010002809001', 'nik.impossible-date'],
    ['3329011213809001', 'nik.impossible-date'],
    ['3329013002809001', 'nik.impossible-date'],
    ['3329017202809001', 'nik.impossible-date'],
    ['3329014002809001', 'nik.impossible-date'],
    ['3329012902819001', 'nik.impossible-date'],
    ['3329011205800000', 'nik.sequence-zero'],
  ])('%j → %s', (cell, code) => {
    const reading = readNik(cell, { asOf });
    expect(reading.findings.map((finding) => finding.code)).toContain(code);
    expect(reading.nik).toBeNull();
    expect(reading.birthDate).toBeNull();
    expect(parseNik(cell)).toBeNull();
  });

  test('a number that went through E-notation has lost its digits', () => {
    expect(codes('3374010000000000', { numericCell: true })).toEqual(['nik.precision-lost']);
  });

  test('29 February 2000 exists, 29 February 1900 does not matter', () => {
    expect(readNik('3329012902009001', { asOf }).birthDate).toBe('2000-02-29');
  });
});

describe('readNik: warnings keep the NIK', () => {
  test('reads a clean one', () => {
    const reading = readNik(man, { asOf, birthDate: '1980-05-12' as CivilDate, sex: 'L' });
    expect(reading).toEqual({
      cleaned: man,
      nik: man,
      birthDate: '1980-05-12',
      sex: 'L',
      areaCode: '332901',
      findings: [],
    });
  });

  test('a woman has 40 added to her day', () => {
    const reading = readNik(woman, { asOf });
    expect([reading.sex, reading.birthDate]).toEqual(['P', '1980-05-12']);
    expect(sexOfNik(woman as Nik)).toBe('P');
  });

  test.each([
    ['last digit lost', '3329011205809010', { numericCell: true }, 'nik.last-digit-suspect'],
    ['unknown province', '9929011205809001', {}, 'nik.unknown-province'],
    ['KK typed in', '3329011205149001', {}, 'nik.kk-looking'],
    ['equals its KK', man, { kk: `'${man}` }, 'nik.kk-looking'],
    ['a child', '3329015205149001', {}, 'nik.age-outside-window'],
    ['other birth date', man, { birthDate: '1980-05-21' }, 'nik.birth-date-differs'],
    ['other sex', man, { sex: 'P' }, 'nik.sex-differs'],
    ['first registered elsewhere', man, { regency: '3302' }, 'nik.other-area'],
  ])('%s', (_name, cell, more, code) => {
    const reading = readNik(cell, { asOf, ...(more as object) });
    expect(reading.findings).toEqual([{ code, severity: 'warning' }]);
    expect(reading.nik).toBe(cleanIdentifier(cell));
  });

  test('Timor Timur (54) and all present provinces are known', () => {
    expect(codes('5401011205809001')).toEqual([]);
    expect(codes('9601011205809001')).toEqual([]);
  });

  test('text ending in 0 is not suspect by itself', () => {
    expect(codes('3329011205809010')).toEqual([]);
  });

  test('a birth date never comes from the other column', () => {
    expect(readNik(man, { asOf, birthDate: '1981-01-01' as CivilDate }).birthDate).toBe(
      '1980-05-12',
    );
  });
});

test('NIK round trip: area, date, sex and sequence come back out', () => {
  const area = fc.constantFrom('332901', '330227', '541003', '960101');
  const today = epochDayOf(asOf);
  fc.assert(
    fc.property(
      area,
      fc.integer({ min: today - 36_000, max: today - 5_480 }),
      fc.constantFrom('L' as const, 'P' as const),
      fc.integer({ min: 9000, max: 9999 }),
      (areaCode, day, sex, sequence) => {
        const birth = dateOfEpochDay(day)!;
        fc.pre(ageAt(birth, asOf) >= 15);
        const parts = datePartsOf(birth);
        const two = (value: number) => String(value).padStart(2, '0');
        const dd = two(parts.day + (sex === 'P' ? 40 : 0));
        const text = `${areaCode}${dd}${two(parts.month)}${two(parts.year % 100)}${sequence}`;
        const reading = readNik(text, { asOf, birthDate: birth, sex });
        expect(reading.findings).toEqual([]);
        expect(reading.nik).toBe(text);
        expect(reading.birthDate).toBe(birth);
        expect(reading.sex).toBe(sex);
        expect(reading.areaCode).toBe(areaCode);
        expect(parseNik(`'${text} `)).toBe(text);
        expect(birthDateOfNik(text as Nik, asOf)).toBe(birth);
      },
    ),
  );
});

test('whatever the cell, a NIK comes out exactly when no finding is an error', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.stringMatching(/^\d{14,17}$/),
    fc.stringMatching(/^3329\d{12}$/),
  );
  fc.assert(
    fc.property(cell, fc.boolean(), (text, numericCell) => {
      const reading = readNik(text, { asOf, numericCell });
      const failed = reading.findings.some((finding) => finding.severity === 'error');
      expect(reading.nik === null).toBe(failed);
      if (reading.nik !== null) expect(reading.nik).toMatch(/^\d{16}$/);
    }),
  );
});

test('a column that was once numbers is recognised as a whole', () => {
  const people = Array.from({ length: 40 }, (_, index) => `332901120580${9001 + index}`);
  expect(columnLostLastDigit(people)).toBe(false);
  expect(columnLostLastDigit(people.map((nik) => `${nik.slice(0, 15)}0`))).toBe(true);
  expect(columnLostLastDigit(['3329011205809010'])).toBe(false);
});
