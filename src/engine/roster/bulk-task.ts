/** One field set for many entries as one deed: counted first, then done, some thousands of rows at a time. */
import type { BulkChange, BulkTarget } from '../../contract/roster-grid-routes.ts';
import type { RouteOut } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Roster } from '../../domain/segments.ts';
import { writeJournal } from '../../store/journal.ts';
import { openStoreInWorker, openStoreReader } from '../../store/open-store.ts';
import {
  applyBulk,
  type BulkPlan,
  countBulk,
  refusedEntries,
  suspendIndexesOf,
} from '../../store/roster/bulk-edit.ts';
import { countEntriesOf } from '../../store/roster/entry-people.ts';
import { listEntryIds } from '../../store/roster-list.ts';
import type { ReadStore, WriteStore } from '../../store/store.ts';
import { readUnit } from '../../store/units.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { bulkPlan } from './bulk-plan.ts';
import { usualSort } from './roster-window.ts';

export interface BulkInput {
  readonly roster: Roster;
  readonly target: BulkTarget;
  readonly change: BulkChange;
}
export interface BulkEditInput extends BulkInput {
  readonly expected: number;
}

type Run = Pick<TaskContext, 'now' | 'progress' | 'signal'>;

const rowsAtOnce = 10_000;
const refusedShown = 20;

/** What it would do. Throws `input.invalid`, `not-found` for ids of no entry of the roster. */
export function previewBulk(
  store: ReadStore,
  input: BulkInput,
  run: Run,
): RouteOut<'roster.bulkPreview'> {
  return judge(store, idsOf(store, input), bulkPlan(store, input.roster, input.change), run);
}

/** Does it, in one transaction. Throws `roster.changed-meanwhile` when the number is not the one that was shown. */
export function editBulk(
  store: WriteStore,
  input: BulkEditInput,
  run: Run,
): RouteOut<'roster.bulkEdit'> {
  const ids = idsOf(store, input);
  const plan = bulkPlan(store, input.roster, input.change);
  const counts = judge(store, ids, plan, run);
  if (counts.changed !== input.expected) throw new AppError('roster.changed-meanwhile');
  if (counts.changed === 0) return { ...counts, journalId: null };
  const journalId = store.transact(['roster'], (sql) => {
    const id = writeJournal(sql, {
      at: run.now().toISOString(),
      action: 'roster.bulkEdit',
      params: paramsOf(store, input, counts.changed),
    });
    const putUp = suspendIndexesOf(sql, [...plan.sets.keys()], counts.changed);
    inChunks(ids, run, 'save', (chunk) => applyBulk(sql, id, chunk, plan));
    putUp();
    return id;
  });
  return { ...counts, journalId };
}

function judge(
  store: ReadStore,
  ids: Int32Array,
  plan: BulkPlan,
  run: Run,
): RouteOut<'roster.bulkPreview'> {
  const total = { changed: 0, same: 0, refused: 0 };
  const refusedSome: RouteOut<'roster.bulkPreview'>['refusedSome'] = [];
  inChunks(ids, run, 'check', (chunk) => {
    const { changed, same, refused } = countBulk(store.sql, chunk, plan);
    total.changed += changed;
    total.same += same;
    total.refused += refused;
    const room = refusedShown - refusedSome.length;
    if (refused > 0 && room > 0) {
      refusedSome.push(...refusedEntries(store.sql, chunk, plan, room));
    }
  });
  return { ...total, refusedSome };
}

function inChunks(
  ids: Int32Array,
  run: Run,
  stage: string,
  work: (chunk: Int32Array) => void,
): void {
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    run.progress(stage, from, ids.length);
    if (run.signal.aborted) throw new AppError('job.cancelled');
    work(ids.subarray(from, from + rowsAtOnce));
  }
  run.progress(stage, ids.length, ids.length);
}

/** In ascending order: neighbours in the file are changed together. */
function idsOf(store: ReadStore, { roster, target }: BulkInput): Int32Array {
  if (target.kind === 'filter') {
    if (target.filter.roster !== roster) {
      throw new AppError('input.invalid', { params: { invalid: ['roster'] } });
    }
    return listEntryIds(store, target.filter, usualSort).sort();
  }
  const ids = Int32Array.from(new Set(target.entryIds)).sort();
  if (countEntriesOf(store.sql, roster, ids) !== ids.length)
    throw new AppError('not-found', { params: { what: 'entry' } });
  return ids;
}

function paramsOf(store: ReadStore, { change }: BulkInput, rows: number) {
  const { field, value } = change;
  const unit =
    field === 'unitId' && value !== null ? readUnit(store, Number(value))?.name : undefined;
  return {
    rows,
    fields: field,
    value: unit ?? value ?? '',
    ...(change.field === 'status' && change.reason !== null ? { reason: change.reason } : {}),
  };
}

export const bulkPreviewTask: Task<BulkInput, RouteOut<'roster.bulkPreview'>> = async (
  input,
  task,
) => {
  using store = openStoreReader(needAccess(task));
  return previewBulk(store, input, task);
};

export const bulkEditTask: Task<BulkEditInput, RouteOut<'roster.bulkEdit'>> = async (
  input,
  task,
) => {
  using store = openStoreInWorker(needAccess(task));
  return editBulk(store, input, task);
};
