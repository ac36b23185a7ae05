/** Every check on a cell, each met by a row of one staged file: code, how grave, what is kept, what is suggested. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suggestedFixes } from '../../../src/contract/suggested-fixes.ts';
import { issueAdvice, issueText } from '../../../src/contract/words/issue-words.ts';
import type { ImportKind } from '../../../src/domain/segments.ts';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { type ImportFixture, importFixture, type StagedView } from './import-fixture.ts';

let fixture: ImportFixture;
const staged = new Map<string, StagedView>();

/** One class of trouble: a name for it, the cells that differ from a sound row, and what must be found. */
interface CellClass {
  readonly what: string;
  readonly cells: Readonly<Record<string, string>>;
  /** `severity code`; null for a cell in which nothing is wrong. */
  readonly found: string | null;
  readonly values?: Readonly<Record<string, string | number | null>>;
  readonly suggests?: readonly string[];
}
type Case = readonly [
  what: string,
  cells: CellClass['cells'],
  found: CellClass['found'],
  values?: CellClass['values'],
  suggests?: CellClass['suggests'],
];
const classes = (cases: readonly Case[]): CellClass[] =>
  cases.map(([what, cells, found, values = {}, suggests = []]) => ({
    what,
    cells,
    found,
    values,
    suggests,
  }));

const nik = classes([
  ['a sound one', { nik: '3329010101809001' }, null, { nik: '3329010101809001', sex: 'L' }],
  ['empty', { nik: '' }, 'error nik.empty', { nik: null }],
  ['15 digits', { nik: '332901010180900' }, 'error nik.length', { nikRaw: '332901010180900' }],
  ['17 digits', { nik: '33290101018090012' }, 'error nik.length', { nik: null }],
  ['a letter', { nik: '33290101018O9001' }, 'error nik.non-digit', { nik: null }],
  ['an impossible day', { nik: '3329013201809001' }, 'error nik.impossible-date', { nik: null }],
  ['30 February', { nik: '3329013002809001' }, 'error nik.impossible-date', { nik: null }],
  ['sequence 0000', { nik: '3329010101800000' }, 'error nik.sequence-zero', { nik: null }],
  ['all digits alike', { nik: '1111111111111111' }, 'error nik.placeholder', { nik: null }],
  ['counted up', { nik: '1234567890123456' }, 'error nik.placeholder', { nik: null }],
  ['the area and noughts', { nik: '3329000000000000' }, 'error nik.placeholder', { nik: null }],
  ['E-notation', { nik: '3,32901E+15' }, 'error nik.e-notation', { nikRaw: '3,32901E+15' }],
  ['a number saved from it', { nik: '3329010000000000', as: 'number' }, 'error nik.precision-lost'],
  [
    'a number ending in 0',
    { nik: '3329010101809010', as: 'number' },
    'warning nik.last-digit-suspect',
  ],
  ['the family card’s number', { nik: '3329011203149001', birth: '' }, 'warning nik.kk-looking'],
  [
    'the number beside it',
    { nik: '3329010101809077', kk: '3329010101809077' },
    'warning nik.kk-looking',
  ],
  [
    'another birth date',
    { nik: '3329010201809001' },
    'warning nik.birth-date-differs',
    { birthDate: '1980-01-01' },
  ],
  ['another sex', { nik: '3329014101809001' }, 'warning nik.sex-differs', { sex: 'L' }],
  ['no such province', { nik: '9929010101809001' }, 'warning nik.unknown-province'],
  ['issued elsewhere', { nik: '3301010101809001' }, 'info nik.other-area'],
  ['a leading apostrophe', { nik: "'3329010101809003" }, null, { nik: '3329010101809003' }],
  ['dots, spaces, hyphens', { nik: '3329.0101 0180-9004' }, null, { nik: '3329010101809004' }],
  ['a hard space', { nik: '3329010101809005\u00a0' }, null, { nik: '3329010101809005' }],
]);

