import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportKind } from '../../../src/domain/segments.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
beforeEach(async () => {
  fixture = await importFixture();
});
afterEach(() => fixture[Symbol.dispose]());

let files = 0;
async function imported(kind: ImportKind, ...lines: string[]): Promise<number> {
  files += 1;
  const path = join(fixture.dir, `bpjs-${files}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  const batchId = await fixture.stage({ path, kind });
  await fixture.commit(batchId);
  return batchId;
}
const exports = () =>
  fixture.read((store) =>
    store.sql.all<Record<string, unknown>>(
      'SELECT kind, npp, period, active FROM bpjs_export ORDER BY id',
    ),
  );
const members = () =>
  fixture.read((store) =>
    store.sql.all<Record<string, unknown>>('SELECT * FROM membership ORDER BY id'),
  );

const form = (period: string, wage = '2.000.000') => [
  'LAPORAN RINCIAN IURAN PEKERJA',
  'NPP : 15070955',
  'Nama Pemberi Kerja/Wadah/Mitra : PEMERINTAH KABUPATEN BREBES',
  `Periode Laporan : ${period}`,
  'No;Nomor Peserta;NIK/Paspor;Nama Pekerja;Tanggal Lahir;Upah;Iuran JKK (0,24%);Iuran JKM (0,3%);Iuran JHT;;Jumlah Iuran',
  ';;;;;;;;Pemberi Kerja 3,7%;Pekerja 2%;',
  'a;b;c;d;e;f;g;h;i;j;k',
  `1;01234567890;3329010101809001;BUDI SANTOSO;01-01-1980;${wage};4.800;6.000;0;0;10.800`,
  'Total Seluruhnya;;;;;2.000.000;4.800;6.000;0;0;10.800',
  'Denda;;;;;;;;;;0',
];

describe('a BPJS export', () => {
  it('of Formulir 2 becomes memberships with their form’s facts', async () => {
    await imported('bpjs-pu', ...form('September 2026'));
    expect(exports()).toEqual([{ kind: 'bpjs-pu', npp: '15070955', period: '2026-09', active: 1 }]);
    expect(members()[0]).toMatchObject({
      nik: '3329010101809001',
      kpj: '01234567890',
      npp: '15070955',
      employer: 'PEMERINTAH KABUPATEN BREBES',
      name: 'BUDI SANTOSO',
      birth_date: '1980-01-01',
      jkk: 1,
      jkm: 1,
      jht: 0,
      jp: null,
      wage_sen: 200_000_000,
      contribution_sen: 1_080_000,
      source_row: 8,
    });
  });

  it('of the same employer and month renews the one before; undo lets that count again', async () => {
    await imported('bpjs-pu', ...form('September 2026'));
    await imported('bpjs-pu', ...form('Agustus 2026'));
    const corrected = await imported('bpjs-pu', ...form('September 2026', '2.100.000'));
    expect(exports().map(({ active }) => active)).toEqual([0, 1, 1]);
    await fixture.undo(corrected);
    expect(exports().map(({ period, active }) => [period, active])).toEqual([
      ['2026-09', 1],
      ['2026-08', 1],
    ]);
    expect(members()).toHaveLength(2);
  });

  it('of a BPU list reads the merged PROGRAM head, serials and Indonesian months', async () => {
    await imported(
      'bpjs-bpu',
      'NIK;KPJ;NAMA;TGL LAHIR;NO HANDPHONE;PROGRAM;;;JENIS PEKERJAAN;TGL KEPESERTAAN;TGL BERAKHIR;MASA GRACE',
      ';;;;;JHT;JKK;JKM;;;;',
      '3329015505829002;02345678901;SITI AMINAH;30086;08;0;1;1;PETANI;1-AGT-25;31-DES-26;31-MAR-27',
    );
    expect(members()[0]).toMatchObject({
      birth_date: '1982-05-15',
      jht: 0,
      jkk: 1,
      jkm: 1,
      job: 'PETANI',
      joined_on: '2025-08-01',
      ended_on: '2026-12-31',
      grace_until: '2027-03-31',
    });
  });

  it('of a NIK check keeps each row of a person and sets the unanswered aside', async () => {
    const head =
      'ktp;NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG';
    const row = (nik: string, programme: string) =>
      `${nik};${nik};01234567890;BUDI SANTOSO;01-01-1980;15070955;PT CONTOH;01-02-2020;;${programme}`;
    const first = await imported(
      'bpjs-nik',
      head,
      row('3329010101809001', 'JKK'),
      row('3329010101809001', 'JKM'),
      '3329015505829002;;;;;;;;;',
    );
    expect(fixture.batch(first).counts).toMatchObject({ read: 2, add: 2, setAside: 1 });
    expect(members().map(({ jkk, jkm }) => [jkk, jkm])).toEqual([
      [1, null],
      [null, 1],
    ]);
    await imported('bpjs-nik', head, row('3329010101809001', 'JHT'));
    expect(exports().map(({ active }) => active)).toEqual([0, 1]);
  });
});
