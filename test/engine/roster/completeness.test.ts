/** Who sent a list: counted from real imports. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { addPeople } from './roster-fixture.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterEach(() => test[Symbol.asyncDispose]());

async function imported(name: string, lines: readonly string[]): Promise<number> {
  const path = join(test.dir, name);
  writeFileSync(path, `No;Nama;NIK;Tgl Lahir;Jabatan;Desa;Kecamatan\n${lines.join('\n')}\n`);
  const batch = await test.call('import.stage', { file: test.grant(path), kind: 'desa' });
  await test.call('import.commit', { batchId: batch.id });
  return batch.id;
}
const budi = '1;Budi Santoso;3329010101809001;01-01-1980;Kepala Desa;Salem;Salem';
const siti = '2;Siti Aminah;3329015505829002;15-05-1982;Ketua RT 02;Bentar;Salem';
const karto = '3;Karto;3329010404809003;04-04-1980;Ketua RW 01;Bentar;Salem';

describe('roster.completeness', () => {
  it('names every unit, the last file that spoke of it, and who sent nothing', async () => {
    await imported('januari.csv', [budi, siti]);
    await imported('februari.csv', [siti, karto]);
    const rows = await test.call('roster.completeness', { roster: 'desa' });
    const of = (name: string) =>
      rows.filter((row) => row.unitName === name && row.parentUnitName === 'Salem');
    expect(of('Salem')).toMatchObject([{ rows: 1, lastFile: 'januari.csv' }]);
    expect(of('Bentar')).toMatchObject([
      { rows: 2, lastFile: 'februari.csv', lastImportAt: '2026-11-23T05:00:00.000Z' },
    ]);
    expect(rows.filter((row) => row.rows > 0)).toHaveLength(2);
    expect(rows[0]).toMatchObject({ rows: 0, lastImportAt: null, lastFile: null });
    expect(rows.every((row) => row.unitId !== null)).toBe(true);
    expect(new Set(rows.map((row) => row.unitId)).size).toBe(rows.length);
  });

  it('counts a file that says nothing new, forgets an undone one, and who has left', async () => {
    await imported('pertama.csv', [budi, siti]);
    const second = await imported('kedua.csv', [budi, karto]);
    const salem = async () =>
      (await test.call('roster.completeness', { roster: 'desa' })).find(
        (row) => row.unitName === 'Salem' && row.parentUnitName === 'Salem',
      );
    expect(await salem()).toMatchObject({ lastFile: 'kedua.csv' });
    await test.call('import.undo', { batchId: second });
    expect(await salem()).toMatchObject({ rows: 1, lastFile: 'pertama.csv' });
    const page = await test.call('roster.page', {
      filter: { roster: 'desa', search: 'budi' },
      offset: 0,
      limit: 1,
    });
    await test.call('roster.setStatus', {
      entryIds: page.rows.map(({ id }) => id),
      status: 'keluar',
      reason: 'pindah',
    });
    expect(await salem()).toMatchObject({ rows: 0 });
  });

  it('has a line for rows of no unit, and for OPD only those known', async () => {
    addPeople(test, [{ name: 'Ani', unit: 'Dinas Kesehatan' }, { name: 'Dedi' }]);
    expect(await test.call('roster.completeness', { roster: 'non-asn' })).toEqual([
      {
        unitId: null,
        unitName: null,
        parentUnitName: null,
        rows: 1,
        lastImportAt: null,
        lastFile: null,
      },
      expect.objectContaining({ unitName: 'Dinas Kesehatan', rows: 1, lastFile: null }),
    ]);
    expect(await test.codeOf('roster.completeness', { roster: 'asn' } as never)).toBe(
      'bridge.bad-request',
    );
  });
});
