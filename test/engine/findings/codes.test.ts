import { describe, expect, it } from 'vitest';
import { makeTestEngine } from '../harness.ts';
import { addPeople } from '../roster/roster-fixture.ts';
import {
  bpuHead,
  bring,
  checkHead,
  findingsOf,
  linesOf,
  rentanHead,
  rincianHead,
  rosterHead,
} from './fixture.ts';

const nonAsn = [
  rosterHead,
  '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000',
  '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;Bidan;2.000.000',
  '3;Wahyudi;3329010703909003;07-03-1990;L;Dinas Pendidikan;Guru PPPK;2.000.000',
  '4;Budi Santoso;3329011204759004;12-04-1975;L;Dinas Pendidikan;Penjaga;2.000.000',
  '5;Alm. Karyono;3329011506609005;15-06-1960;L;Dinas Pendidikan;Penjaga;2.000.000',
  '6;Tarsinah;;17-08-1988;P;Dinas Pendidikan;Guru;2.000.000',
];
const rentan = [
  rentanHead,
  '1;Wasto;3329011010709006;10-10-1970;L;Brebes;Gandasuli;Petani',
  '2;Kusnadi;3329010101509007;01-01-1950;L;Brebes;Gandasuli;Petani',
  '3;Rasmini;3329014101959008;01-01-1995;P;Brebes;Gandasuli;Buruh tani',
];
const rincian = [
  ...rincianHead('Oktober 2026'),
  // Paid on half the wage; paid after death; nobody on a list.
  '1;25003001591;3329010101809001;SUTRISNO;01-01-1980;1000000;2400;3000;5400',
  '2;25003001595;3329011506609005;KARYONO;15-06-1960;2000000;4800;6000;10800',
  '3;25003001599;3329010909889099;JUMADI;09-09-1988;2000000;4800;6000;10800',
];
const check = [
  checkHead,
  '3329014502859002;25003001592;SULASTRI;05-02-1985;15332901;PEMKAB;01-01-2024;30-06-2026;JKK',
  // The farmer is PU elsewhere, and was once at a third place.
  '3329011010709006;19003001596;WASTO;10-10-1970;19000001;PT SEPATU;01-01-2025;;JKK',
  '3329011010709006;18003001596;WASTO;10-10-1970;19000002;PT LAMA;01-01-2019;31-12-2020;JKK',
];
const bpu = [
  bpuHead,
  '3329014101959008;25103001598;RASMINI;01-01-1995;0;1;1;BURUH TANI;01-01-2026;31-12-2026;31-03-2027',
];

