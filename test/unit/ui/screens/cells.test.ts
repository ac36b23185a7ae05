/** Cells as text: typed, copied, pasted. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOfRoster, editableColumn } from '../../../../src/contract/roster-columns.ts';
import type { RosterRow } from '../../../../src/contract/roster-routes.ts';
import { fundSources, rosters } from '../../../../src/domain/segments.ts';
import { pastedSize, planPaste } from '../../../../src/ui/screens/roster/cells/plan-paste.ts';
import { rawCell } from '../../../../src/ui/screens/roster/cells/raw-cell.ts';
import {
  cellText,
  choiceBegun,
  readCell,
  storedValue,
} from '../../../../src/ui/screens/roster/cells/read-cell.ts';
import {
  formatHtml,
  formatTsv,
  neutralised,
  parseTsv,
  withoutMark,
} from '../../../../src/ui/screens/roster/cells/tsv.ts';
import { fundFinder, unitNames } from '../../../../src/ui/screens/roster/cells/use-unit-names.ts';
import { changeOf, nothingTyped } from '../../../../src/ui/screens/roster/sheet/bulk-fields.tsx';
import { fundSourceLabel, maritalLabels, sexLabels } from '../../../../src/ui/words/labels.ts';

const ownFund = 'csr:Baznas Kab. Contoh';
const listed = [...fundSources, ownFund] as const;
const findFund = fundFinder(listed.map((id) => ({ id, name: fundSourceLabel(id) })));
const places = unitNames(
  [
    { id: 1, kind: 'kecamatan', code: null, name: 'Salem', parentId: null },
    { id: 2, kind: 'kecamatan', code: null, name: 'Bantarkawung', parentId: null },
    { id: 3, kind: 'desa', code: null, name: 'Bentar', parentId: 1 },
    { id: 4, kind: 'desa', code: null, name: 'Karangpari', parentId: 2 },
    { id: 5, kind: 'desa', code: null, name: 'Bentar', parentId: 2 },
    { id: 6, kind: 'opd', code: null, name: 'Dinas Kesehatan', parentId: null },
  ],
  'desa',
);
const units = { ...places, findFund };

const row: RosterRow = {
  id: 7,
  personId: 7,
  name: 'Budi',
  nikMasked: '3329••••••••9001',
  kpj: '01234567890',
  birthDate: '1990-05-01',
  sex: 'L',
  marital: 'kawin',
  roster: 'desa',
  unitId: 3,
  unitName: 'Bentar',
  parentUnitName: 'Salem',
  position: 'Ketua RT 01',
  jobKind: null,
  nip: null,
  decree: '=1+1',
  startDate: '2026-01-31',
  desil: null,
  dtsenId: null,
  phone: null,
  note: null,
  segment: 'bpu',
  wage: 500_000,
  fundSource: 'add',
  status: 'aktif',
  version: 3,
  enrolment: null,
};
const column = (key: Parameters<typeof editableColumn>[1], roster = row.roster) => {
  const found = editableColumn(roster, key);
  if (found === null) throw new Error(key);
  return found;
};

describe('tab-separated text', () => {
  it('reads what spreadsheets write: quotes, tabs and line ends inside cells', () => {
    expect(parseTsv('a\tb\r\n"x\ty"\t"dua\nbaris"\r\n')).toEqual([
      ['a', 'b'],
      ['x\ty', 'dua\nbaris'],
    ]);
    expect(parseTsv('a\tb\nc\td')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(parseTsv('"ia berkata ""ya"""')).toEqual([['ia berkata "ya"']]);
    expect(parseTsv('satu, dua; tiga')).toEqual([['satu, dua; tiga']]);
    expect(parseTsv('')).toEqual([]);
    expect(parseTsv('\t\n')).toEqual([['', '']]);
  });

  it('gives back every table it wrote', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', '"', '\t', '\n', '\r\n', ' x ', 'a"b', '3329010101809001'),
    );
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .chain(([columns, rows]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows);
      }),
    );
  });

  it('lets no formula through and takes the sign off again', () => {
    for (const text of ['=1+1', '+62812', '@cmd', '-x']) {
      expect(neutralised(text)).toBe(`'${text}`);
      expect(withoutMark(neutralised(text))).toBe(text);
    }
    expect(neutralised('3329010101809001')).toBe('3329010101809001');
    expect(withoutMark("'3329010101809001")).toBe('3329010101809001');
    expect(withoutMark("'Aisyah")).toBe("'Aisyah");
  });

  it('marks identifiers as text for spreadsheets and escapes what is a name', () => {
    const html = formatHtml([
      [
        { text: '<b>&', kind: 'text' },
        { text: '12', kind: 'number' },
      ],
    ]);
    expect(html).toContain(String.raw`<td style='mso-number-format:"\@"'>&lt;b&gt;&amp;</td>`);
    expect(html).not.toContain('<b>');
  });
});

describe('a cell', () => {
  it('reads back what it shows, in every editable column of every roster', () => {
    for (const roster of rosters) {
      for (const key of columnsOfRoster(roster)) {
        const known = editableColumn(roster, key);
        if (known === null || known.field === 'nik') continue;
        const stored = storedValue(known, row);
        const text = cellText(known, stored, units);
        if (stored !== null) expect([key, readCell(known, text, units)]).toEqual([key, stored]);
        const raw = rawCell(row, key, units).text;
        if (stored !== null) expect([key, readCell(known, raw, units)]).toEqual([key, stored]);
      }
    }
  });

  it.each([
    ['wage', '2.500.000', 2_500_000],
    ['wage', 'Rp 2.500.000', 2_500_000],
    ['wage', '2500000', 2_500_000],
    ['wage', '2,5 juta', undefined],
    ['wage', '', null],
    ['birthDate', '31-02-1990', undefined],
    ['birthDate', '1990-05-01', '1990-05-01'],
    ['birthDate', '1 Mei 1990', '1990-05-01'],
    ['sex', 'perempuan', 'P'],
    ['sex', 'X', undefined],
    ['fund', 'Dana Desa', 'dana-desa'],
    ['fund', 'dana-desa', 'dana-desa'],
    ['unit', 'Bentar, Salem', 3],
    ['unit', 'karangpari', 4],
    ['unit', 'Bentar', undefined],
    ['unit', 'Dinas Kesehatan', undefined],
    ['name', '', undefined],
    ['name', 'x'.repeat(201), undefined],
  ] as const)('%s reads %j as %j', (key, text, value) => {
    expect(readCell(column(key), text, units)).toBe(value);
  });

  it("shows a regency's own fund source by its name, and reads it back by that and by its code", () => {
    const fund = column('fund');
    expect(cellText(fund, ownFund, units)).toBe('Baznas Kab. Contoh');
    const copied = rawCell({ ...row, fundSource: ownFund }, 'fund', units).text;
    for (const text of [copied, 'baznas  kab. contoh', ownFund]) {
      expect([text, readCell(fund, text, units)]).toEqual([text, ownFund]);
    }
  });

  it('reads no fund source that is not on the list, whatever it looks like', () => {
    for (const text of ['apbn:Pusat', 'csr:Tidak Ada', 'Tidak Ada', 'csr:']) {
      expect([text, readCell(column('fund'), text, units)]).toEqual([text, undefined]);
    }
  });

  it('is copied in words, not in codes', () => {
    const copied = (key: Parameters<typeof rawCell>[1]) => rawCell(row, key, units).text;
    expect([copied('marital'), copied('sex'), copied('fund')]).toEqual([
      maritalLabels.kawin,
      sexLabels.L,
      'ADD',
    ]);
  });
});

describe('a paste', () => {
  const target = {
    roster: 'desa' as const,
    rows: [row, { ...row, id: 8, name: 'Ani', wage: null }],
    firstRow: 10,
    columns: ['wage', 'status', 'nik'] as const,
    units,
  };
  const plan = (block: string[][], selected = { rows: 1, columns: 1 }) =>
    planPaste(block, pastedSize(block, selected), target);

  it('becomes edits with what is stored beside them', () => {
    const { edits, refused, same } = plan([['600.000'], ['']]);
    expect(refused).toEqual([]);
    expect(same).toBe(1);
    expect(edits).toEqual([
      { entryId: 7, name: 'Budi', version: 3, field: 'wage', stored: 500_000, value: 600_000 },
    ]);
  });

  it('says of every cell it leaves out why', () => {
    const { edits, refused, same } = plan([
      ['banyak', 'Nonaktif', '3329••••••••9001', 'lebih'],
      ['1', 'Aktif', '3329••••••••9999'],
      ['2'],
    ]);
    expect(edits.map(({ entryId, value }) => [entryId, value])).toEqual([[8, 1]]);
    expect(same).toBe(2);
    expect(refused).toEqual([
      { reason: 'unreadable', row: 10, column: 'wage', text: 'banyak' },
      { reason: 'not-editable', row: 10, column: 'status', text: 'Nonaktif' },
      { reason: 'outside', row: 10, column: null, text: 'lebih' },
      { reason: 'masked', row: 11, column: 'nik', text: '3329••••••••9999' },
      { reason: 'outside', row: 12, column: 'wage', text: '2' },
    ]);
  });

  it('gives a fund source of the list; one that was taken off may stand where it stands', () => {
    const gone = { ...row, fundSource: 'csr:Dihapus' as const };
    const funds = { ...target, columns: ['fund'] as const, rows: [gone, row] };
    const { edits, refused, same } = planPaste(
      [['Dihapus'], ['Dihapus']],
      { rows: 2, columns: 1 },
      funds,
    );
    expect([edits, same]).toEqual([[], 1]);
    expect(refused).toMatchObject([{ reason: 'unreadable', row: 11, text: 'Dihapus' }]);
    const own = planPaste([['Baznas Kab. Contoh']], { rows: 1, columns: 1 }, funds);
    expect(own.edits).toMatchObject([{ field: 'fundSource', value: ownFund }]);
  });

  it('fills the selection with one value, and repeats a block that fits several times', () => {
    expect(pastedSize([['1']], { rows: 4, columns: 2 })).toEqual({ rows: 4, columns: 2 });
    expect(pastedSize([['1'], ['2']], { rows: 4, columns: 1 })).toEqual({ rows: 4, columns: 1 });
    expect(pastedSize([['1'], ['2']], { rows: 3, columns: 1 })).toEqual({ rows: 2, columns: 1 });
    expect(pastedSize([['1', '2']], { rows: 1, columns: 1 })).toEqual({ rows: 1, columns: 2 });
    expect(plan([['5']], { rows: 2, columns: 1 }).edits).toHaveLength(2);
  });
});

it('a fund source picked for many is taken by its id, the own ones too', () => {
  for (const value of listed) {
    const typed = { ...nothingTyped, field: 'fundSource', text: value };
    expect(changeOf('rentan', typed)).toEqual({ field: 'fundSource', value });
  }
});

describe('letters typed into a choice', () => {
  const names = ['DBHCHT', 'Dana Desa', 'Bagi hasil pajak', '1', '10'];
  it.each([
    ['d', 0],
    ['da', 1],
    ['DANA D', 1],
    ['ba', 2],
    ['1', 3],
    ['10', 4],
    ['x', -1],
    ['', -1],
  ])('%j', (letters, at) => expect(choiceBegun(names, letters)).toBe(at));
});
