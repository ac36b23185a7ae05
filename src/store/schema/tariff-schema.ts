/** The tables of 0001/tariff-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';

export interface TariffOverrideTable {
  id: Generated<number>;
  row: string;
  reason: string;
  author: string;
  created_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

export interface TariffConfirmationTable {
  id: Generated<number>;
  row_id: string;
  figure: string;
  by: string;
  note: string;
  at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

export interface BudgetConfigTable {
  year: number;
  config: string;
  author: string;
  reason: string;
  saved_at: string;
}

export interface OwnFundTable {
  id: string;
  added_at: string;
  author: string;
}

export interface BudgetAccountTable {
  id: Generated<number>;
  year: number;
  fund_kind: 'apbd' | 'apbdes' | 'dbhcht';
  employer_group: string;
  position: string;
  programme: string;
  code: string;
  name: string;
}

export interface TariffSchema {
  tariff_override: TariffOverrideTable;
  tariff_confirmation: TariffConfirmationTable;
  budget_config: BudgetConfigTable;
  own_fund: OwnFundTable;
  budget_account: BudgetAccountTable;
}