describe('a run', () => {
  it('finds what is wrong with whom, across segments, at the price of the tariff', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', nonAsn);
    await bring(test, 'rentan', rentan);
    await bring(test, 'bpjs-pu', rincian);
    await bring(test, 'bpjs-nik', check);
    await bring(test, 'bpjs-bpu', bpu);
    const run = await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(await linesOf(test)).toEqual([
      'F01 belum Budi Santoso',
      'F01 belum Tarsinah',
      'F02 not-listed JUMADI',
      'F03 nonaktif Sulastri',
      'F04 meninggal Alm. Karyono',
      'F06 bpu-is-pu Wasto',
      'F07 nik.missing Tarsinah',
      'F09 too-old Kusnadi',
      'F10 wage-under Sutrisno',
      'F11 pppk Wahyudi',
    ]);
    const found = new Map((await findingsOf(test)).map((row) => [`${row.code} ${row.name}`, row]));
    // 0.24 % and 0.30 % of Rp2,000,000; of the missing half for the wage; 16,800 for BPU.
    expect(found.get('F01 Budi Santoso')).toMatchObject({
      premium: 10_800,
      status: 'baru',
      turn: 'new',
      pic: 'BKPSDM',
      deadline: '2026-12-23',
      unitName: 'Dinas Pendidikan',
      roster: 'non-asn',
    });
    expect(found.get('F10 Sutrisno')).toMatchObject({
      premium: 5_400,
      info: { rosterWage: 2_000_000, bpjsWage: 1_000_000 },
    });
    expect(found.get('F06 Wasto')).toMatchObject({
      premium: 16_800,
      info: { employer: 'PT SEPATU' },
    });
    expect(found.get('F02 JUMADI')).toMatchObject({
      premium: 10_800,
      entryId: null,
      pic: 'Dinas Tenaga Kerja',
    });
    expect(found.get('F01 Budi Santoso')?.nikMasked).toMatch(/^3329•+9004$/);
    expect(run.byClass).toMatchObject({ bpjsOnly: 1, duplicateBpjs: 1 });
    expect((await test.call('store.verify', {})).problems).toEqual([]);
  });

  it('sees the premium of the missing as the budget does', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(
      test,
      'non-asn',
      nonAsn.filter((line) => !/PPPK|Alm/.test(line)),
    );
    await bring(test, 'bpjs-nik', check);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    const { rows } = await test.call('finding.summary', {});
    const budget = await test.call('budget.compute', { scope: 'missing' });
    expect(rows.find(({ code }) => code === 'F01')?.premium).toBe(budget.total / 12);
  });

  it('finds two funds, two rows of one person, clashing numbers and wrong segments', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', [
      `${rosterHead};Sumber Dana`,
      '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000;APBD',
      '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;Bidan;2.000.000;APBD',
    ]);
    addPeople(test, [
      { name: 'Dul Karim', birth: '1985-05-05', unit: 'Dinas Kesehatan', wage: 2_000_000 },
      {
        name: 'Dul Karim',
        nik: '3329010505859004',
        birth: '1985-05-05',
        unit: 'Dinas Kesehatan',
        wage: 2_000_000,
      },
    ]);
    await bring(test, 'rentan', [
      `${rentanHead};Sumber Dana`,
      '1;Sutrisno;3329010101809001;01-01-1980;L;Brebes;Gandasuli;Petani;CSR',
    ]);
    await bring(test, 'bpjs-bpu', [
      bpuHead,
      '3329014502859002;25103001598;SULASTRI;05-02-1985;0;1;1;BIDAN;01-01-2026;31-12-2026;31-03-2027',
    ]);
    await bring(test, 'bpjs-nik', [
      checkHead,
      '3329010101809001;25003001591;SUTRISNO;01-01-1980;15332901;PEMKAB;01-01-2024;;JKK',
      '3329010101809001;25103001591;SUTRISNO;01-01-1980;15332902;PEMERINTAH DESA;01-01-2024;;JKK',
    ]);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    const lines = await linesOf(test);
    expect(lines).toContain('F05 two-funds Sutrisno');
    expect(lines).toContain('F09 wrong-segment Sulastri');
    expect(lines.filter((line) => line.startsWith('F12'))).toEqual([
      'F12 same-name-birth Dul Karim',
    ]);
    expect(lines.filter((line) => line.startsWith('F06'))).toEqual([]);
    const double = (await findingsOf(test)).find(({ code }) => code === 'F05');
    // The cheaper of the two is what could be saved: BPU by CSR, half price in 2026 (PP 50/2025).
    expect(double?.premium).toBe(8_400);
    expect((await test.call('store.verify', {})).problems).toEqual([]);
  });

  it('calls those who left and are still paid by the reason they left', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', nonAsn.slice(0, 3));
    await bring(test, 'bpjs-pu', rincian.slice(0, 6));
    const { rows } = await test.call('roster.page', {
      filter: { roster: 'non-asn', search: 'Sutrisno' },
      offset: 0,
      limit: 1,
    });
    await test.call('roster.setStatus', {
      entryIds: [rows[0]?.id ?? 0],
      status: 'keluar',
      reason: 'pensiun',
    });
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(await linesOf(test)).toEqual(['F01 belum Sulastri', 'F04 pensiun Sutrisno']);
  });
});
