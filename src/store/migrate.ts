/**
 * Our own short runner, because Kysely's migrator is not transactional on SQLite: back up, then one
 * transaction for all missing steps, foreign keys checked before it commits.
 */
import type Database from 'better-sqlite3';
import { AppError } from '../domain/app-error.ts';
import { foundation } from './migrations/0001-foundation.ts';
import type { Migration } from './migrations/migration.ts';

export const migrations: readonly Migration[] = [foundation];

/** Highest schema version this app reads and writes. */
export const schemaVersion = Math.max(...migrations.map((m) => m.version));

/** `PADN`, written into the file's header so that another program's encrypted database is told apart. */
export const applicationId = 0x50_41_44_4e;

/**
 * Brings an opened database to `schemaVersion`. `backup` is called first when data is about to change.
 * Throws `store.newer-than-app` without touching anything when the file is ahead of the app.
 */
export function migrate(
  db: Database.Database,
  backup: (fromVersion: number) => void,
  steps: readonly Migration[] = migrations,
): void {
  const current = Number(db.pragma('user_version', { simple: true }));
  const target = Math.max(...steps.map((step) => step.version));
  if (current > target) {
    throw new AppError('store.newer-than-app', { params: { file: current, app: target } });
  }
  const missing = steps.filter((step) => step.version > current);
  if (missing.length === 0) return;
  if (current > 0) backup(current);

  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const step of [...missing].sort((a, b) => a.version - b.version)) {
        for (const script of step.up) db.exec(script);
      }
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) {
        throw new AppError('store.damaged', {
          params: { reason: 'foreign-keys', rows: broken.length },
        });
      }
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${target}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
