/** Opening, creating and closing the encrypted file. */
import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { AppError } from '../domain/app-error.ts';
import { applicationId, migrate, schemaVersion } from './migrate.ts';
import type { StoreArea } from './schema/regency-schema.ts';
import type { Schema } from './schema.ts';
import { bindSql } from './sql.ts';
import type { ReadStore, Unbranded, WriteSql, WriteStore } from './store.ts';
import { checkStoreFile } from './store-file.ts';
import { newStoreKey, type StoreKey, type StoreSecret, storeKeyOf } from './store-key.ts';
import { lockStore, type StoreLock } from './store-lock.ts';
import { personKey } from './unit-key.ts';

/** A store's path and what opens it. */
export type OpenStoreOptions = { readonly path: string } & StoreSecret;

/**
 * Creates a new store at `path`. Throws `store.exists` when a file stands there and `file.unwritable`
 * where none can be made; a failure on the way leaves no file behind.
 */
export function createStore({
  path,
  passphrase,
}: {
  readonly path: string;
  readonly passphrase: string;
}): WriteStore {
  if (existsSync(path)) throw new AppError('store.exists', { at: { file: path } });
  const lock = lockNewStore(path);
  try {
    const key = newStoreKey(passphrase);
    const db = connect(path, key, { create: true, patienceMs: enginePatienceMs });
    return writeStore(path, key, db, lock);
  } catch (error) {
    lock[Symbol.dispose]();
    removeStoreFiles(path);
    throw asStoreError(error, path);
  }
}

/** Where no file can be made there is no store to copy elsewhere: another folder is what helps. */
function lockNewStore(path: string): StoreLock {
  try {
    return lockStore(path);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'store.read-only') throw error;
    throw new AppError('file.unwritable', { at: { file: path }, cause: error });
  }
}

/**
 * Opens a store for the one engine that writes it. Throws `store.missing`, `store.not-a-store`,
 * `store.wrong-passphrase`, `store.locked` or `store.newer-than-app`, and then has changed nothing.
 */
export function openStore({ path, ...secret }: OpenStoreOptions): WriteStore {
  checkStoreFile(path);
  const lock = lockStore(path);
  try {
    const key = storeKeyOf(path, secret);
    return writeStore(path, key, connect(path, key, { patienceMs: enginePatienceMs }), lock);
  } catch (error) {
    lock[Symbol.dispose]();
    throw asStoreError(error, path);
  }
}

