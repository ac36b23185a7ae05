/** What the grid shows, as a file: read back with the same readers that imports use. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RouteIn } from '../../../src/contract/routes.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { addPeople } from './roster-fixture.ts';

let test: TestEngine;
let folder: string;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
  mkdirSync(join(test.dir, 'hasil'));
  folder = test.grant(join(test.dir, 'hasil'));
  addPeople(test, [
    {
      name: 'Budi',
      nik: '3329010105909001',
      birth: '1990-05-01',
      wage: 2_000_000,
      kpj: '01234567890',
      unit: 'Dinas Kesehatan',
    },
    { name: '=HYPERLINK("x")', wage: 3_000_000, status: 'aktif' },
    { name: 'Citra; S.Kom', nik: '3329014105909002', wage: 1_000_000 },
    { name: 'Di luar saringan', status: 'keluar' },
  ]);
});
afterEach(() => test[Symbol.asyncDispose]());

const asked: Omit<RouteIn<'roster.export'>, 'folder'> = {
  format: 'xlsx',
  filter: { roster: 'non-asn' },
  sort: { by: 'wage', descending: true },
  columns: ['nik', 'name', 'birthDate', 'wage', 'kpj', 'unit', 'status'],
  fullNik: false,
};
const exported = (over: Partial<typeof asked> = {}) =>
  test.call('roster.export', { folder, ...asked, ...over });
async function cellsOf(file: string): Promise<string[][]> {
  const source = await openTable(test.pathOf(file));
  const rows: string[][] = [];
  for await (const batch of source.rows(0)) for (const row of batch) rows.push([...row.cells]);
  return rows;
}
const journal = () =>
  test.engine.context.session
    .store()
    .sql.all<{ action: string; params: string }>(
      "SELECT action, params FROM journal WHERE action LIKE 'roster.%' ORDER BY id",
    );

describe('roster.export', () => {
  it('writes filter, order and columns to XLSX with the NIK masked and formulas as text', async () => {
    const made = await exported();
    expect(made).toMatchObject({ fileName: 'daftar-non-asn-2026-11-23.xlsx', rows: 4 });
    const rows = await cellsOf(made.file);
    expect(rows[0]).toEqual(['NIK', 'Nama', 'Tanggal lahir', 'Upah', 'KPJ', 'OPD', 'Status']);
    expect(rows.slice(1).map((row) => row[1])).toEqual([
      '=HYPERLINK("x")',
      'Budi',
      'Citra; S.Kom',
      'Di luar saringan',
    ]);
    expect(rows[2]?.[0]).toBe('3329••••••••9001');
    expect(rows[2]?.slice(3, 6)).toEqual(['2000000', '01234567890', 'Dinas Kesehatan']);
    expect(readFileSync(test.pathOf(made.file)).includes('<f>')).toBe(false);
    expect(journal().map(({ action }) => action)).toEqual(['roster.export']);
  });

  it('writes CSV that no spreadsheet runs, and the full NIK only when asked, which is remembered', async () => {
    const made = await exported({
      format: 'csv',
      fullNik: true,
      filter: { roster: 'non-asn', hasNik: true },
    });
    const text = readFileSync(test.pathOf(made.file), 'utf8');
    expect(text.split('\r\n')).toEqual([
      '\ufeffNIK;Nama;Tanggal lahir;Upah;KPJ;OPD;Status',
      '3329010105909001;Budi;1990-05-01;2000000;01234567890;Dinas Kesehatan;Diusulkan',
      '3329014105909002;"Citra; S.Kom";;1000000;;;Diusulkan',
      '',
    ]);
    const all = await exported({ format: 'csv', filter: { roster: 'non-asn', status: 'aktif' } });
    expect(readFileSync(test.pathOf(all.file), 'utf8')).toContain(`"'=HYPERLINK(""x"")"`);
    expect(all.fileName).toBe('daftar-non-asn-2026-11-23 (2).csv');
    expect(journal()).toMatchObject([
      { action: 'roster.exportFullNik' },
      { action: 'roster.export' },
    ]);
    expect(JSON.parse(journal()[0]?.params ?? '')).toMatchObject({ roster: 'non-asn', rows: 2 });
  });

  it('writes an empty list as headings only', async () => {
    const made = await exported({ filter: { roster: 'desa' } });
    expect(made.rows).toBe(0);
    expect(await cellsOf(made.file)).toHaveLength(1);
  });

  it('refuses what it cannot do and leaves nothing behind', async () => {
    expect(await test.codeOf('roster.export', { folder, ...asked, columns: [] })).toBe(
      'bridge.bad-request',
    );
    expect(
      await test.codeOf('roster.export', { folder, ...asked, columns: ['name', 'name'] }),
    ).toBe('bridge.bad-request');
    expect(await test.codeOf('roster.export', { folder: 'tidak-ada', ...asked })).toBe('not-found');
    const file = test.grant(test.pathOf((await exported()).file));
    expect(await test.codeOf('roster.export', { folder: file, ...asked })).toMatch(/^file\./);
    expect(readdirSync(join(test.dir, 'hasil'))).toHaveLength(1);
    expect(journal()).toHaveLength(1);
  });
});
