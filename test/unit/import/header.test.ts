import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeader, headText, isNumberRow } from '../../../src/engine/import/find-header.ts';
import { headerFacts } from '../../../src/engine/import/header-facts.ts';
import { cleanCell, headerKey } from '../../../src/engine/import/header-text.ts';
import { mapColumns } from '../../../src/engine/import/map-columns.ts';
import { exactField, knownField } from '../../../src/engine/import/synonyms.ts';
import type { RawRow } from '../../../src/tabular/types.ts';

const sheet = (...rows: string[][]): RawRow[] => rows.map((cells, at) => ({ row: at + 1, cells }));
const labels = (rows: RawRow[]) => findHeader(rows)?.heads.map(headText);

describe('header texts', () => {
  it.each([
    ['N I K', 'NIK'],
    ['namaLengkap', 'NAMALENGKAP'],
    ['TGL_LAHIR', 'TGLLAHIR'],
    ['Data Upah (Rp.)', 'DATAUPAH'],
    ['Iuran JKK (0,24%)', 'IURANJKK'],
    ['Pemberi Kerja 3,7%', 'PEMBERIKERJA'],
  ])('%s is compared as %s', (text, key) => expect(headerKey(text)).toBe(key));

  it.each([
    ['NIKPPNPN', 'nik'],
    ['no_ektp', 'nik'],
    ['NOMOR_IDENTITAS', 'nik'],
    ['No. KPJ', 'kpj'],
    ['Tgl.Lahir (tgl/bln/thn)', 'birthDate'],
    ['Tempat/Tgl Lahir', 'placeAndDate'],
    ['TGL_KEPESERTAAN1', 'joinedOn'],
    ['NM_PRG', 'programme'],
    ['Desa/Kelurahan', 'desa'],
    ['NAMA_IBU_KANDUNG', 'motherName'],
    ['Tanggal Lahir Sesuai KTP', 'birthDate'],
  ])('%s feeds %s', (text, field) => expect(knownField(text)).toBe(field));

  it('does not take somebody else’s column for the worker’s', () => {
    expect(knownField('Nama Lengkap Ayah')).toBeNull();
    expect(exactField('Tanggal Lahir Istri')).toBeNull();
    expect(knownField('Tanggal Lahir Istri')).toBeNull();
  });

  it('tidies any cell to itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tidy = cleanCell(text);
        expect(cleanCell(tidy)).toBe(tidy);
        expect(tidy).toBe(tidy.trim());
        expect(tidy).not.toMatch(/[\u00a0\u200b\ufeff]/);
      }),
    );
  });
});

describe('finding the head', () => {
  it('passes over a kop and a number row', () => {
    const rows = sheet(
      ['PEMERINTAH KABUPATEN BREBES'],
      ['DAFTAR TENAGA NON ASN'],
      ['No', 'Nama', 'NIK', 'OPD'],
      ['1', '2', '3', '4'],
      ['1', 'Budi', '3329010101809001', 'Dinas A'],
    );
    const found = findHeader(rows);
    expect(found?.rows).toEqual([3]);
    expect(found?.numberRow).toBe(4);
  });

  it('joins a two-row head, the parent carried right', () => {
    const rows = sheet(
      ['No', 'Nama Pekerja', 'NIK/Paspor', 'Iuran JHT', '', 'Iuran JP', '', 'Jumlah Iuran'],
      ['', '', '', 'Pemberi Kerja 3,7%', 'Pekerja 2%', '2%', '1%', ''],
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    );
    expect(labels(rows)).toEqual([
      'No',
      'Nama Pekerja',
      'NIK/Paspor',
      'Iuran JHT / Pemberi Kerja 3,7%',
      'Iuran JHT / Pekerja 2%',
      'Iuran JP / 2%',
      'Iuran JP / 1%',
      'Jumlah Iuran',
    ]);
    expect(findHeader(rows)?.numberRow).toBe(3);
  });

  it('takes the group row above a head as part of it, and never the kop', () => {
    const rows = sheet(
      ['DAFTAR PESERTA'],
      ['', '', '', 'PROGRAM', '', ''],
      ['NIK', 'KPJ', 'NAMA', 'JHT', 'JKK', 'JKM'],
      ['3329010101809001', '01234567890', 'Budi', '0', '1', '1'],
    );
    const found = findHeader(rows);
    expect(found?.rows).toEqual([2, 3]);
    const { at } = mapColumns('bpjs-bpu', found?.heads ?? [], []);
    expect([at.get('jht'), at.get('jkk'), at.get('jkm')]).toEqual([3, 4, 5]);
  });

  it('does not take the first person for a second line of the head', () => {
    const rows = sheet(['Nama', 'NIK'], ['Budi', '']);
    expect(findHeader(rows)?.rows).toEqual([1]);
  });

  it('finds none in a list of people alone', () => {
    expect(
      findHeader(sheet(['Budi', '3329010101809001'], ['Siti', '3329014101809002'])),
    ).toBeNull();
  });

  it('knows number rows by their order', () => {
    expect(isNumberRow(['(1)', '(2)', '(3)'])).toBe(true);
    expect(isNumberRow(['1', '2', '3', '8=6+7'])).toBe(true);
    expect(isNumberRow(['3', '1', '2'])).toBe(false);
    expect(isNumberRow(['1', 'BUDI', '3'])).toBe(false);
  });

  it('finds the head wherever it stands below the kop', () => {
    const title = fc.constantFrom('PEMERINTAH KABUPATEN BREBES', 'DAFTAR NOMINATIF', '');
    fc.assert(
      fc.property(fc.array(title, { maxLength: 20 }), (kop) => {
        const rows = sheet(...kop.map((line) => [line]), ['No', 'Nama', 'NIK']);
        expect(findHeader(rows)?.rows).toEqual([kop.length + 1]);
      }),
    );
  });
});