/** Opens a second, read-only connection; the engine's workers use it while the engine holds the lock. */
export function openStoreReader(
  { path, ...secret }: OpenStoreOptions,
  mode: Pick<WorkerMode, 'cacheMb'> = {},
): ReadStore {
  checkStoreFile(path);
  try {
    const db = connect(path, storeKeyOf(path, secret), { ...mode, readonly: true });
    return { path, ...readParts(db), [Symbol.dispose]: () => void db.close() };
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/**
 * Opens a writing connection for a worker of the engine that already holds the lock: same process, same
 * store, one more connection. Nobody else may call it.
 */
export function openStoreInWorker(
  { path, ...secret }: OpenStoreOptions,
  mode: WorkerMode = {},
): WriteStore {
  checkStoreFile(path);
  try {
    const key = storeKeyOf(path, secret);
    return writeStore(path, key, connect(path, key, mode), null);
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** A store open for one piece of bulk work. */
export interface BulkStore extends WriteStore {
  /**
   * Folds what the work wrote into the file and refreshes the planner's statistics. The work is safe on the disk
   * before: this may be done when its end has been told.
   */
  readonly tidy: () => void;
}

/**
 * As `openStoreInWorker`, for a commit of a million rows: nothing is folded in before `tidy`, SQL knows `person_key`,
 * and references are trusted (see `WorkerMode`).
 */
export function openStoreForBulk({ path, ...secret }: OpenStoreOptions): BulkStore {
  checkStoreFile(path);
  try {
    const key = storeKeyOf(path, secret);
    const db = connect(path, key, { trustsReferences: true });
    db.pragma('wal_autocheckpoint = 0');
    db.function('person_key', { deterministic: true }, (name) =>
      typeof name === 'string' ? personKey(name) : null,
    );
    const tidy = () => {
      // First of all: a later write of the engine's own thread would otherwise fold it all in.
      unlessBusy(() => db.pragma('wal_checkpoint(PASSIVE)'));
      optimize(db);
    };
    const close = () => void db.close();
    // The brand is in the types only, as for every writer.
    return { ...writeStore(path, key, db, null), tidy, [Symbol.dispose]: close } as BulkStore;
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** How a worker writes. */
export interface WorkerMode {
  /** Pages kept in memory; 64 MB when left out. */
  readonly cacheMb?: number;
  /**
   * True spares looking up the row that each written row refers to. Only for work whose references were read in the
   * same version of the data that its transaction has found unchanged.
   */
  readonly trustsReferences?: boolean;
  /** Asked in the middle of long statements too (see `stillWanted`); may throw to end the one that runs. */
  readonly poll?: () => void;
}

/** Waiting for a lock blocks the thread: the engine's also answers pages, so it soon says `store.busy`. */
const enginePatienceMs = 250;

interface ConnectMode extends WorkerMode {
  /** How long a write waits for another connection's to end; default 10 s, for threads of their own. */
  readonly patienceMs?: number;
  readonly create?: boolean;
  readonly readonly?: boolean;
}

function connect(path: string, key: StoreKey, mode: ConnectMode): Database.Database {
  const db = new Database(path, {
    readonly: mode.readonly === true,
    fileMustExist: mode.create !== true,
    timeout: mode.patienceMs ?? 10_000,
  });
  try {
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    db.pragma(`key = 'raw:${key}'`);
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    if (mode.create !== true && db.pragma('application_id', { simple: true }) !== applicationId) {
      throw new AppError('store.not-a-store', { at: { file: path } });
    }
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > schemaVersion) {
      throw new AppError('store.newer-than-app', {
        at: { file: path },
        params: { file: version, app: schemaVersion },
      });
    }
    if (mode.readonly !== true) prepareForWriting(db, path);
    db.pragma(`foreign_keys = ${mode.trustsReferences === true ? 'OFF' : 'ON'}`);
    db.function('still_wanted', { directOnly: true }, () => {
      mode.poll?.();
      return 1;
    });
    db.pragma('temp_store = MEMORY');
    db.pragma(`cache_size = -${(mode.cacheMb ?? 64) * 1024}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepareForWriting(db: Database.Database, path: string): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  migrate(db, (from) => {
    const copy = `${path}.v${from}.bak`;
    rmSync(copy, { force: true });
    db.prepare('VACUUM INTO ?').run(copy);
  });
}

function readParts(db: Database.Database) {
  return {
    query: new Kysely<Schema>({ dialect: new SqliteDialect({ database: db }) }),
    sql: bindSql(db),
  };
}

function writeStore(
  path: string,
  key: StoreKey,
  db: Database.Database,
  lock: StoreLock | null,
): WriteStore {
  const parts = readParts(db);
  const sql: WriteSql = parts.sql;
  const transact = <Result>(
    areas: readonly StoreArea[],
    work: (sql: WriteSql) => Result,
  ): Result => {
    try {
      return db
        .transaction(() => {
          const result = work(sql);
          for (const area of areas) {
            sql.run('UPDATE area_version SET version = version + 1 WHERE area = ?', area);
          }
          return result;
        })
        .immediate();
    } catch (error) {
      // Nobody but this engine's own jobs may write: the store's lock keeps everyone else out.
      const busy = (error as { code?: string }).code?.startsWith('SQLITE_BUSY') === true;
      throw busy ? new AppError('store.busy', { cause: error }) : asStoreError(error, path);
    }
  };
  const close = () => {
    try {
      if (db.open) optimize(db);
    } finally {
      db.close();
      lock?.[Symbol.dispose]();
    }
  };
  // The brand exists in the types only: it is what keeps a reader from being passed as a writer.
  const store: Unbranded<WriteStore> = { path, key, ...parts, transact, [Symbol.dispose]: close };
  return store as WriteStore;
}

/** Takes a store that came to nothing off the disk; it must be closed. */
export function removeStoreFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** Fresh statistics for the planner, where nobody writes just now: closing must not wait or fail for them. */
function optimize(db: Database.Database): void {
  db.pragma('busy_timeout = 0');
  // A sample of each index is enough to choose between them.
  db.pragma('analysis_limit = 400');
  unlessBusy(() => db.pragma('optimize'));
}

/** Upkeep that others' work, or a full disk, may put off. */
function unlessBusy(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('SQLITE_')) throw error;
  }
}

/** SQLite's codes become ours; what we do not know stays as it is and ends as `internal`. */
function asStoreError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code ?? '';
  const known = sqliteCodes.find(([prefix]) => code.startsWith(prefix));
  return known === undefined ? error : new AppError(known[1], { at: { file: path }, cause: error });
}

const sqliteCodes = [
  ['SQLITE_NOTADB', 'store.wrong-passphrase'],
  ['SQLITE_BUSY', 'store.locked'],
  ['SQLITE_FULL', 'store.disk-full'],
  ['SQLITE_READONLY', 'store.read-only'],
  ['SQLITE_CANTOPEN', 'store.read-only'],
  ['SQLITE_CORRUPT', 'store.damaged'],
  ['SQLITE_IOERR', 'store.unreachable'],
] as const;
