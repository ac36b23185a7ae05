import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sen } from '../../../src/domain/brand.ts';
import { explainAssumption, explainLine } from '../../../src/domain/explain-premium.ts';
import { monthRange } from '../../../src/domain/month.ts';
import { computePremium, type PremiumQuery } from '../../../src/domain/premium.ts';
import { fundKinds } from '../../../src/domain/segments.ts';
import { month, reason, rp, tariffs } from './tables.ts';

const now = month('2027-01');

function amounts(query: Partial<PremiumQuery>): Record<string, number> {
  const lines = computePremium(
    { segment: 'pu', wage: rp(1_000_000), month: now, fund: 'apbd', ...query },
    tariffs,
  );
  return Object.fromEntries(lines.map((line) => [`${line.programme} ${line.payer}`, line.amount]));
}

const total = (query: Partial<PremiumQuery>) =>
  Object.values(amounts(query)).reduce((sum, amount) => sum + amount, 0);

describe('wage earners', () => {
  test('"0.54 %" is JKK class I plus JKM, not JKK class II', () => {
    expect(amounts({})).toEqual({ 'jkk employer': 2400, 'jkm employer': 3000 });
    expect(total({})).toBe(5400);
    expect(amounts({ riskClass: 2, programmes: ['jkk'] })).toEqual({ 'jkk employer': 5400 });
  });

  test.each([
    [1, 2400],
    [2, 5400],
    [3, 8900],
    [4, 12_700],
    [5, 17_400],
  ] as const)('JKK class %i', (riskClass, amount) => {
    expect(amounts({ riskClass, programmes: ['jkk'] })).toEqual({ 'jkk employer': amount });
  });

  test('all four programmes with both payers', () => {
    expect(amounts({ programmes: ['jp', 'jht', 'jkm', 'jkk', 'jkk'] })).toEqual({
      'jkk employer': 2400,
      'jkm employer': 3000,
      'jht employer': 37_000,
      'jht worker': 20_000,
      'jp employer': 20_000,
      'jp worker': 10_000,
    });
  });

  test.each([
    ['Maros', rp(1_000_000), 5400],
    ['Bekasi', rp(2_000_000), 10_800],
    ['Serang', rp(3_000_000), 16_200],
    ['siltap perangkat', rp(2_022_200), 4853 + 6067],
    ['siltap sekdes', rp(2_224_420), 5339 + 6673],
    ['siltap kades', rp(2_426_640), 5824 + 7280],
    ['UMK Brebes 2026', rp(2_400_350, 47), 5761 + 7201],
  ])('%s', (_place, wage, expected) => {
    expect(total({ wage })).toBe(expected);
  });

  test('Muna Barat paid 13,780: components cut, not rounded', () => {
    expect(total({ wage: rp(2_552_014), rounding: { per: 'component', mode: 'floor' } })).toBe(
      13_780,
    );
    expect(total({ wage: rp(2_552_014) })).toBe(13_781);
    expect(total({ wage: rp(2_552_014), rounding: { per: 'component', mode: 'up' } })).toBe(13_782);
  });

  test('the JP ceiling changes on 1 March, not 1 January', () => {
    const jp = (text: string) =>
      amounts({ wage: rp(20_000_000), programmes: ['jp'], month: month(text) });
    expect(jp('2025-12')).toEqual({ 'jp employer': 210_948, 'jp worker': 105_474 });
    expect(jp('2026-02')).toEqual({ 'jp employer': 210_948, 'jp worker': 105_474 });
    expect(jp('2026-03')).toEqual({ 'jp employer': 221_726, 'jp worker': 110_863 });
    expect(jp('2021-02')).toEqual({ 'jp employer': 178_794, 'jp worker': 89_397 });
    expect(jp('2021-03')).toEqual({ 'jp employer': 175_092, 'jp worker': 87_546 });
  });

  test('a wage at the ceiling is not capped, a sen above is', () => {
    const line = (wage: Sen) =>
      computePremium(
        { segment: 'pu', wage, month: month('2026-03'), fund: 'apbd', programmes: ['jp'] },
        tariffs,
      )[0]!;
    expect(line(rp(11_086_300)).cappedFrom).toBeNull();
    expect(line(rp(11_086_300, 1))).toMatchObject({
      base: rp(11_086_300),
      cappedFrom: rp(11_086_300, 1),
    });
  });

  test('an unpublished ceiling is the last known one, said aloud', () => {
    const at = (text: string) =>
      computePremium(
        {
          segment: 'pu',
          wage: rp(20_000_000),
          month: month(text),
          fund: 'apbd',
          programmes: ['jp'],
        },
        tariffs,
      )[0]!;
    expect(at('2027-02').assumptions).toEqual([]);
    const line = at('2027-03');
    expect(line.base).toBe(rp(11_086_300));
    expect(line.assumptions).toMatchObject([{ code: 'ceiling-carried', row: 'jp-ceiling-2026' }]);
    expect(explainAssumption(line.assumptions[0]!)).toContain('belum terbit');
    expect(at('2019-05').assumptions).toMatchObject([
      { code: 'tariff-unverified', row: 'jp-ceiling-2019' },
    ]);
  });
});

