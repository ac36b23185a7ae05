/** Takes a committed batch back as a new deed of the journal; works at any later time. */
import { AppError } from '../../domain/app-error.ts';
import { setBatchState } from '../../store/import/batches.ts';
import { removeExport } from '../../store/import/commit-bpjs.ts';
import { removeUnusedOpd } from '../../store/import/opd.ts';
import { removeAdded, restoreUpdated, type UndoConflict } from '../../store/import/undo-roster.ts';
import { commitDeedOf, writeJournal } from '../../store/journal.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import type { TaskContext } from '../worker/task.ts';
import { isRosterKind } from './fields.ts';
import { areaOf, type BatchInput, openBatch } from './open-batch.ts';

export interface UndoOutput {
  readonly batchId: number;
  readonly conflicts: readonly UndoConflict[];
}

/** More than this nobody reads; the journal's count is exact. */
const mostListed = 500;

/** Undoes a batch. Throws `import.batch-not-committed`. Rows edited since are listed and stay as they are. */
export async function undoTask({ batchId }: BatchInput, task: TaskContext): Promise<UndoOutput> {
  if (task.access === null) throw new AppError('store.not-open');
  using store = openStoreInWorker(task.access);
  const batch = openBatch(store, batchId);
  if (batch.state !== 'committed') {
    throw new AppError('import.batch-not-committed', { params: { state: batch.state } });
  }
  task.progress('undo', 0, null);
  const conflicts = store.transact([areaOf(batch.kind)], (sql) => {
    const at = task.now().toISOString();
    const committed = commitDeedOf(sql, batchId);
    if (committed === undefined)
      throw new AppError('store.damaged', { params: { reason: 'journal' } });
    const params = { file: batch.fileName, kind: batch.kind };
    const undoing = writeJournal(sql, { at, action: 'import.undo', params, batchId });
    setBatchState(sql, batchId, 'undone', at);
    if (!isRosterKind(batch.kind)) {
      removeExport(sql, undoing, batchId);
      return [];
    }
    const scope = { batchId, committed, undoing };
    const step = (done: number, total: number) => {
      task.progress('undo', done, total);
      if (task.signal.aborted) throw new AppError('job.cancelled');
    };
    const kept = restoreUpdated(sql, scope, step);
    kept.push(...removeAdded(sql, scope, step));
    const added = (batch.facts.unitsAdded ?? '').split(',').filter((id) => id !== '');
    removeUnusedOpd(sql, added.map(Number));
    return kept;
  });
  return { batchId, conflicts: conflicts.slice(0, mostListed) };
}
