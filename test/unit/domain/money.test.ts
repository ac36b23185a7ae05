import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/domain/app-error.ts';
import type { CivilDate, Rupiah, Sen } from '../../../src/domain/brand.ts';
import {
  formatBasisPoints,
  formatInteger,
  formatRate,
  formatRupiah,
  formatSen,
  senToPlainText,
} from '../../../src/domain/format-id.ts';
import {
  divideRounded,
  multiplyRate,
  roundingModes,
  rupiah,
  rupiahOfSen,
  sen,
  sumRupiah,
  timesRupiah,
} from '../../../src/domain/money.ts';
import { decideDecimalMark, parseMoney } from '../../../src/domain/money-text.ts';
import { dateInWords, rupiahInWords, terbilang } from '../../../src/domain/terbilang.ts';

describe('integers only', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is refused', (value) => {
    expect(() => rupiah(value)).toThrow(AppError);
    expect(() => sen(value)).toThrow(AppError);
    expect(() => timesRupiah(1 as Rupiah, value)).toThrow(AppError);
    expect(() => multiplyRate(value as Sen, 1)).toThrow(AppError);
    expect(() => multiplyRate(1 as Sen, value)).toThrow(AppError);
  });

  test('a sum that leaves the safe integers is refused', () => {
    const half = rupiah(2 ** 52);
    expect(sumRupiah([])).toBe(0);
    expect(() => sumRupiah([half, half])).toThrow(AppError);
    expect(() => timesRupiah(half, 2)).toThrow(AppError);
  });
});

describe('rounding', () => {
  test.each([
    [5n, 10n, 'half-up', 1n],
    [5n, 10n, 'floor', 0n],
    [5n, 10n, 'up', 1n],
    [4n, 10n, 'half-up', 0n],
    [1n, 10n, 'up', 1n],
    [0n, 10n, 'up', 0n],
    [-5n, 10n, 'half-up', -1n],
    [-5n, 10n, 'floor', 0n],
    [-1n, 10n, 'up', -1n],
    [10n, 10n, 'up', 1n],
  ] as const)('%d / %d %s = %d', (numerator, denominator, mode, expected) => {
    expect(divideRounded(numerator, denominator, mode)).toBe(expected);
  });

  test('the fast way and the exact way agree', () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom(...roundingModes),
        fc.constantFrom(1_000_000, 500_000, 10_000),
        (base, rate, mode, share) => {
          const got = multiplyRate(Number(base) as Sen, rate, mode, share);
          const exact = divideRounded(base * BigInt(rate) * BigInt(share), 10n ** 14n, mode);
          expect(BigInt(got)).toBe(exact);
          expect(Number.isSafeInteger(got)).toBe(true);
        },
      ),
    );
  });

  test('corrections mirror what they correct', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom(...roundingModes),
        (amount, mode) => {
          expect(rupiahOfSen(-amount as Sen, mode) + rupiahOfSen(amount as Sen, mode)).toBe(0);
        },
      ),
    );
  });
});

describe('parseMoney', () => {
  test.each([
    ['Rp 16.800,-', 1_680_000],
    ['Rp. 16.800,-', 1_680_000],
    ['Rp16.800', 1_680_000],
    ['rp 16.800,--', 1_680_000],
    ['16.800,00', 1_680_000],
    ['2.400.350,47', 240_035_047],
    ['2,400,350.47', 240_035_047],
    ['2400350.47', 240_035_047],
    ['2400350,4', 240_035_040],
    ['2400350', 240_035_000],
    ['2.400.350', 240_035_000],
    ['2,400,350', 240_035_000],
    ['\u00a0Rp\u00a02.400.350,47\u00a0', 240_035_047],
    ['IDR 1.000.000', 100_000_000],
    ['0', 0],
    ['(16.800)', -1_680_000],
    ['-16.800', -1_680_000],
    ['Rp -16.800', -1_680_000],
    ['Rp16.800,', 1_680_000],
    ["'16.800", 1_680_000],
    ['9.999.999.999.999', 999_999_999_999_900],
  ])('%j', (text, expected) => {
    expect(parseMoney(text)).toEqual({ ok: true, sen: expected });
  });

  test.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['Rp', 'not-a-number'],
    ['UMK', 'not-a-number'],
    ['16.800 per bulan', 'not-a-number'],
    ['2 juta', 'not-a-number'],
    ['1e6', 'not-a-number'],
    ['16,800', 'ambiguous'],
    ['1.5', 'ambiguous'],
    ['16.80', 'ambiguous'],
    ['1.23.456', 'bad-groups'],
    ['1.234.56', 'bad-groups'],
    ['12.34,50', 'bad-groups'],
    ['1.2345', 'bad-groups'],
    ['0.240', 'too-many-decimals'],
    ['1.000,123', 'too-many-decimals'],
    ['99999999999999', 'too-large'],
  ])('%j is %s', (text, reason) => {
    expect(parseMoney(text)).toMatchObject({ ok: false, reason });
  });

  test('an ambiguous cell names both readings, and the column settles it', () => {
    expect(parseMoney('16,800')).toEqual({
      ok: false,
      reason: 'ambiguous',
      candidates: [1680, 1_680_000],
    });
    expect(parseMoney('16,800', { decimal: '.' })).toEqual({ ok: true, sen: 1_680_000 });
    expect(parseMoney('16,800', { decimal: ',' })).toMatchObject({ reason: 'too-many-decimals' });
    expect(parseMoney('16.800', { decimal: '.' })).toMatchObject({ reason: 'too-many-decimals' });
    expect(parseMoney('16,80', { decimal: '.' })).toMatchObject({ reason: 'bad-groups' });
    expect(parseMoney('2.400.350,47', { decimal: '.' })).toMatchObject({ reason: 'ambiguous' });
  });

  test('a number cell is decimal-dot whatever the locale, with computed noise rounded to sen', () => {
    expect(parseMoney('16.8', { numericCell: true })).toEqual({ ok: true, sen: 1680 });
    expect(parseMoney('2400350.4699999997', { numericCell: true })).toEqual({
      ok: true,
      sen: 240_035_047,
    });
    expect(parseMoney('16.999', { numericCell: true })).toEqual({ ok: true, sen: 1700 });
    expect(parseMoney('1e6', { numericCell: true })).toMatchObject({ reason: 'not-a-number' });
  });

  test('decides a column once', () => {
    expect(decideDecimalMark(['16,800', '2.400.350,47', '1.000.000'])).toEqual({
      decimal: ',',
      commaDecimal: 2,
      dotDecimal: 0,
    });
    expect(decideDecimalMark(['16,800', '2,400,350.47'])).toMatchObject({ decimal: '.' });
    expect(decideDecimalMark(['2.400.350,47', '2,400,350.47'])).toMatchObject({ decimal: null });
    expect(decideDecimalMark(['16,800', '16.800', '', 'x'])).toEqual({
      decimal: null,
      commaDecimal: 0,
      dotDecimal: 0,
    });
  });

  test('what is formatted is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (value) => {
        const amount = sen(value);
        expect(parseMoney(formatSen(amount))).toEqual({ ok: true, sen: amount });
        expect(parseMoney(senToPlainText(amount), { numericCell: true })).toEqual({
          ok: true,
          sen: amount,
        });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (value) => {
        expect(parseMoney(formatRupiah(rupiah(value)))).toEqual({
          ok: true,
          sen: rupiah(value) * 100 + 0,
        });
      }),
    );
  });

  test('nothing but an exact amount or a reason ever comes out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(Rp)?[ \d.,()-]{1,12}$/)), (text) => {
        const reading = parseMoney(text);
        if (reading.ok) expect(Number.isSafeInteger(reading.sen)).toBe(true);
      }),
    );
  });
});

