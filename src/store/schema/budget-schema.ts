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

export interface BudgetSchema {
  budget_line: BudgetLineTable;
  regulation: RegulationTable;
}
