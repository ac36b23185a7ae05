/** The tables of 0001/roster-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';
import type {
  EmployerGroup,
  EntryStatus,
  FundSource,
  Marital,
  Roster,
  Segment,
  Sex,
} from '../../domain/segments.ts';

export interface PersonTable {
  id: Generated<number>;
  nik: string | null;
  name: string;
  name_key: string;
  birth_date: string | null;
  birth_place: string | null;
  sex: Sex | null;
  marital: Marital | null;
  address: string | null;
  phone: string | null;
  deceased: Generated<number>;
  batch_id: number | null;
}

export interface RosterEntryTable {
  id: Generated<number>;
  person_id: number;
  roster: Roster;
  unit_id: number | null;
  segment: Segment;
  employer_group: EmployerGroup;
  position: string | null;
  job_kind: string | null;
  kpj: string | null;
  wage_sen: number | null;
  fund_source: FundSource | null;
  status: EntryStatus;
  status_reason: string | null;
  start_date: string | null;
  end_date: string | null;
  decree: string | null;
  nip: string | null;
  desil: number | null;
  dtsen_id: string | null;
  note: string | null;
  sort_name: string;
  sort_birth: string | null;
  sort_position: string | null;
  batch_id: number | null;
  source_sheet: string | null;
  source_row: number | null;
  version: Generated<number>;
}

export interface RosterSchema {
  person: PersonTable;
  roster_entry: RosterEntryTable;
}
