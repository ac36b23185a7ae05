/** The tables of resources/ that pricing needs, read and checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import { parseTariffTable, type TariffTable } from '../../domain/tariff-table.ts';

export function readTariffTable(resourcesDir: string): TariffTable {
  return parseTariffTable(readJson(resourcesDir, 'tariffs/bpjs-ketenagakerjaan.json'));
}

/** Throws `file.missing` or `file.damaged`: the app was not installed whole. */
export function readJson(resourcesDir: string, name: string): unknown {
  const path = join(resourcesDir, name);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('file.missing', { at: { file: path }, cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('file.damaged', { at: { file: path }, cause });
  }
}
