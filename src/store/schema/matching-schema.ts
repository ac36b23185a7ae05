/** The tables of 0001/matching-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';
import type { Enrolment } from '../../domain/segments.ts';

export interface ReconcileRunTable {
  id: Generated<number>;
  as_of: string;
  started_at: string;
  finished_at: string;
  engine_version: string;
  roster_version: number;
  bpjs_version: number;
  counts: string;
  calibration: string | null;
}

export interface RunMemoryTable {
  part: string;
  run_id: number;
  data: Uint8Array;
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
  operator: string | null;
  second_operator: string | null;
  source: Generated<'queue' | 'bulk' | 'list' | 'implied'>;
  cause: string | null;
}

export interface EntryStateTable {
  entry_id: number;
  run_id: number;
  enrolment: Enrolment;
  link_class: string | null;
  membership_id: number | null;
}

export interface MatchingSchema {
  reconcile_run: ReconcileRunTable;
  run_memory: RunMemoryTable;
  link: LinkTable;
  link_decision: LinkDecisionTable;
  entry_state: EntryStateTable;
}
