/** How many of each roster and unit are enrolled, counted in one pass over the entries. */
import type { Enrolment, Roster } from '../domain/segments.ts';
import type { ReadStore } from './store.ts';

export interface EnrolmentCount {
  readonly roster: Roster;
  readonly unitId: number | null;
  readonly enrolment: Enrolment;
  readonly entries: number;
}

/** Workers still in the rosters (not `keluar`), by roster, unit and enrolment. */
export function countEnrolment(store: ReadStore): EnrolmentCount[] {
  return store.sql.all<EnrolmentCount>(
    `SELECT e.roster, e.unit_id AS unitId, coalesce(s.enrolment, 'belum') AS enrolment, count(*) AS entries
     FROM roster_entry e LEFT JOIN entry_state s ON s.entry_id = e.id
     WHERE e.status <> 'keluar'
     GROUP BY e.roster, e.unit_id, coalesce(s.enrolment, 'belum')`,
  );
}

export interface RosterCount {
  readonly roster: Roster;
  readonly entries: number;
  readonly units: number;
  readonly lastImportAt: string | null;
}

export function countRosters(store: ReadStore): RosterCount[] {
  const lastImport = new Map(
    store.sql
      .all<{ kind: string; at: string }>(
        `SELECT kind, max(committed_at) AS at FROM import_batch WHERE state = 'committed' GROUP BY kind`,
      )
      .map(({ kind, at }) => [kind, at]),
  );
  const counted = new Map(
    store.sql
      .all<{ roster: Roster; entries: number; units: number }>(
        `SELECT roster, count(*) AS entries, count(DISTINCT unit_id) AS units
         FROM roster_entry GROUP BY roster`,
      )
      .map((row) => [row.roster, row]),
  );
  return (['non-asn', 'desa', 'rentan'] as const).map((roster) => ({
    roster,
    entries: counted.get(roster)?.entries ?? 0,
    units: counted.get(roster)?.units ?? 0,
    lastImportAt: lastImport.get(roster) ?? null,
  }));
}

/** Names of the BPJS files that count now, newest first, for the line under each coverage table. */
export function activeExportNames(store: ReadStore): string[] {
  return store.sql.pluck<string>(
    `SELECT b.file_name FROM bpjs_export x JOIN import_batch b ON b.id = x.batch_id
     WHERE x.active = 1 AND b.state = 'committed' ORDER BY b.id DESC`,
  );
}
