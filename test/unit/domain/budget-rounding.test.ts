import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion } from '../../../src/domain/apportion.ts';
import type { Sen } from '../../../src/domain/brand.ts';
import { computeBudget } from '../../../src/domain/budget.ts';
import { totalLinesBy } from '../../../src/domain/budget-lines.ts';
import type { Budget, BudgetGroup, BudgetSettings } from '../../../src/domain/budget-types.ts';
import { divideRounded, roundingModes, roundingScopes } from '../../../src/domain/money.ts';
import { monthsOfYear } from '../../../src/domain/month.ts';
import { computePremium } from '../../../src/domain/premium.ts';
import { fundSources } from '../../../src/domain/segments.ts';
import { month, rp, tables, tariffs } from './tables.ts';

const worker: BudgetGroup = {
  roster: 'non-asn',
  segment: 'pu',
  employerGroup: 'non-asn',
  fundSource: 'apbd-dau',
  wage: rp(2_400_350, 47),
  persons: 1,
};
const four = {
  'non-asn/pu': { programmes: ['jkk', 'jkm', 'jht', 'jp'], wageBase: { kind: 'actual' } },
} as const;
const budget = (groups: readonly BudgetGroup[], settings: Partial<BudgetSettings> = {}) =>
  computeBudget(groups, { year: 2027, ...settings }, tables);

describe('rounding per component, per person, once on the total', () => {
  test('UMK Brebes, the JKK and JKM of domain §2.7: 12.961,892538', () => {
    // 5.760,841128 and 7.201,05141: 5.761 + 7.201, the person 12.962, a hundred people a year 15.554.271,0456.
    const of = (per: (typeof roundingScopes)[number], mode: (typeof roundingModes)[number]) =>
      budget([{ ...worker, persons: 100 }], { rounding: { per, mode } }).total;
    expect(of('component', 'half-up')).toBe(12_962 * 1200);
    expect(of('component', 'floor')).toBe(12_961 * 1200);
    expect(of('component', 'up')).toBe((5761 + 7202) * 1200);
    expect(of('person', 'half-up')).toBe(12_962 * 1200);
    expect(of('person', 'floor')).toBe(12_961 * 1200);
    expect(of('total', 'half-up')).toBe(15_554_271);
    expect(of('total', 'up')).toBe(15_554_272);
  });

  test('under a total the lines are cut by largest remainder', () => {
    const { lines } = budget([worker], { rounding: { per: 'total', mode: 'half-up' } });
    // A month is 5.760,84 and 7.201,05; the year 69.130,09 and 86.412,62: together 155.542,71 → 155.543.
    expect(lines.map((line) => line.total).reduce((a, b) => a + b, 0)).toBe(155_543);
    for (const line of lines)
      for (const amount of line.amounts) expect([5760, 5761, 7201, 7202]).toContain(amount);
  });

  test('apportion gives what is left to the largest remainders, ties to the earlier', () => {
    expect(apportion([15n, 15n, 10n], 10n, 4n)).toEqual([2n, 1n, 1n]);
    expect(apportion([19n, 15n, 10n], 10n, 4n)).toEqual([2n, 1n, 1n]);
    expect(() => apportion([10n], 10n, 3n)).toThrow();
  });
});

const anyGroup = fc.record({
  roster: fc.constant('non-asn' as const),
  segment: fc.constant('pu' as const),
  employerGroup: fc.constant('non-asn' as const),
  fundSource: fc.constantFrom(...fundSources),
  unit: fc.constantFrom('1', '2', null),
  wage: fc.integer({ min: 1, max: 2_000_000_000 }).map((value) => value as Sen),
  persons: fc.integer({ min: 1, max: 5000 }),
  from: fc.option(fc.integer({ min: 1, max: 12 }).map((at) => monthsOfYear(2027)[at - 1]!)),
});

function groupings({ lines, total }: Budget): void {
  for (const key of ['unit', 'roster', 'segment', 'fundSource', 'programme', 'payer'] as const) {
    const parts = totalLinesBy(lines, (line) => String(line[key]));
    expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(total);
  }
}

test('parts equal the total in every grouping, months the year, in any order, the reserve too', () => {
  const rounding = fc.record({
    per: fc.constantFrom(...roundingScopes),
    mode: fc.constantFrom(...roundingModes),
  });
  fc.assert(
    fc.property(
      fc.array(anyGroup, { minLength: 1, maxLength: 12 }),
      rounding,
      fc.integer({ min: 0, max: 1500 }),
      (groups, rule, bufferBasisPoints) => {
        const settings = { rules: four, rounding: rule, bufferBasisPoints };
        const forth = budget(groups, settings);
        groupings(forth);
        expect(forth.byMonth.reduce((sum, row) => sum + row.amount, 0)).toBe(forth.total);
        expect(forth.lines.reduce((sum, line) => sum + line.buffer, 0)).toBe(forth.buffer);
        expect(BigInt(forth.buffer)).toBe(
          divideRounded(BigInt(forth.total) * BigInt(bufferBasisPoints), 10_000n, rule.mode),
        );
        for (const line of forth.lines) {
          expect(line.amounts.every(Number.isSafeInteger)).toBe(true);
          expect(line.buffers.reduce((sum, part) => sum + part, 0)).toBe(line.buffer);
        }
        expect(budget(groups.toReversed(), settings)).toEqual(forth);
      },
    ),
    { numRuns: 60 },
  );
});

