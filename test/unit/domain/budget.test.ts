import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/domain/app-error.ts';
import type { Sen } from '../../../src/domain/brand.ts';
import { computeBudget } from '../../../src/domain/budget.ts';
import { totalLinesBy, totalLinesByMonth } from '../../../src/domain/budget-lines.ts';
import type { BudgetGroup, BudgetSettings } from '../../../src/domain/budget-types.ts';
import { monthsOfYear } from '../../../src/domain/month.ts';
import { computePremium } from '../../../src/domain/premium.ts';
import { employerGroups, fundKindOf, fundSources, rosters } from '../../../src/domain/segments.ts';
import { month, rp, tables, tariffs } from './tables.ts';

const rentan: BudgetGroup = {
  roster: 'rentan',
  segment: 'bpu',
  employerGroup: 'rentan',
  fundSource: 'dbhcht',
  wage: null,
  persons: 5387,
};
const teacher: BudgetGroup = {
  roster: 'non-asn',
  segment: 'pu',
  employerGroup: 'non-asn',
  fundSource: 'apbd-dau',
  wage: rp(1_000_000),
  persons: 4156,
};
const official: BudgetGroup = {
  roster: 'desa',
  segment: 'pu',
  employerGroup: 'perangkat-desa',
  fundSource: 'add',
  wage: rp(2_022_200),
  position: 'Kaur Keuangan',
  persons: 12,
};

const budget = (groups: readonly BudgetGroup[], settings: Partial<BudgetSettings> = {}) =>
  computeBudget(groups, { year: 2027, ...settings }, tables);

describe('vectors', () => {
  test('Blitar: five months of DBHCHT, JKK and JKM on their own accounts', () => {
    const { lines, total, persons, byMonth } = budget([{ ...rentan, to: month('2027-05') }]);
    expect(total).toBe(452_508_000);
    expect(persons).toBe(5387);
    expect(
      lines.map((line) => [line.account.code, line.programme, line.total, line.personMonths]),
    ).toEqual([
      ['5.1.02.02.02.0006', 'jkk', 269_350_000, 26_935],
      ['5.1.02.02.02.0007', 'jkm', 183_158_000, 26_935],
    ]);
    expect(byMonth.map((row) => row.amount)).toEqual([
      ...Array(5).fill(90_501_600),
      ...Array(7).fill(0),
    ]);
    expect(byMonth.map((row) => row.persons)).toEqual([
      ...Array(5).fill(5387),
      ...Array(7).fill(0),
    ]);
  });

  test('Maros a month, and Serang a year', () => {
    expect(budget([teacher]).byMonth[0]).toEqual({
      month: '2027-01',
      amount: 22_442_400,
      persons: 4156,
    });
    const kades = { ...official, wage: rp(3_000_000), position: 'Kepala Desa', persons: 326 };
    const serang = budget([kades]);
    expect(serang.total).toBe(63_374_400);
    expect(new Set(serang.lines.map((line) => line.account.code))).toEqual(new Set(['5.1.3.03']));
  });

  test('Muna Barat with components cut', () => {
    const honorer = { ...teacher, wage: rp(2_552_014), persons: 3080 };
    expect(budget([honorer], { rounding: { per: 'component', mode: 'floor' } }).total).toBe(
      509_308_800,
    );
  });
});

