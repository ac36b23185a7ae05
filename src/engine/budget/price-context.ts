/** What every price is made from: shipped tables, the regency's own rows and its settings of a year, merged once. */
import { parseAccountTable } from '../../domain/account-codes.ts';
import {
  type BudgetConfig,
  defaultBudgetConfig,
  settingsOf,
  withOwnWages,
} from '../../domain/budget-config.ts';
import type { BudgetSettings, BudgetTables } from '../../domain/budget-types.ts';
import { mergeTariffs } from '../../domain/merge-tariffs.ts';
import type { TariffTable } from '../../domain/tariff-table.ts';
import { parseWageBaseTable, type WageBaseTable } from '../../domain/wage-base.ts';
import { listOwnAccounts, readBudgetConfig } from '../../store/budget-config.ts';
import { listConfirmations, listOwnTariffs } from '../../store/own-tariffs.ts';
import { readProfile } from '../../store/profile.ts';
import type { SqlHolder } from '../../store/store.ts';
import { readJson, readTariffTable } from './read-tables.ts';

export interface PriceContext {
  readonly config: BudgetConfig;
  readonly settings: BudgetSettings;
  readonly tables: BudgetTables;
}

/**
 * Tables and settings of a year for the open store. Budget, packet, roster panel and command line all price with this.
 * Throws what `mergeTariffs` throws when own rows contradict a shipped table of a newer version.
 */
export function priceContext(store: SqlHolder, resourcesDir: string, year: number): PriceContext {
  const { code: region, name } = readProfile(store);
  const config = readBudgetConfig(store, year)?.config ?? defaultBudgetConfig();
  return {
    config,
    settings: settingsOf(config, year, region),
    tables: {
      tariffs: mergedTariffs(store, resourcesDir),
      wageBases: withOwnWages(readWageBases(resourcesDir), config, { region, year, name }),
      accounts: { ...readAccounts(resourcesDir), own: listOwnAccounts(store, year) },
    },
  };
}

/** The tariff table as the regency has it. */
export function mergedTariffs(store: SqlHolder, resourcesDir: string): TariffTable {
  const own = listOwnTariffs(store).filter(({ withdrawn }) => withdrawn === null);
  return mergeTariffs(readTariffTable(resourcesDir), own, listConfirmations(store));
}

export function readWageBases(resourcesDir: string): WageBaseTable {
  return parseWageBaseTable(readJson(resourcesDir, 'tariffs/wage-bases.json'));
}

/** The shipped accounts, APBD and APBDes together. */
export function readAccounts(resourcesDir: string) {
  const files = ['accounts/apbd.json', 'accounts/apbdes.json'];
  return parseAccountTable(files.map((name) => readJson(resourcesDir, name)));
}