describe('formats', () => {
  test('id-ID without a no-break space', () => {
    expect(formatRupiah(rupiah(2_400_350))).toBe('Rp2.400.350');
    expect(formatRupiah(rupiah(-16_800))).toBe('-Rp16.800');
    expect(formatRupiah(rupiah(0))).toBe('Rp0');
    expect(formatSen(sen(240_035_047))).toBe('Rp2.400.350,47');
    expect(formatSen(sen(-5))).toBe('-Rp0,05');
    expect(formatInteger(-1_234_567)).toBe('-1.234.567');
    expect(formatInteger(999)).toBe('999');
  });

  test.each([
    [2400, '0,24 %'],
    [37_000, '3,7 %'],
    [500_000, '50 %'],
    [1_000_000, '100 %'],
    [1, '0,0001 %'],
    [0, '0 %'],
  ])('rate %i', (millionths, text) => {
    expect(formatRate(millionths)).toBe(text);
  });

  test.each([
    [3136, '31,36%'],
    [5, '0,05%'],
    [10_000, '100,00%'],
    [-50, '-0,50%'],
  ])('%i basis points', (value, text) => {
    expect(formatBasisPoints(value)).toBe(text);
  });
});

describe('in words', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [111, 'seratus sebelas'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [2000, 'dua ribu'],
    [11_000, 'sebelas ribu'],
    [16_800, 'enam belas ribu delapan ratus'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [452_508_000, 'empat ratus lima puluh dua juta lima ratus delapan ribu'],
    [1_000_000_000, 'satu miliar'],
    [1_000_000_000_001, 'satu triliun satu'],
    [1_000_000_000_000_000, 'satu kuadriliun'],
  ])('%i', (value, words) => {
    expect(terbilang(value)).toBe(words);
  });

  test.each([-1, 0.5, Number.NaN, 1_000_000_000_000_001])('%d has no words', (value) => {
    expect(() => terbilang(value)).toThrow(AppError);
  });

  test('words name one number each and can be counted back', () => {
    const value: Record<string, number> = {
      satu: 1,
      dua: 2,
      tiga: 3,
      empat: 4,
      lima: 5,
      enam: 6,
      tujuh: 7,
      delapan: 8,
      sembilan: 9,
      sepuluh: 10,
      sebelas: 11,
      nol: 0,
    };
    const scale: Record<string, number> = {
      ribu: 1e3,
      juta: 1e6,
      miliar: 1e9,
      triliun: 1e12,
      kuadriliun: 1e15,
    };
    const count = (words: string): number => {
      let total = 0;
      let group = 0;
      let unit = 0;
      for (const word of words.split(' ')) {
        if (word === 'seribu') total += 1000;
        else if (word === 'seratus') group += 100;
        else if (word === 'belas') {
          unit += 10;
        } else if (word === 'puluh') {
          group += unit * 10;
          unit = 0;
        } else if (word === 'ratus') {
          group += unit * 100;
          unit = 0;
        } else if (word in scale) {
          total += (group + unit) * scale[word]!;
          group = 0;
          unit = 0;
        } else unit += value[word] ?? Number.NaN;
      }
      return total + group + unit;
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 15 }), (number) => {
        expect(count(terbilang(number))).toBe(number);
      }),
    );
  });

  test('a Berita Acara opens with its date in words', () => {
    expect(dateInWords('2026-11-23' as CivilDate)).toBe(
      'Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam',
    );
    expect(rupiahInWords(rupiah(16_800))).toBe('enam belas ribu delapan ratus rupiah');
  });
});
