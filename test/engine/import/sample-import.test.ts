import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample, type SampleFile } from '../../../src/engine/sample/generate-sample.ts';
import type { SampleTruth } from '../../../src/engine/sample/truth.ts';
import { verifyStore } from '../../../src/store/verify.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
let truth: SampleTruth;
let files: readonly SampleFile[] = [];
const batches = new Map<string, number>();

beforeAll(async () => {
  fixture = await importFixture();
  const made = await generateSample({
    dir: join(fixture.dir, 'contoh'),
    resourcesDir: fixture.task.resourcesDir,
    workers: 1_200,
    year: 2027,
    asOf: '2026-11-22',
  });
  files = made.files;
  truth = JSON.parse(readFileSync(made.truthPath, 'utf8')) as SampleTruth;
  for (const { path, kind } of files) {
    const batchId = await fixture.stage({ path, kind });
    batches.set(kind, batchId);
    await fixture.commit(batchId);
  }
}, 120_000);
afterAll(() => fixture[Symbol.dispose]());

const countsOf = (kind: string) => fixture.batch(batches.get(kind) ?? 0).counts;

describe('the sample regency’s files', () => {
  it('give every row the truth has, as a person or set aside for want of an answer', () => {
    for (const { kind, rows } of Object.values(truth.files)) {
      const unanswered = fixture.read(
        (store) =>
          store.sql.pluck<number>(
            `SELECT count(*) FROM set_aside_row WHERE batch_id = ? AND reason = 'no-membership'`,
            batches.get(kind) ?? 0,
          )[0] ?? 0,
      );
      expect({ kind, rows: countsOf(kind).read + unanswered }).toEqual({ kind, rows });
    }
  });

  it.each(['non-asn', 'desa', 'rentan'] as const)(
    '%s: every person once, in the right unit',
    (roster) => {
      expect(countsOf(roster).add).toBe(truth.totals.rosters[roster].persons);
      expect(countsOf(roster).reject).toBe(0);
      const found = fixture.read((store) =>
        store.sql.all<{ unit: string; kecamatan: string | null; persons: number }>(
          `SELECT u.name AS unit, k.name AS kecamatan, count(*) AS persons FROM roster_entry e
         JOIN unit u ON u.id = e.unit_id LEFT JOIN unit k ON k.id = u.parent_id
         WHERE e.roster = ? GROUP BY u.id`,
          roster,
        ),
      );
      const key = (unit: string, kecamatan: string | null, persons: number) =>
        `${kecamatan ?? ''}/${unit}: ${persons}`;
      const wanted = truth.units.filter((unit) => unit.roster === roster && unit.persons > 0);
      expect(found.map((unit) => key(unit.unit, unit.kecamatan, unit.persons)).sort()).toEqual(
        wanted.map((unit) => key(unit.unit, unit.kecamatan, unit.persons)).sort(),
      );
    },
  );

  it('leave a whole store behind', () => {
    expect(fixture.read((store) => verifyStore(store, () => undefined)).problems).toEqual([]);
  });

  it('can all be undone, latest first', async () => {
    for (const { kind } of files.toReversed()) {
      expect(await fixture.undo(batches.get(kind) ?? 0)).toEqual([]);
    }
    const left = fixture.read((store) =>
      ['person', 'roster_entry', 'membership', 'bpjs_export', 'entry_search'].map(
        (table) => store.sql.pluck<number>(`SELECT count(*) FROM ${table}`)[0],
      ),
    );
    expect(left).toEqual([0, 0, 0, 0, 0]);
    expect(
      fixture.read((store) =>
        store.sql.pluck<number>(`SELECT count(*) FROM unit WHERE kind = 'opd'`),
      ),
    ).toEqual([0]);
  });
});
