/** Changes a great many rows of a plan: first what they say, then the plan of every row in one pass, as it was staged. */
import type { ImportMode } from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Roster } from '../../domain/segments.ts';
import { readStagedRows, type StagedRowRecord } from '../../store/import/batches.ts';
import { rosterLookup } from '../../store/import/roster-lookup.ts';
import { replanStaged } from '../../store/import/stage-writer.ts';
import type { WriteSql } from '../../store/store.ts';
import type { TaskContext } from '../worker/task.ts';
import type { Figures } from './batch-figures.ts';
import { type EditRow, isLeaver, rowOf } from './edit-row.ts';
import { type EarlierRow, inFileWatcher } from './in-file.ts';
import { worstOf } from './issues.ts';
import { isExcluded, isOfTheFile, isOfThePlan } from './row-edits.ts';
import { issuesJson, rosterValuesOf, valuesJson } from './staged-values.ts';

/** Progress and cancel of long edits; none for a few rows on the engine's own thread. */
export type EditTask = Pick<TaskContext, 'progress' | 'signal'>;

export interface ManyEdits {
  readonly sql: WriteSql;
  readonly batchId: number;
  readonly roster: Roster;
  readonly mode: ImportMode;
  readonly figures: Figures;
  /** Rows in all, for the progress. */
  readonly total: number;
  /** Gives the rows of these numbers that change, with what they say now. */
  readonly changed: (seqs: readonly number[]) => EditRow[];
  /** Plans one row and writes it when its plan comes out otherwise; true when it did. */
  readonly settle: (row: EditRow, lookup: ReturnType<typeof rosterLookup>) => boolean;
  readonly task: EditTask | undefined;
}

const rowsAtOnce = 2_000;

/** Gives how many rows were changed, and how many others have another plan because of it. */
export function editMany(
  edits: ManyEdits,
  asked: readonly number[],
): { readonly rows: number; readonly others: number } {
  const own = new Set<number>();
  for (let from = 0; from < asked.length; from += rowsAtOnce) {
    tick(edits.task, 'fix', from, asked.length);
    for (const row of edits.changed(asked.slice(from, from + rowsAtOnce))) {
      if (isLeaver(row)) continue;
      writeSaid(edits, row);
      own.add(row.seq);
    }
  }
  return { rows: own.size, others: own.size === 0 ? 0 : planAll(edits, own) };
}

/** What the row says now, with the findings of its plan as they were until all rows say what they are to say. */
function writeSaid({ sql, batchId, figures }: ManyEdits, row: EditRow): void {
  const held = row.stored.issues.filter((one) => isOfThePlan(one) || isOfTheFile(one));
  const issues = [...row.issues, ...held];
  const { action } = row.stored;
  figures.change(row.stored, { action, severity: worstOf(issues), issues });
  replanStaged(sql, batchId, {
    seq: row.seq,
    action,
    severity: worstOf(issues),
    personId: null,
    entryId: null,
    values: valuesJson(row.said),
    issues: issuesJson(issues),
  });
}

function planAll(edits: ManyEdits, own: ReadonlySet<number>): number {
  const { sql, batchId, total, task } = edits;
  const lookup = rosterLookup(sql, edits.roster);
  const read = (after: number, limit: number) => readStagedRows({ sql }, { batchId }, after, limit);
  const watch = inFileWatcher((seq): EarlierRow | null => {
    const first = read(seq - 1, 1)[0];
    return first === undefined ? null : earlierOf(first);
  });
  let others = 0;
  for (let after = 0; ; ) {
    const page = read(after, rowsAtOnce);
    const last = page.at(-1);
    if (last === undefined) return others;
    tick(task, 'check', after, total);
    after = last.seq;
    for (const record of page) {
      const row = rowOf(record);
      if (isLeaver(row)) continue;
      const values = rosterValuesOf(record.values);
      const seen = values.name !== '' && !isExcluded(row.issues);
      row.twin = seen ? watch(values, record.seq) : null;
      if (edits.settle(row, lookup) && !own.has(record.seq)) others += 1;
    }
  }
}

function earlierOf({ seq, sheet, source_row, values }: StagedRowRecord): EarlierRow {
  return { seq, sheet, row: source_row, values: rosterValuesOf(values) };
}

function tick(task: EditTask | undefined, stage: string, done: number, total: number): void {
  if (task === undefined) return;
  task.progress(stage, done, total);
  if (task.signal.aborted) throw new AppError('job.cancelled');
}
