/** Two NIKs that differ only where they are masked looked alike in the list of differences. */
import { expect, it } from 'vitest';
import { bring, checkHead } from '../engine/findings/fixture.ts';
import { makeTestEngine } from '../engine/harness.ts';

it('a NIK that differs in the middle is seen to differ', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', [
    'No;Nama;NIK;No KPJ;Tanggal Lahir;L/P;Unit Kerja;Jabatan;Upah',
    '1;Sutrisno;3329010101809001;25003001591;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000',
  ]);
  await bring(test, 'bpjs-nik', [
    checkHead,
    '3329020101809001;25003001591;SUTRISNO;01-01-1980;15332901;PEMKAB;01-01-2024;;JKK',
  ]);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  const { rows } = await test.call('difference.page', { field: 'nik', offset: 0, limit: 10 });
  expect(rows).toMatchObject([
    {
      rosterValue: '3329•1••••••9001',
      bpjsValue: '3329•2••••••9001',
      nikMasked: '3329••••••••9001',
    },
  ]);
});
