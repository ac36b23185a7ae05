/** OPD units that come to be known by the files that name them. */
import type { WriteSql } from '../store.ts';

/**
 * The key of an OPD's name. Unlike a village's it keeps its first word: the offices `Kecamatan Brebes` and
 * `Kelurahan Brebes` are two.
 */
export function opdKey(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** The id of the OPD of that name, added when there is none; says which. */
export function ensureOpd(sql: WriteSql, name: string): { id: number; added: boolean } {
  const key = opdKey(name);
  const known = sql.get<{ id: number }>(
    `SELECT id FROM unit WHERE kind = 'opd' AND parent_id IS NULL AND name_key = ?`,
    key,
  );
  if (known !== undefined) return { id: known.id, added: false };
  const { lastInsertRowid } = sql.run(
    `INSERT INTO unit (kind, name, name_key) VALUES ('opd', ?, ?)`,
    name.trim(),
    key,
  );
  return { id: Number(lastInsertRowid), added: true };
}

/** Removes OPD that an undone import had added and nobody uses. */
export function removeUnusedOpd(sql: WriteSql, ids: readonly number[]): void {
  for (const id of ids) {
    sql.run(
      `DELETE FROM unit WHERE id = ? AND kind = 'opd'
       AND NOT EXISTS (SELECT 1 FROM roster_entry e WHERE e.unit_id = unit.id)
       AND NOT EXISTS (SELECT 1 FROM realisation r WHERE r.unit_id = unit.id)
       AND NOT EXISTS (SELECT 1 FROM budget_allocation a WHERE a.unit_id = unit.id)`,
      id,
    );
  }
}
