/** Handlers of matching. */
import type { reconcileRoutes } from '../../contract/reconcile-routes.ts';
import { civilToday } from '../civil-today.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { runSummary } from './run-summary.ts';

type ReconcileRoute = Extract<keyof typeof reconcileRoutes, `reconcile.${string}`>;

/**
 * Findings of the run that has just been stored. A cancel stops the counting, not what stands: the findings of before
 * remain, and say that they are older than the links.
 */
async function countFindings(call: CallContext): Promise<void> {
  try {
    await runTask(call, 'finding.refresh', { afterRun: true });
  } catch (error) {
    if (!call.signal.aborted) throw error;
  }
  call.changed('findings');
}

export const reconcileHandlers: Handlers<ReconcileRoute> = {
  async 'reconcile.run'({ asOf, full }, call) {
    const store = call.engine.session.store();
    await runTask(call, 'reconcile.run', {
      asOf: asOf ?? civilToday(call.engine.now()),
      full: full === true,
    });
    call.changed('links', 'roster', 'budget');
    await countFindings(call);
    const summary = runSummary(store);
    if (summary === null) throw new Error('a run has just ended');
    return summary;
  },
  'reconcile.latest': (_input, { engine }) => runSummary(engine.session.store()),
};
