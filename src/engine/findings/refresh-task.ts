/** Counts findings anew from the latest run's links: after decisions, or after changes of the rosters. */
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { latestRun } from '../../store/links.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { storeFindings } from './store-findings.ts';

/** Throws `reconcile.not-run` before the first run; a cancel leaves the findings as they were. */
export const refreshTask: Task<null, null> = async (_input, task) => {
  using store = openStoreInWorker(needAccess(task));
  const run = latestRun(store);
  if (run === undefined) throw new AppError('reconcile.not-run');
  const at = task.now().toISOString();
  store.transact([], (sql) => {
    storeFindings(sql, {
      asOf: run.asOf,
      at,
      resourcesDir: task.resourcesDir,
      linksToCome: 0,
      step(done, total) {
        task.progress('findings', done, total);
        task.signal.throwIfAborted();
      },
    });
    writeJournal(sql, { at, action: 'finding.refresh', params: { asOf: run.asOf } });
  });
  return null;
};
