/** Creating and opening the regency's store, and saying what is open. */
import { basename, dirname } from 'node:path';
import type { StoreStatus } from '../../contract/store-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { readMeta, writeMeta } from '../../store/meta.ts';
import {
  createStore,
  openStore,
  openStoreReader,
  removeStoreFiles,
} from '../../store/open-store.ts';
import { readProfile, writeProfile } from '../../store/profile.ts';
import { addAreas } from '../../store/units.ts';
import type { EngineContext } from '../context.ts';
import { readRegency } from '../regions.ts';
import { emptyProfile, sampleProfile } from './empty-profile.ts';
import { rememberStore } from './recent-stores.ts';

export const shortestPassphrase = 8;

const closed: StoreStatus = {
  open: false,
  readOnly: false,
  sample: false,
  fileName: null,
  regencyCode: null,
  regencyName: null,
  fiscalYear: null,
};

export function storeStatus({ session }: EngineContext): StoreStatus {
  const opened = session.opened();
  if (opened === null) return closed;
  const profile = readProfile(opened.store);
  return {
    open: true,
    readOnly: false,
    sample: opened.sampleDir !== null,
    fileName: basename(opened.store.path),
    regencyCode: profile.code,
    regencyName: profile.name,
    fiscalYear: profile.fiscalYear,
  };
}

export interface NewStore {
  readonly path: string;
  readonly passphrase: string;
  readonly regencyCode: string;
  readonly fiscalYear: number;
  readonly sample?: boolean;
}

/**
 * Creates the store with the regency's units and opens it; a failure leaves no file. Jobs of the store that
 * was open end first: they would write to one that is closed. `signal` is that of the job that asks.
 */
export async function createAndOpen(
  engine: EngineContext,
  wanted: NewStore,
  signal?: AbortSignal,
): Promise<StoreStatus> {
  if (wanted.passphrase.length < shortestPassphrase) {
    throw new AppError('store.weak-passphrase', { params: { shortest: shortestPassphrase } });
  }
  const { regency, areas } = await readRegency(wanted.regencyCode);
  const store = createStore({ path: wanted.path, passphrase: wanted.passphrase });
  const at = engine.now().toISOString();
  try {
    await engine.jobs.cancelAll(signal);
    store.transact(['profile', 'roster'], (sql) => {
      const makeProfile = wanted.sample === true ? sampleProfile : emptyProfile;
      writeProfile(sql, makeProfile(regency, wanted.fiscalYear));
      addAreas(sql, areas);
      writeMeta(sql, 'created-at', at);
      if (wanted.sample === true) writeMeta(sql, 'sample', '1');
      writeJournal(sql, { at, action: 'store.create', params: { regency: regency.name } });
    });
  } catch (error) {
    store[Symbol.dispose]();
    removeStoreFiles(wanted.path);
    throw error;
  }
  engine.session.open({
    store,
    sampleDir: wanted.sample === true ? dirname(wanted.path) : null,
  });
  await remember(engine);
  return storeStatus(engine);
}

/** Opens an existing store as `createAndOpen` does; the one open before stays when this one cannot be opened. */
export async function openExisting(
  engine: EngineContext,
  path: string,
  passphrase: string,
  signal?: AbortSignal,
): Promise<StoreStatus> {
  const opened = engine.session.opened();
  if (opened?.store.path === path) {
    // Its own lock would keep a second connection out, so the passphrase is tried on a reader first.
    openStoreReader({ path, passphrase })[Symbol.dispose]();
    await engine.jobs.cancelAll(signal);
    engine.session.close();
  }
  const store = openStore({ path, passphrase });
  try {
    await engine.jobs.cancelAll(signal);
  } catch (error) {
    store[Symbol.dispose]();
    throw error;
  }
  const sample = readMeta(store, 'sample') === '1';
  engine.session.open({ store, sampleDir: sample ? dirname(path) : null });
  await remember(engine);
  return storeStatus(engine);
}

async function remember(engine: EngineContext): Promise<void> {
  const opened = engine.session.opened();
  if (opened === null || engine.dataDir === null || opened.sampleDir !== null) return;
  try {
    await rememberStore(engine.dataDir, {
      path: opened.store.path,
      regencyName: readProfile(opened.store).name,
      openedAt: engine.now().toISOString(),
    });
  } catch (error) {
    // The list of recent stores is a convenience: a full disk or a held file must not call the store unopened.
    const code = error instanceof AppError ? error.code : 'internal';
    engine.log({ level: 'warn', event: 'store.not-remembered', code });
  }
}
