/** Handlers of the rosters and of coverage. */
import { basename } from 'node:path';
import type { rosterRoutes } from '../../contract/roster-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { countRosters } from '../../store/coverage.ts';
import { readEntryParts } from '../../store/entry-detail.ts';
import { writeJournal } from '../../store/journal.ts';
import { readCompleteness } from '../../store/roster/completeness.ts';
import { readEntries } from '../../store/roster-page.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { coverageTable } from './coverage-table.ts';
import { entryDetail } from './entry-detail.ts';
import { asRosterRow } from './roster-row.ts';
import { rosterWindow, usualSort } from './roster-window.ts';

export const rosterHandlers: Handlers<keyof typeof rosterRoutes> = {
  async 'roster.page'({ filter, sort = usualSort, offset, limit }, { engine }) {
    const store = engine.session.store();
    const isOpen = () => engine.session.opened()?.store === store;
    const source = { store, isOpen };
    const { ids, total, counting } = await rosterWindow(source, filter, sort, { offset, limit });
    const rows = readEntries(store, ids).map(asRosterRow);
    return counting ? { rows, total, counting } : { rows, total };
  },
  async 'roster.export'({ folder, ...asked }, call) {
    const { engine } = call;
    const store = engine.session.store();
    const dir = await engine.resolveFile(folder);
    const made = await runTask(call, 'roster.export', { dir, ...asked });
    const { roster } = asked.filter;
    store.transact([], (sql) =>
      writeJournal(sql, {
        at: engine.now().toISOString(),
        action: asked.fullNik ? 'roster.exportFullNik' : 'roster.export',
        params: { roster, rows: made.rows, file: basename(made.path) },
      }),
    );
    return {
      file: engine.grantFile(made.path),
      fileName: basename(made.path),
      folder: engine.grantFile(dir),
      rows: made.rows,
      bytes: made.bytes,
    };
  },
  'roster.entry': ({ entryId }, { engine }) =>
    entryDetail(engine.session.store(), entryId, engine.now()),
  'roster.revealNik'({ entryId }, { engine }) {
    const store = engine.session.store();
    const parts = readEntryParts(store, entryId);
    if (parts === undefined)
      throw new AppError('not-found', { params: { what: 'entry', id: entryId } });
    const at = engine.now().toISOString();
    store.transact([], (sql) =>
      writeJournal(sql, { at, action: 'roster.revealNik', params: {}, entryId }),
    );
    return { nik: parts.person.nik };
  },
  'roster.counts': (_input, { engine }) => countRosters(engine.session.store()),
  'roster.completeness': ({ roster }, { engine }) =>
    readCompleteness(engine.session.store(), roster),
  'coverage.table': ({ by }, { engine }) => coverageTable(engine.session.store(), by),
};
