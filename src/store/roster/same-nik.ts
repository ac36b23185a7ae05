import type { EntryStatus, Roster } from '../../domain/segments.ts';
import type { ReadStore } from '../store.ts';

/** An entry whose person has the NIK asked for. */
export interface SameNik {
  readonly entryId: number;
  readonly personId: number;
  readonly name: string;
  readonly birthDate: string | null;
  readonly roster: Roster;
  readonly unitName: string | null;
  readonly status: EntryStatus;
}

/** Entries under a NIK, in any roster; `but` leaves out one person. More than fifty say nothing. */
export function entriesWithNik(store: ReadStore, nik: string, but: number | null): SameNik[] {
  return store.sql.all<SameNik>(
    `SELECT e.id AS entryId, p.id AS personId, p.name, p.birth_date AS birthDate, e.roster, u.name AS unitName, e.status
     FROM person p JOIN roster_entry e ON e.person_id = p.id LEFT JOIN unit u ON u.id = e.unit_id
     WHERE p.nik = ? AND p.id IS NOT ? ORDER BY e.id LIMIT 50`,
    nik,
    but,
  );
}
