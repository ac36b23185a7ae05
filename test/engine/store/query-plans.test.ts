/** The hot queries walk an index: a plan that scans or sorts a roster would be felt at a million rows. */
import { describe, expect, it } from 'vitest';
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
});