describe('months of a person', () => {
  test('starts and ends inside the year, clipped to it', () => {
    const one = { ...rentan, persons: 1 };
    const cost = (from: string | null, to: string | null) =>
      budget([
        { ...one, from: from === null ? null : month(from), to: to === null ? null : month(to) },
      ]).total;
    expect(cost(null, null)).toBe(201_600);
    expect(cost('2027-04', null)).toBe(16_800 * 9);
    expect(cost('2020-01', '2027-01')).toBe(16_800);
    expect(cost('2027-12', '2030-01')).toBe(16_800);
    expect(cost('2027-06', '2027-06')).toBe(16_800);
  });

  test('a year is its stretches: relief ends in December, the ceiling moves in March', () => {
    const csr = { ...rentan, fundSource: 'csr', persons: 10 } as const;
    expect(budget([csr], { year: 2026 }).byMonth.map((row) => row.amount)).toEqual([
      ...Array(3).fill(168_000),
      ...Array(9).fill(84_000),
    ]);
    const expert = { ...teacher, wage: rp(20_000_000), persons: 1 };
    const rules = { 'non-asn/pu': { programmes: ['jp'], wageBase: { kind: 'actual' } } } as const;
    const jp = budget([expert], { year: 2026, rules, workerShareBorne: true });
    expect(jp.byMonth.map((row) => row.amount)).toEqual([
      ...Array(2).fill(210_948 + 105_474),
      ...Array(10).fill(221_726 + 110_863),
    ]);
  });

  test("the worker's own share is cut from wages unless the fund bears it", () => {
    const rules = {
      'non-asn/pu': { programmes: ['jkk', 'jht'], wageBase: { kind: 'actual' } },
    } as const;
    const usual = budget([{ ...teacher, persons: 1 }], { rules });
    expect([usual.total, usual.workerShare]).toEqual([(2400 + 37_000) * 12, 20_000 * 12]);
    const borne = budget([{ ...teacher, persons: 1 }], { rules, workerShareBorne: true });
    expect([borne.total, borne.workerShare]).toEqual([(2400 + 37_000 + 20_000) * 12, 0]);
  });
});

describe('never silently zero', () => {
  test('who is not priced is counted by reason', () => {
    const result = budget([
      { ...teacher, wage: null, persons: 3 },
      { ...teacher, wage: rp(0), persons: 2 },
      { ...teacher, wage: 9e15 as Sen, persons: 1 },
      { ...official, wage: null, position: 'Staf', persons: 4 },
      { ...rentan, fundSource: null, persons: 5 },
      { ...rentan, from: month('2028-01'), persons: 6 },
      { ...rentan, to: month('2026-12'), persons: 1 },
      { ...rentan, from: month('2027-05'), to: month('2027-04'), persons: 8 },
      { ...teacher, persons: 0 },
    ]);
    expect(result.total).toBe(0);
    expect(result.persons).toBe(0);
    expect(result.lines).toEqual([]);
    expect(result.gaps.map(({ reason, roster, persons }) => [reason, roster, persons])).toEqual([
      ['fund-missing', 'rentan', 5],
      ['months-reversed', 'rentan', 8],
      ['outside-year', 'rentan', 7],
      ['position-unknown', 'desa', 4],
      ['wage-missing', 'non-asn', 3],
      ['wage-not-positive', 'non-asn', 2],
      ['wage-too-large', 'non-asn', 1],
    ]);
  });

  test('what is assumed is named with the persons it touches', () => {
    const result = budget(
      [
        { ...official, wage: null, position: 'Kasi Pelayanan', persons: 7 },
        { ...rentan, fundSource: null, persons: 5 },
        { ...rentan, roster: 'desa', employerGroup: 'rt-rw', fundSource: 'pades', persons: 2 },
      ],
      { year: 2026, fundWhenMissing: { rentan: 'apbd-pad' } },
    );
    const notes = result.assumptions.map(({ code, row, persons }) => [code, row, persons]);
    expect(notes).toContainEqual(['wage-substituted', 'siltap', 7]);
    expect(notes).toContainEqual(['fund-assumed', 'apbd-pad', 5]);
    expect(notes).toContainEqual(['relief-unclear', 'pp50-2025-other', 2]);
    expect(notes).toContainEqual(['account-uncertain', '5.1.02.02.02.0006 rentan jkk', 5]);
    expect(notes).toContainEqual(['account-uncertain', '5.2.5.08 rt-rw jkm', 2]);
  });

  test('an unpublished ceiling and a bracket from memory are assumptions', () => {
    const rules = {
      'non-asn/pu': { programmes: ['jp'], wageBase: { kind: 'actual' } },
      'rentan/bpu': {
        programmes: ['jkk', 'jkm'],
        wageBase: { kind: 'fixed', wage: rp(1_500_000) },
      },
    } as const;
    const result = budget([teacher, rentan], { rules });
    const notes = result.assumptions.map(({ code, row, persons }) => [code, row, persons]);
    expect(notes).toContainEqual(['ceiling-carried', 'jp-ceiling-2026', 4156]);
    expect(notes).toContainEqual(['tariff-unverified', 'bpu-pp44-2015/4', 5387]);
  });

  test('a year without tariffs, a programme the segment lacks, and a group that is no count', () => {
    const code = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return error instanceof AppError ? error.code : error;
      }
      return null;
    };
    expect(code(() => budget([teacher], { year: 2014 }))).toBe('tariff.missing');
    expect(code(() => budget([teacher], { year: 20.5 }))).toBe('budget.invalid');
    expect(code(() => budget([{ ...teacher, persons: -1 }]))).toBe('budget.invalid');
    expect(code(() => budget([{ ...teacher, persons: 1.5 }]))).toBe('budget.invalid');
    expect(code(() => budget([{ ...teacher, wage: 0.5 as Sen }]))).toBe('budget.invalid');
    const rules = { 'rentan/bpu': { programmes: ['jp'], wageBase: { kind: 'bpu-base' } } } as const;
    expect(code(() => budget([rentan], { rules }))).toBe('input.invalid');
    const noWage = {
      'non-asn/pu': { programmes: ['jkk'], wageBase: { kind: 'minimum-wage', id: 'nowhere' } },
    } as const;
    expect(code(() => budget([teacher], { rules: noWage }))).toBe('not-found');
    const huge = { ...teacher, wage: rp(9_000_000_000), persons: 300_000_000 };
    expect(code(() => budget([huge]))).toBe('input.invalid');
  });

  test('no groups, no need', () => {
    expect(budget([])).toMatchObject({ total: 0, persons: 0, lines: [], gaps: [], byRoster: [] });
  });
});

