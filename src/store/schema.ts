/** The tables as Kysely sees them; the SQL of migrations/ is the source. */
import type { Generated } from 'kysely';
import type {
  BpjsExportKind,
  EmployerGroup,
  Enrolment,
  EntryStatus,
  FundSource,
  ImportKind,
  Programme,
  Roster,
  Segment,
  Sex,
} from '../domain/segments.ts';

export interface RegencyProfileTable {
  id: number;
  code: string;
  name: string;
  province: string;
  fiscal_year: number;
  office_name: string;
  address_lines: string;
  phone: string;
  email: string;
  place: string;
  signatory_title: string;
  signatory_name: string;
  signatory_rank: string;
  signatory_nip: string;
  recipient: string;
  letter_number: string;
}

export interface UnitTable {
  id: Generated<number>;
  kind: 'opd' | 'kecamatan' | 'desa' | 'kelurahan';
  code: string | null;
  name: string;
  name_key: string;
  parent_id: number | null;
}

export interface ImportBatchTable {
  id: Generated<number>;
  kind: ImportKind;
  state: 'staged' | 'committed' | 'undone' | 'discarded';
  file_name: string;
  bytes: number;
  sha256: string;
  facts: string;
  choices: string;
  sheets: string;
  counts: string;
  issue_counts: string;
  staged_at: string;
  committed_at: string | null;
  undone_at: string | null;
}

export interface ImportProfileTable {
  id: Generated<number>;
  kind: ImportKind;
  source_key: string;
  file_name: string;
  choices: string;
  saved_at: string;
}

export interface StagedRowTable {
  batch_id: number;
  seq: number;
  sheet: string;
  source_row: number;
  action: 'add' | 'update' | 'same' | 'leave' | 'conflict' | 'reject';
  severity: 'error' | 'warning' | 'info' | null;
  person_id: number | null;
  entry_id: number | null;
  values: string;
  issues: string | null;
}

export interface StagedEditTable {
  batch_id: number;
  seq: number;
  base_values: string;
  base_issues: string | null;
  edits: string;
}

export interface SetAsideRowTable {
  batch_id: number;
  seq: number;
  sheet: string;
  source_row: number;
  reason: string;
  text: string;
}

export interface PersonTable {
  id: Generated<number>;
  nik: string | null;
  name: string;
  name_key: string;
  birth_date: string | null;
  birth_place: string | null;
  sex: Sex | null;
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
  desil: number | null;
  note: string | null;
  sort_name: string;
  sort_birth: string | null;
  sort_position: string | null;
  batch_id: number | null;
  source_sheet: string | null;
  source_row: number | null;
  version: Generated<number>;
}

export interface BpjsExportTable {
  id: Generated<number>;
  batch_id: number;
  kind: BpjsExportKind;
  npp: string | null;
  employer: string | null;
  period: string | null;
  active: Generated<number>;
}

export interface MembershipTable {
  id: Generated<number>;
  export_id: number;
  nik: string | null;
  kpj: string | null;
  npp: string | null;
  employer: string | null;
  name: string;
  birth_date: string | null;
  sex: Sex | null;
  place: string | null;
  job: string | null;
  jkk: number | null;
  jkm: number | null;
  jht: number | null;
  jp: number | null;
  wage_sen: number | null;
  contribution_sen: number | null;
  joined_on: string | null;
  ended_on: string | null;
  grace_until: string | null;
  source_sheet: string;
  source_row: number;
}

export interface ReconcileRunTable {
  id: Generated<number>;
  as_of: string;
  started_at: string;
  finished_at: string;
  engine_version: string;
  roster_version: number;
  bpjs_version: number;
  counts: string;
}

export type LinkClass = 'nik' | 'kpj' | 'strong' | 'review' | 'conflict' | 'decided';

export interface LinkTable {
  id: Generated<number>;
  run_id: number;
  person_id: number;
  membership_id: number;
  class: LinkClass;
  probability: number;
  weight: number;
  evidence: number;
  decision: 'same' | 'different' | null;
}

export interface LinkDecisionTable {
  id: Generated<number>;
  left_key: string;
  right_key: string;
  decision: 'same' | 'different';
  note: string | null;
  decided_at: string;
}

export interface EntryStateTable {
  entry_id: number;
  run_id: number;
  enrolment: Enrolment;
  link_class: string | null;
  membership_id: number | null;
}

export interface TariffOverrideTable {
  id: Generated<number>;
  row: string;
  reason: string;
  author: string;
  created_at: string;
  withdrawn_at: string | null;
}

export interface BudgetScenarioTable {
  id: Generated<number>;
  name: string;
  year: number;
  scope: 'missing' | 'active' | 'all';
  assumptions: string;
  created_at: string;
}

export interface BudgetLineTable {
  scenario_id: number;
  roster: Roster;
  fund_source: FundSource;
  account_code: string;
  programme: Programme;
  month: string;
  persons: number;
  amount_rupiah: number;
}

export interface RegulationTable {
  id: Generated<number>;
  kind: string;
  number: string;
  year: number;
  enacted_on: string | null;
  about: string;
  status: 'rancangan' | 'berlaku' | 'dicabut';
  segments: string;
}

export interface RealisationTable {
  id: Generated<number>;
  year: number;
  period: string;
  fund_source: FundSource;
  account_code: string | null;
  unit_id: number | null;
  billing_code: string | null;
  persons: number;
  amount_rupiah: number;
  paid_on: string | null;
  batch_id: number | null;
}

export interface JournalTable {
  id: Generated<number>;
  at: string;
  action: string;
  params: string;
  batch_id: number | null;
  entry_id: number | null;
}

export interface JournalChangeTable {
  journal_id: number;
  entity: 'person' | 'roster_entry' | 'bpjs_export';
  entity_id: number;
  before: string | null;
  after: string | null;
}

export interface Schema {
  meta: { key: string; value: string };
  area_version: { area: StoreArea; version: number };
  regency_profile: RegencyProfileTable;
  unit: UnitTable;
  import_batch: ImportBatchTable;
  import_profile: ImportProfileTable;
  staged_row: StagedRowTable;
  staged_edit: StagedEditTable;
  set_aside_row: SetAsideRowTable;
  person: PersonTable;
  roster_entry: RosterEntryTable;
  bpjs_export: BpjsExportTable;
  membership: MembershipTable;
  reconcile_run: ReconcileRunTable;
  link: LinkTable;
  link_decision: LinkDecisionTable;
  entry_state: EntryStateTable;
  tariff_override: TariffOverrideTable;
  budget_scenario: BudgetScenarioTable;
  budget_line: BudgetLineTable;
  regulation: RegulationTable;
  realisation: RealisationTable;
  journal: JournalTable;
  journal_change: JournalChangeTable;
}

export type StoreArea = 'roster' | 'bpjs' | 'links' | 'profile';
