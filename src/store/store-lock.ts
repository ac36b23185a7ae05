/**
 * One engine at a time writes a store. The claim is an operating-system lock held by an open SQLite
 * transaction on a small file beside the store: it vanishes with the process, so no stale lock is left.
 */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../domain/app-error.ts';

export interface StoreLock extends Disposable {
  readonly path: string;
}

/** Throws `store.locked` when another engine holds it, `store.read-only` where no file can be made. */
export function lockStore(storePath: string): StoreLock {
  const path = `${storePath}-lock`;
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: 0 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
      throw new AppError('store.locked', { at: { file: storePath }, cause: error });
    }
    throw new AppError('store.read-only', { at: { file: storePath }, cause: error });
  }
  const held = db;
  return {
    path,
    [Symbol.dispose]() {
      if (!held.open) return;
      held.close();
      rmSync(path, { force: true });
    },
  };
}
