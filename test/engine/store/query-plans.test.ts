/** The hot queries walk an index: a plan that scans or sorts a roster would be felt at a million rows. */
import { describe, expect, it } from 'vitest';
import { listQueries } from '../../../src/store/roster-list.ts';
import { makeTestEngine } from '../harness.ts';

const plans: readonly (readonly [name: string, sql: string, index: string])[] = [
  [
    'a page of a roster in name order',
    `SELECT id FROM roster_entry WHERE roster = 'rentan' ORDER BY sort_name, id LIMIT 100`,
    'roster_entry_sorted',
  ],
  [
    'a page of a unit',
    `SELECT id FROM roster_entry WHERE unit_id = 5 AND roster = 'rentan' ORDER BY sort_name, id LIMIT 100`,
    'roster_entry_unit',
  ],
  [
    'a roster by wage',
    `SELECT id FROM roster_entry e WHERE roster = 'rentan' AND wage_sen IS NOT NULL ORDER BY wage_sen DESC, sort_name DESC, id DESC LIMIT 100`,
    'roster_entry_wage',
  ],
  [
    'a roster by birth date',
    `SELECT id FROM roster_entry WHERE roster = 'rentan' AND sort_birth IS NOT NULL ORDER BY sort_birth, sort_name, id LIMIT 100`,
    'roster_entry_birth',
  ],
  [
    'a roster by position',
    `SELECT id FROM roster_entry WHERE roster = 'rentan' AND sort_position IS NOT NULL
     ORDER BY sort_position, sort_name, id LIMIT 100`,
    'roster_entry_position',
  ],
  [
    'one status of a roster',
    `SELECT id FROM roster_entry WHERE roster = 'rentan' AND status = 'aktif' ORDER BY sort_name, id LIMIT 100`,
    'roster_entry_status',
  ],
  ['a person by NIK', `SELECT id FROM person WHERE nik = '1'`, 'person_nik'],
  ['a membership by NIK', `SELECT id FROM membership WHERE nik = '1'`, 'membership_nik'],
  ['a membership by KPJ', `SELECT id FROM membership WHERE kpj = '1'`, 'membership_kpj'],
  [
    'the review queue',
    `SELECT id FROM link WHERE run_id = 1 AND class = 'review' AND id > 5 ORDER BY id LIMIT 50`,
    'link_run',
  ],
  [
    'staged rows by action',
    `SELECT seq FROM staged_row WHERE batch_id = 1 AND action = 'add' AND seq > 5 ORDER BY seq LIMIT 50`,
    'staged_row_action',
  ],
];

describe('query plans', () => {
  for (const [name, sql, index] of plans) {
    it(`${name} uses ${index} and sorts nothing`, async () => {
      await using test = makeTestEngine();
      await test.newStore();
      const steps = test.engine.context.session
        .store()
        .sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .map(({ detail }) => detail)
        .join('; ');
      expect(steps).toContain(index);
      expect(steps).not.toContain('SCAN');
      expect(steps).not.toContain('TEMP B-TREE');
    });
  }

  it('a filter by unit starts from the unit, whatever the order', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    const { sql } = test.engine.context.session.store();
    for (const by of ['name', 'wage', 'status', 'position'] as const) {
      for (const query of listQueries({ roster: 'desa', unitId: 5 }, { by, descending: false })) {
        const plan = sql
          .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${query.sql}`, ...query.params)
          .map(({ detail }) => detail)
          .join('; ');
        expect(plan).toMatch(/SEARCH e USING (COVERING )?INDEX roster_entry_unit/);
      }
    }
  });

  it('orders by columns are read from their indexes alone', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    const { sql } = test.engine.context.session.store();
    for (const by of ['name', 'wage', 'status', 'position', 'birthDate'] as const) {
      for (const query of listQueries({ roster: 'desa' }, { by, descending: true })) {
        const plan = sql
          .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${query.sql}`, ...query.params)
          .map(({ detail }) => detail)
          .join('; ');
        expect(plan).toContain('USING COVERING INDEX');
        expect(plan).not.toContain('TEMP B-TREE');
      }
    }
  });

  it('a roster by unit takes the units in order and each as one range', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    const plan = test.engine.context.session
      .store()
      .sql.all<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT e.id FROM unit u CROSS JOIN roster_entry e WHERE e.roster = 'rentan' AND e.unit_id = u.id
         ORDER BY u.name_key, u.id, e.sort_name, e.id LIMIT 100`,
      )
      .map(({ detail }) => detail);
    expect(plan.join('; ')).toContain('unit_sorted');
    expect(plan.join('; ')).toContain('roster_entry_unit');
    expect(plan.join('; ')).not.toContain('TEMP B-TREE');
  });
});
