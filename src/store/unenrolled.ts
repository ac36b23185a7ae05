/** The workers that no export knows, for the annex of the packet. */
import type { EntryStatus, Roster } from '../domain/segments.ts';
import type { ReadStore } from './store.ts';

export interface UnenrolledEntry {
  readonly name: string;
  readonly nik: string | null;
  readonly unit: string | null;
  readonly district: string | null;
  readonly position: string | null;
  readonly roster: Roster;
  readonly status: EntryStatus;
}

const ofUnit = `
SELECT p.name, p.nik, u.name AS unit, up.name AS district, e.sort_position AS position, e.roster, e.status
FROM roster_entry e
JOIN person p ON p.id = e.person_id
LEFT JOIN unit u ON u.id = e.unit_id
LEFT JOIN unit up ON up.id = u.parent_id
WHERE e.roster = ? AND e.unit_id IS ? AND e.status <> 'keluar'
  AND NOT EXISTS (SELECT 1 FROM entry_state s WHERE s.entry_id = e.id AND s.enrolment <> 'belum')
ORDER BY e.sort_name, e.id`;

/**
 * Sorted by roster, district, unit and name; starts anew at each call. Unit by unit, each a range in name order: a
 * million people sorted at once would have to be held first.
 */
export function* iterateUnenrolled(store: ReadStore): Generator<UnenrolledEntry> {
  const units = store.sql
    .all<{ id: number; unit: string; district: string | null }>(
      `SELECT u.id, u.name AS unit, up.name AS district FROM unit u LEFT JOIN unit up ON up.id = u.parent_id`,
    )
    .sort((a, b) => compare(a.district, b.district) || compare(a.unit, b.unit) || a.id - b.id);
  for (const roster of ['non-asn', 'desa', 'rentan'] as const) {
    for (const id of [null, ...units.map((unit) => unit.id)]) {
      yield* store.sql.iterate<UnenrolledEntry>(ofUnit, roster, id);
    }
  }
}

/** As the store sorts texts: what is missing first, then by their letters' numbers. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
