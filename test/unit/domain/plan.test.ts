import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month, Rupiah, Sen } from '../../../src/domain/brand.ts';
import { computeBudget } from '../../../src/domain/budget.ts';
import { lastMonthByAge } from '../../../src/domain/plan-ages.ts';
import {
  computePlan,
  mergeUnits,
  peopleOf,
  planGround,
  settingsOf,
} from '../../../src/domain/plan-compute.ts';
import { costPerPoint } from '../../../src/domain/plan-coverage.ts';
import { birthCode, type PlanPerson, planGroupsBuilder } from '../../../src/domain/plan-groups.ts';
import { planLines, runsOf } from '../../../src/domain/plan-lines.ts';
import { budgetGroupsOf } from '../../../src/domain/plan-people.ts';
import { createPartPricer } from '../../../src/domain/plan-prices.ts';
import { type PlanAssumptions, usualAssumptions } from '../../../src/domain/plan-types.ts';
import { enrolments } from '../../../src/domain/segments.ts';
import { tables } from './tables.ts';

const year = 2027;
const settings = { year, region: '33.29' };
const someMonth = fc
  .integer({ min: 1, max: 12 })
  .map((at) => `${year}-${String(at).padStart(2, '0')}` as Month);

const person: fc.Arbitrary<PlanPerson> = fc
  .record({
    kind: fc.constantFrom(
      {
        roster: 'non-asn',
        employerGroup: 'non-asn',
        segment: 'pu',
        fundSource: 'apbd-pad',
      } as const,
      { roster: 'desa', employerGroup: 'rt-rw', segment: 'bpu', fundSource: 'add' } as const,
      { roster: 'rentan', employerGroup: 'rentan', segment: 'bpu', fundSource: 'csr' } as const,
    ),
    wage: fc.constantFrom(null, 200_000_047, 155_555_500),
    from: fc.option(someMonth),
    unit: fc.integer({ min: -1, max: 3 }),
    birth: fc.constantFrom(null, '1961-03-01', '1962-09-15', '1999-01-01', '1930-05-05'),
    enrolment: fc.constantFrom(...enrolments),
    mark: fc.constantFrom('none', 'none', 'none', 'deceased', 'other-roster', 'covered-elsewhere'),
    desil: fc.integer({ min: 0, max: 10 }),
    risk: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ kind, wage, from, birth, mark, ...rest }) => ({
    ...kind,
    ...rest,
    wage: kind.segment === 'pu' ? (wage as Sen | null) : null,
    position: null,
    from,
    to: null,
    birth: birthCode(birth, year),
    mark: mark as PlanPerson['mark'],
  }));

const assumptions: fc.Arbitrary<PlanAssumptions> = fc
  .record({
    scope: fc.constantFrom('active', 'missing', 'all'),
    growthBasisPoints: fc.constantFrom(null, 0, 650),
    bufferBasisPoints: fc.constantFrom(null, 500),
    leavings: fc.array(fc.record({ persons: fc.integer({ min: 0, max: 9 }), from: someMonth }), {
      maxLength: 2,
    }),
    age: fc.constantFrom(null, 58),
    includeCovered: fc.boolean(),
    target: fc.option(
      fc.record({
        goal: fc.oneof(
          fc.record({
            kind: fc.constant('points' as const),
            basisPoints: fc.integer({ min: 0, max: 6_000 }),
          }),
          fc.record({
            kind: fc.constant('budget' as const),
            amount: fc.integer({ min: 0, max: 3_000_000 }).map((sum) => sum as Rupiah),
          }),
        ),
        from: someMonth,
        order: fc.shuffledSubarray(['desil', 'risk', 'cost', 'segment', 'unit'] as const, {
          minLength: 1,
        }),
        rosters: fc.shuffledSubarray(['non-asn', 'desa', 'rentan'] as const, { minLength: 1 }),
      }),
    ),
  })
  .map(({ scope, age, ...rest }) => ({
    ...usualAssumptions('own', year),
    ...rest,
    scope: scope as PlanAssumptions['scope'],
    retirementAges: age === null ? {} : { 'non-asn': age },
  }));

function groundOf(people: readonly PlanPerson[]) {
  const builder = planGroupsBuilder(year);
  for (const one of people) builder.add(one);
  return planGround({
    groups: builder.finish().groups,
    bases: [],
    settings,
    tables,
    unitPlace: () => -1,
  });
}

const people = fc.array(person, { maxLength: 40 });
const sum = (parts: readonly { readonly amount: number }[]) =>
  parts.reduce((total, { amount }) => total + amount, 0);

