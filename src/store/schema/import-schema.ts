/** The tables of 0001/import-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';
import type { ImportKind } from '../../domain/segments.ts';

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

export interface ImportSchema {
  import_batch: ImportBatchTable;
  import_profile: ImportProfileTable;
  staged_row: StagedRowTable;
  staged_edit: StagedEditTable;
  set_aside_row: SetAsideRowTable;
}
