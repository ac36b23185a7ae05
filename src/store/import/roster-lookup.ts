/** People and entries that a row of a file may mean. */
import type {
  EmployerGroup,
  EntryStatus,
  FundSource,
  Marital,
  Roster,
  Segment,
  Sex,
} from '../../domain/segments.ts';
import type { ReadSql } from '../store.ts';

/** A person with their entry in the roster looked at; the entry's columns are null when there is none. */
export interface KnownPerson {
  readonly personId: number;
  readonly nik: string | null;
  readonly name: string;
  readonly nameKey: string;
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
  readonly sex: Sex | null;
  readonly marital: Marital | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly deceased: number;
  /** Other rosters this person stands in, comma-separated. */
  readonly otherRosters: string | null;
  readonly entryId: number | null;
  readonly unitId: number | null;
  readonly segment: Segment | null;
  readonly employerGroup: EmployerGroup | null;
  readonly position: string | null;
  readonly jobKind: string | null;
  readonly kpj: string | null;
  readonly wageSen: number | null;
  readonly fundSource: FundSource | null;
  readonly status: EntryStatus | null;
  readonly statusReason: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly decree: string | null;
  readonly nip: string | null;
  readonly desil: number | null;
  readonly dtsenId: string | null;
  readonly note: string | null;
}

const columns = `
  p.id AS personId, p.nik, p.name, p.name_key AS nameKey, p.birth_date AS birthDate,
  p.birth_place AS birthPlace, p.sex, p.marital, p.address, p.phone, p.deceased,
  (SELECT group_concat(DISTINCT o.roster) FROM roster_entry o
   WHERE o.person_id = p.id AND o.roster <> ?) AS otherRosters,
  e.id AS entryId, e.unit_id AS unitId, e.segment, e.employer_group AS employerGroup, e.position,
  e.job_kind AS jobKind, e.kpj, e.wage_sen AS wageSen, e.fund_source AS fundSource, e.status, e.status_reason AS statusReason,
  e.start_date AS startDate, e.end_date AS endDate, e.decree, e.nip, e.desil, e.dtsen_id AS dtsenId, e.note
  FROM person p LEFT JOIN roster_entry e ON e.person_id = p.id AND e.roster = ?`;

export interface RosterLookup {
  /** False while the store holds nobody: then no row needs to be looked up. */
  readonly anyone: boolean;
  readonly byNik: (nik: string) => readonly KnownPerson[];
  readonly byNameAndBirth: (nameKey: string, birthDate: string | null) => readonly KnownPerson[];
}

/** More namesakes than this say nothing about who is meant. */
const mostNamesakes = 50;

export function rosterLookup(sql: ReadSql, roster: Roster): RosterLookup {
  const anyone = sql.pluck<number>('SELECT EXISTS (SELECT 1 FROM person)')[0] === 1;
  return {
    anyone,
    byNik: (nik) =>
      sql.all<KnownPerson>(`SELECT ${columns} WHERE p.nik = ? ORDER BY p.id`, roster, roster, nik),
    byNameAndBirth: (nameKey, birthDate) =>
      sql.all<KnownPerson>(
        `SELECT ${columns} WHERE p.name_key = ? AND p.birth_date IS ? ORDER BY p.id LIMIT ${mostNamesakes}`,
        roster,
        roster,
        nameKey,
        birthDate,
      ),
  };
}