test('a million people, rounded once on the total, agree with big integers', () => {
  const people = 1_000_000;
  const wageOf = (index: number): number => 100_000_000 + ((index * 7919) % 210_000_000);
  function* crowd(): Generator<BudgetGroup> {
    for (let index = 0; index < people; index += 1) {
      const from = index % 8 === 0 ? month('2027-04') : null;
      yield { ...worker, wage: wageOf(index) as Sen, from };
    }
  }
  // JKK, JKM, JHT of the employer, JP of the employer: 0,24 + 0,30 + 3,70 + 2,00 %.
  let exact = 0n;
  for (let index = 0; index < people; index += 1) {
    exact += BigInt(wageOf(index)) * 62_400n * (index % 8 === 0 ? 9n : 12n);
  }
  const settings: BudgetSettings = {
    year: 2027,
    rules: four,
    rounding: { per: 'total', mode: 'floor' },
  };
  const total = computeBudget(crowd(), settings, tables);
  expect(BigInt(total.total)).toBe(exact / 100_000_000n);
  groupings(total);
}, 60_000);

describe('growth, floors, switches', () => {
  test('wages grow from a month on, BPU does not', () => {
    const wageGrowth = { basisPoints: 1000, from: month('2027-07') };
    const grown = budget([{ ...worker, wage: rp(1_000_000) }], { wageGrowth });
    expect(grown.byMonth.map((row) => row.amount)).toEqual([
      ...Array(6).fill(5400),
      ...Array(6).fill(5940),
    ]);
    const bpu = { ...worker, segment: 'bpu', employerGroup: 'rentan', roster: 'rentan' } as const;
    expect(budget([bpu], { wageGrowth }).total).toBe(16_800 * 12);
  });

  test('JKN counts from the UMK to its cap, and says when the UMK is not known', () => {
    const rules = {
      'non-asn/pu': { programmes: ['jkk', 'jkn'], wageBase: { kind: 'actual' } },
    } as const;
    const poor = { ...worker, wage: rp(1_000_000) };
    const of = (settings: Partial<BudgetSettings>) => budget([poor], { rules, ...settings });
    expect(of({}).lines.map((line) => line.programme)).toEqual(['jkk']);
    const known = of({ health: true, region: '33.29' });
    // 4 % of Rp2.400.350,47 = 96.014,0188.
    expect(known.lines.map((line) => line.amounts[0])).toEqual([2400, 96_014]);
    expect(known.assumptions.map(({ code }) => code)).toContain('wage-below-floor');
    const unknown = of({ health: true });
    expect(unknown.lines.map((line) => line.amounts[0])).toEqual([2400, 40_000]);
    expect(unknown.assumptions.map(({ code }) => code)).toContain('floor-unknown');
    const rich = budget([{ ...worker, wage: rp(20_000_000) }], { rules, health: true });
    expect(rich.lines[1]!.amounts[0]).toBe(480_000);
  });

  test('a member of JKP pays the recomposed JKK, and the sum stays', () => {
    const terms = {
      segment: 'pu',
      wage: rp(4_000_000),
      month: month('2026-06'),
      fund: 'csr',
    } as const;
    const lines = computePremium({ ...terms, programmes: ['jkk', 'jkm', 'jkp'] }, tariffs);
    expect(lines.map((line) => [line.programme, line.amount])).toEqual([
      ['jkk', 4000],
      ['jkm', 12_000],
      ['jkp', 5600],
    ]);
  });

  test("the year's UMK, the last one known, none at all", () => {
    const rules = {
      'non-asn/pu': { programmes: ['jkk', 'jkm'], wageBase: { kind: 'umk' } },
    } as const;
    const none = budget([worker], { rules });
    expect([none.total, none.gaps[0]?.reason]).toEqual([0, 'minimum-wage-unknown']);
    const last = budget([worker], { rules, region: '33.29' });
    expect(last.byMonth[0]?.amount).toBe(12_962);
    expect(last.assumptions.find(({ code }) => code === 'minimum-wage-carried')?.row).toBe(
      'umk-33.29-2026',
    );
  });
});

test('money is never a float: no division, no parseFloat, no toFixed where amounts are made', () => {
  const folder = new URL('../../../src/domain/', import.meta.url);
  const files = readdirSync(folder).filter((name) =>
    /^(?:premium|budget|tariff|money|apportion|merge-|own-|plan-|realisation|split-)/.test(name),
  );
  expect(files.length).toBeGreaterThan(15);
  for (const name of files) {
    const code = readFileSync(new URL(name, folder), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '');
    expect({
      name,
      found: code.match(/parseFloat|toFixed|Math\.round|\d\.\d+\b(?!['"`])/),
    }).toEqual({
      name,
      found: null,
    });
  }
});
