/** Who is to be priced, gathered into groups that cost the same; and who is left out, by reason. */
import type { EmployerGroup, FundSource, Roster, Segment } from '../domain/segments.ts';
import type { ReadStore } from './store.ts';

export type PriceScope = 'missing' | 'active' | 'all';

/** Persons alike in everything that decides a premium. */
export interface PriceGroup {
  /** The OPD of a non-ASN worker where groups are asked for by unit; else null. */
  readonly unitId: number | null;
  readonly roster: Roster;
  readonly employerGroup: EmployerGroup;
  readonly segment: Segment;
  readonly fundSource: FundSource | null;
  readonly wageSen: number | null;
  /** Given for village officials: it decides their account code and their least wage. */
  readonly position: string | null;
  /** First and last month of work inside the year, `YYYY-MM`; null: from its start, to its end. */
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  /** Why the group is not priced; null when it is. */
  readonly leftOut: 'deceased' | 'over-65' | 'other-roster' | null;
  readonly persons: number;
}

const rank = (column: string) =>
  `CASE ${column} WHEN 'non-asn' THEN 1 WHEN 'desa' THEN 2 ELSE 3 END`;

/**
 * Groups of a fiscal year. A person in two rosters is priced once, in the first of non-ASN, desa, rentan;
 * BPU participants older than 65 on 1 January and people marked deceased are left out, and counted.
 */
export function* listPriceGroups(
  store: ReadStore,
  year: number,
  scope: PriceScope,
  byUnit = false,
): Generator<PriceGroup> {
  const inScope = {
    missing: `coalesce(s.enrolment, 'belum') = 'belum'`,
    active: `s.enrolment = 'aktif'`,
    all: '1 = 1',
  }[scope];
  yield* store.sql.iterate<PriceGroup>(
    `SELECT ${byUnit ? `CASE WHEN e.roster = 'non-asn' THEN e.unit_id END` : 'NULL'} AS unitId, e.roster, e.employer_group AS employerGroup, e.segment, e.fund_source AS fundSource,
       e.wage_sen AS wageSen,
       CASE WHEN e.employer_group = 'perangkat-desa' THEN e.position END AS position,
       CASE WHEN e.start_date >= ? THEN substr(e.start_date, 1, 7) END AS fromMonth,
       CASE WHEN e.end_date < ? THEN substr(e.end_date, 1, 7) END AS toMonth,
       CASE
         WHEN p.deceased = 1 THEN 'deceased'
         WHEN EXISTS (SELECT 1 FROM roster_entry o WHERE o.person_id = e.person_id AND o.status <> 'keluar'
           AND (${rank('o.roster')}, o.id) < (${rank('e.roster')}, e.id)) THEN 'other-roster'
         WHEN e.segment = 'bpu' AND p.birth_date <= ? THEN 'over-65'
       END AS leftOut,
       count(*) AS persons
     FROM roster_entry e
     JOIN person p ON p.id = e.person_id
     LEFT JOIN entry_state s ON s.entry_id = e.id
     WHERE e.status <> 'keluar' AND ${inScope}
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    `${year}-01-01`,
    `${year}-12-01`,
    // Born on or before this day: 66 or older on 1 January.
    `${year - 66}-01-01`,
  );
}

/** Workers that came into a roster after the latest run: counted as not enrolled, though nobody has looked. */
export function countUnmatched(store: ReadStore): number {
  return (
    store.sql.pluck<number>(
      `SELECT count(*) FROM roster_entry e WHERE e.status <> 'keluar'
       AND NOT EXISTS (SELECT 1 FROM entry_state s WHERE s.entry_id = e.id)`,
    )[0] ?? 0
  );
}

/** Workers that a budget of the missing leaves to others: registered but not active, or waiting for review. */
export function countNotPriced(store: ReadStore): { inactive: number; toCheck: number } {
  const counted = store.sql.get<{ inactive: number; toCheck: number }>(
    `SELECT count(*) FILTER (WHERE s.enrolment IN ('grace', 'nonaktif')) AS inactive,
       count(*) FILTER (WHERE s.enrolment = 'perlu-periksa') AS toCheck
     FROM entry_state s JOIN roster_entry e ON e.id = s.entry_id WHERE e.status <> 'keluar'`,
  );
  return counted ?? { inactive: 0, toCheck: 0 };
}
