/** The tables of 0001/bpjs-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';
import type { BpjsExportKind, Sex } from '../../domain/segments.ts';

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

export interface BpjsSchema {
  bpjs_export: BpjsExportTable;
  membership: MembershipTable;
}
