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

/**
 * Removes OPD that an undone import had added and nobody uses. A deed that may yet be taken back, and a scenario, are
 * uses too. A plan that waits is none: it names the office and brings it again.
 */
export function removeUnusedOpd(sql: WriteSql, ids: readonly number[]): void {
  const idle = sql.pluck<number>(
    `SELECT u.id FROM json_each(?) w CROSS JOIN unit u ON u.id = w.value AND u.kind = 'opd'
     WHERE NOT EXISTS (SELECT 1 FROM roster_entry e WHERE e.unit_id = u.id)
       AND NOT EXISTS (SELECT 1 FROM realisation r WHERE r.unit_id = u.id)
       AND NOT EXISTS (SELECT 1 FROM budget_allocation a WHERE a.unit_id = u.id)`,
    JSON.stringify(ids),
  );
  if (idle.length === 0) return;
  const spoken = new Set(sql.pluck<number>(unitsSpokenOf));
  for (const id of idle) if (!spoken.has(id)) sql.run('DELETE FROM unit WHERE id = ?', id);
}

// Units that stand in no row and may come to: an undo puts back where people stood, a scenario has recruits there. What
// an undo itself left in the journal is never put back. Asked once for all, as no index leads into a JSON.
const unitsSpokenOf = `
SELECT c.before ->> '$.unit_id' FROM journal j
  CROSS JOIN journal_change c ON c.journal_id = j.id AND c.entity = 'roster_entry' AND c.before IS NOT NULL
  JOIN roster_entry e ON e.id = c.entity_id
  WHERE j.action NOT IN ('import.undo', 'roster.undoEdit')
    AND (j.batch_id IS NULL OR j.batch_id IN (SELECT id FROM import_batch WHERE state = 'committed'))
    AND j.id NOT IN (SELECT ifnull(u.params ->> 'deed', 0) FROM journal u WHERE u.action = 'roster.undoEdit')
UNION
SELECT r.value ->> '$.unitId' FROM budget_scenario s, json_each(s.assumptions, '$.recruitments') r
UNION
SELECT r.value ->> '$.unitId' FROM journal_change c, json_each(c.before ->> '$.assumptions', '$.recruitments') r
  WHERE c.entity = 'budget_scenario' AND c.before IS NOT NULL AND c.after IS NULL
    AND NOT EXISTS (SELECT 1 FROM budget_scenario s WHERE s.id = c.entity_id)`;
