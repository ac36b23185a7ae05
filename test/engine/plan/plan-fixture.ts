/** A small regency with known people: 40 non-ASN in two OPD, 30 RT/RW, 60 vulnerable workers, some active. */
import { personKey } from '../../../src/store/unit-key.ts';
import type { TestEngine } from '../harness.ts';

export interface PlanPeople {
  readonly roster: 'non-asn' | 'desa' | 'rentan';
  readonly persons: number;
  readonly active?: boolean;
  readonly unit?: string;
  readonly wage?: number;
  readonly fund?: string | null;
  readonly birth?: string;
  readonly desil?: number;
  readonly job?: string;
  readonly start?: string;
}

export const regency: readonly PlanPeople[] = [
  {
    roster: 'non-asn',
    persons: 20,
    active: true,
    unit: 'Dinas Kesehatan',
    wage: 2_000_000,
    fund: 'apbd-pad',
  },
  { roster: 'non-asn', persons: 20, unit: 'Dinas Pendidikan', wage: 1_500_000, fund: 'apbd-pad' },
  { roster: 'desa', persons: 10, active: true, fund: 'add' },
  { roster: 'desa', persons: 20, fund: 'add' },
  { roster: 'rentan', persons: 30, fund: 'dbhcht', desil: 1, job: 'Nelayan' },
  { roster: 'rentan', persons: 25, fund: 'dbhcht', desil: 3, job: 'Guru ngaji' },
  { roster: 'rentan', persons: 5, fund: 'dbhcht', desil: 2, job: 'Petani', birth: '1955-01-01' },
];

/** Adds people one by one, with a run that says who is active. */
export function addPlanPeople(test: TestEngine, people: readonly PlanPeople[] = regency): void {
  const store = test.engine.context.session.store();
  store.transact(['roster', 'links'], (sql) => {
    const run = Number(
      sql.run(
        `INSERT INTO reconcile_run (as_of, started_at, finished_at, engine_version, roster_version, bpjs_version, counts)
         VALUES ('2026-11-22', '2026-11-22T00:00:00Z', '2026-11-22T00:00:01Z', '1', 0, 0, '{}')`,
      ).lastInsertRowid,
    );
    const units = new Map<string, number>();
    const unitId = (name: string): number => {
      const known = units.get(name);
      if (known !== undefined) return known;
      const key = personKey(name);
      const id = Number(
        sql.run("INSERT INTO unit (kind, name, name_key) VALUES ('opd', ?, ?)", name, key)
          .lastInsertRowid,
      );
      units.set(name, id);
      return id;
    };
    let number = 0;
    for (const one of people) {
      for (let at = 0; at < one.persons; at += 1) {
        number += 1;
        const name = `Orang ${String(number).padStart(4, '0')}`;
        const key = personKey(name);
        const person = sql.run(
          'INSERT INTO person (nik, name, name_key, birth_date) VALUES (?, ?, ?, ?)',
          `33290101018${String(90_000 + number)}`,
          name,
          key,
          one.birth ?? null,
        ).lastInsertRowid;
        const bpu = one.roster !== 'non-asn';
        const entry = sql.run(
          `INSERT INTO roster_entry (person_id, roster, unit_id, segment, employer_group, job_kind, wage_sen, fund_source,
             status, start_date, desil, sort_name, sort_birth, sort_position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'aktif', ?, ?, ?, ?, ?)`,
          person,
          one.roster,
          one.unit === undefined ? null : unitId(one.unit),
          bpu ? 'bpu' : 'pu',
          one.roster === 'desa' ? 'rt-rw' : one.roster,
          one.job ?? null,
          one.wage === undefined ? null : one.wage * 100,
          one.fund ?? null,
          one.start ?? null,
          one.desil ?? null,
          key,
          one.birth ?? null,
          one.job ?? null,
        ).lastInsertRowid;
        sql.run('INSERT INTO entry_search (rowid, name, ids) VALUES (?, ?, ?)', entry, name, '');
        sql.run(
          'INSERT INTO entry_state (entry_id, run_id, enrolment) VALUES (?, ?, ?)',
          entry,
          run,
          one.active === true ? 'aktif' : 'belum',
        );
      }
    }
  });
}
