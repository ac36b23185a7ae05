/**
 * One engine at a time writes a store. The claim is an operating-system lock held by an open SQLite
 * transaction on a small file beside the store: it vanishes with the process, so no stale lock is left.
 */
import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../domain/app-error.ts';

export interface StoreLock extends Disposable {
  readonly path: string;
}

/** A file taken away between opening and locking it is rare once; five times running it is something else. */
const tries = 5;

/** Throws `store.locked` when another engine holds it, `store.read-only` where no file can be made. */
export function lockStore(storePath: string): StoreLock {
  const path = `${storePath}-lock`;
  try {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const held = claim(path);
      if (held !== null) return asLock(path, held);
    }
  } catch (error) {
    throw asLockError(error, storePath);
  }
  throw new AppError('store.locked', { at: { file: storePath } });
}

/**
 * Whoever closes a store takes the file away. One who opened it just before then would hold a lock on a file
 * that no longer has a name, beside the next one's: the lock counts only where the name still leads to it.
 */
function claim(path: string): Database.Database | null {
  makeFile(path);
  const before = identityOf(path);
  const db = new Database(path, { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw error;
  }
  if (before !== null && identityOf(path) === before) return db;
  db.close();
  return null;
}

/** Only ever a new file: closing a handle of one that is there would drop this process's own lock on it. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function identityOf(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}:${stat.birthtimeNs}`;
}

function asLock(path: string, held: Database.Database): StoreLock {
  return {
    path,
    [Symbol.dispose]() {
      if (!held.open) return;
      // Taken away while it is still held, so that nobody's new claim is; Windows lets no open file go.
      const gone = removeFile(path);
      held.close();
      if (!gone) removeFile(path);
    },
  };
}

/** False where the file is held: it is another's now, or whoever opens the store next claims it again. */
function removeFile(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

function asLockError(error: unknown, storePath: string): AppError {
  const code = (error as { code?: string }).code ?? '';
  const taken = code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
  return new AppError(taken ? 'store.locked' : 'store.read-only', {
    at: { file: storePath },
    cause: error,
  });
}
