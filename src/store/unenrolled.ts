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

/** Sorted by roster, district, unit and name; starts anew at each call. */
export function iterateUnenrolled(store: ReadStore): IterableIterator<UnenrolledEntry> {
  return store.sql.iterate<UnenrolledEntry>(
    `SELECT p.name, p.nik, u.name AS unit, up.name AS district, coalesce(e.position, e.job_kind) AS position,
       e.roster, e.status
     FROM roster_entry e
     JOIN person p ON p.id = e.person_id
     LEFT JOIN unit u ON u.id = e.unit_id
     LEFT JOIN unit up ON up.id = u.parent_id
     LEFT JOIN entry_state s ON s.entry_id = e.id
     WHERE e.status <> 'keluar' AND coalesce(s.enrolment, 'belum') = 'belum'
     ORDER BY CASE e.roster WHEN 'non-asn' THEN 1 WHEN 'desa' THEN 2 ELSE 3 END, up.name, u.name, e.sort_name, e.id`,
  );
}
