/** Counts findings anew from the latest run's links: after a run, after decisions, or after changes of the rosters. */
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { latestRun } from '../../store/links.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { storeFindings } from './store-findings.ts';

export interface RefreshInput {
  /** True where the run has just been noted in the journal, and its findings need no line of their own. */
  readonly afterRun: boolean;
}

/** Throws `reconcile.not-run` before the first run; a cancel leaves the findings as they were. */
export const refreshTask: Task<RefreshInput, null> = async ({ afterRun }, task) => {
  // What is written here refers to rows that the same transaction has read.
  const poll = () => {
    if (task.isStopped?.() === true) throw new AppError('job.cancelled');
  };
  using store = openStoreInWorker(needAccess(task), { trustsReferences: true, poll });
  const run = latestRun(store);
  if (run === undefined) throw new AppError('reconcile.not-run');
  const at = task.now().toISOString();
  store.transact([], (sql) => {
    storeFindings(sql, {
      asOf: run.asOf,
      at,
      resourcesDir: task.resourcesDir,
      step(done, total) {
        task.progress('findings', done, total);
        task.signal.throwIfAborted();
      },
    });
    if (!afterRun) {
      writeJournal(sql, { at, action: 'finding.refresh', params: { asOf: run.asOf } });
    }
    task.settle?.();
  });
  return null;
};
