import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { RawRow, TableSource } from '../../../src/tabular/types.ts';

/** A folder for one test file, gone when it has run. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'padan-tabular-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

/** All rows of a sheet. */
export async function readAll(source: TableSource, sheet = 0): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of source.rows(sheet)) rows.push(...batch);
  return rows;
}
