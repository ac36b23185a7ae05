import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTestEngine } from '../harness.ts';
import { decide, pageOf } from '../review/review-fixture.ts';

it('a decision about one of two namesakes without a NIK stays with that one', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const bring = async (name: string, kind: 'non-asn' | 'bpjs-nik', rows: readonly string[]) => {
    const path = join(test.dir, name);
    writeFileSync(path, `${rows.join('\n')}\n`);
    const staged = await test.call('import.stage', { file: test.grant(path), kind });
    await test.call('import.commit', { batchId: staged.id });
  };
  await bring('daftar.csv', 'non-asn', [
    'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah',
    '1;Siti Aminah;;01-01-1980;P;Dinas Kesehatan;1.000.000',
    '2;Siti Aminah;;01-01-1980;P;Dinas Pendidikan;1.500.000',
  ]);
  await bring('cek.csv', 'bpjs-nik', [
    'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG',
    '3329014101809001;25003001593;SITI AMINAH;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK',
  ]);
  const activeUnits = async () => {
    const filter = { roster: 'non-asn' as const, enrolment: 'aktif' as const };
    const { rows } = await test.call('roster.page', { filter, offset: 0, limit: 10 });
    return rows.map(({ unitName }) => unitName);
  };
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  const { pairs } = await pageOf(test);
  expect(pairs).toHaveLength(2);
  for (const pair of pairs) {
    expect(pair.left.name).toBe('Siti Aminah');
    await decide(test, pair, pair === pairs[0] ? 'same' : 'different');
  }
  const decided = await activeUnits();
  expect(decided).toHaveLength(1);
  await test.call('reconcile.run', { asOf: '2026-11-24' });
  expect(await activeUnits()).toEqual(decided);
});
