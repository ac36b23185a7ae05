/** Order, filters and windows of a roster through its route. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RosterFilter, RosterSort } from '../../../src/contract/roster-routes.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { addPeople, problemsOf } from './roster-fixture.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
  addPeople(test, [
    {
      name: 'Budi',
      unit: 'Dinas Kesehatan',
      position: 'Sopir',
      wage: 2_000_000,
      birth: '1990-05-01',
      status: 'aktif',
      nik: '3329010105909001',
    },
    {
      name: 'Ani',
      unit: 'Badan Keuangan',
      position: 'operator',
      wage: 3_000_000,
      birth: '1985-01-01',
      status: 'keluar',
      fund: 'dbhcht',
    },
    {
      name: 'Citra',
      unit: 'Dinas Kesehatan',
      position: 'Operator 100%',
      wage: 2_000_000,
      birth: '1970-01-01',
    },
    { name: 'Dedi' },
    {
      name: 'Eka',
      jobKind: 'Nelayan',
      unit: 'Badan Keuangan',
      wage: 1_500_000,
      status: 'nonaktif',
      nik: '3329014105909002',
    },
    { name: 'Orang lain', roster: 'rentan', wage: 9_000_000 },
  ]);
});
afterEach(async () => {
  expect(problemsOf(test)).toEqual([]);
  await test[Symbol.asyncDispose]();
});

const names = async (
  sort?: RosterSort,
  filter: Partial<RosterFilter> = {},
  window = { offset: 0, limit: 100 },
) => {
  const { rows } = await test.call('roster.page', {
    filter: { roster: 'non-asn', ...filter },
    ...(sort === undefined ? {} : { sort }),
    ...window,
  });
  return rows.map(({ name }) => name);
};
const up = (by: RosterSort['by']): RosterSort => ({ by, descending: false });
const down = (by: RosterSort['by']): RosterSort => ({ by, descending: true });

describe('roster.page', () => {
  it.each([
    [up('name'), ['Ani', 'Budi', 'Citra', 'Dedi', 'Eka']],
    [down('name'), ['Eka', 'Dedi', 'Citra', 'Budi', 'Ani']],
    [up('unit'), ['Ani', 'Eka', 'Budi', 'Citra', 'Dedi']],
    [down('unit'), ['Citra', 'Budi', 'Eka', 'Ani', 'Dedi']],
    [up('position'), ['Eka', 'Ani', 'Citra', 'Budi', 'Dedi']],
    [down('position'), ['Budi', 'Citra', 'Ani', 'Eka', 'Dedi']],
    [up('birthDate'), ['Citra', 'Ani', 'Budi', 'Dedi', 'Eka']],
    [down('birthDate'), ['Budi', 'Ani', 'Citra', 'Dedi', 'Eka']],
    [up('wage'), ['Eka', 'Budi', 'Citra', 'Ani', 'Dedi']],
    [down('wage'), ['Ani', 'Citra', 'Budi', 'Eka', 'Dedi']],
    [up('status'), ['Citra', 'Dedi', 'Budi', 'Eka', 'Ani']],
    [down('status'), ['Ani', 'Eka', 'Budi', 'Citra', 'Dedi']],
  ] as const)('sorts by %j, what is unknown last', async (sort, expected) => {
    expect(await names(sort)).toEqual(expected);
    // The list made for deep windows is in the same order as the quick head.
    expect(await names(sort, {}, { offset: 2_000, limit: 1 })).toEqual([]);
    expect(await names(sort, {}, { offset: 1, limit: 3 })).toEqual(expected.slice(1, 4));
  });

  it('sorts by enrolment in the order of the field, the unmatched last', async () => {
    test.engine.context.session.store().transact(['links'], (sql) => {
      sql.run(
        `INSERT INTO reconcile_run (id, as_of, started_at, finished_at, engine_version, roster_version, bpjs_version, counts)
         VALUES (1, '2026-11-01', '', '', '1', 1, 1, '{}')`,
      );
      for (const [id, state] of [
        [1, 'belum'],
        [2, 'aktif'],
        [3, 'grace'],
        [5, 'aktif'],
      ] as const) {
        sql.run(
          'INSERT INTO entry_state (entry_id, run_id, enrolment) VALUES (?, 1, ?)',
          id,
          state,
        );
      }
    });
    expect(await names(up('enrolment'))).toEqual(['Ani', 'Eka', 'Citra', 'Budi', 'Dedi']);
    expect(await names(down('enrolment'))).toEqual(['Budi', 'Citra', 'Ani', 'Eka', 'Dedi']);
    // Who left, as Ani has, is not among those counted as enrolled.
    expect(await names(up('wage'), { enrolment: 'aktif' })).toEqual(['Eka']);
    expect(await names(undefined, { enrolment: 'belum' })).toEqual(['Budi', 'Dedi']);
  });

  it('filters by position, NIK and fund source, together with a sort', async () => {
    expect(await names(undefined, { position: 'OPERATOR' })).toEqual(['Ani', 'Citra']);
    expect(await names(undefined, { position: '100%' })).toEqual(['Citra']);
    expect(await names(undefined, { position: '_' })).toEqual([]);
    expect(await names(undefined, { position: 'nelayan' })).toEqual(['Eka']);
    expect(await names(down('wage'), { hasNik: true })).toEqual(['Budi', 'Eka']);
    expect(await names(undefined, { hasNik: false })).toEqual(['Ani', 'Citra', 'Dedi']);
    expect(await names(undefined, { fundSource: 'dbhcht' })).toEqual(['Ani']);
    expect(await names(up('unit'), { search: 'citra' })).toEqual(['Citra']);
    expect(await names(up('unit'), { status: 'aktif', search: 'bu' })).toEqual(['Budi']);
  });

  it('refuses an order or a filter it does not know', async () => {
    const filter = { roster: 'non-asn' as const };
    const window = { offset: 0, limit: 10 };
    for (const sort of [{ by: 'nik', descending: false }, { by: 'name' }, 'name']) {
      expect(await test.codeOf('roster.page', { filter, sort, ...window } as never)).toBe(
        'bridge.bad-request',
      );
    }
    const tooLong = { ...filter, position: 'x'.repeat(81) };
    expect(await test.codeOf('roster.page', { filter: tooLong, ...window })).toBe(
      'bridge.bad-request',
    );
  });
});