describe('columns', () => {
  const heads = (...texts: string[]) => texts.map((label, index) => ({ index, parent: '', label }));

  it('are mapped by content where the header says nothing', () => {
    const rows = [1, 2, 3].map((n) => ['Budi', `332901010180900${n}`, `12-0${n}-1980`]);
    const { columns } = mapColumns('rentan', heads('Nama', 'Kolom A', 'Kolom B'), rows);
    expect(columns.map(({ field, by }) => [field, by])).toEqual([
      ['name', 'header'],
      ['nik', 'content'],
      ['birthDate', 'content'],
    ]);
  });

  it('follow the user’s mapping before anything else', () => {
    const { columns } = mapColumns('rentan', heads('Nama', 'NIK', 'Nomor'), [], {
      Nomor: 'nik',
      NIK: null,
    });
    expect(columns.map(({ field, by }) => [field, by])).toEqual([
      ['name', 'header'],
      [null, 'user'],
      ['nik', 'user'],
    ]);
  });

  it('keep the label of a group apart from the group', () => {
    const grouped = [
      { index: 0, parent: '', label: 'Nama' },
      { index: 1, parent: 'Tempat dan Tanggal Lahir', label: 'Tempat Lahir' },
      { index: 2, parent: 'Tempat dan Tanggal Lahir', label: 'Tgl Lahir' },
      { index: 3, parent: 'SK Pengangkatan', label: 'TMT' },
    ];
    const { at } = mapColumns('non-asn', grouped, []);
    expect([at.get('birthPlace'), at.get('birthDate'), at.get('startDate')]).toEqual([1, 2, 3]);
  });

  it('feed no field twice and never a mother’s name', () => {
    const text = fc.constantFrom('Nama', 'NIK', 'KPJ', 'Nama Ibu Kandung', 'No', 'Tgl Lahir', 'X');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const { columns } = mapColumns('rentan', heads(...texts), []);
        const fields = columns.flatMap(({ field }) => (field === null ? [] : [field]));
        expect(new Set(fields).size).toBe(fields.length);
        expect(
          columns.find(({ header }) => header === 'Nama Ibu Kandung')?.field ?? null,
        ).toBeNull();
      }),
    );
  });
});

describe('lines above the table', () => {
  it('give NPP, employer and period of Formulir 2', () => {
    const facts = headerFacts([
      ['LAPORAN RINCIAN IURAN PEKERJA'],
      ['NPP : 15070955'],
      ['Nama Pemberi Kerja/Wadah/Mitra', ':', 'PEMERINTAH KABUPATEN BREBES'],
      ['Periode Laporan : September 2026'],
    ]);
    expect(facts).toEqual({
      npp: '15070955',
      employer: 'PEMERINTAH KABUPATEN BREBES',
      period: '2026-09',
    });
  });

  it('give the unit a sheet belongs to', () => {
    expect(headerFacts([['OPD : Dinas Kesehatan']]).unit).toBe('Dinas Kesehatan');
    expect(headerFacts([['KECAMATAN LARANGAN KABUPATEN BREBES']]).kecamatan).toBe('LARANGAN');
  });
});
