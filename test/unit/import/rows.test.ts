import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programmesNamed } from '../../../src/engine/import/bpjs-row.ts';
import { createFirstSeen, hashText } from '../../../src/engine/import/digit-index.ts';
import { findHeader } from '../../../src/engine/import/find-header.ts';
import { mapColumns } from '../../../src/engine/import/map-columns.ts';
import { fundNamed, groupOf } from '../../../src/engine/import/position-group.ts';
import { rowJudge } from '../../../src/engine/import/row-shape.ts';
import { editsWithin, namesAgree } from '../../../src/engine/import/same-name.ts';
import { rosterValuesOf, valuesJson } from '../../../src/engine/import/staged-values.ts';
import { createUnitBook } from '../../../src/engine/import/units.ts';
import { personKey } from '../../../src/store/unit-key.ts';

const head = ['No', 'Nama', 'NIK', 'Tgl Lahir', 'Jabatan', 'Upah'];

function judge() {
  const found = findHeader([{ row: 1, cells: head }]);
  const heads = found?.heads ?? [];
  const of = rowJudge(heads, mapColumns('non-asn', heads, []).at, 'non-asn');
  return (...cells: string[]) => {
    const shape = of(cells);
    return shape.kind === 'data' ? 'data' : shape.reason;
  };
}

describe('rows under a head', () => {
  it('are people when they have a name and a number or a date', () => {
    const shape = judge();
    expect(shape('1', 'Budi', '3329010101809001')).toBe('data');
    expect(shape('2', 'Siti', '', '12 Mei 1980')).toBe('data');
    expect(shape('3', 'Slamet', '3.32901E+15')).toBe('data');
  });

  it('keep somebody of whom only the name is known, and somebody without a name', () => {
    const shape = judge();
    expect(shape('4', 'Warsiti')).toBe('data');
    expect(shape('5', '', '3329010101809001')).toBe('data');
  });

  it('are set aside with the reason', () => {
    const shape = judge();
    expect(shape(...head)).toBe('repeated-header');
    expect(shape('1', '2', '3', '4', '5', '6')).toBe('column-labels');
    expect(shape('', 'JUMLAH KECAMATAN SALEM', '44 orang')).toBe('total');
    expect(shape('', 'JUMLAH', '1779 orang')).toBe('total');
    expect(shape('', 'JUMLAH', '12.779 jiwa')).toBe('total');
    expect(shape('Total Seluruhnya', '', '', '', '', '12.000.000')).toBe('total');
    expect(shape('Denda')).toBe('total');
    expect(shape('', 'KECAMATAN LARANGAN')).toBe('group');
    expect(shape('Catatan: diisi sesuai upah')).toBe('note');
    expect(shape('7')).toBe('blank');
  });

  it('after a total, a name alone belongs to the signature', () => {
    const shape = judge();
    expect(shape('', 'JUMLAH')).toBe('total');
    expect(shape('', '', '', 'Brebes, 22 November 2026')).toBe('signature');
    expect(shape('', 'Drs. SUGENG RAHARJO, M.Si')).toBe('signature');
    expect(shape('', 'NIP. 197001011995031001')).toBe('signature');
    // A person who was typed below the total is still a person.
    expect(shape('9', 'Karto', '3329010101809009')).toBe('data');
  });

  it('never throw, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const shape = judge();
        for (const cells of rows) expect(typeof shape(...cells)).toBe('string');
      }),
    );
  });
});

describe('names that share a NIK', () => {
  it.each([
    ['Siti Aminah', 'SITI AMINAH, S.Pd.'],
    ['Moh. Slamet', 'Muhammad Slamet'],
    ['Budi Santoso', 'Budi Santosa'],
    ['Sugeng', 'Sugeng Raharjo'],
    ['A. Hidayat', 'Ahmad Hidayat'],
  ])('%s and %s can be one person', (a, b) => expect(namesAgree(a, b)).toBe(true));

  it.each([
    ['Siti Aminah', 'Budi Santoso'],
    ['Hadi', 'Slamet'],
    ['Sri Wahyuni', 'Sri Mulyani Kartono'],
    ['', 'Budi'],
  ])('%s and %s cannot', (a, b) => expect(namesAgree(a, b)).toBe(false));

  it('agree both ways round', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(namesAgree(a, b)).toBe(namesAgree(b, a));
      }),
    );
  });

  it('counts edits up to its limit', () => {
    expect(editsWithin('SANTOSO', 'SANTOSA', 1)).toBe(1);
    expect(editsWithin('SANTOSO', 'SUNTOSA', 1)).toBe(-1);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(editsWithin(text, text, 0)).toBe(0);
      }),
    );
  });
});

