/** The tables of 0001/spending-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';
import type { FundSource, Roster } from '../../domain/segments.ts';

export interface BudgetVersionTable {
  id: Generated<number>;
  year: number;
  kind: 'murni' | 'pergeseran' | 'perubahan';
  number: number;
  decided_on: string;
  basis: string;
  journal_id: number;
  removed_by: number | null;
}

export interface BudgetAllocationTable {
  version_id: number;
  line: number;
  account_code: string;
  account_name: string;
  fund_source: FundSource;
  unit_id: number | null;
  amount_rupiah: number;
}

export interface RealisationTable {
  id: Generated<number>;
  year: number;
  period: string;
  roster: Roster;
  fund_source: FundSource;
  account_code: string | null;
  unit_id: number | null;
  billing_code: string | null;
  persons: number;
  amount_rupiah: number;
  paid_on: string;
  note: string;
  file_name: string | null;
  source_row: number | null;
  journal_id: number;
  removed_by: number | null;
}

export interface SpendingSchema {
  budget_version: BudgetVersionTable;
  budget_allocation: BudgetAllocationTable;
  realisation: RealisationTable;
}
