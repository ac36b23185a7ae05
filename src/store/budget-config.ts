/** A regency's decisions for the budget of a year: settings, and the accounts it books on. */
import type { OwnAccount } from '../domain/account-codes.ts';
import { AppError } from '../domain/app-error.ts';
import { type BudgetConfig, budgetConfigSchema } from '../domain/budget-config.ts';
import type { BudgetAccountTable, BudgetConfigTable } from './schema/tariff-schema.ts';
import type { SqlHolder, WriteSql } from './store.ts';

export interface SavedBudgetConfig {
  /** The year it was saved for: the asked one, or the latest before it. */
  readonly year: number;
  readonly config: BudgetConfig;
  readonly author: string;
  readonly reason: string;
  readonly savedAt: string;
}

/** The settings of a year; of the latest earlier one when it has none of its own; null when nothing was ever saved. */
export function readBudgetConfig({ sql }: SqlHolder, year: number): SavedBudgetConfig | null {
  const found = sql.get<BudgetConfigTable>(
    'SELECT * FROM budget_config WHERE year <= ? ORDER BY year DESC LIMIT 1',
    year,
  );
  if (found === undefined) return null;
  const parsed = budgetConfigSchema.safeParse(JSON.parse(found.config));
  if (!parsed.success) {
    throw new AppError('store.damaged', { params: { reason: 'budget-config', year: found.year } });
  }
  const { author, reason, saved_at } = found;
  return { year: found.year, config: parsed.data, author, reason, savedAt: saved_at };
}

export function writeBudgetConfig(sql: WriteSql, saved: SavedBudgetConfig): void {
  sql.run(
    `INSERT INTO budget_config (year, config, author, reason, saved_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (year) DO UPDATE SET config = excluded.config, author = excluded.author,
       reason = excluded.reason, saved_at = excluded.saved_at`,
    saved.year,
    JSON.stringify(saved.config),
    saved.author,
    saved.reason,
    saved.savedAt,
  );
}

/** The accounts a regency set for a year itself. */
export function listOwnAccounts({ sql }: SqlHolder, year: number): OwnAccount[] {
  return sql
    .all<Omit<BudgetAccountTable, 'id'>>(
      `SELECT year, fund_kind, employer_group, position, programme, code, name FROM budget_account
       WHERE year = ? ORDER BY fund_kind, employer_group, position, programme`,
      year,
    )
    .map(({ fund_kind, employer_group, position, programme, code, name }) => ({
      fundKind: fund_kind,
      // Written by `replaceOwnAccounts` only, from values the contract checked.
      employerGroup: employer_group as OwnAccount['employerGroup'],
      position: position === '' ? null : (position as OwnAccount['position']),
      programme: programme as OwnAccount['programme'],
      code,
      name,
    }));
}

/** Puts a whole list in place of a year's; one row a fund, group, position and programme. */
export function replaceOwnAccounts(
  sql: WriteSql,
  year: number,
  accounts: readonly OwnAccount[],
): void {
  sql.run('DELETE FROM budget_account WHERE year = ?', year);
  for (const { fundKind, employerGroup, position, programme, code, name } of accounts) {
    sql.run(
      `INSERT INTO budget_account (year, fund_kind, employer_group, position, programme, code, name)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      year,
      fundKind,
      employerGroup,
      position ?? '',
      programme,
      code,
      name,
    );
  }
}