describe('first seen', () => {
  it('behaves as a map, through every growth', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { maxLength: 600 }), (keys) => {
        const seen = createFirstSeen(4);
        const model = new Map<string, number>();
        for (const [index, [high, low]] of keys.entries()) {
          const key = `${high}/${low}`;
          expect(seen.see(high, low, index)).toBe(model.get(key) ?? -1);
          if (!model.has(key)) model.set(key, index);
        }
      }),
    );
  });

  it('hashes texts to two 32-bit halves', () => {
    const a = hashText('SITI AMINAH|1980-05-12|7');
    expect(a).toEqual(hashText('SITI AMINAH|1980-05-12|7'));
    expect(a).not.toEqual(hashText('SITI AMINAH|1980-05-12|8'));
  });
});

describe('segment, group and fund', () => {
  it.each([
    ['desa', 'Kepala Desa', 'pu', 'perangkat-desa'],
    ['desa', 'Kaur Keuangan', 'pu', 'perangkat-desa'],
    ['desa', 'Ketua BPD', 'bpu', 'bpd'],
    ['desa', 'Sekretaris BPD', 'bpu', 'bpd'],
    ['desa', 'Ketua RT 03 RW 02', 'bpu', 'rt-rw'],
    ['desa', 'Kader Posyandu', 'bpu', 'lembaga-desa'],
    ['non-asn', 'Satpam', 'pu', 'non-asn'],
    ['rentan', 'Petani', 'bpu', 'rentan'],
  ] as const)('%s %s is %s, %s', (roster, position, segment, group) => {
    expect(groupOf(roster, position)).toEqual({ segment, group });
  });

  it.each([
    ['Alokasi Dana Desa', 'add'],
    ['Dana Desa', 'dana-desa'],
    ['DBH CHT', 'dbhcht'],
    ['DBHCHT 2027', 'dbhcht'],
    ['APBD Kabupaten', 'apbd-pad'],
    ['Mandiri', 'mandiri'],
    ['entah', null],
  ])('%s is %s', (text, fund) => expect(fundNamed(text)).toBe(fund));

  it('reads the programmes a text names', () => {
    expect(programmesNamed('JKK, JKM')).toEqual({ jkk: 1, jkm: 1 });
    expect(programmesNamed('JAMINAN HARI TUA')).toEqual({ jht: 1 });
  });
});

describe('units', () => {
  const units = createUnitBook(
    [
      { id: 1, kind: 'kecamatan', code: '33.29.01', name: 'Salem', parentId: null },
      { id: 2, kind: 'kecamatan', code: '33.29.02', name: 'Larangan', parentId: null },
      { id: 3, kind: 'desa', code: '33.29.01.2001', name: 'Limbangan', parentId: 1 },
      { id: 4, kind: 'desa', code: '33.29.02.2001', name: 'Limbangan', parentId: 2 },
      { id: 5, kind: 'desa', code: '33.29.02.2002', name: 'Karang Bale', parentId: 2 },
      { id: 6, kind: 'opd', code: null, name: 'Dinas Pendidikan', parentId: null },
      { id: 7, kind: 'opd', code: null, name: 'Kecamatan Salem', parentId: null },
    ],
    'Kabupaten Brebes',
  );

  it('tell namesake villages apart by their district only', () => {
    expect(units.village({ kecamatan: 'KEC. LARANGAN', desa: 'DESA LIMBANGAN' }).unitId).toBe(4);
    expect(units.village({ kecamatan: '', desa: 'Limbangan' })).toEqual({
      unitId: null,
      problem: 'village.ambiguous',
      suggest: 'Limbangan, Salem | Limbangan, Larangan',
    });
    expect(units.village({ kecamatan: '', desa: 'KARANGBALE' }).unitId).toBe(5);
    expect(units.village({ kecamatan: 'Salem', desa: 'Karangbale' }).problem).toBe(
      'village.unknown',
    );
  });

  it('know an office with or without the regency behind its name', () => {
    expect(units.opd('DINAS PENDIDIKAN KABUPATEN BREBES').unitId).toBe(6);
    expect(units.opd('Kecamatan Salem').unitId).toBe(7);
    expect(units.opd('Kelurahan Salem')).toEqual({ unitId: null, problem: 'unit.unknown' });
  });
});

describe('values of a staged row', () => {
  it('come back as they went', () => {
    const text = fc.option(fc.string({ minLength: 1 }), { nil: null });
    fc.assert(
      fc.property(
        fc.record({ name: fc.string(), nik: text, note: text, unitId: fc.option(fc.nat()) }),
        (some) => {
          const values = { ...rosterValuesOf('{}'), ...some, nameKey: personKey(some.name) };
          expect(rosterValuesOf(valuesJson(values))).toEqual(values);
        },
      ),
    );
  });
});
