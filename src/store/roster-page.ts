/** Rows of a roster as a grid or a list shows them. */
import type {
  Enrolment,
  EntryStatus,
  FundSource,
  Marital,
  Roster,
  Segment,
  Sex,
} from '../domain/segments.ts';
import type { ReadStore } from './store.ts';

export interface RosterPageRow {
  readonly id: number;
  readonly personId: number;
  readonly name: string;
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly marital: Marital | null;
  readonly roster: Roster;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly parentUnitName: string | null;
  /** The position; a kind of work where there is none. */
  readonly position: string | null;
  readonly jobKind: string | null;
  readonly nip: string | null;
  readonly decree: string | null;
  readonly startDate: string | null;
  readonly desil: number | null;
  readonly dtsenId: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  readonly segment: Segment;
  readonly wageSen: number | null;
  readonly fundSource: FundSource | null;
  readonly status: EntryStatus;
  /** Goes up by one with each change of the entry. */
  readonly version: number;
  /** Null until a run of the matcher has seen the entry. */
  readonly enrolment: Enrolment | null;
}

/** The rows of the given ids, in that order. */
export function readEntries(store: ReadStore, ids: readonly number[]): RosterPageRow[] {
  if (ids.length === 0) return [];
  return store.sql.all<RosterPageRow>(
    `SELECT e.id, e.person_id AS personId, p.name, p.nik, e.kpj, p.birth_date AS birthDate, p.sex, p.marital, e.roster,
       e.unit_id AS unitId, u.name AS unitName, up.name AS parentUnitName, e.sort_position AS position,
       e.job_kind AS jobKind, e.nip, e.decree, e.start_date AS startDate, e.desil, e.dtsen_id AS dtsenId, p.phone, e.note,
       e.segment, e.wage_sen AS wageSen, e.fund_source AS fundSource, e.status, e.version, s.enrolment
     FROM json_each(?) wanted
     CROSS JOIN roster_entry e ON e.id = wanted.value
     JOIN person p ON p.id = e.person_id
     LEFT JOIN unit u ON u.id = e.unit_id
     LEFT JOIN unit up ON up.id = u.parent_id
     LEFT JOIN entry_state s ON s.entry_id = e.id
     ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
}
