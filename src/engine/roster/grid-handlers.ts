/** Handlers of the grid: few rows are dealt with at once, many in a thread of their own. */
import type { BulkTarget, rosterGridRoutes } from '../../contract/roster-grid-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { countChanges } from '../../store/roster/undo-edit.ts';
import { readEntries } from '../../store/roster-page.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { editBulk, previewBulk } from './bulk-task.ts';
import { rowJudge } from './judge-row.ts';
import { rosterWindow } from './roster-window.ts';
import { saveCells } from './save-cells.ts';
import { undoByHand } from './undo-deed.ts';

/** Up to this many rows take a moment; starting a thread and opening the store in it takes longer. */
const fewRows = 50;

export const rosterGridHandlers: Handlers<keyof typeof rosterGridRoutes> = {
  'roster.checkCells'({ roster, rows }, { engine }) {
    const judge = rowJudge(engine.session.store(), roster, engine.now());
    return rows.map((row) => {
      const { entryId, conflict, findings } = judge(row);
      return { entryId, conflict, findings: [...findings] };
    });
  },
  async 'roster.saveCells'(input, call) {
    const few = input.rows.length <= fewRows;
    const answer = few
      ? saveCells(call.engine.session.store(), input, here(call))
      : await runTask(call, 'roster.saveCells', input);
    if (answer.saved > 0) call.changed('roster');
    return answer;
  },
  async 'roster.ids'({ filter, sort, ...window }, { engine }) {
    const store = engine.session.store();
    const isOpen = () => engine.session.opened()?.store === store;
    const { ids } = await rosterWindow({ store, isOpen }, filter, sort, window);
    return { ids: [...ids] };
  },
  'roster.copyNik'({ roster, entryIds }, { engine }) {
    const store = engine.session.store();
    const rows = readEntries(store, [...new Set(entryIds)]);
    if (rows.length === 0 || rows.some((row) => row.roster !== roster)) {
      throw new AppError('not-found', { params: { what: 'entry' } });
    }
    const at = engine.now().toISOString();
    const [only] = rows;
    store.transact([], (sql) =>
      writeJournal(sql, {
        at,
        action: 'roster.copyNik',
        params: { roster, rows: rows.length },
        ...(rows.length === 1 && only !== undefined ? { entryId: only.id } : {}),
      }),
    );
    return { niks: rows.map(({ id, nik }) => ({ entryId: id, nik })) };
  },
  'roster.bulkPreview': (input, call) =>
    isFew(input.target)
      ? previewBulk(call.engine.session.store(), input, here(call))
      : runTask(call, 'roster.bulkPreview', input),
  async 'roster.bulkEdit'(input, call) {
    const answer = isFew(input.target)
      ? editBulk(call.engine.session.store(), input, here(call))
      : await runTask(call, 'roster.bulkEdit', input);
    if (answer.journalId !== null) call.changed('roster');
    return answer;
  },
  async 'roster.undoDeed'(input, call) {
    const store = call.engine.session.store();
    const few = countChanges(store.sql, input.journalId) <= fewRows;
    const answer = few
      ? undoByHand(store, input, here(call))
      : await runTask(call, 'roster.undoDeed', input);
    call.changed('roster');
    return answer;
  },
};

function here({ engine, progress, signal }: CallContext) {
  return { now: engine.now, progress, signal };
}

function isFew(target: BulkTarget): boolean {
  return target.kind === 'rows' && target.entryIds.length <= fewRows;
}