describe('workers without wages', () => {
  test.each([
    [rp(1), 10_000, 20_000],
    [rp(1_000_000), 10_000, 20_000],
    [rp(1_099_000), 10_000, 20_000],
    [rp(1_099_500), 10_000, 20_000],
    [rp(1_099_999, 99), 10_000, 20_000],
    [rp(1_100_000), 12_000, 24_000],
    [rp(2_699_999), 26_000, 52_000],
    [rp(2_700_000), 29_500, 59_000],
    [rp(8_199_999), 79_500, 159_000],
    [rp(8_200_000), 87_000, 174_000],
    [rp(20_199_999), 197_000, 394_000],
    [rp(20_200_000), 207_000, 414_000],
    [rp(900_000_000), 207_000, 414_000],
  ])('income %i sen', (wage, jkk, jht) => {
    expect(amounts({ segment: 'bpu', wage, programmes: ['jkk', 'jkm', 'jht'] })).toEqual({
      'jkk employer': jkk,
      'jkm employer': 6800,
      'jht employer': jht,
    });
  });

  test('16,800 a month, 8,400 with half of it waived', () => {
    const bpu = { segment: 'bpu', wage: rp(1_000_000) } as const;
    expect(total(bpu)).toBe(16_800);
    expect(total({ ...bpu, month: month('2026-06'), fund: 'csr' })).toBe(8400);
    expect(amounts({ ...bpu, month: month('2026-06'), fund: 'mandiri' })).toEqual({
      'jkk worker': 5000,
      'jkm worker': 3400,
    });
  });

  test('every bracket is 1 % and 2 % of its base, and the rows ascend', () => {
    const rows = tariffs.bpuTables[0]!.rows;
    expect(rows).toHaveLength(33);
    for (const [index, row] of rows.entries()) {
      expect([row.no, row.jkk * 100, row.jht * 50]).toEqual([index + 1, row.base, row.base]);
      const next = rows[index + 1];
      if (next !== undefined) expect(row.base).toBeLessThan(next.incomeFrom);
      expect(row.base).toBeGreaterThanOrEqual(row.incomeFrom);
    }
  });

  test('there is no pension programme', () => {
    expect(reason(() => amounts({ segment: 'bpu', programmes: ['jkk', 'jp'] }))).toEqual([
      'input.invalid',
      'programmes',
    ]);
  });

  test('rows from memory say so', () => {
    const [jkk, jkm] = computePremium(
      { segment: 'bpu', wage: rp(3_000_000), month: now, fund: 'csr' },
      tariffs,
    );
    expect([jkk!.confidence, jkm!.confidence]).toEqual(['memory', 'verified']);
    expect(jkk!.assumptions).toMatchObject([
      { code: 'tariff-unverified', row: 'bpu-pp44-2015/10' },
    ]);
    expect(explainLine(jkk!)).toBe(
      'Dasar Rp2.950.000 (baris 10): Rp29.500 (PP 44/2015 Lampiran II, belum diverifikasi)',
    );
  });
});

