/** How a sheet is laid out, and what the import makes of its rows and columns: one case for each class met in the field. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportKind } from '../../../src/domain/segments.ts';
import type { OutCell } from '../../../src/tabular/types.ts';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await importFixture({ keepReader: true });
});
afterAll(() => fixture[Symbol.dispose]());

let files = 0;
async function staged(lines: readonly string[], kind: ImportKind = 'rentan') {
  files += 1;
  const path = join(fixture.dir, `tata-${files}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return seen(await fixture.stage({ path, kind }));
}
function seen(batchId: number) {
  const { sheets } = fixture.batch(batchId);
  return {
    batchId,
    sheets,
    sheet: sheets.find(({ used }) => used),
    rows: fixture.rows(batchId),
    aside: fixture.read((store) =>
      store.sql.all<{ row: number; reason: string; text: string }>(
        'SELECT source_row AS row, reason, text FROM set_aside_row WHERE batch_id = ? ORDER BY seq',
        batchId,
      ),
    ),
  };
}
const pairs = (rows: ReturnType<typeof seen>['rows'], ...keys: readonly string[]) =>
  rows.map(({ values }) => keys.map((key) => values[key] ?? null));

describe('rows that are no people', () => {
  it('kop, number row, section lines, repeated heads, totals, notes, blanks and signatures: each set aside with its reason', async () => {
    const found = await staged(
      [
        'PEMERINTAH KABUPATEN BREBES',
        'DINAS SOSIAL',
        'DAFTAR PEKERJA RENTAN TAHUN 2026',
        '',
        'No;Nama;NIK;Tgl Lahir;Pekerjaan;Desa;Kecamatan',
        '1;2;3;4;5;6;7',
        'I. KECAMATAN SALEM;;;;;;',
        '1;Budi;3329010101809001;01-01-1980;Petani;Salem;Salem',
        '2;;;;;;',
        ';Sub Jumlah;1 orang;;;;',
        'No;Nama;NIK;Tgl Lahir;Pekerjaan;Desa;Kecamatan',
        '3;Siti;3329015505829002;15-05-1982;Nelayan;Bentar;Salem',
        'JUMLAH SELURUHNYA;;2;;;;',
        'Catatan: data per Oktober;;;;;;',
        ';;;;;Brebes, 2 Januari 2026;',
        ';;;;;Kepala Dinas Sosial;',
        ';;;;;(....................);',
        ';Hj. PEJABAT CONTOH;;;;;',
        ';;;;;NIP 197001011990032001;',
      ],
      'rentan',
    );
    expect(pairs(found.rows, 'name')).toEqual([['Budi'], ['Siti']]);
    expect(found.aside.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'title'],
      [2, 'title'],
      [3, 'title'],
      [6, 'column-labels'],
      [7, 'group'],
      [9, 'blank'],
      [10, 'total'],
      [11, 'repeated-header'],
      [13, 'total'],
      [14, 'note'],
      [15, 'signature'],
      [16, 'signature'],
      [17, 'signature'],
      [18, 'signature'],
      [19, 'signature'],
    ]);
    expect(found.aside[0]?.text).toBe('PEMERINTAH KABUPATEN BREBES');
  });

  it('a letter row, and one with formulas of columns', async () => {
    const found = await staged([
      'No;Nama;NIK;Desa;Kecamatan;Upah;Rapel',
      '(a);(b);(c);(d);(e);(f);(g=e+f)',
      '1;Budi;3329010101809001;Salem;Salem;1.000.000;0',
    ]);
    expect(found.aside.map(({ reason }) => reason)).toEqual(['column-labels']);
    expect(found.rows).toHaveLength(1);
  });
});

describe('columns', () => {
  it('merged over two rows: a parent lends its columns only what they do not say themselves', async () => {
    const found = await staged([
      'No;Identitas;;Kelahiran;;Penghasilan;;Alamat;',
      ';Nama Lengkap;NIK;Tempat;Tanggal;Tunjangan;Upah;Desa;Kecamatan',
      '1;Budi;3329010101809001;Brebes;20-01-1980;100.000;1.000.000;Salem;Salem',
    ]);
    expect(found.sheet?.headerRows).toEqual([1, 2]);
    expect(pairs(found.rows, 'name', 'birthPlace', 'birthDate', 'wageSen', 'unit')).toEqual([
      ['Budi', 'Brebes', '1980-01-20', 100_000_000, 'Salem, Salem'],
    ]);
  });

  it('first, middle and last name are joined', async () => {
    const found = await staged([
      'NAMA_DEPAN;NAMA_TENGAH;NAMA_BELAKANG;NOMOR_IDENTITAS;TANGGAL_LAHIR',
      'Siti;Nur;Aminah;3329015505829002;15-05-1982',
      'Budi;;;3329010101809001;01-01-1980',
    ]);
    expect(pairs(found.rows, 'name')).toEqual([['Siti Nur Aminah'], ['Budi']]);
  });

  it('place and date of birth in one cell are taken apart at the last comma', async () => {
    const found = await staged([
      'Nama;NIK;TTL',
      'Budi;3329012001809001;Brebes, 20-01-1980',
      'Siti;;Tegal, Jawa Tengah, 15 Mei 1982',
      'Ani;;17-08-1985',
    ]);
    expect(pairs(found.rows, 'birthPlace', 'birthDate')).toEqual([
      ['Brebes', '1980-01-20'],
      ['Tegal, Jawa Tengah', '1982-05-15'],
      [null, '1985-08-17'],
    ]);
  });

  it('one PROGRAM head over three columns', async () => {
    const found = await staged(
      [
        'NIK;KPJ;NAMA;PROGRAM;;;TGL KEPESERTAAN',
        ';;;JHT;JKK;JKM;',
        '3329015505829002;02345678901;SITI;0;1;1;01-08-2025',
      ],
      'bpjs-bpu',
    );
    expect(pairs(found.rows, 'jht', 'jkk', 'jkm')).toEqual([[0, 1, 1]]);
  });

  it('told by what their cells hold when the head says nothing', async () => {
    const lines = [1, 2, 3, 4].map(
      (at) =>
        `Orang ${at};332901010180900${at};2${at}-01-1980;${at % 2 === 0 ? 'P' : 'L'};1.500.000;0234567890${at}`,
    );
    const found = await staged(['Nama;Kol A;Kol B;Kol C;Kol D;Kol E;Alamat', ...lines]);
    expect(found.sheet?.columns.map(({ field, by }) => [field, by])).toEqual([
      ['name', 'header'],
      ['nik', 'content'],
      ['birthDate', 'content'],
      ['sex', 'content'],
      ['wage', 'content'],
      ['kpj', 'content'],
      ['address', 'header'],
    ]);
    expect(found.sheet?.columns[1]?.samples).toEqual([
      '3329010101809001',
      '3329010101809002',
      '3329010101809003',
    ]);
  });

  const spelt = (field: string, ...texts: readonly string[]) =>
    texts.map((text) => [text, field] as const);
  it.each([
    ...spelt(
      'nik',
      'NIK',
      'N I K',
      'NO KTP',
      'no_ektp',
      'NIK_KTP',
      'ktp',
      'NOMOR_IDENTITAS',
      'NO_IDENTITAS',
      'NIK/Paspor',
      'NIKPPNPN',
    ),
    ...spelt(
      'kpj',
      'KPJ',
      'Nomor KPJ',
      'No. KPJ',
      'NO_KPJ',
      'Nomor Peserta',
      'No. BPJS TK',
      'no_ref',
      'jms',
    ),
    ...spelt(
      'name',
      'NAMA',
      'NAMA_LENGKAP',
      'namaLengkap',
      'NAMA_TK',
      'Nama Pekerja',
      'Nama Tenaga Kerja',
    ),
    ...spelt(
      'birthDate',
      'TGL_LAHIR',
      'TGL LAHIR',
      'TANGGAL_LAHIR',
      'Tgl.Lahir',
      'tanggalLahir',
      'Tgl.Lahir (tgl/bln/thn)',
    ),
    ...spelt('wage', 'UPAH', 'Data Upah (Rp.)', 'jumlah_upah', 'Upah Bulan Ini'),
    ...spelt('phone', 'HP', 'NO HP', 'NO HANDPHONE', 'NO. TELP'),
    ...spelt('position', 'JABATAN'),
    ...spelt('jobKind', 'JENIS PEKERJAAN', 'pekerjaan'),
  ])('“%s” is %s', async (text, field) => {
    const { mapColumns } = await import('../../../src/engine/import/map-columns.ts');
    const { at } = mapColumns('rentan', [{ index: 0, parent: '', label: text }], []);
    expect([...at.keys()]).toEqual([field]);
  });

  it.each([
    ...spelt('joinedOn', 'TGL_KEPESERTAAN', 'TGL_KEPESERTAAN1', 'TANGGAL_KEPESERTAAN'),
    ...spelt('endedOn', 'TGL_NA', 'TGL BERAKHIR'),
    ...spelt('employer', 'NAMAPRS', 'Nama Pemberi Kerja/Wadah/Mitra', 'NAMA PERUSAHAAN'),
    ...spelt('npp', 'NPP'),
    ...spelt('programme', 'NM_PRG', 'PROGRAM'),
  ])('“%s” of a BPJS file is %s', async (text, field) => {
    const { mapColumns } = await import('../../../src/engine/import/map-columns.ts');
    const { at } = mapColumns('bpjs-nik', [{ index: 0, parent: '', label: text }], []);
    expect([...at.keys()]).toEqual([field]);
  });

  it('of “Status (L/K)” is the marital status, not the sex: its L stands for lajang', async () => {
    const found = await staged([
      'Nama;NIK;Status (L/K);JK',
      'Budi;3329010101809001;L;L',
      'Siti;3329015505829002;L;P',
      'Ani;3329015505829003;L;P',
    ]);
    expect(pairs(found.rows, 'sex', 'marital')).toEqual([
      ['L', 'belum'],
      ['P', 'belum'],
      ['P', 'belum'],
    ]);
    const alone = await staged([
      'Nama;NIK;Status (L/K)',
      'Budi;3329010101809001;L',
      'Siti;3329015505829002;L',
      'Ani;3329015505829003;L',
    ]);
    expect(alone.sheet?.columns.map(({ field }) => field)).toEqual(['name', 'nik', 'marital']);
  });
});

describe('several sheets', () => {
  it('each with its own head and columns, its name for a district, its place kept with each row', async () => {
    const path = join(fixture.dir, 'lembar.xlsx');
    const sheet = (name: string, rows: readonly (readonly OutCell[])[], hidden = false) => ({
      name,
      rows,
      hidden,
    });
    await writeXlsx(path, [
      sheet('Salem', [
        ['Nama', 'NIK', 'Desa'],
        ['Budi', '3329010101809001', 'Salem'],
      ]),
      sheet('Brebes', [
        ['KECAMATAN BREBES'],
        ['No', 'Kelurahan/Desa', 'No KTP', 'Nama Lengkap', 'TTL'],
        [1, 'Brebes', '3329015505829002', 'Siti', 'Tegal, 15-05-1982'],
      ]),
      sheet('Petunjuk', [['Isilah dengan benar']]),
      sheet(
        'Lama',
        [
          ['Nama', 'NIK'],
          ['Orang Lama', '3329010505809005'],
        ],
        true,
      ),
    ]);
    const found = seen(await fixture.stage({ path, kind: 'rentan' }));
    expect(
      found.rows.map(({ sheet: name, row, values }) => [name, row, values['name'], values['unit']]),
    ).toEqual([
      ['Salem', 2, 'Budi', 'Salem, Salem'],
      ['Brebes', 3, 'Siti', 'Brebes, Brebes'],
    ]);
    expect(found.sheets.map(({ used, hidden, headerRows }) => [used, hidden, headerRows])).toEqual([
      [true, false, [1]],
      [true, false, [2]],
      [false, false, []],
      [false, true, [1]],
    ]);
    await fixture.commit(found.batchId);
    const origins = fixture.read((store) =>
      store.sql.all(
        'SELECT source_sheet, source_row FROM roster_entry WHERE batch_id = ? ORDER BY id',
        found.batchId,
      ),
    );
    expect(origins).toEqual([
      { source_sheet: 'Salem', source_row: 2 },
      { source_sheet: 'Brebes', source_row: 3 },
    ]);
  });

  it.each([['add'], ['update']] as const)(
    'one that lacks a needed column stops the file, so that nobody is passed over (%s)',
    async (mode) => {
      const path = join(fixture.dir, 'kurang.xlsx');
      await writeXlsx(path, [
        {
          name: 'A',
          rows: [
            ['Nama', 'NIK'],
            ['Budi', '3329010101809001'],
          ],
        },
        {
          name: 'B',
          rows: [
            ['Nama', 'Alamat'],
            ['Siti', 'Salem'],
          ],
        },
      ]);
      await expect(fixture.stage({ path, kind: 'rentan', mode })).rejects.toMatchObject({
        code: 'import.missing-columns',
        at: { sheet: 'B' },
      });
    },
  );
});
