/** The contribution tables as they were gathered, row by row: rates, ceilings, the 33 brackets, reliefs, wage bases. */
import { describe, expect, test } from 'vitest';
import type { Sen } from '../../../src/domain/brand.ts';
import { exactScale } from '../../../src/domain/money.ts';
import { computePremium, exactAmount, exactParts } from '../../../src/domain/premium.ts';
import { planPremium } from '../../../src/domain/premium-plan.ts';
import { ceilingFor, ratesFor } from '../../../src/domain/tariff.ts';
import { month, rp, tariffs, wageBases } from './tables.ts';

const at = month('2026-06');

test.each([
  ['jkk', 1, [2400]],
  ['jkk', 2, [5400]],
  ['jkk', 3, [8900]],
  ['jkk', 4, [12_700]],
  ['jkk', 5, [17_400]],
  ['jkm', 1, [3000]],
  ['jht', 1, [37_000, 20_000]],
  ['jp', 1, [20_000, 10_000]],
  ['jkn', 1, [40_000, 10_000]],
] as const)('%s of risk class %i', (programme, riskClass, expected) => {
  const rows = ratesFor(tariffs, { programme, riskClass, month: at });
  expect(rows.map((row) => row.millionths)).toEqual(expected);
});

test('members of JKP: JKK less 0,14 %, JKP 0,14 % on at most Rp5.000.000', () => {
  for (const riskClass of [1, 2, 3, 4, 5] as const) {
    const of = (withJkp: boolean) =>
      ratesFor(tariffs, { programme: 'jkk', riskClass, month: at, withJkp })[0]!.millionths;
    expect(of(false) - of(true)).toBe(1400);
  }
  expect(ceilingFor(tariffs, 'jkp', at)?.row.amount).toBe(5_000_000);
});

test.each([
  [2015, 7_000_000, null],
  [2016, 7_335_300, 479],
  [2017, 7_703_500, 502],
  [2018, 8_094_000, 507],
  [2019, 8_512_400, 517],
  [2020, 8_939_700, 502],
  [2021, 8_754_600, -207],
  [2022, 9_077_600, 369],
  [2023, 9_559_600, 531],
  [2024, 10_042_300, 505],
  [2025, 10_547_400, 503],
  [2026, 11_086_300, 511],
])('JP ceiling of %i holds from March to February', (year, amount, growth) => {
  const of = (text: string) => ceilingFor(tariffs, 'jp', month(text))!.row.amount;
  expect(of(`${year}-12`)).toBe(amount);
  expect(of(`${year + 1}-02`)).toBe(amount);
  if (growth === null) return;
  const before = of(`${year}-02`);
  expect(Math.abs(((amount - before) * 10_000) / before - growth)).toBeLessThan(1);
});

/** Lower bound, base, in thousands, of each row but the last two of PP 44/2015 Lampiran II; then by pattern. */
const brackets: readonly (readonly [from: number, base: number])[] = [
  [0, 1000],
  ...Array.from({ length: 8 }, (_, i) => [1100 + i * 200, 1200 + i * 200] as const),
  ...Array.from({ length: 11 }, (_, i) => [2700 + i * 500, 2950 + i * 500] as const),
  ...Array.from({ length: 13 }, (_, i) => [8200 + i * 1000, 8700 + i * 1000] as const),
];

describe('the 33 rows for workers without wages', () => {
  test('are all there', () => {
    expect(brackets).toHaveLength(33);
    expect(tariffs.bpuTables[0]!.rows).toHaveLength(33);
  });

  test.each(brackets.map(([from, base], index) => [index + 1, from, base] as const))(
    'row %i from Rp%i.000, base Rp%i.000',
    (no, from, base) => {
      for (const income of [
        from === 0 ? 1 : from * 1000,
        (brackets[no]?.[0] ?? 30_000) * 1000 - 1,
      ]) {
        const lines = computePremium(
          {
            segment: 'bpu',
            wage: rp(income),
            month: at,
            fund: 'apbd',
            programmes: ['jkk', 'jkm', 'jht'],
          },
          tariffs,
        );
        expect(lines.map((line) => line.amount)).toEqual([base * 10, 6800, base * 20]);
      }
    },
  );

  test('the printed sums of the first and the last row', () => {
    const sums = [0, 32].map((index) => {
      const { jkk, jht } = tariffs.bpuTables[0]!.rows[index]!;
      return [jkk + 6800, jkk + 6800 + jht];
    });
    expect(sums).toEqual([
      [16_800, 36_800],
      [213_800, 627_800],
    ]);
  });
});

test.each([
  ['2020-08', 'apbd', 'other', 168],
  ['2021-01', 'apbd', 'other', 168],
  ['2021-02', 'apbd', 'other', 16_800],
  ['2026-01', 'mandiri', 'transport', 8400],
  ['2027-03', 'csr', 'transport', 8400],
  ['2027-04', 'csr', 'transport', 16_800],
  ['2026-01', 'apbd', 'transport', 16_800],
  ['2026-03', 'mandiri', 'other', 16_800],
  ['2026-04', 'mandiri', 'other', 8400],
  ['2026-12', 'csr', 'other', 8400],
  ['2027-01', 'csr', 'other', 16_800],
  ['2026-06', 'apbd', 'other', 16_800],
  ['2026-06', 'dbhcht', 'other', 16_800],
  ['2026-06', 'apbdes', 'other', 16_800],
] as const)('relief in %s for %s, sector %s: Rp%i', (text, fund, sector, expected) => {
  const lines = computePremium(
    { segment: 'bpu', wage: rp(1_000_000), month: month(text), fund, sector },
    tariffs,
  );
  expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(expected);
});

/** Exact JKK + JKM of a wage earner of class I, in millionths of a rupiah. */
function exactTotal(wage: Sen): bigint {
  const plan = planPremium({ segment: 'pu', month: at, fund: 'apbd' }, tariffs);
  const sum = plan.components.reduce(
    (total, part) => total + exactAmount(exactParts(part, wage)),
    0n,
  );
  return sum / (exactScale / 1_000_000n);
}

test.each([
  ['Maros', 100_000_000, 5_400_000_000n],
  ['Bekasi', 200_000_000, 10_800_000_000n],
  ['Muna Barat', 255_201_400, 13_780_875_600n],
  ['Serang', 300_000_000, 16_200_000_000n],
  ['perangkat desa', 202_220_000, 10_919_880_000n],
  ['sekretaris desa', 222_442_000, 12_011_868_000n],
  ['kepala desa', 242_664_000, 13_103_856_000n],
  ['UMK Brebes 2026', 240_035_047, 12_961_892_538n],
])('JKK and JKM before rounding, %s', (_name, wage, expected) => {
  expect(exactTotal(wage as Sen)).toBe(expected);
});

test('least siltap and minimum wages to the sen', () => {
  expect(wageBases.siltap.map(({ sen }) => sen)).toEqual([242_664_000, 222_442_000, 202_220_000]);
  const of = (id: string) => wageBases.minimumWages.find((row) => row.id === id)?.sen;
  expect(of('umk-33.29-2026')).toBe(240_035_047);
  expect(of('umk-33.02-2026')).toBe(247_459_899);
  expect([of('ump-33-2026'), of('ump-33-2025')]).toEqual([232_738_607, 216_934_900]);
});