const numbers = classes([
  ['a sound KPJ with a leading zero', { kpj: '01234567890' }, null, { kpj: '01234567890' }],
  ['a KPJ of 9', { kpj: '123456789' }, 'warning kpj.length', { kpj: null, kpjRaw: '123456789' }],
  [
    'a KPJ of 10',
    { kpj: '1234567890' },
    'warning kpj.leading-zero-lost',
    { kpj: null },
    ['kpj 01234567890'],
  ],
  ['a KPJ with letters', { kpj: '0123456789A' }, 'warning kpj.non-digit', { kpj: null }],
  ['a KPJ of noughts', { kpj: '00000000000' }, 'warning kpj.placeholder', { kpj: null }],
  ['a KPJ in E-notation', { kpj: '1,23E+10' }, 'warning kpj.e-notation', { kpj: null }],
]);

const dates = classes([
  ['day first', { birth: '31-12-1980', nik: '' }, 'error nik.empty', { birthDate: '1980-12-31' }],
  ['a slash', { birth: '02/03/1980', nik: '' }, null, { birthDate: '1980-03-02' }],
  ['year first', { birth: '1980-03-02', nik: '' }, null, { birthDate: '1980-03-02' }],
  ['an Indonesian month', { birth: '2 Maret 1980', nik: '' }, null, { birthDate: '1980-03-02' }],
  ['a short month', { birth: '2-AGT-80', nik: '' }, null, { birthDate: '1980-08-02' }],
  [
    'two digits of the last century',
    { birth: '2-3-80', nik: '' },
    null,
    { birthDate: '1980-03-02' },
  ],
  ['two digits of this one', { birth: '2-3-05', nik: '' }, null, { birthDate: '2005-03-02' }],
  [
    'an Excel day number',
    { birth: '29282', nik: '', as: 'number' },
    null,
    { birthDate: '1980-03-02' },
  ],
  ['31 February', { birth: '31-02-1980', nik: '' }, 'warning date.impossible', { birthDate: null }],
  [
    'month first',
    { birth: '03-25-1980', nik: '' },
    'warning date.against-order',
    { birthDate: null },
    ['birthDate 25-03-1980'],
  ],
  ['words', { birth: 'lupa', nik: '' }, 'warning date.unreadable', { birthDate: null }],
  ['tomorrow', { birth: '01-01-2030', nik: '' }, 'warning date.in-future', { birthDate: null }],
  ['of old', { birth: '01-01-1890', nik: '' }, 'warning date.too-old', { birthDate: null }],
  [
    'a year alone, made a day by Excel',
    { birth: '1980', nik: '', as: 'number' },
    'warning date.too-old',
    { birthDate: null },
  ],
]);

const wages = classes([
  ['of noughts', { wage: '0' }, 'warning wage.zero', { wageSen: 0 }],
  [
    'ten times too big',
    { wage: '25.000.000' },
    'warning wage.too-high',
    { wageSen: 2_500_000_000 },
    ['wage 2500000'],
  ],
  [
    'ten times too small',
    { wage: '250.000' },
    'warning wage.too-low',
    { wageSen: 25_000_000 },
    ['wage 2500000'],
  ],
  ['no amount', { wage: 'dua juta' }, 'warning wage.invalid', { wageSen: null }],
  ['with Rp and a dash', { wage: 'Rp 2.500.000,-' }, null, { wageSen: 250_000_000 }],
  ['with sen', { wage: '2.500.000,50' }, null, { wageSen: 250_000_050 }],
]);

