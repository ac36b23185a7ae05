/** Saves staged rows: all in one transaction with one deed in the journal, or none of them. */

import type { StagedRowIn } from '../../contract/roster-grid-routes.ts';
import type { RouteOut } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Roster } from '../../domain/segments.ts';
import { writeJournal } from '../../store/journal.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { editEntry } from '../../store/roster/edit-entry.ts';
import type { WriteStore } from '../../store/store.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { columnsOfFields, workIsPosition } from './entry-form.ts';
import { blockedFields, type JudgedRow, rowJudge } from './judge-row.ts';

export interface SaveCellsInput {
  readonly roster: Roster;
  readonly rows: readonly StagedRowIn[];
}
export type SaveCellsOutput = RouteOut<'roster.saveCells'>;

type Progress = Pick<TaskContext, 'now' | 'progress' | 'signal'>;

const rowsAtOnce = 100;

/** Nothing is written while a row changed meanwhile, is gone, or holds what cannot be kept: those are listed. */
export function saveCells(
  store: WriteStore,
  { roster, rows }: SaveCellsInput,
  run: Progress,
): SaveCellsOutput {
  const step = (stage: string, at: number, total: number) => {
    if (at % rowsAtOnce === 0) run.progress(stage, at, total);
    if (run.signal.aborted) throw new AppError('job.cancelled');
  };
  const judge = rowJudge(store, roster, run.now());
  const judged = rows.map((row, index) => {
    step('check', index, rows.length);
    return judge(row);
  });
  const conflicts = judged.flatMap(({ entryId, conflict: reason, parts }) =>
    reason === null
      ? []
      : [{ entryId, reason, name: parts?.person.name ?? '', version: parts?.entry.version ?? 0 }],
  );
  const invalid = judged
    .map((row) => ({
      entryId: row.entryId,
      name: row.parts?.person.name ?? '',
      fields: blockedFields(row),
    }))
    .filter(({ fields }) => fields.length > 0);
  const nothing = { saved: 0, conflicts, invalid, journalId: null };
  if (conflicts.length > 0 || invalid.length > 0) return nothing;
  const changing = judged.filter(({ names }) => names.length > 0);
  if (changing.length === 0) return nothing;
  const journalId = store.transact(['roster'], (sql) => {
    const id = writeJournal(sql, { at: run.now().toISOString(), ...deedOf(changing) });
    for (const [index, row] of changing.entries()) {
      step('save', index, changing.length);
      const { parts, fields, names } = row;
      if (parts === null || fields === null) continue;
      const { entry, person } = parts;
      const kept = { roster, workIsPosition: workIsPosition(entry) };
      const columns = columnsOfFields(fields, names, kept);
      editEntry(sql, { journalId: id, entryId: entry.id, personId: person.id, ...columns });
    }
    return id;
  });
  return { ...nothing, saved: changing.length, journalId };
}

function deedOf(rows: readonly JudgedRow[]) {
  const [first] = rows;
  return {
    action: 'roster.saveCells',
    params: {
      rows: rows.length,
      cells: rows.reduce((sum, { names }) => sum + names.length, 0),
      fields: [...new Set(rows.flatMap(({ names }) => names))].join(','),
    },
    ...(rows.length === 1 && first !== undefined ? { entryId: first.entryId } : {}),
  };
}

/** Many rows: in a thread of its own. */
export const saveCellsTask: Task<SaveCellsInput, SaveCellsOutput> = async (input, task) => {
  using store = openStoreInWorker(needAccess(task));
  return saveCells(store, input, task);
};
