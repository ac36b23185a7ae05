/** A new store of one regency in a folder of its own, and the import tasks run on it in this thread. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Batch, RowIssue } from '../../../src/contract/import-routes.ts';
import { batchCounts } from '../../../src/contract/import-routes.ts';
import { commitTask } from '../../../src/engine/import/commit-task.ts';
import { type StageInput, stageTask } from '../../../src/engine/import/stage-task.ts';
import { undoTask } from '../../../src/engine/import/undo-task.ts';
import { readRegency } from '../../../src/engine/regions.ts';
import { emptyProfile } from '../../../src/engine/store/empty-profile.ts';
import type { TaskContext } from '../../../src/engine/worker/task.ts';
import { readBatch } from '../../../src/store/import/batches.ts';
import { createStore, openStoreReader } from '../../../src/store/open-store.ts';
import { writeProfile } from '../../../src/store/profile.ts';
import type { ReadStore } from '../../../src/store/store.ts';
import { addAreas } from '../../../src/store/units.ts';

export interface ImportFixture extends Disposable {
  readonly dir: string;
  readonly access: { readonly path: string; readonly passphrase: string };
  readonly task: TaskContext;
  readonly stage: (input: StageInput) => Promise<number>;
  readonly commit: (batchId: number, confirmLeave?: boolean) => Promise<void>;
  readonly undo: (batchId: number) => Promise<readonly { name: string; reason: string }[]>;
  readonly read: <Result>(work: (store: ReadStore) => Result) => Result;
  readonly batch: (batchId: number) => Pick<Batch, 'counts' | 'sheets' | 'issueCounts' | 'facts'>;
  readonly rows: (batchId: number) => StagedView[];
  /** Every row of the tables an import may change, as text: two stores with the same text are the same. */
  readonly dump: () => string;
}

export interface StagedView {
  readonly seq: number;
  readonly sheet: string;
  readonly row: number;
  readonly action: string;
  readonly severity: string | null;
  readonly values: Record<string, string | number>;
  readonly issues: RowIssue[];
  readonly codes: string[];
}

export const fixedNow = new Date('2026-11-22T03:00:00Z');

export interface FixtureOptions {
  readonly regencyCode?: string;
  /** Keeps one reader open: opening an encrypted store for each look costs a tenth of a second. */
  readonly keepReader?: boolean;
}

export async function importFixture({
  regencyCode = '33.29',
  keepReader = false,
}: FixtureOptions = {}): Promise<ImportFixture> {
  const dir = mkdtempSync(join(tmpdir(), 'padan-import-'));
  const access = { path: join(dir, 'uji.padan'), passphrase: 'kata sandi uji' };
  const { regency, areas } = await readRegency(regencyCode);
  using made = createStore(access);
  made.transact(['profile', 'roster'], (sql) => {
    writeProfile(sql, emptyProfile(regency, 2027));
    addAreas(sql, areas);
  });
  const opened = { path: access.path, key: made.key };
  const task: TaskContext = {
    access: opened,
    resourcesDir: join(import.meta.dirname, '../../../resources'),
    now: () => fixedNow,
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  const kept = keepReader ? openStoreReader(opened) : null;
  const read: ImportFixture['read'] = (work) => {
    if (kept !== null) return work(kept);
    using store = openStoreReader(opened);
    return work(store);
  };
  return {
    dir,
    access,
    task,
    stage: async (input) => (await stageTask(input, task)).batchId,
    commit: async (batchId, confirmLeave) =>
      void (await commitTask({ batchId, confirmLeave }, task)),
    undo: async (batchId) => (await undoTask({ batchId }, task)).conflicts,
    read,
    batch: (batchId) =>
      read((store) => {
        const row = readBatch(store, batchId);
        if (row === undefined) throw new Error('no such batch');
        return {
          counts: batchCounts.parse(JSON.parse(row.counts)),
          sheets: JSON.parse(row.sheets) as Batch['sheets'],
          issueCounts: JSON.parse(row.issue_counts) as Batch['issueCounts'],
          facts: JSON.parse(row.facts) as Batch['facts'],
        };
      }),
    rows: (batchId) =>
      read((store) =>
        store.sql
          .all<Record<string, string | null>>(
            'SELECT * FROM staged_row WHERE batch_id = ? ORDER BY seq',
            batchId,
          )
          .map((row) => {
            const issues = JSON.parse(row['issues'] ?? '[]') as RowIssue[];
            return {
              seq: Number(row['seq']),
              sheet: String(row['sheet']),
              row: Number(row['source_row']),
              action: String(row['action']),
              severity: row['severity'] ?? null,
              values: JSON.parse(row['values'] ?? '{}') as Record<string, string | number>,
              issues,
              codes: issues.map(({ code }) => code),
            };
          }),
      ),
    dump: () =>
      read((store) =>
        [
          'unit',
          'person',
          'roster_entry',
          'bpjs_export',
          'membership',
          'import_batch',
          'staged_row',
        ]
          .map((table) => `${table}\n${JSON.stringify(store.sql.all(`SELECT * FROM ${table}`))}`)
          .join('\n'),
      ),
    [Symbol.dispose]: () => {
      kept?.[Symbol.dispose]();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
