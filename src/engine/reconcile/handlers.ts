/** Handlers of matching and of the review queue. */
import type { reconcileRoutes } from '../../contract/reconcile-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { readPair, writeDecision } from '../../store/links.ts';
import {
  decidedForAnother,
  isJudgeable,
  markPair,
  refreshPersonState,
} from '../../store/person-state.ts';
import { civilToday } from '../civil-today.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { pairKeys, reviewPage } from './review.ts';
import { runSummary } from './run-summary.ts';

type ReconcileRoute = Extract<keyof typeof reconcileRoutes, `reconcile.${string}`>;

export const reconcileHandlers: Handlers<ReconcileRoute> = {
  async 'reconcile.run'({ asOf }, call) {
    const store = call.engine.session.store();
    await runTask(call, 'reconcile.run', {
      asOf: asOf ?? civilToday(call.engine.now()),
    });
    call.changed('links', 'roster', 'budget');
    const summary = runSummary(store);
    if (summary === null) throw new Error('a run has just ended');
    return summary;
  },
  'reconcile.latest': (_input, { engine }) => runSummary(engine.session.store()),
  'reconcile.review': (query, { engine }) => reviewPage(engine.session.store(), query),
  'reconcile.decide'({ id, decision, note }, { engine, changed }) {
    const store = engine.session.store();
    const pair = readPair(store, id);
    if (pair === undefined) throw new AppError('not-found', { params: { what: 'link', id } });
    if (!isJudgeable(store.sql, id)) throw new AppError('reconcile.not-in-queue');
    const other = decision === 'same' ? decidedForAnother(store.sql, id) : null;
    if (other !== null) throw new AppError('reconcile.already-decided');
    const at = engine.now().toISOString();
    store.transact(['links'], (sql) => {
      writeDecision(sql, pairKeys(pair), decision, { at, note: note ?? null });
      markPair(sql, id, decision);
      refreshPersonState(sql, pair.personId);
      writeJournal(sql, {
        at,
        action: 'reconcile.decide',
        params: { decision },
        entryId: pair.entryId,
      });
    });
    changed('links', 'roster', 'budget');
    return { ok: true };
  },
};