const others = classes([
  ['no name', { name: '' }, 'error name.missing'],
  ['Alm. before the name', { name: 'Alm. Sutrisno' }, 'warning name.deceased', { deceased: 1 }],
  ['Almh. behind it', { name: 'Sulastri (Almh)' }, 'warning name.deceased', { deceased: 1 }],
  ['a name that only begins so', { name: 'Almira Salma' }, null, { name: 'Almira Salma' }],
  ['no such sex', { sex: 'X', nik: '' }, 'info sex.unknown', { sex: null }],
  ['Laki-laki', { sex: 'Laki-laki', nik: '' }, null, { sex: 'L' }],
  ['PR', { sex: 'PR', nik: '' }, null, { sex: 'P' }],
  ['no such village', { desa: 'Tiada' }, 'error village.unknown', { unitId: null }],
  [
    'a village misspelt',
    { desa: 'Benttar' },
    'error village.unknown',
    { unitId: null },
    ['unit Bentar, Salem'],
  ],
  [
    'a village of two districts',
    { desa: 'Limbangan', kecamatan: '' },
    'error village.ambiguous',
    { unitId: null },
    ['unit Limbangan, Kersana', 'unit Limbangan, Losari'],
  ],
  ['no village', { desa: '' }, 'warning village.missing'],
  ['no such desil', { desil: '12' }, 'info desil.invalid', { desil: null }],
  ['desil in words', { desil: 'Desil 3' }, null, { desil: 3 }],
  ['no such fund', { fund: 'Hibah Arab' }, 'info fund.unknown', { fundSource: null }],
  [
    '14 years old',
    { birth: '02-12-2011', nik: '' },
    'warning age.out-of-range',
    { birthDate: '2011-12-02' },
  ],
  [
    '101 years old',
    { birth: '02-01-1925', nik: '' },
    'warning age.out-of-range',
    { birthDate: '1925-01-02' },
  ],
  [
    '66 years old, as BPU',
    { birth: '02-01-1960', nik: '' },
    'warning age.too-old',
    { birthDate: '1960-01-02' },
  ],
]);

const columns = [
  'name',
  'nik',
  'kk',
  'kpj',
  'birth',
  'sex',
  'desa',
  'kecamatan',
  'job',
  'wage',
  'desil',
  'fund',
];
const head = [
  'Nama',
  'NIK',
  'No KK',
  'No KPJ',
  'Tgl Lahir',
  'JK',
  'Desa',
  'Kecamatan',
  'Jenis Pekerjaan',
  'Upah',
  'Desil',
  'Sumber Dana',
];
let people = 0;
const sound = (): Record<string, string> => {
  people += 1;
  return {
    name: `Orang ${people}`,
    nik: `332901010180${9100 + people}`,
    kk: '3329010203049001',
    kpj: '',
    birth: '01-01-1980',
    sex: 'L',
    desa: 'Salem',
    kecamatan: 'Salem',
    job: 'Petani',
    wage: '2.500.000',
    desil: '1',
    fund: 'DBHCHT',
  };
};
const keyOf = (group: string, what: string) => `${group}: ${what}`;
const groups = { NIK: nik, numbers, 'birth dates': dates, wages, others } as const;

async function stageAll(kind: ImportKind): Promise<void> {
  const named = Object.entries(groups).flatMap(([group, cases]) =>
    cases.map((one) => ({ key: keyOf(group, one.what), cells: { ...sound(), ...one.cells } })),
  );
  const proof = Array.from({ length: 30 }, () => ({ ...sound(), birth: '20-01-1980', nik: '' }));
  const number = (cells: Record<string, string>, column: string) =>
    cells['as'] === 'number' &&
    ((column === 'nik' && cells['nik'] !== '') ||
      (column === 'birth' && /^\d+$/.test(cells[column] ?? '')));
  const rows = [...named.map(({ cells }) => cells), ...proof].map((cells: Record<string, string>) =>
    columns.map((column) =>
      number(cells, column) ? Number(cells[column]) : (cells[column] ?? ''),
    ),
  );
  const path = join(fixture.dir, 'kelas.xlsx');
  await writeXlsx(path, [{ name: 'Kelas', rows: [head, ...rows] }]);
  const batchId = await fixture.stage({ path, kind });
  const byRow = new Map(fixture.rows(batchId).map((row) => [row.row, row]));
  for (const [index, { key }] of named.entries()) {
    const row = byRow.get(index + 2);
    if (row !== undefined) staged.set(key, row);
  }
}

beforeAll(async () => {
  fixture = await importFixture({ keepReader: true });
  await stageAll('rentan');
});
afterAll(() => fixture[Symbol.dispose]());

