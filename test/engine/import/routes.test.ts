import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginBatch } from '../../../src/store/import/batches.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterEach(() => test[Symbol.asyncDispose]());

const lines = [
  'DAFTAR USULAN PEKERJA RENTAN',
  'No;Nama;NIK;Tgl Lahir;Jenis Pekerjaan;Desa;Kecamatan;Desil',
  '1;Budi Santoso;3329010101809001;01-01-1980;Petani;Salem;Salem;1',
  '2;Siti Aminah;3329015505829002;15-05-1982;Nelayan;Bentar;Salem;2',
  '3;Karto;3.32901E+15;04-04-1980;Petani;Salem;Salem;1',
  ';JUMLAH;3 orang',
];
function given(name: string, content: readonly string[]): string {
  const path = join(test.dir, name);
  writeFileSync(path, `${content.join('\n')}\n`);
  return test.grant(path);
}
const rowsOf = (table: string) =>
  test.engine.context.session.store().sql.pluck<number>(`SELECT count(*) FROM ${table}`)[0];

describe('the import routes', () => {
  it('carry a file from the first look to commit and back', async () => {
    const file = given('rentan.csv', lines);
    expect(await test.call('import.inspect', { file })).toMatchObject({
      fileName: 'rentan.csv',
      format: 'csv',
      guess: 'rentan',
      importedAs: null,
    });
    const batch = await test.call('import.stage', { file, kind: 'rentan' });
    expect(batch.counts).toMatchObject({ read: 3, add: 3, setAside: 2, errors: 1 });
    expect(batch.facts).toMatchObject({ format: 'csv', delimiter: ';' });
    const batchId = batch.id;

    const bad = await test.call('import.rows', { batchId, code: 'nik.e-notation', limit: 10 });
    expect(bad.total).toBe(1);
    expect(bad.rows[0]).toMatchObject({ seq: 3, action: 'add', severity: 'error' });
    const page = await test.call('import.rows', { batchId, action: 'add', after: 1, limit: 1 });
    expect([page.total, page.rows.map(({ seq }) => seq)]).toEqual([3, [2]]);
    const aside = await test.call('import.setAside', { batchId, limit: 10 });
    expect(aside.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'title'],
      [6, 'total'],
    ]);

    const committed = await test.call('import.commit', { batchId });
    expect(committed.state).toBe('committed');
    expect(rowsOf('roster_entry')).toBe(3);
    expect((await test.call('import.inspect', { file })).importedAs).toBe(batchId);
    expect(await test.codeOf('import.stage', { file, kind: 'rentan' })).toBe(
      'import.already-imported',
    );

    const undone = await test.call('import.undo', { batchId });
    expect([undone.batch.state, undone.conflicts]).toEqual(['undone', []]);
    expect([rowsOf('roster_entry'), rowsOf('person'), rowsOf('entry_search')]).toEqual([0, 0, 0]);
    const history = await test.call('journal.page', { limit: 2 });
    expect(history.map(({ action }) => action)).toEqual(['import.undo', 'import.commit']);
    expect((await test.call('import.list', {})).map(({ state }) => state)).toEqual(['undone']);
  });

  it('follow the mapping a person gives', async () => {
    const file = given('lain.csv', ['Nama,Nomor A,Nomor B', 'Budi,3329010101809001,01234567890']);
    const mapping = { 'Nomor A': 'nik', 'Nomor B': 'kpj' };
    const batch = await test.call('import.stage', { file, kind: 'rentan', mapping });
    expect(batch.sheets[0]?.columns.map(({ field, by }) => [field, by])).toEqual([
      ['name', 'header'],
      ['nik', 'user'],
      ['kpj', 'user'],
    ]);
    const { rows } = await test.call('import.rows', { batchId: batch.id, limit: 1 });
    expect(rows[0]?.values).toMatchObject({ nik: '3329010101809001', kpj: '01234567890' });
  });

  it('forget a plan that is dropped', async () => {
    const file = given('rentan.csv', lines);
    const { id: batchId } = await test.call('import.stage', { file, kind: 'rentan' });
    await test.call('import.discard', { batchId });
    expect([rowsOf('staged_row'), rowsOf('set_aside_row')]).toEqual([0, 0]);
    expect(await test.codeOf('import.commit', { batchId })).toBe('import.batch-not-staged');
    expect(await test.codeOf('import.discard', { batchId })).toBe('import.batch-not-staged');
    expect(await test.codeOf('import.batch', { batchId: 99 })).toBe('not-found');
  });

  it('sweep up what a process that died left half made', async () => {
    const store = test.engine.context.session.store();
    store.transact([], (sql) => {
      const lost = {
        kind: 'rentan',
        fileName: 'lama.csv',
        bytes: 1,
        sha256: '0'.repeat(64),
      } as const;
      beginBatch(sql, { ...lost, maker: '1:lama', at: '2026-01-01T00:00:00.000Z' });
    });
    expect(await test.call('import.list', {})).toEqual([]);
    await test.call('import.stage', { file: given('rentan.csv', lines), kind: 'rentan' });
    expect(rowsOf('import_batch')).toBe(1);
  });

  it('name the fields a file may feed', async () => {
    const fields = await test.call('import.fields', { kind: 'bpjs-bpu' });
    expect(fields).toContainEqual({ field: 'kpj', required: true });
    expect(fields.map(({ field }) => field)).not.toContain('desil');
  });
});
