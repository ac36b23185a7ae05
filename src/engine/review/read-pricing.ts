/** The tables that say what a month of protection costs. */
import type { TariffTable } from '../../domain/tariff-table.ts';
import { parseWageBaseTable, type WageBaseTable } from '../../domain/wage-base.ts';
import { readJson, readTariffTable } from '../budget/read-tables.ts';

/** Throws `file.missing` or `file.damaged` when the app was not installed whole. */
export function readPricing(resourcesDir: string): {
  readonly tariffs: TariffTable;
  readonly wageBases: WageBaseTable;
} {
  return {
    tariffs: readTariffTable(resourcesDir),
    wageBases: parseWageBaseTable(readJson(resourcesDir, 'tariffs/wage-bases.json')),
  };
}
