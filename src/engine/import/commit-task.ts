/** Applies a staged plan by its batch id, in one transaction with its journal. */
import { rowActions } from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Roster } from '../../domain/segments.ts';
import {
  addBatchFacts,
  countStagedRows,
  lastStagedSeq,
  setBatchState,
} from '../../store/import/batches.ts';
import { suspendIndexes } from '../../store/import/bulk-indexes.ts';
import { addExport, addMembershipRows, noteExport } from '../../store/import/commit-bpjs.ts';
import {
  addNewUnits,
  addSearchRows,
  hasLostUnits,
  idBases,
  openWorkTable,
  rosterAdder,
  rosterUpdater,
  type SeqRange,
} from '../../store/import/commit-roster.ts';
import { leavingEntries, rosterLeaver } from '../../store/import/leave-rows.ts';
import { writeJournal } from '../../store/journal.ts';
import { areaVersion } from '../../store/meta.ts';
import { openStoreForBulk } from '../../store/open-store.ts';
import type { WriteSql, WriteStore } from '../../store/store.ts';
import type { TaskContext } from '../worker/task.ts';
import { isRosterKind } from './fields.ts';
import { areaOf, type BatchInput, type OpenBatch, openBatch } from './open-batch.ts';
import { usualFund } from './position-group.ts';
import { rememberChoices } from './remembered.ts';
import { replanBatch } from './replan.ts';

const rowsAtOnce = 10_000;

export interface CommitInput extends BatchInput {
  /** Says that those whom a full list does not name have left. */
  readonly confirmLeave?: boolean | undefined;
  /** Says that assumed orders of dates are right; they are remembered for the source. */
  readonly confirmOrders?: boolean | undefined;
}

/**
 * Commits a staged batch. Throws `import.batch-not-staged`, `import.nothing-to-commit`,
 * `import.leave-unconfirmed` (with the count) when people would leave and nobody said so, and
 * `import.plan-changed` when other changes made since give the plan another outcome: the plan then stands anew
 * and waits for another look.
 */
export async function commitTask(input: CommitInput, task: TaskContext): Promise<BatchInput> {
  const { batchId } = input;
  if (task.access === null) throw new AppError('store.not-open');
  using store = openStoreForBulk(task.access);
  const waiting = openBatch(store, batchId);
  if (waiting.state !== 'staged') {
    throw new AppError('import.batch-not-staged', { params: { state: waiting.state } });
  }
  if (isRosterKind(waiting.kind)) bringUpToDate(store, waiting, task);
  const batch = openBatch(store, batchId);
  const { add, update, leave } = batch.counts;
  if (leave > 0 && input.confirmLeave !== true) {
    throw new AppError('import.leave-unconfirmed', { params: { count: leave } });
  }
  if (add + update + leave === 0) throw new AppError('import.nothing-to-commit');
  store.transact([areaOf(batch.kind)], (sql) => {
    if (isRosterKind(batch.kind) && !isUpToDate(store, batch)) throw planChanged(batchId);
    const at = task.now().toISOString();
    const journalId = writeJournal(sql, {
      at,
      action: 'import.commit',
      params: {
        file: batch.fileName,
        kind: batch.kind,
        add,
        update,
        ...(leave > 0 ? { leave } : {}),
      },
      batchId,
    });
    setBatchState(sql, batchId, 'committed', at);
    applyRows(sql, batch, journalId, task);
    const ordersConfirmed = input.confirmOrders === true;
    rememberChoices(sql, store, { ...batch, at, ordersConfirmed });
  });
  task.early?.({ batchId });
  store.tidy();
  return { batchId };
}

/** Plans again when the rosters were changed since; the same outcome needs no second look. */
function bringUpToDate(store: WriteStore, batch: OpenBatch, task: TaskContext): void {
  if (isUpToDate(store, batch)) return;
  const leaving = leavingEntries(store, batch.id);
  const counts = replanBatch(store, batch, task);
  const others = leavingEntries(store, batch.id);
  const leaveOthers = others.some((id, index) => id !== leaving[index]);
  if (leaveOthers || rowActions.some((action) => counts[action] !== batch.counts[action])) {
    throw planChanged(batch.id);
  }
}

function isUpToDate(store: WriteStore, { facts }: OpenBatch): boolean {
  return facts.rosterVersion === areaVersion(store, 'roster');
}

function planChanged(batchId: number): AppError {
  return new AppError('import.plan-changed', { params: { batchId } });
}

function applyRows(sql: WriteSql, batch: OpenBatch, journalId: number, task: TaskContext): void {
  const { id: batchId, kind, facts } = batch;
  if (isRosterKind(kind)) applyRoster(sql, batch, journalId, kind, task);
  else {
    const { npp = null, employer = null, period = null } = facts;
    const exportId = addExport(sql, journalId, { batchId, kind, npp, employer, period });
    const last = lastStagedSeq(sql, batchId);
    const restore = suspendIndexes(sql, 'membership', last);
    inRanges(task, last, (range) => addMembershipRows(sql, exportId, batchId, range));
    restore(() => stopIfCancelled(task, last));
    noteExport(sql, exportId);
  }
}

function applyRoster(
  sql: WriteSql,
  { id: batchId, facts }: OpenBatch,
  journalId: number,
  roster: Roster,
  task: TaskContext,
): void {
  using _work = openWorkTable(sql);
  if ((facts.newUnits ?? 0) > 0) {
    addBatchFacts(sql, batchId, { unitsAdded: addNewUnits(sql, batchId).join(',') });
  }
  const commit = { batchId, journalId, roster, usualFund: usualFund[roster], ...idBases(sql) };
  const last = lastStagedSeq(sql, batchId);
  const rowsThat = (action: string) => countStagedRows(sql, { batchId, action });
  const adding = rowsThat('add');
  const restore = [
    suspendIndexes(sql, 'person', adding),
    suspendIndexes(sql, 'roster_entry', adding),
  ];
  inRanges(task, last, rosterAdder(sql, commit));
  addSearchRows(sql, commit, last);
  for (const putUp of restore) putUp(() => stopIfCancelled(task, last));
  if (rowsThat('update') > 0) inRanges(task, last, rosterUpdater(sql, commit));
  if (rowsThat('leave') > 0) inRanges(task, last, rosterLeaver(sql, commit));
  if (hasLostUnits(sql)) throw new AppError('store.damaged', { params: { reason: 'unit' } });
}

/** Goes through staged rows by their numbers, some thousands at a time, and stops when the job is cancelled. */
function inRanges(task: TaskContext, last: number, apply: (range: SeqRange) => void): void {
  for (let from = 1; from <= last; from += rowsAtOnce) {
    stopIfCancelled(task, last, from - 1);
    apply({ from, to: Math.min(last, from + rowsAtOnce - 1) });
  }
  task.progress('commit', last, last);
}

function stopIfCancelled(task: TaskContext, last: number, done = last): void {
  task.progress('commit', done, last);
  if (task.signal.aborted) throw new AppError('job.cancelled');
}
