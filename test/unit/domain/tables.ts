import { readFileSync } from 'node:fs';
import { parseAccountTable } from '../../../src/domain/account-codes.ts';
import { AppError } from '../../../src/domain/app-error.ts';
import type { Month, Sen } from '../../../src/domain/brand.ts';
import { parseTariffTable, type TariffTable } from '../../../src/domain/tariff-table.ts';
import { parseWageBaseTable } from '../../../src/domain/wage-base.ts';

/** A shipped table, as parsed JSON. */
export function readResource(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
}

export const tariffs: TariffTable = parseTariffTable(
  readResource('tariffs/bpjs-ketenagakerjaan.json'),
);

export const month = (text: string): Month => text as Month;

/** Sen of a rupiah figure, `2400350.47` written `rp(2_400_350, 47)`. */
export const rp = (whole: number, cents = 0): Sen => (whole * 100 + cents) as Sen;

export const wageBases = parseWageBaseTable(readResource('tariffs/wage-bases.json'));

export const accounts = parseAccountTable([
  readResource('accounts/apbd.json'),
  readResource('accounts/apbdes.json'),
]);

export const tables = { tariffs, wageBases, accounts };

/** Code and place of the AppError that a call throws. */
export function reason(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError)
      return [error.code, error.at?.field ?? error.params['programme']];
    throw error;
  }
  return 'nothing thrown';
}