const anyGroup = fc.record({
  unit: fc.constantFrom(null, 'Dinas A', 'Dinas B'),
  roster: fc.constantFrom(...rosters),
  segment: fc.constantFrom('pu' as const, 'bpu' as const),
  employerGroup: fc.constantFrom(...employerGroups),
  fundSource: fc.constantFrom(...fundSources, null),
  wage: fc.option(fc.integer({ min: -5, max: 3_000_000_000 }).map((value) => value as Sen)),
  position: fc.constantFrom(null, 'Kepala Desa', 'Sekdes', 'Kadus II', 'Guru'),
  sector: fc.constantFrom('transport' as const, 'other' as const),
  persons: fc.integer({ min: 0, max: 2000 }),
  from: fc.option(fc.constantFrom(...monthsOfYear(2026), ...monthsOfYear(2025))),
  to: fc.option(fc.constantFrom(...monthsOfYear(2026), ...monthsOfYear(2027))),
});
const anyGroups = fc.array(anyGroup, { maxLength: 25 });
const settings: BudgetSettings = {
  year: 2026,
  rules: {
    'non-asn/pu': { programmes: ['jkk', 'jkm', 'jht', 'jp'], wageBase: { kind: 'actual' } },
    'rentan/bpu': {
      programmes: ['jkk', 'jkm', 'jht'],
      wageBase: { kind: 'actual', ifMissing: { kind: 'bpu-base' } },
    },
  },
};

