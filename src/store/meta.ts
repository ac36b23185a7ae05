/** Small facts about the store itself, and the versions that caches compare. */
import type { StoreArea } from './schema/regency-schema.ts';
import type { ReadStore, SqlHolder, WriteSql } from './store.ts';

export type MetaKey = 'sample' | 'created-at';

export function readMeta(store: ReadStore, key: MetaKey): string | null {
  return (
    store.sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null
  );
}

export function writeMeta(sql: WriteSql, key: MetaKey, value: string): void {
  sql.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
}

/** How often an area has changed since the store was made. */
export function areaVersion(store: SqlHolder, area: StoreArea): number {
  return (
    store.sql.get<{ version: number }>('SELECT version FROM area_version WHERE area = ?', area)
      ?.version ?? 0
  );
}

/** Counts up an area whose change lies within a transaction of another. */
export function countUpArea(sql: WriteSql, area: StoreArea): void {
  sql.run('UPDATE area_version SET version = version + 1 WHERE area = ?', area);
}