describe('reliefs by period and fund', () => {
  const bpu = { segment: 'bpu', wage: rp(1_000_000) } as const;

  test.each([
    ['2025-12', 'transport', 16_800],
    ['2026-01', 'transport', 8400],
    ['2027-03', 'transport', 8400],
    ['2027-04', 'transport', 16_800],
    ['2026-03', 'other', 16_800],
    ['2026-04', 'other', 8400],
    ['2026-12', 'other', 8400],
    ['2027-01', 'other', 16_800],
  ] as const)('PP 50/2025 in %s, %s: %i', (text, sector, expected) => {
    expect(total({ ...bpu, sector, month: month(text), fund: 'csr' })).toBe(expected);
    expect(total({ ...bpu, sector, month: month(text), fund: 'mandiri' })).toBe(expected);
  });

  test.each(['apbd', 'dbhcht', 'apbdes'] as const)(
    'PP 50/2025 does not lower what %s pays',
    (fund) => {
      for (const at of monthRange(month('2026-01'), 15)) {
        for (const sector of ['transport', 'other'] as const) {
          expect(total({ ...bpu, sector, month: at, fund })).toBe(16_800);
        }
      }
    },
  );

  test('only APBDes is an assumption: the text is silent', () => {
    const codes = (fund: 'apbd' | 'apbdes' | 'dbhcht') =>
      computePremium({ ...bpu, month: month('2026-06'), fund }, tariffs).flatMap((line) =>
        line.assumptions.map(({ code }) => code),
      );
    expect(codes('apbdes')).toEqual(['relief-unclear', 'relief-unclear']);
    expect(codes('apbd')).toEqual([]);
    expect(codes('dbhcht')).toEqual([]);
  });

  test('JHT is not lowered', () => {
    expect(amounts({ ...bpu, programmes: ['jht'], month: month('2026-06'), fund: 'csr' })).toEqual({
      'jht employer': 20_000,
    });
  });

  test('PP 49/2020 left 1 % for all, August 2020 to January 2021', () => {
    expect(total({ ...bpu, month: month('2020-07') })).toBe(16_800);
    expect(total({ ...bpu, month: month('2020-08') })).toBe(168);
    expect(amounts({ month: month('2021-01') })).toEqual({
      'jkk employer': 24,
      'jkm employer': 30,
    });
    expect(total({ month: month('2021-02') })).toBe(5400);
  });

  test('wage earners have no part in PP 50/2025', () => {
    for (const fund of fundKinds) expect(total({ month: month('2026-06'), fund })).toBe(5400);
  });
});

describe('bad input', () => {
  test.each([0, -1, Number.NaN, 0.5, Number.POSITIVE_INFINITY, 10 ** 12 + 1])(
    'wage of %d sen',
    (wage) => {
      expect(reason(() => amounts({ wage: wage as Sen }))).toEqual(['input.invalid', 'wage']);
    },
  );

  test('no programme, and a month before the law', () => {
    expect(reason(() => amounts({ programmes: [] }))).toEqual(['input.invalid', 'programmes']);
    expect(reason(() => amounts({ month: month('2015-06') }))).toEqual(['tariff.missing', 'jkk']);
    expect(reason(() => amounts({ month: month('2015-06'), segment: 'bpu' }))).toEqual([
      'tariff.missing',
      'bpu',
    ]);
  });
});

describe('explained', () => {
  test('to the rupiah', () => {
    const [jkk, jkm] = computePremium(
      { segment: 'pu', wage: rp(2_400_350, 47), month: now, fund: 'apbd' },
      tariffs,
    );
    expect(explainLine(jkk!)).toBe(
      'Rp2.400.350,47 × 0,24 % = Rp5.760,84 → Rp5.761 (PP 44/2015 Lampiran I)',
    );
    expect(explainLine(jkm!)).toBe('Rp2.400.350,47 × 0,3 % = Rp7.201,05 → Rp7.201 (PP 44/2015)');
  });

  test('with a ceiling and with a relief', () => {
    const [jp] = computePremium(
      {
        segment: 'pu',
        wage: rp(20_000_000),
        month: month('2026-05'),
        fund: 'apbd',
        programmes: ['jp'],
      },
      tariffs,
    );
    expect(explainLine(jp!)).toBe(
      'Upah Rp20.000.000, batas Rp11.086.300: Rp11.086.300 × 2 % = Rp221.726 (PP 45/2015 Ps. 28)',
    );
    const [jkk, jkm] = computePremium(
      { segment: 'bpu', wage: rp(1_000_000), month: month('2026-06'), fund: 'csr' },
      tariffs,
    );
    expect(explainLine(jkk!)).toBe(
      'Dasar Rp1.000.000 (baris 1): Rp10.000 × 50 % = Rp5.000 (PP 44/2015 Lampiran II; PP 50/2025)',
    );
    expect(explainLine(jkm!)).toBe(
      'Nominal tetap: Rp6.800 × 50 % = Rp3.400 (PP 44/2015 Lampiran II; PP 50/2025)',
    );
  });
});

test('a higher wage never costs less', () => {
  const wage = fc.integer({ min: 1, max: 4_000_000_000 });
  fc.assert(
    fc.property(wage, wage, fc.constantFrom('pu' as const, 'bpu' as const), (a, b, segment) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(total({ segment, wage: low as Sen })).toBeLessThanOrEqual(
        total({ segment, wage: high as Sen }),
      );
    }),
  );
});
