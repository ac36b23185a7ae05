/** A store with a handful of invented people, put there row by row so that each test knows its ids. */
import { personKey } from '../../../src/store/unit-key.ts';
import { verifyStore } from '../../../src/store/verify.ts';
import type { TestEngine } from '../harness.ts';

export interface Invented {
  readonly name: string;
  readonly nik?: string;
  readonly birth?: string;
  readonly sex?: 'L' | 'P';
  readonly roster?: 'non-asn' | 'desa' | 'rentan';
  readonly unit?: string;
  readonly position?: string;
  readonly jobKind?: string;
  readonly wage?: number;
  readonly status?: string;
  readonly fund?: string;
  readonly kpj?: string;
}

/** Adds people with ids 1, 2, 3 … in the order given. */
export function addPeople(test: TestEngine, people: readonly Invented[]): void {
  test.engine.context.session.store().transact(['roster'], (sql) => {
    for (const one of people) {
      const key = personKey(one.name);
      const person = sql.run(
        'INSERT INTO person (nik, name, name_key, birth_date, sex) VALUES (?, ?, ?, ?, ?)',
        one.nik ?? null,
        one.name,
        key,
        one.birth ?? null,
        one.sex ?? null,
      );
      const unit = one.unit === undefined ? null : unitId(test, one.unit, sql);
      const roster = one.roster ?? 'non-asn';
      const entry = sql.run(
        `INSERT INTO roster_entry (person_id, roster, unit_id, segment, employer_group, position, job_kind, kpj,
           wage_sen, fund_source, status, sort_name, sort_birth, sort_position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        person.lastInsertRowid,
        roster,
        unit,
        roster === 'non-asn' ? 'pu' : 'bpu',
        roster === 'desa' ? 'rt-rw' : roster,
        one.position ?? null,
        one.jobKind ?? null,
        one.kpj ?? null,
        one.wage === undefined ? null : one.wage * 100,
        one.fund ?? null,
        one.status ?? 'diusulkan',
        key,
        one.birth ?? null,
        one.position ?? one.jobKind ?? null,
      );
      sql.run(
        'INSERT INTO entry_search (rowid, name) VALUES (?, ?)',
        entry.lastInsertRowid,
        one.name,
      );
    }
  });
}

type Sql = Parameters<
  Parameters<ReturnType<TestEngine['engine']['context']['session']['store']>['transact']>[1]
>[0];

/** The unit of that name; an OPD is made when there is none. */
function unitId(test: TestEngine, name: string, sql: Sql): number {
  const known = test.engine.context.session
    .store()
    .sql.pluck<number>('SELECT id FROM unit WHERE name = ? ORDER BY id LIMIT 1', name)[0];
  if (known !== undefined) return known;
  const made = sql.run(
    "INSERT INTO unit (kind, name, name_key) VALUES ('opd', ?, ?)",
    name,
    personKey(name),
  );
  return Number(made.lastInsertRowid);
}

/** What the store itself finds wrong; nothing, after every test. */
export function problemsOf(test: TestEngine): readonly string[] {
  return verifyStore(test.engine.context.session.store(), () => undefined).problems;
}
