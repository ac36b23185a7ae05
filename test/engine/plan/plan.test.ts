/** Scenarios through their routes: kept, compared, aimed, and refused when they make no sense. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanAssumptionsIn } from '../../../src/contract/plan-assumptions.ts';
import { type PlanKind, usualAssumptions } from '../../../src/domain/plan-types.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { problemsOf } from '../roster/roster-fixture.ts';
import { addPlanPeople } from './plan-fixture.ts';

const year = 2027;
let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
  addPlanPeople(test);
});
afterEach(async () => {
  expect(problemsOf(test)).toEqual([]);
  await test[Symbol.asyncDispose]();
});

const assume = (kind: PlanKind, changes: Partial<PlanAssumptionsIn> = {}): PlanAssumptionsIn => ({
  ...usualAssumptions(kind, year),
  ...changes,
});
const compare = async (...plans: PlanAssumptionsIn[]) =>
  (await test.call('plan.compare', { year, plans })).plans;
const actions = async () =>
  (await test.call('journal.page', { limit: 20 })).map(({ action }) => action);

describe('scenarios', () => {
  it('are kept, renamed, copied, taken away and brought back, and the journal says so', async () => {
    const { id } = await test.call('plan.create', {
      year,
      name: 'Hanya aktif',
      kind: 'active',
      assumptions: assume('active'),
    });
    expect(
      await test.call('plan.save', {
        id,
        version: 1,
        name: 'Aktif saja',
        assumptions: assume('active', { bufferBasisPoints: 500 }),
      }),
    ).toEqual({ version: 2 });
    const copy = await test.call('plan.duplicate', { id, name: 'Salinan' });
    const { journalId } = await test.call('plan.delete', { id });
    const names = async () =>
      (await test.call('plan.list', { year })).scenarios.map((one) => one.name);
    expect(await names()).toEqual(['Salinan']);
    expect(await test.call('plan.undoDelete', { journalId })).toEqual({ id });
    expect(await names()).toEqual(['Aktif saja', 'Salinan']);
    const { scenarios } = await test.call('plan.list', { year });
    expect(scenarios.map((one) => [one.id, one.assumptions.bufferBasisPoints])).toEqual([
      [id, 500],
      [copy.id, 500],
    ]);
    expect(await actions()).toEqual([
      'plan.undoDelete',
      'plan.delete',
      'plan.create',
      'plan.save',
      'plan.create',
      'store.create',
    ]);
    expect(await test.codeOf('plan.undoDelete', { journalId })).toBe('plan.name-taken');
  });

  it('refuse a name twice, a version that is not the last, and what is not there', async () => {
    const one = { year, name: 'Satu', kind: 'own', assumptions: assume('own') } as const;
    const { id } = await test.call('plan.create', one);
    expect(await test.codeOf('plan.create', { ...one, name: 'SATU' })).toBe('plan.name-taken');
    expect(await test.codeOf('plan.duplicate', { id, name: 'satu' })).toBe('plan.name-taken');
    const save = { id, name: 'Satu', assumptions: assume('own') };
    expect(await test.codeOf('plan.save', { ...save, version: 7 })).toBe('plan.changed-meanwhile');
    expect(await test.codeOf('plan.delete', { id: 999 })).toBe('not-found');
    expect(await test.codeOf('plan.undoDelete', { journalId: 1 })).toBe('not-found');
    expect(await test.codeOf('plan.create', { ...one, name: '  ' })).toBe('bridge.bad-request');
  });

  it('refuse months, targets, programmes and wages that make no sense', async () => {
    const cases: readonly (readonly [string, PlanAssumptionsIn])[] = [
      ['a month of another year', assume('own', { from: '2026-12' })],
      ['months the wrong way round', assume('own', { from: '2027-06', to: '2027-03' })],
      [
        'a target before the plan begins',
        assume('target', {
          from: '2027-03',
          target: {
            goal: { kind: 'points', basisPoints: 100 },
            from: '2027-01',
            order: ['desil'],
            rosters: ['rentan'],
          },
        }),
      ],
      [
        'JP for workers without wages',
        assume('own', {
          rules: { 'rentan/bpu': { programmes: ['jkk', 'jp'], wageBase: { kind: 'bpu-base' } } },
        }),
      ],
      [
        'a minimum wage nobody set',
        assume('own', {
          rules: {
            'non-asn/pu': {
              programmes: ['jkk'],
              wageBase: { kind: 'minimum-wage', id: 'nowhere' },
            },
          },
        }),
      ],
      ['leavers of another year', assume('own', { leavings: [{ persons: 3, from: '2028-01' }] })],
    ];
    for (const [what, assumptions] of cases) {
      const code = await test.codeOf('plan.compare', { year, plans: [assumptions] });
      expect([what, code]).toEqual([what, 'plan.invalid']);
    }
  });

  it('put recruits into their unit, and keep no unit that is not there', async () => {
    const units = await test.call('unit.list', { kind: 'opd' });
    const unitId = units.find(({ name }) => name === 'Dinas Kesehatan')?.id ?? 0;
    const recruits = (of: number) =>
      assume('active', {
        recruitments: [
          {
            employerGroup: 'non-asn',
            segment: 'pu',
            fundSource: 'apbd-pad',
            unitId: of,
            persons: 3,
            from: '2027-04',
            wage: 200_000_000,
          },
        ],
      });
    const by = async (assumptions: PlanAssumptionsIn) =>
      (await test.call('plan.need', { year, by: 'unit', assumptions })).rows.find(
        ({ label }) => label === 'Dinas Kesehatan',
      );
    const [before, after] = [await by(assume('active')), await by(recruits(unitId))];
    expect((after?.persons ?? 0) - (before?.persons ?? 0)).toBe(3);
    expect((after?.amount ?? 0) - (before?.amount ?? 0)).toBe(3 * 10_800 * 9);
    const create = (of: number) =>
      test.codeOf('plan.create', {
        year,
        name: `Unit ${of}`,
        kind: 'own',
        assumptions: recruits(of),
      });
    expect([await create(unitId), await create(999_999)]).toEqual(['ok', 'plan.invalid']);
    const gone = recruits(999_999);
    expect(await test.codeOf('plan.compare', { year, plans: [gone] })).toBe('plan.invalid');
    expect(await test.codeOf('plan.need', { year, by: 'unit', assumptions: gone })).toBe(
      'plan.invalid',
    );
  });

  it('do not pass the contract with what no field can hold', async () => {
    const cases: readonly (readonly [string, object])[] = [
      ['a growth below nothing', { growthBasisPoints: -10_000 }],
      ['a fraction of a person', { leavings: [{ persons: 1.5, from: '2027-02' }] }],
      ['a month that is none', { from: '2027-13' }],
      ['an age nobody retires at', { retirementAges: { 'non-asn': 12 } }],
      ['more than is known', { colour: 'red' }],
    ];
    for (const [what, changes] of cases) {
      const plans = [{ ...assume('own'), ...changes } as PlanAssumptionsIn];
      const code = await test.codeOf('plan.compare', { year, plans });
      expect([what, code]).toEqual([what, 'bridge.bad-request']);
    }
  });

  it('say a year without tariffs in so many words', async () => {
    const plans = [{ ...usualAssumptions('own', 2015) }];
    expect(await test.codeOf('plan.compare', { year: 2015, plans })).toBe('tariff.missing');
  });
});

describe('comparison', () => {
  it('prices the active, all and a target from the same people', async () => {
    const [active, all, target] = await compare(assume('active'), assume('all'), assume('target'));
    // 20 × (4.800 + 6.000) × 12 and 10 RT/RW × 16.800 × 12.
    expect(active?.total).toBe(20 * 10_800 * 12 + 10 * 16_800 * 12);
    expect(active?.now).toMatchObject({ active: 30, workers: 130 });
    // 5 are past 65: 125 of 130 are priced.
    expect(all?.persons).toBe(125);
    expect(all?.leftOut).toEqual([{ code: 'over-65', roster: 'rentan', persons: 5 }]);
    expect(all?.reached).toMatchObject({ active: 125, workers: 130 });
    // Ten points of 130 are 13 people, the poorest fishermen first.
    expect(target?.choice).toMatchObject({ wanted: 13, persons: 13, cost: 13 * 201_600 });
    expect(target?.total).toBe((active?.total ?? 0) + 13 * 201_600);
    expect(target?.reached).toMatchObject({ active: 43, workers: 130 });
    expect(target?.costPerPoint).toBe((13 * 201_600 * 130) / 1300);
  });

  it('lets planned leavers out of the coverage, also when they are gone before January', async () => {
    const from = async (month: string) =>
      (await compare(assume('active', { leavings: [{ persons: 6, from: month }] })))[0];
    for (const month of ['2027-01', '2027-07'])
      expect((await from(month))?.reached).toMatchObject({ active: 24, workers: 124 });
    const [, , , tooMany] = await compare(
      ...[1, 2, 3].map(() => assume('active')),
      assume('active', { leavings: [{ persons: 25, from: '2027-02' }] }),
    );
    expect(tooMany).toMatchObject({ leaversTooMany: 5, reached: { active: 10, workers: 110 } });
  });

  it('adds up in every grouping and month', async () => {
    const [view] = await compare(assume('all', { from: '2027-03', growthBasisPoints: 650 }));
    const sum = (parts: readonly { amount: number }[] = []) =>
      parts.reduce((total, { amount }) => total + amount, 0);
    for (const parts of [view?.byMonth, view?.byProgramme, view?.bySource, view?.byRoster])
      expect(sum(parts)).toBe(view?.total);
    const bys = ['roster', 'group', 'unit', 'source', 'account', 'programme', 'month'] as const;
    for (const by of bys) {
      const need = await test.call('plan.need', { year, by, assumptions: assume('all') });
      expect([by, sum(need.rows)]).toEqual([by, need.total]);
    }
  });

  it('explains a difference step by step, to the rupiah', async () => {
    const to = assume('all', {
      bufferBasisPoints: 500,
      recruitments: [
        {
          employerGroup: 'rentan',
          segment: 'bpu',
          fundSource: 'dbhcht',
          unitId: null,
          persons: 7,
          from: '2027-07',
          wage: null,
        },
      ],
      leavings: [{ persons: 5, from: '2027-04' }],
    });
    const [a, b] = await compare(assume('active'), to);
    const found = await test.call('plan.difference', { year, from: assume('active'), to });
    expect(found.steps.map(({ what }) => what)).toEqual([
      'scope',
      'recruitments',
      'leavings',
      'buffer',
    ]);
    expect(found.amount).toBe((b?.total ?? 0) + (b?.buffer ?? 0) - (a?.total ?? 0));
    expect(found.steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(found.amount);
    expect(found.steps[1]).toEqual({ what: 'recruitments', persons: 7, amount: 7 * 16_800 * 6 });
  });

  it('counts a person of two rosters once, and says what that saves', async () => {
    test.engine.context.session.store().transact(['roster', 'links'], (sql) => {
      // The first vulnerable worker is the first teacher of Dinas Pendidikan.
      const teacher = sql.pluck<number>(
        "SELECT person_id FROM roster_entry WHERE roster = 'non-asn' AND wage_sen = 150000000 ORDER BY id LIMIT 1",
      )[0];
      const entry = sql.get<{ id: number; person_id: number }>(
        "SELECT id, person_id FROM roster_entry WHERE roster = 'rentan' ORDER BY id LIMIT 1",
      );
      const other = sql.get<{ name_key: string; birth_date: string | null }>(
        'SELECT name_key, birth_date FROM person WHERE id = ?',
        teacher ?? 0,
      );
      sql.run(
        'UPDATE roster_entry SET person_id = ?, sort_name = ?, sort_birth = ? WHERE id = ?',
        teacher ?? 0,
        other?.name_key ?? '',
        other?.birth_date ?? null,
        entry?.id ?? 0,
      );
      sql.run('DELETE FROM person WHERE id = ?', entry?.person_id ?? 0);
    });
    const [once, twice] = await compare(assume('all'), assume('all', { includeCovered: true }));
    expect(once?.excludedPersons).toBe(1);
    expect(once?.saving).toBe(201_600);
    expect((twice?.total ?? 0) - (once?.total ?? 0)).toBe(201_600);
    expect(once?.reached).toEqual(twice?.reached);
    expect(once?.now.workers).toBe(129);
  });
});

describe('denominators', () => {
  const sakernas = {
    workers: 1_000,
    active: null,
    source: 'BPS Sakernas, penduduk bekerja',
    asOf: '2026-08-31',
  };
  it('stand beside the coverage with source and day, and can be taken back', async () => {
    await test.call('plan.setBasis', { year, segment: 'rentan', basis: sakernas });
    const [view] = await compare(assume('all'));
    expect(view?.now).toMatchObject({ active: 30, workers: 1_070, basisPoints: 280 });
    expect(view?.now.segments.find(({ segment }) => segment === 'rentan')).toMatchObject({
      workers: 1_000,
      source: sakernas.source,
      asOf: sakernas.asOf,
    });
    await test.call('plan.setBasis', { year, segment: 'rentan', basis: null });
    expect((await compare(assume('all')))[0]?.now.workers).toBe(130);
  });

  it('of other workers come with their own active, which cannot be more', async () => {
    const basis = { ...sakernas, active: 400 };
    const set = (segment: 'other' | 'desa', value: typeof basis | typeof sakernas) =>
      test.codeOf('plan.setBasis', { year, segment, basis: value });
    expect(await set('other', basis)).toBe('ok');
    expect((await compare(assume('all')))[0]?.now).toMatchObject({ active: 430, workers: 1_130 });
    expect(await set('other', { ...basis, active: 1_001 })).toBe('plan.invalid');
    expect(await set('other', sakernas)).toBe('plan.invalid');
    expect(await set('desa', basis)).toBe('plan.invalid');
    expect(await set('desa', { ...sakernas, source: ' ' })).toBe('bridge.bad-request');
  });
});

describe('the target planner', () => {
  const aim = (goal: NonNullable<PlanAssumptionsIn['target']>['goal']) =>
    assume('target', {
      target: { goal, from: '2027-01', order: ['desil'], rosters: ['non-asn', 'desa', 'rentan'] },
    });

  it('reaches a coverage with as few people as it takes, the poorest first', async () => {
    const view = await test.call('plan.target', {
      year,
      assumptions: aim({ kind: 'coverage', basisPoints: 6_000 }),
    });
    // 60 % of 130 is 78, 30 are active: 48, of whom 30 are desil 1 and 18 desil 3 (desil 2 is past 65).
    expect(view).toMatchObject({ wanted: 48, persons: 48, lacking: 0, cost: 48 * 201_600 });
    expect(view.groups.desil.map(({ label, persons }) => [label, persons])).toEqual([
      ['Desil 1', 30],
      ['Desil 3', 18],
      ['Desil tidak diketahui', 0],
    ]);
    expect(view.reached).toMatchObject({ active: 78, workers: 130, basisPoints: 6_000 });
    expect(view.leavingSoon).toBe(5);
    expect(view.byMonth.map(({ amount }) => amount)).toEqual(Array(12).fill(48 * 16_800));
    for (const parts of Object.values(view.groups)) {
      expect(parts.reduce((sum, { cost }) => sum + cost, 0)).toBe(view.cost);
      expect(parts.reduce((sum, { candidates }) => sum + candidates, 0)).toBe(view.candidates);
    }
    expect(view.curve.at(-1)).toEqual({ persons: 48, cost: view.cost, basisPoints: 6_000 });
  });

  it('says what an amount buys and what is left of it', async () => {
    const view = await test.call('plan.target', {
      year,
      assumptions: aim({ kind: 'budget', amount: 1_000_000 }),
    });
    // Four of desil 1; the fifth is too dear for the rest, one non-ASN at 8.100 a month is not.
    const cost = 4 * 201_600 + 8_100 * 12;
    expect(view).toMatchObject({ persons: 5, cost, spare: 1_000_000 - cost, wanted: null });
  });

  it('says how many are lacking for more than there are', async () => {
    const view = await test.call('plan.target', {
      year,
      assumptions: aim({ kind: 'coverage', basisPoints: 10_000 }),
    });
    expect(view).toMatchObject({ wanted: 100, persons: 95, lacking: 5 });
  });

  it('asks for a target', async () => {
    expect(await test.codeOf('plan.target', { year, assumptions: assume('all') })).toBe(
      'plan.invalid',
    );
  });
});

describe('benefits', () => {
  it('stand beside the people who do not have them', async () => {
    const { rows, uncovered } = await test.call('plan.benefits', { year });
    expect(rows.length).toBeGreaterThan(5);
    expect(uncovered).toEqual([
      { roster: 'non-asn', workers: 40, uncovered: 20 },
      { roster: 'desa', workers: 30, uncovered: 20 },
      { roster: 'rentan', workers: 60, uncovered: 60 },
    ]);
  });
});