describe.each(Object.entries(groups))('%s', (group, cases) => {
  it.each(cases)('$what', ({ what, found, values = {}, suggests }) => {
    const row = staged.get(keyOf(group, what));
    if (row === undefined) throw new Error('was not read as a row');
    const said = row.issues.map(({ severity, code }) => `${severity} ${code}`);
    if (found === null) {
      // Without a NIK the row still says so, and that is all.
      expect(said.filter((one) => one !== 'error nik.empty')).toEqual([]);
    } else {
      expect(said).toContain(found);
      const code = found.split(' ')[1] ?? '';
      expect(issueText(code)).not.toMatch(/Perlu diperiksa/);
      if (!found.startsWith('info')) expect(issueAdvice(code)).not.toBe('');
    }
    for (const [key, value] of Object.entries(values))
      expect(row.values[key] ?? null, key).toBe(value);
    expect(suggestedFixes(row.issues).map(({ field, value }) => `${field} ${value}`)).toEqual(
      suggests,
    );
  });
});

describe('wages', () => {
  const stageText = (name: string, lines: readonly string[], kind: ImportKind) => {
    const path = join(fixture.dir, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return fixture.stage({ path, kind });
  };
  const codesOf = (batchId: number, name: string) =>
    fixture.rows(batchId).find(({ values }) => values['name'] === name)?.codes ?? [];
  const list = (unit: string, wage: number, count: number) =>
    Array.from({ length: count }, (_, at) => `${unit} ${at};;01-02-1980;${unit};${wage}`);

  it('are judged by those of their own unit where it has enough of them', async () => {
    const lines = [
      'Nama;NIK;Tgl Lahir;OPD;Upah',
      ...list('RSUD', 9_000_000, 12),
      ...list('Dinas Sosial', 1_000_000, 40),
    ];
    const batchId = await stageText(
      'unit.csv',
      [
        ...lines,
        'Salah;;01-02-1980;RSUD;900000',
        'Wajar;;01-02-1980;Dinas Sosial;900000',
        'Baru;;01-02-1980;Dinas Lain;9000000',
      ],
      'non-asn',
    );
    expect(codesOf(batchId, 'RSUD 3')).not.toContain('wage.too-high');
    expect(codesOf(batchId, 'Salah')).toContain('wage.too-low');
    expect(codesOf(batchId, 'Wajar')).not.toContain('wage.too-low');
    expect(codesOf(batchId, 'Baru')).toContain('wage.too-high');
  });

  it('of a short list are judged by those of the roster', async () => {
    const lines = ['Nama;NIK;Tgl Lahir;OPD;Upah', ...list('Dinas Sosial', 1_000_000, 12)];
    await fixture.commit(await stageText('banyak.csv', lines, 'non-asn'));
    const short = ['Nama;NIK;Tgl Lahir;OPD;Upah', 'Budi;;01-02-1980;Dinas Sosial;10000000'];
    const batchId = await stageText('sedikit.csv', short, 'non-asn');
    expect(
      fixture.rows(batchId)[0]?.issues.find(({ code }) => code === 'wage.too-high'),
    ).toMatchObject({
      params: { usual: 1_000_000, suggest: '1000000' },
    });
  });
});

describe('an office misspelt', () => {
  it('is shown beside the one it may mean, and added only when nobody says otherwise', async () => {
    const path = (name: string, office: string, person: string) => {
      const at = join(fixture.dir, name);
      writeFileSync(at, `Nama;NIK;Tgl Lahir;OPD\n${person};;01-02-1980;${office}\n`);
      return at;
    };
    await fixture.commit(
      await fixture.stage({ path: path('opd-1.csv', 'Dinas Perhubungan', 'Ani'), kind: 'non-asn' }),
    );
    const batchId = await fixture.stage({
      path: path('opd-2.csv', 'Dinas Perhubngan', 'Beti'),
      kind: 'non-asn',
    });
    const [row] = fixture.rows(batchId);
    expect(suggestedFixes(row?.issues ?? [])).toEqual([
      { field: 'unit', value: 'Dinas Perhubungan' },
    ]);
    expect(row?.values['newUnit']).toBe('Dinas Perhubngan');
  });
});
