/** The tables of 0001/finding-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';
import type { FindingCode, FollowUp } from '../../domain/findings.ts';
import type { Programme, Roster } from '../../domain/segments.ts';

export interface FindingRunTable {
  id: Generated<number>;
  run_id: number;
  as_of: string;
  made_at: string;
  roster_version: number;
  bpjs_version: number;
  links_version: number;
}

export interface FindingTable {
  id: Generated<number>;
  code: FindingCode;
  who: number;
  entry_id: number | null;
  membership_id: number | null;
  unit_id: number | null;
  roster: Roster | null;
  name: string;
  premium: number | null;
  reason: string;
  info: string;
  status: FollowUp;
  ignore_reason: string | null;
  pic: string;
  pic_set: Generated<number>;
  deadline: string;
  deadline_set: Generated<number>;
  present: number;
  first_run: number;
  turned_run: number;
  since: string;
  closed_on: string | null;
  closed_roster: number | null;
  closed_bpjs: number | null;
}

export interface FindingRuleTable {
  code: FindingCode;
  unit_id: Generated<number>;
  pic: string | null;
  days: number | null;
}

export interface CoverageCountTable {
  employer_group: string;
  roster: Roster;
  unit_id: Generated<number>;
  programme: Programme;
  workers: number;
  registered: number;
  active: number;
  paid: number;
}

export type MovementKind = 'joined' | 'left' | 'lapsed' | 'wage';

export interface MovementTable {
  id: Generated<number>;
  export_id: number;
  previous_id: number;
  kind: MovementKind;
  membership_id: number;
  name: string;
  nik: string | null;
  kpj: string | null;
  employer: string | null;
  wage_before: number | null;
  wage_after: number | null;
  ended_on: string | null;
}

export type DifferenceField = 'nik' | 'name' | 'birthDate' | 'sex' | 'wage' | 'programme';

export interface DifferenceTable {
  id: Generated<number>;
  entry_id: number;
  export_id: number;
  membership_id: number;
  field: DifferenceField;
  roster_value: string;
  bpjs_value: string;
  cost: number | null;
}

export interface ExportFactsTable {
  export_id: number;
  rows: number;
  with_nik: number;
  numbered: number;
  home: number;
  names: number;
}

export interface FindingSchema {
  export_payer: { export_id: number; payer: string; public: number };
  export_facts: ExportFactsTable;
  duplicate_of: { person_id: number; owner_id: number };
  finding_run: FindingRunTable;
  finding: FindingTable;
  finding_rule: FindingRuleTable;
  coverage_count: CoverageCountTable;
  movement: MovementTable;
  difference: DifferenceTable;
}
