/** Handlers of the store's routes. */
import { basename, dirname } from 'node:path';
import type { storeRoutes } from '../../contract/store-routes.ts';
import { readJournal, writeJournal } from '../../store/journal.ts';
import { readProfile, writeProfile } from '../../store/profile.ts';
import { standingDeeds } from '../../store/roster/undo-edit.ts';
import { listUnits } from '../../store/units.ts';
import type { Handlers } from '../handler.ts';
import { listRegencies } from '../regions.ts';
import { runTask } from '../worker/run-task.ts';
import { createAndOpen, openExisting, storeStatus } from './open.ts';
import { readRecentStores } from './recent-stores.ts';
import { listSampleFiles, openSample } from './sample.ts';

export const storeHandlers: Handlers<keyof typeof storeRoutes> = {
  'store.status': (_input, { engine }) => storeStatus(engine),
  'regency.list': () => listRegencies(),

  async 'store.create'({ file, ...wanted }, { engine, changed, signal }) {
    const path = await engine.resolveFile(file);
    const status = await createAndOpen(engine, { path, ...wanted }, signal);
    changed('store', 'profile', 'roster', 'import', 'links', 'budget');
    return status;
  },
  async 'store.open'({ file, passphrase }, { engine, changed, signal }) {
    const path = await engine.resolveFile(file);
    const status = await openExisting(engine, path, passphrase, signal);
    changed('store', 'profile', 'roster', 'import', 'links', 'budget');
    return status;
  },
  async 'store.openSample'({ workers }, call) {
    const status = await openSample(call, workers);
    call.changed('store', 'profile', 'roster', 'import', 'links', 'budget');
    return status;
  },
  async 'store.close'(_input, { engine, changed }) {
    await engine.jobs.cancelAll();
    engine.session.close();
    changed('store');
    return { ok: true };
  },
  'store.recent': (_input, { engine }) =>
    engine.dataDir === null
      ? []
      : readRecentStores(engine.dataDir).map(({ path, regencyName, openedAt }) => ({
          file: engine.grantFile(path),
          fileName: basename(path),
          folder: dirname(path),
          regencyName,
          openedAt,
        })),
  'store.sampleFiles': (_input, { engine }) => listSampleFiles(engine),
  'store.verify': async (_input, call) => {
    const verified = await runTask(call, 'store.verify', {});
    return { ...verified, checkedAt: call.engine.now().toISOString() };
  },

  'profile.get': (_input, { engine }) => readProfile(engine.session.store()),
  'profile.save'(profile, { engine, changed }) {
    const store = engine.session.store();
    const kept = { ...profile, code: readProfile(store).code };
    store.transact(['profile'], (sql) => {
      writeProfile(sql, kept);
      writeJournal(sql, { at: engine.now().toISOString(), action: 'profile.save', params: {} });
    });
    changed('profile', 'budget');
    return kept;
  },
  'unit.list': ({ kind }, { engine }) => listUnits(engine.session.store(), kind),
  'journal.page'({ before, limit }, { engine }) {
    const store = engine.session.store();
    const lines = readJournal(store, { before, limit });
    const standing = standingDeeds(
      store.sql,
      lines.map(({ id }) => id),
    );
    return lines.map((line) => ({ ...line, undoable: standing.has(line.id) }));
  },
};