describe('a plan', () => {
  test('does not depend on the order of people', () => {
    fc.assert(
      fc.property(people, assumptions, (all, assume) => {
        const [there, back] = [all, all.toReversed()].map((list) =>
          computePlan(groundOf(list), assume),
        );
        expect(back?.budget).toEqual(there?.budget);
        expect(back?.reached).toEqual(there?.reached);
        expect(back?.choice?.persons).toBe(there?.choice?.persons);
      }),
      { numRuns: 60 },
    );
  });

  test('adds up by month and by unit, prints lines that multiply out, and counts nobody twice', () => {
    fc.assert(
      fc.property(people, assumptions, (all, assume) => {
        const ground = groundOf(all);
        const { budget, reached } = computePlan(ground, assume);
        const { people: planned } = peopleOf(ground, assume);
        expect(sum(budget.byMonth)).toBe(budget.total);
        expect(sum(budget.byRoster)).toBe(budget.total);
        const own = settingsOf(ground, assume);
        const byUnit = budgetGroupsOf(planned.cells, year, (unit) => String(unit));
        const { lines } = computeBudget(byUnit, own, tables);
        expect(sum(lines.map(({ total }) => ({ amount: total })))).toBe(budget.total);
        // Units told apart or not, each programme, month and roster comes to the same.
        const whole = computeBudget(mergeUnits(planned.cells, year), own, tables);
        expect(whole).toEqual(budget);
        for (const groups of [byUnit, mergeUnits(planned.cells, year)]) {
          const lines = planLines(groups, createPartPricer(own, tables));
          for (const line of lines)
            expect(line.amount).toBe(line.persons * line.months * line.price);
          expect(sum(lines)).toBe(budget.total);
        }
        expect(reached.active).toBeLessThanOrEqual(reached.workers);
      }),
      { numRuns: 60 },
    );
  });

  test('a target takes as few as the goal asks and never more than the money', () => {
    fc.assert(
      fc.property(people, assumptions, (all, assume) => {
        const { choice } = computePlan(groundOf(all), assume);
        if (choice === null) return;
        expect(choice.persons).toBeLessThanOrEqual(choice.candidates.persons);
        const goal = assume.target?.goal;
        if (goal?.kind === 'budget') {
          expect(choice.cost + (choice.spare ?? -1)).toBe(goal.amount);
          expect(choice.spare).toBeGreaterThanOrEqual(0);
        } else expect(choice.persons + choice.lacking).toBe(choice.wanted);
      }),
      { numRuns: 60 },
    );
  });
});

test('scenarios computed one after the other are what each is alone', () => {
  fc.assert(
    fc.property(people, fc.array(assumptions, { minLength: 2, maxLength: 4 }), (all, several) => {
      const shared = groundOf(all);
      for (const assume of [...several, ...several]) {
        const { budget, reached, added, saving, choice } = computePlan(shared, assume);
        const alone = computePlan(groundOf(all), assume);
        expect(budget).toEqual(alone.budget);
        expect([reached, added, saving]).toEqual([alone.reached, alone.added, alone.saving]);
        expect(choice?.chosen).toEqual(alone.choice?.chosen);
      }
    }),
    { numRuns: 30 },
  );
});

describe('printed runs', () => {
  test('100 all year and 20 from April are two lines', () => {
    expect(runsOf([100, 100, 100, ...Array(9).fill(120)])).toEqual([
      { from: 0, to: 11, persons: 100 },
      { from: 3, to: 11, persons: 20 },
    ]);
  });

  test('add up to every month', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(counts, (months) => {
        const back = months.map(() => 0);
        for (const { from, to, persons } of runsOf(months)) {
          expect(persons).toBeGreaterThan(0);
          for (let at = from; at <= to; at += 1) back[at] = (back[at] ?? 0) + persons;
        }
        expect(back).toEqual(months);
      }),
    );
  });
});

describe('ages', () => {
  const bpu = { segment: 'bpu', employerGroup: 'rentan' } as const;
  const sort = {
    ...bpu,
    roster: 'rentan',
    fundSource: 'csr',
    wage: null,
    position: null,
    from: null,
    to: null,
  } as const;
  test.each([
    ['born on the first turns 66 on 1 March: paid to February', '1961-03-01', 1],
    ['born on the second: March still counts', '1961-03-02', 2],
    ['66 already in January of the year', '1960-12-31', -1],
    ['too young to matter', '1990-01-01', 11],
    ['no birth date', null, 11],
  ])('%s', (_, birth, last) => {
    expect(lastMonthByAge(sort, birthCode(birth, year), year, { retirementAges: {} }, 65)).toBe(
      last,
    );
  });

  test('a wage earner is paid for in the month of the birthday of retirement', () => {
    const pu = { ...sort, segment: 'pu', employerGroup: 'non-asn', roster: 'non-asn' } as const;
    const ages = { retirementAges: { 'non-asn': 58 } };
    expect(lastMonthByAge(pu, birthCode('1969-06-30', year), year, ages, 65)).toBe(5);
    expect(
      lastMonthByAge(pu, birthCode('1969-06-30', year), year, { retirementAges: {} }, 65),
    ).toBe(11);
  });
});

test('a point costs what the added people cost, over a hundredth of the workers', () => {
  expect(costPerPoint(2_620_800 as Rupiah, 13, 130)).toBe(262_080);
  expect(costPerPoint(1 as Rupiah, 0, 130)).toBeNull();
});
