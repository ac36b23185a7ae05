/**
 * The hot queries walk an index: a plan that scans or sorts a roster would be felt at a million rows. The SQL is
 * taken down as the app's own functions run it.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStagedRows } from '../../../src/store/import/batches.ts';
import { rosterLookup } from '../../../src/store/import/roster-lookup.ts';
import { readJournal } from '../../../src/store/journal.ts';
import { entriesWithNik } from '../../../src/store/roster/same-nik.ts';
import { searchedFor } from '../../../src/store/roster/search-words.ts';
import { type RosterFilter, type RosterSort, rosterList } from '../../../src/store/roster-list.ts';
import { readEntries } from '../../../src/store/roster-page.ts';
import type { ReadSql, ReadStore, SqlValue } from '../../../src/store/store.ts';
import { iterateUnenrolled } from '../../../src/store/unenrolled.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterEach(() => test[Symbol.asyncDispose]());

const store = (): ReadStore => test.engine.context.session.store();

const planOf = (sql: string, params: readonly SqlValue[]): string =>
  store()
    .sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params)
    .map(({ detail }) => detail)
    .join('; ');

/** The plans of the queries that `work` runs. */
function plansOf(work: (store: ReadStore) => unknown): string[] {
  const { sql } = store();
  const seen: string[] = [];
  const noted =
    <Result>(run: (text: string, ...params: readonly SqlValue[]) => Result) =>
    (text: string, ...params: readonly SqlValue[]): Result => {
      seen.push(planOf(text, params));
      return run(text, ...params);
    };
  const recorded: ReadSql = {
    get: noted(sql.get) as ReadSql['get'],
    all: noted(sql.all) as ReadSql['all'],
    pluck: noted(sql.pluck) as ReadSql['pluck'],
    iterate: noted(sql.iterate) as ReadSql['iterate'],
    iterateRaw: noted(sql.iterateRaw) as ReadSql['iterateRaw'],
  };
  work({ ...store(), sql: recorded });
  expect(seen).not.toEqual([]);
  return seen;
}

const sorts = ['name', 'unit', 'position', 'birthDate', 'wage', 'status'] as const;
const inOrder = (by: RosterSort['by'], descending = false): RosterSort => ({ by, descending });
const rentan: RosterFilter = { roster: 'rentan' };

describe('pages of a roster', () => {
  it.each(sorts.flatMap((by) => [inOrder(by), inOrder(by, true)]))(
    'in the order %j are ranges of indexes, nothing is sorted',
    (sort) => {
      const queries = rosterList(store(), rentan).queries(sort);
      expect(queries.length).toBeGreaterThan(0);
      for (const { sql, params } of queries) {
        const plan = planOf(`${sql} LIMIT 100`, [...params]);
        expect(plan).toContain('SEARCH e USING COVERING INDEX');
        expect(plan).not.toContain('TEMP B-TREE');
      }
    },
  );

  it('whole lists and counts go on after a row without reading what lies before it', () => {
    for (const by of sorts) {
      for (const plan of plansOf((at) => [...rosterList(at, rentan).slices(inOrder(by))])) {
        expect(plan).toMatch(/USING (COVERING INDEX|INTEGER PRIMARY KEY)|SCAN unit/);
        expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY; SEARCH');
      }
    }
    for (const plan of plansOf((at) => [...rosterList(at, rentan).counts()])) {
      expect(plan).toContain('USING COVERING INDEX roster_entry_sorted (roster=? AND sort_name');
    }
  });

  it('of a unit start from the unit, whatever the order', () => {
    for (const by of sorts) {
      for (const { sql, params } of rosterList(store(), { ...rentan, unitId: 5 }).queries(
        inOrder(by),
      )) {
        expect(planOf(sql, [...params])).toMatch(
          /SEARCH e USING (COVERING )?INDEX roster_entry_unit/,
        );
      }
    }
  });

  it('of a status that few have start from those', () => {
    for (const { sql, params } of rosterList(store(), { ...rentan, status: 'aktif' }).queries(
      inOrder('name'),
    )) {
      const plan = planOf(sql, [...params]);
      expect(plan).toMatch(/^SEARCH e USING INTEGER PRIMARY KEY \(rowid=\?\)/);
      expect(plan).toContain('COVERING INDEX roster_entry_status (roster=? AND status=?)');
    }
  });

  it('that a filter narrows never read a row to find that there are few', () => {
    const filters: Partial<RosterFilter>[] = [
      { fundSource: 'csr' },
      { hasNik: true },
      { status: 'aktif', fundSource: 'csr' },
      { position: 'sopir', hasNik: true },
      { search: 'su', fundSource: 'add' },
    ];
    for (const filter of filters) {
      for (const plan of plansOf((at) => rosterList(at, { ...rentan, ...filter }))) {
        expect(plan).not.toMatch(/USING INDEX roster_entry|SCAN e$|SCAN roster_entry$/);
      }
    }
  });

  it('of few found by words start from what was found', () => {
    for (const search of ['siti', '3329', '99999']) {
      for (const { sql, params } of rosterList(store(), { ...rentan, search }).queries(
        inOrder('name'),
      )) {
        expect(planOf(sql, [...params])).toMatch(/SEARCH e USING INTEGER PRIMARY KEY \(rowid=\?\)/);
      }
    }
  });

  it('take their rows by id', () => {
    for (const plan of plansOf((at) => readEntries(at, [1, 2])))
      expect(plan).not.toMatch(/SCAN [a-z]+$/);
  });
});

describe('looking somebody up', () => {
  it('by NIK, or by name and birth date, reads no more than who it may be', () => {
    const plans = plansOf(({ sql }) => {
      const lookup = rosterLookup(sql, 'desa');
      lookup.byNik('3329010101809001');
      lookup.byNameAndBirth('SITI', '1980-01-01');
      lookup.byNameAndBirth('SITI', null);
    });
    expect(plans.slice(1)).toEqual([
      expect.stringContaining('person_nik (nik=?)'),
      expect.stringContaining('person_name (name_key=? AND birth_date=?)'),
      expect.stringContaining('person_name (name_key=? AND birth_date=?)'),
    ]);
    for (const plan of plans.slice(1)) expect(plan).not.toMatch(/SCAN [pe]\b/);
  });

  it('by the start of a number asks the indexes of numbers only', () => {
    const plans = plansOf(({ sql }) => searchedFor(sql, '332901'));
    expect(plans[0]).toContain('COVERING INDEX person_nik (nik>? AND nik<?)');
    expect(plans[0]).toContain('COVERING INDEX roster_entry_kpj (kpj>? AND kpj<?)');
  });

  it('by a NIK that others have', () => {
    expect(plansOf((at) => entriesWithNik(at, '3329010101809001', null))[0]).toContain(
      'person_nik',
    );
  });
});

describe('other long lists', () => {
  it('staged rows by action are a range', () => {
    const plan = plansOf((at) => readStagedRows(at, { batchId: 1, action: 'add' }, 5, 50))[0];
    expect(plan).toContain('staged_row_action (batch_id=? AND action=? AND seq>?)');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('the history of an entry asks for that entry', () => {
    expect(plansOf((at) => readJournal(at, { limit: 50, entryId: 1 }))[0]).not.toMatch(
      /SCAN journal(_change)?\b/,
    );
  });

  it('the unenrolled come roster by roster and unit by unit, a range each', () => {
    const plans = plansOf((at) => [...iterateUnenrolled(at)]);
    expect(plans.filter((plan) => plan.includes('roster_entry_unit')).length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toContain('TEMP B-TREE');
  });
});
