/** The tables of 0001/budget-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';
import type { FundSource, Programme, Roster } from '../../domain/segments.ts';

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

export interface BudgetSchema {
  budget_line: BudgetLineTable;
  regulation: RegulationTable;
  realisation: RealisationTable;
}
