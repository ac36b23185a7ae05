/** Takes a deed by hand back from the history; what was changed since stays and is named. */
import type { RouteOut } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { personOf } from '../../store/roster/entry-people.ts';
import {
  bulkColumns,
  bulkSpan,
  keptNames,
  restoreBulk,
  restorePeople,
} from '../../store/roster/undo-bulk.ts';
import {
  type Deed,
  deedDone,
  readDeed,
  splitDeed,
  undoDeed,
} from '../../store/roster/undo-edit.ts';
import type { ReadSql, WriteSql, WriteStore } from '../../store/store.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';

export interface UndoDeedInput {
  readonly journalId: number;
}
export type UndoDeedOutput = RouteOut<'roster.undoDeed'>;

type Run = Pick<TaskContext, 'now' | 'progress' | 'signal'>;

const rowsAtOnce = 20_000;
const namesShown = 20;

/** Throws `not-found` for what is no deed by hand or was taken back before, `roster.changed-meanwhile` when nothing is left of it. */
export function undoByHand(
  store: WriteStore,
  { journalId }: UndoDeedInput,
  run: Run,
): UndoDeedOutput {
  const action = deedDone(store.sql, journalId);
  if (action === undefined) {
    throw new AppError('not-found', { params: { what: 'journal', id: journalId } });
  }
  return store.transact(['roster'], (sql) => {
    const write = (entryId: number | null) =>
      writeJournal(sql, {
        at: run.now().toISOString(),
        action: 'roster.undoEdit',
        params: { undone: action, deed: journalId },
        ...(entryId === null ? {} : { entryId }),
      });
    if (action === 'roster.bulkEdit') return undoBulk(sql, journalId, write(null), run);
    const deed = readDeed(sql, journalId);
    if (deed === undefined) throw new AppError('not-found', { params: { what: 'journal' } });
    const { stands, kept } = splitDeed(sql, deed);
    const whole = action === 'roster.add' && kept.changes.length > 0;
    if (whole || stands.changes.length === 0) throw new AppError('roster.changed-meanwhile');
    const keptPeople = peopleOf(sql, kept.changes);
    const restored = peopleOf(sql, stands.changes);
    undoDeed(sql, stands, write(deed.entryId));
    return {
      restored: restored.size,
      kept: keptPeople.size,
      keptSome: [...keptPeople.values()].slice(0, namesShown),
    };
  });
}

/** The people that changes are about, by id, with their names. */
function peopleOf(sql: ReadSql, changes: Deed['changes']): ReadonlyMap<number, string> {
  return new Map(
    changes.flatMap(({ entity, entity_id }) => {
      const person = personOf(sql, entity, entity_id);
      return person === undefined ? [] : [[person.id, person.name] as const];
    }),
  );
}

function undoBulk(sql: WriteSql, done: number, undoing: number, run: Run): UndoDeedOutput {
  const span = bulkSpan(sql, done);
  if (span === null) throw new AppError('roster.changed-meanwhile');
  const undo = { done, undoing, columns: bulkColumns(sql, done) };
  const keptSome = keptNames(sql, done, namesShown);
  let restored = 0;
  for (let from = span.first; from <= span.last; from += rowsAtOnce) {
    run.progress('undo', from - span.first, span.last - span.first + 1);
    if (run.signal.aborted) throw new AppError('job.cancelled');
    restored += restoreBulk(sql, undo, from, Math.min(span.last, from + rowsAtOnce - 1));
  }
  if (restored === 0) throw new AppError('roster.changed-meanwhile');
  restorePeople(sql, undo);
  return { restored, kept: span.rows - restored, keptSome };
}

export const undoDeedTask: Task<UndoDeedInput, UndoDeedOutput> = async (input, task) => {
  using store = openStoreInWorker(needAccess(task));
  return undoByHand(store, input, task);
};
