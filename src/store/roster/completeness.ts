/** Who sent a list: each unit a roster is kept for, how many stand in it, and the last file that spoke of it. */
import type { Roster } from '../../domain/segments.ts';
import type { ReadStore } from '../store.ts';

export interface UnitCompleteness {
  /** Null for rows of no unit. */
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly parentUnitName: string | null;
  /** Entries that have not left the roster. */
  readonly rows: number;
  readonly lastImportAt: string | null;
  readonly lastFile: string | null;
}

// Villages only for village officials: a kelurahan's are civil servants.
const unitsOf: Readonly<Record<Roster, string>> = {
  'non-asn': "u.kind = 'opd'",
  desa: "u.kind = 'desa'",
  rentan: "u.kind IN ('desa', 'kelurahan')",
};

/**
 * Units that sent nothing come first, then by name. A file speaks of a unit when it added somebody there, or changed or
 * confirmed somebody who stands there.
 */
export function readCompleteness(store: ReadStore, roster: Roster): UnitCompleteness[] {
  return store.sql.all<UnitCompleteness>(
    `WITH counted AS MATERIALIZED (
       SELECT unit_id, count(*) AS rows FROM roster_entry
       WHERE roster = ? AND status <> 'keluar' GROUP BY unit_id),
     spoken AS MATERIALIZED (
       SELECT unit_id, max(batch_id) AS batch_id FROM (
         SELECT unit_id, max(batch_id) AS batch_id FROM roster_entry
           WHERE batch_id IS NOT NULL AND roster = ? GROUP BY unit_id
         UNION ALL
         SELECT e.unit_id, s.batch_id FROM import_batch b
           CROSS JOIN staged_row s ON s.batch_id = b.id AND s.action IN ('update', 'same')
           CROSS JOIN roster_entry e ON e.id = s.entry_id
           WHERE b.state = 'committed' AND b.kind = ?)
       GROUP BY unit_id),
     places AS (
       SELECT u.id, u.name, u.name_key, u.parent_id FROM unit u
         WHERE ${unitsOf[roster]} OR u.id IN (SELECT unit_id FROM counted)
       UNION ALL
       SELECT NULL, NULL, NULL, NULL WHERE EXISTS (SELECT 1 FROM counted WHERE unit_id IS NULL))
     SELECT p.id AS unitId, p.name AS unitName, up.name AS parentUnitName, ifnull(c.rows, 0) AS rows,
       b.committed_at AS lastImportAt, b.file_name AS lastFile
     FROM places p LEFT JOIN unit up ON up.id = p.parent_id
     LEFT JOIN counted c ON c.unit_id IS p.id
     LEFT JOIN spoken s ON s.unit_id IS p.id
     LEFT JOIN import_batch b ON b.id = s.batch_id
     ORDER BY ifnull(c.rows, 0) > 0, up.name, p.name_key, p.id`,
    roster,
    roster,
    roster,
  );
}
