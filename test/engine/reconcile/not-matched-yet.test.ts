import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assumptionText } from '../../../src/contract/words/budget-words.ts';
import { makeTestEngine } from '../harness.ts';

it('a budget says how many workers came after the latest matching', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const bring = async (name: string, kind: 'non-asn' | 'bpjs-nik', rows: readonly string[]) => {
    const path = join(test.dir, name);
    writeFileSync(path, `${rows.join('\n')}\n`);
    const staged = await test.call('import.stage', { file: test.grant(path), kind });
    await test.call('import.commit', { batchId: staged.id });
  };
  const head = 'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah';
  await bring('daftar.csv', 'non-asn', [
    head,
    '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000',
  ]);
  await bring('cek.csv', 'bpjs-nik', [
    'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG',
    '3329010101809001;25003001593;SUTRISNO;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK',
  ]);
  const premises = async () =>
    (await test.call('budget.compute', { scope: 'missing' })).assumptions;
  expect((await premises()).map(({ code }) => code)).toContain('never-matched');
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  expect((await premises()).map(({ code }) => code)).not.toContain('not-matched-yet');
  await bring('tambahan.csv', 'non-asn', [
    head,
    '1;Budi Santoso;3329011204759004;12-04-1975;L;Dinas Pendidikan;1.500.000',
  ]);
  const told = (await premises()).find(({ code }) => code === 'not-matched-yet');
  expect(told?.params).toEqual({ persons: 1 });
  expect(assumptionText('not-matched-yet', told?.params ?? {})).toMatch(/^1 pekerja masuk daftar/);
});
