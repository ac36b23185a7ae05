/** Every worker still in a roster, one row each, with all that a plan asks of them. */
import type { EmployerGroup, Enrolment, FundSource, Roster, Segment } from '../domain/segments.ts';
import type { ReadStore } from './store.ts';

/** A row as it comes; columns in this order. */
export type PlanPersonRow = readonly [
  entryId: number,
  personId: number,
  roster: Roster,
  employerGroup: EmployerGroup,
  segment: Segment,
  fundSource: FundSource | null,
  wageSen: number | null,
  position: string | null,
  jobKind: string | null,
  unitId: number | null,
  startDate: string | null,
  endDate: string | null,
  desil: number | null,
  birthDate: string | null,
  deceased: number,
  enrolment: Enrolment,
  coveredElsewhere: number,
];

/**
 * Rows in the order of their numbers. Covered elsewhere: active under an employer number that is none of the regency's
 * own, which are those it imported contribution lists of.
 */
export function iteratePlanPeople(store: ReadStore): IterableIterator<PlanPersonRow> {
  return store.sql.iterateRaw<PlanPersonRow>(
    `SELECT e.id, e.person_id, e.roster, e.employer_group, e.segment, e.fund_source, e.wage_sen, e.position, e.job_kind,
       e.unit_id, e.start_date, e.end_date, e.desil, p.birth_date, p.deceased, coalesce(s.enrolment, 'belum'),
       CASE WHEN s.enrolment = 'aktif' AND m.npp IS NOT NULL AND x.kind = 'bpjs-nik'
         AND m.npp NOT IN (SELECT o.npp FROM membership o JOIN bpjs_export y ON y.id = o.export_id
           WHERE y.kind = 'bpjs-pu' AND y.active = 1 AND o.npp IS NOT NULL) THEN 1 ELSE 0 END
     FROM roster_entry e
     JOIN person p ON p.id = e.person_id
     LEFT JOIN entry_state s ON s.entry_id = e.id
     LEFT JOIN membership m ON m.id = s.membership_id
     LEFT JOIN bpjs_export x ON x.id = m.export_id
     WHERE e.status <> 'keluar'
     ORDER BY e.id`,
  );
}

/** How many rows `iteratePlanPeople` gives. */
export function countPlanPeople(store: ReadStore): number {
  return (
    store.sql.pluck<number>("SELECT count(*) FROM roster_entry WHERE status <> 'keluar'")[0] ?? 0
  );
}

/** Of people on several rows the one that counts: the first of non-ASN, desa, rentan, then the lowest number. */
export function entriesThatCount(store: ReadStore): ReadonlyMap<number, number> {
  const rows = store.sql.all<{ person: number; entry: number }>(
    `SELECT person_id AS person, id AS entry FROM roster_entry
     WHERE status <> 'keluar' AND person_id IN (
       SELECT person_id FROM roster_entry GROUP BY person_id HAVING count(*) > 1)
     ORDER BY CASE roster WHEN 'non-asn' THEN 3 WHEN 'desa' THEN 2 ELSE 1 END, id DESC`,
  );
  return new Map(rows.map(({ person, entry }) => [person, entry]));
}

export interface PlanUnit {
  readonly id: number;
  readonly kind: 'opd' | 'kecamatan' | 'desa' | 'kelurahan';
  readonly name: string;
  readonly parentName: string | null;
}

/** Units in the order lists are printed: OPD first, then by kecamatan. */
export function listPlanUnits(store: ReadStore): PlanUnit[] {
  return store.sql.all<PlanUnit>(
    `SELECT u.id, u.kind, u.name, p.name AS parentName FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
     ORDER BY u.kind <> 'opd', coalesce(p.name, u.name), p.name IS NOT NULL, u.name, u.id`,
  );
}

export interface PlanNames {
  readonly entryId: number;
  readonly name: string;
  readonly nik: string | null;
  readonly birthDate: string | null;
  readonly sex: 'L' | 'P' | null;
  readonly address: string | null;
  readonly position: string | null;
}

/** Names for a list to enrol from, in the order of the ids given. */
export function readPlanNames(store: ReadStore, entryIds: readonly number[]): PlanNames[] {
  const rows = store.sql.all<PlanNames>(
    `SELECT e.id AS entryId, p.name, p.nik, p.birth_date AS birthDate, p.sex, p.address,
       coalesce(e.position, e.job_kind) AS position
     FROM json_each(?) j JOIN roster_entry e ON e.id = j.value JOIN person p ON p.id = e.person_id`,
    JSON.stringify(entryIds),
  );
  const byId = new Map(rows.map((row) => [row.entryId, row]));
  return entryIds.flatMap((id) => byId.get(id) ?? []);
}