describe('properties', () => {
  test('the parts equal the total in every grouping, and nobody is lost', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const result = computeBudget(groups, settings, tables);
        for (const key of [
          'unit',
          'roster',
          'segment',
          'employerGroup',
          'fundSource',
          'programme',
          'payer',
        ] as const) {
          const parts = totalLinesBy(result.lines, (line) => String(line[key]));
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(result.total);
        }
        const accounts = totalLinesBy(result.lines, (line) => String(line.account.code));
        expect(accounts.reduce((sum, part) => sum + part.amount, 0)).toBe(result.total);
        const months = totalLinesByMonth(result.lines, result.months);
        expect(months.reduce((sum, part) => sum + part.amount, 0)).toBe(result.total);
        expect(result.byMonth.map((row) => row.amount)).toEqual(months.map((row) => row.amount));
        expect(result.byRoster.reduce((sum, row) => sum + row.amount, 0)).toBe(result.total);
        expect(result.byRoster.reduce((sum, row) => sum + row.persons, 0)).toBe(result.persons);
        const left = result.gaps.reduce((sum, gap) => sum + gap.persons, 0);
        expect(result.persons + left).toBe(groups.reduce((sum, group) => sum + group.persons, 0));
        for (const line of result.lines) {
          expect(line.amounts.reduce((sum: number, amount) => sum + amount, 0)).toBe(line.total);
          expect(line.amounts.every(Number.isSafeInteger)).toBe(true);
          expect(line.people).toBeLessThanOrEqual(line.personMonths);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the order of groups does not matter, nor whether alike persons come together', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const whole = computeBudget(groups, settings, tables);
        expect(computeBudget(groups.toReversed(), settings, tables)).toEqual(whole);
        const split = groups.flatMap((group) => [
          { ...group, persons: Math.floor(group.persons / 2) },
          { ...group, persons: group.persons - Math.floor(group.persons / 2) },
        ]);
        expect(computeBudget(split, settings, tables)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  test('equals the premium of each person and month, added up in big integers', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const { total, workerShare } = computeBudget(groups, settings, tables);
        let expected = 0n;
        for (const group of groups) {
          // Single-person truth without the budget's own machinery, for groups with a plain wage.
          const rest = computeBudget([group], settings, tables);
          if (rest.persons === 0 || group.fundSource === null) continue;
          const rule = settings.rules?.[`${group.employerGroup}/${group.segment}` as 'non-asn/pu'];
          const isBase = group.segment === 'bpu' && (rule === undefined || group.wage === null);
          const siltap = { 'Kepala Desa': 2_426_640, Sekdes: 2_224_420, 'Kadus II': 2_022_200 };
          const wage = isBase
            ? rp(1_000_000)
            : (group.wage ?? rp(siltap[group.position as 'Sekdes']));
          for (const at of monthsOfYear(2026)) {
            if ((group.from !== null && at < group.from) || (group.to !== null && at > group.to))
              continue;
            const lines = computePremium(
              {
                segment: group.segment,
                wage,
                programmes: rule?.programmes,
                month: at,
                fund: fundKindOf(group.fundSource),
                sector: group.sector,
              },
              tariffs,
            );
            for (const line of lines) expected += BigInt(line.amount) * BigInt(group.persons);
          }
        }
        expect(BigInt(total) + BigInt(workerShare)).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('a million persons, each with an own wage, agree with big integers', () => {
    const persons = 1_000_000;
    const wageOf = (index: number) => (100_000_000 + ((index * 7919) % 400_000_000)) as Sen;
    function* people(): Generator<BudgetGroup> {
      for (let index = 0; index < persons; index += 1) {
        yield { ...teacher, wage: wageOf(index), persons: 1 };
      }
    }
    const { total } = computeBudget(people(), { year: 2027 }, tables);
    let expected = 0n;
    for (let index = 0; index < persons; index += 1) {
      const wage = BigInt(wageOf(index));
      expected +=
        (wage * 2400n + 50_000_000n) / 100_000_000n + (wage * 3000n + 50_000_000n) / 100_000_000n;
    }
    expect(BigInt(total)).toBe(expected * 12n);
  }, 60_000);
});
