/** Every kind of file the import reads, and every one it refuses, through the engine's staging task. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx as writeWithLibrary } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeWindows1252 } from '../../../src/tabular/text-encoding.ts';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { type RawParts, writeArchive, writeRawWorkbook } from '../../unit/tabular/raw-workbook.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await importFixture({ keepReader: true });
});
afterAll(() => fixture[Symbol.dispose]());

const made = (name: string) => new URL(`../../fixtures/tabular/${name}`, import.meta.url);
const at = (name: string) => join(fixture.dir, name);
function put(name: string, bytes: string | Buffer): string {
  writeFileSync(at(name), bytes);
  return at(name);
}
async function staged(path: string) {
  const id = await fixture.stage({ path, kind: 'desa' });
  return { ...fixture.batch(id), rows: fixture.rows(id) };
}
async function codeOf(path: string): Promise<unknown> {
  const before = fixture.dump();
  const code = await fixture.stage({ path, kind: 'desa' }).then(
    () => 'staged',
    (error: { code?: unknown }) => error.code,
  );
  expect(fixture.dump()).toBe(before);
  return code;
}
const aside = () =>
  fixture.read((store) =>
    store.sql.all<{ row: number; reason: string }>(
      `SELECT source_row AS row, reason FROM set_aside_row
       WHERE batch_id = (SELECT max(id) FROM import_batch) ORDER BY seq`,
    ),
  );

describe('one list in each spreadsheet format: kop, merged head, hidden row and sheet, formulas, total, signature', () => {
  it.each(['xlsx', 'xls', 'ods'] as const)('.%s', async (format) => {
    copyFileSync(made(`perangkat.${format}`), at(`perangkat.${format}`));
    const { facts, sheets, rows } = await staged(at(`perangkat.${format}`));
    expect(facts).toMatchObject({ format });
    expect(sheets.map(({ name, hidden, used }) => [name, hidden, used])).toEqual([
      ['Salem', false, true],
      ['Arsip', true, false],
    ]);
    expect(sheets[0]?.headerRows).toEqual([3, 4]);
    expect(rows.map(({ row, values }) => [row, values['name'], values['birthDate']])).toEqual([
      [6, 'Budi Santoso', '1980-01-01'],
      [7, 'Siti Aminah, S.Pd', '1982-05-15'],
      [8, 'Joél Karto', '1980-04-04'],
    ]);
    // The cached value of a formula, and the merged head's own column beside its neighbour.
    expect(rows.map(({ values }) => values['wageSen'])).toEqual([
      242_664_000, 220_000_000, 200_000_000,
    ]);
    expect(rows.map(({ codes }) => codes.includes('row.hidden'))).toEqual([false, true, false]);
    expect(aside().map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'title'],
      [5, 'column-labels'],
      [9, 'total'],
      [11, 'signature'],
      [12, 'signature'],
      [13, 'signature'],
    ]);
  });

  it('.xls that counts its days from 1904', async () => {
    const bytes = readFileSync(made('perangkat.xls'));
    const mode = bytes.indexOf(Buffer.from([0x22, 0, 2, 0, 0, 0]));
    bytes[mode + 4] = 1;
    const { rows } = await staged(put('1904.xls', bytes));
    // 1,462 days later, as Excel itself would show it.
    expect(rows[0]?.values['birthDate']).toBe('1984-01-02');
  });

  it('an HTML table under the name of .xls', async () => {
    const cells = (tag: string, texts: readonly string[]) =>
      `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
    const html = `<html><body><table>${cells('th', ['Nama', 'NIK', 'Desa', 'Kecamatan'])}${cells('td', ['Siti', '3329015505829002', 'Salem', 'Salem'])}</table></body></html>`;
    const { rows } = await staged(put('portal.xls', html));
    expect(rows[0]?.values).toMatchObject({ name: 'Siti', nik: '3329015505829002' });
  });
});

const head = ['Nama', 'NIK', 'Tgl Lahir', 'Alamat', 'Desa', 'Kecamatan'];
const person = [
  'Joél Karto',
  '3329010404809003',
  '04-04-1980',
  'Jl. “Mawar”, No. 1',
  'Salem',
  'Salem',
];
const joined = (mark: string, end = '\r\n') =>
  [head, person].map((row) => row.map((cell) => `"${cell}"`).join(mark)).join(end) + end;

describe('text, by how it is written', () => {
  const beyond = Buffer.from(joined(';'), 'utf16le').swap16();
  it.each([
    ['UTF-8', 'utf-8', Buffer.from(joined(';'))],
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${joined(';')}`)],
    ['UTF-16 LE with a mark', 'utf-16le', Buffer.from(`\ufeff${joined(';')}`, 'utf16le')],
    ['UTF-16 LE without', 'utf-16le', Buffer.from(joined(';'), 'utf16le')],
    ['UTF-16 BE', 'utf-16be', beyond],
    ['Windows-1252', 'windows-1252', encodeWindows1252(joined(';'))],
  ])('%s', async (name, encoding, bytes) => {
    const { facts, rows } = await staged(put(`${name}.csv`, bytes));
    expect(facts).toMatchObject({ encoding, delimiter: ';' });
    expect(rows[0]?.values).toMatchObject({
      name: 'Joél Karto',
      address: 'Jl. “Mawar”, No. 1',
      nik: '3329010404809003',
    });
  });

  it.each([
    ['semicolons', ';', '\n', 'csv'],
    ['commas', ',', '\n', 'csv'],
    ['tabs', '\t', '\r\n', 'tsv'],
    ['bars', '|', '\n', 'txt'],
    ['old Macintosh line ends', ';', '\r', 'txt'],
  ])('%s', async (name, delimiter, end, ending) => {
    const { facts, rows } = await staged(put(`${name}.${ending}`, joined(delimiter, end)));
    expect(facts).toMatchObject({ delimiter });
    expect(rows[0]?.values).toMatchObject({ name: 'Joél Karto', address: 'Jl. “Mawar”, No. 1' });
  });

  it.each(['#', ';', '\t'])('a first line sep=%s, which is no data', async (mark) => {
    const text = `sep=${mark}\r\n${joined(mark)}`;
    const { facts, rows } = await staged(put('sep.csv', `\ufeff${text}`));
    expect(facts).toMatchObject({ delimiter: mark });
    expect(rows.map(({ row, values }) => [row, values['name']])).toEqual([[3, 'Joél Karto']]);
    expect(aside()).toEqual([]);
  });

  it('ragged rows, line breaks and doubled quotes inside quotes', async () => {
    const text = `${head.join(';')}\nBudi;3329010101809001\n"Siti\nAminah";3329015505829002;15-05-1982;"Jl. ""A""; B";Salem;Salem;lebih;lagi\n`;
    const { rows } = await staged(put('ragged.csv', text));
    expect(rows.map(({ values }) => [values['name'], values['address'] ?? null])).toEqual([
      ['Budi', null],
      ['Siti Aminah', 'Jl. "A"; B'],
    ]);
  });
});

const cell = (ref: string, value: string, extra = '') =>
  `<c r="${ref}"${extra}><v>${value}</v></c>`;
const inline = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const headXml = `<row r="1">${['Nama', 'NIK', 'Tgl Lahir', 'Desa', 'Kecamatan', 'Upah'].map((text, index) => inline(`${'ABCDEF'[index]}1`, text)).join('')}</row>`;
const dateStyle =
  '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';

describe('.xlsx, by how its cells are stored', () => {
  const read = async (parts: RawParts) => {
    const { rows } = await staged(await writeRawWorkbook(at('raw.xlsx'), parts));
    return rows.map(({ values }) => values);
  };

  it('inline and shared strings, in several runs', async () => {
    const inlined = await read({ data: `${headXml}<row r="2">${inline('A2', 'Budi')}</row>` });
    expect(inlined[0]).toMatchObject({ name: 'Budi' });
    const shared = await read({
      data: `${headXml}<row r="2">${cell('A2', '0', ' t="s"')}${cell('B2', '1', ' t="s"')}</row>`,
      strings: '<si><r><t>Si</t></r><r><t>ti</t></r></si><si><t>3329015505829002</t></si>',
    });
    expect(shared[0]).toMatchObject({ name: 'Siti', nik: '3329015505829002' });
  });

  it('cells and rows without references', async () => {
    const bare = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = await read({
      data: `<row>${['Nama', 'NIK', 'Desa', 'Kecamatan'].map(bare).join('')}</row><row>${['Budi', '3329010101809001', 'Salem', 'Salem'].map(bare).join('')}</row>`,
    });
    expect(rows[0]).toMatchObject({ name: 'Budi', nik: '3329010101809001', unit: 'Salem, Salem' });
  });

  it('formulas give the value they were saved with, and nothing when they have none', async () => {
    const formula = (ref: string, value: string) =>
      `<c r="${ref}" t="str"><f>CONCAT("x")</f>${value}</c>`;
    const rows = await read({
      data: `${headXml}<row r="2">${formula('A2', '<v>Budi</v>')}${formula('B2', '<v>3329010101809001</v>')}<c r="F2"><f>SUM(1)</f><v>1500000</v></c></row><row r="3">${inline('A3', 'Siti')}${cell('B3', '3329015505829002')}<c r="F3"><f>SUM(1)</f></c></row>`,
    });
    expect(rows[0]).toMatchObject({ name: 'Budi', nik: '3329010101809001', wageSen: 150_000_000 });
    expect(rows[1]).toMatchObject({ name: 'Siti', nik: '3329015505829002' });
    expect(rows[1]).not.toHaveProperty('wageSen');
  });

  it('days counted from 1900, from 1904, and written out', async () => {
    const row = `<row r="2">${inline('A2', 'Budi')}${inline('B2', '')}${cell('C2', '27760', ' s="1"')}</row><row r="3">${inline('A3', 'Siti')}<c r="C3" t="d"><v>1982-05-15</v></c></row>`;
    const data = `${headXml}${row}`;
    const days = async (workbookPr: string) =>
      (await read({ data, styles: dateStyle, workbookPr })).map((one) => one['birthDate']);
    expect(await days('')).toEqual(['1976-01-01', '1982-05-15']);
    expect(await days('<workbookPr date1904="1"/>')).toEqual(['1980-01-02', '1982-05-15']);
  });

  it('a NIK kept as a number: every digit it is stored with, never more', async () => {
    const rows = await read({
      data: `${headXml}<row r="2">${inline('A2', 'Budi')}${cell('B2', '3329010101809001')}</row><row r="3">${inline('A3', 'Siti')}${cell('B3', '3.329015505829002E15')}</row><row r="4">${inline('A4', 'Ani')}${cell('B4', '3.32901E15')}</row>`,
    });
    expect(rows.map((one) => one['nik'] ?? null)).toEqual([
      '3329010101809001',
      '3329015505829002',
      null,
    ]);
  });

  it('error cells hold nothing', async () => {
    const rows = await read({
      data: `${headXml}<row r="2">${inline('A2', 'Budi')}${cell('B2', '#N/A', ' t="e"')}${cell('F2', '#REF!', ' t="e"')}</row>`,
    });
    expect(rows[0]).toMatchObject({ name: 'Budi' });
    expect(rows[0]).not.toHaveProperty('nikRaw');
  });
});

describe('what is refused, by name', () => {
  const encryptedOds = () =>
    writeArchive(at('terkunci.ods'), {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml':
        '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      'content.xml': 'bukan xml',
    });
  const encryptedXlsx = async () =>
    put(
      'terkunci.xlsx',
      Buffer.from(
        await writeWithLibrary({
          sheets: [{ name: 'A', rows: [['x']] }],
          encryption: { password: 'rahasia', spinCount: 10 },
        }),
      ),
    );
  const encryptedXls = async () => {
    const bytes = readFileSync(made('perangkat.xls'));
    const bof = bytes.indexOf(Buffer.from([9, 8, 16, 0, 0, 6, 5, 0]));
    bytes.writeUInt16LE(0x2f, bof + 20);
    return put('terkunci.xls', bytes);
  };
  it.each([
    ['.xlsx', encryptedXlsx],
    ['.xls', encryptedXls],
    ['.ods', encryptedOds],
  ])('a password: %s', async (_, make) => {
    expect(await codeOf(await make())).toBe('file.encrypted');
  });

  it('a zip bomb', async () => {
    // One cell of 64 MB that packs into some 64 kB.
    const bomb = `<row r="1"><c r="A1" t="inlineStr"><is><t>${' '.repeat(64 * 1024 * 1024)}</t></is></c></row>`;
    const path = await writeRawWorkbook(at('bom.xlsx'), { data: bomb });
    expect(readFileSync(path).length).toBeLessThan(1024 * 1024);
    expect(await codeOf(path)).toBe('file.too-large');
  });

  it.each([
    ['a row beyond the format', `${headXml}<row r="9999999">${inline('A9999999', 'x')}</row>`],
    ['a column beyond the format', `${headXml}<row r="2">${cell('ZZZZ2', '1')}</row>`],
  ])('absurd dimensions: %s', async (_, data) => {
    const path = await writeRawWorkbook(at('absurd.xlsx'), { data });
    expect(['file.too-large', 'file.damaged']).toContain(await codeOf(path));
  });

  it('absurd dimensions that are only claimed do no harm', async () => {
    const data = `<?xml version="1.0"?><worksheet><dimension ref="A1:XFD1048576"/><sheetData>${headXml}<row r="2">${inline('A2', 'Budi')}${inline('B2', '3329010101809001')}</row></sheetData></worksheet>`;
    const { rows } = await staged(await writeRawWorkbook(at('claim.xlsx'), { data }));
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['a PDF', 'daftar.xlsx', '%PDF-1.7\n', 'pdf'],
    ['a Word document of old', 'daftar.xls', '{\\rtf1 x}', 'rtf'],
    [
      'a picture',
      'daftar.xlsx',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      'image',
    ],
    [
      'a photo',
      'daftar.xlsx',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
      'image',
    ],
  ])('%s under the name of a workbook', async (_, name, bytes, looksLike) => {
    const path = put(name, bytes);
    expect(await codeOf(path)).toBe('file.unsupported');
    await expect(fixture.stage({ path, kind: 'desa' })).rejects.toMatchObject({
      params: { looksLike },
    });
  });

  it('a Word document, a Numbers folder, an archive of files', async () => {
    const word = await writeArchive(at('surat.xlsx'), { 'word/document.xml': '<w/>' });
    expect(await codeOf(word)).toBe('file.unsupported');
    await expect(fixture.stage({ path: word, kind: 'desa' })).rejects.toMatchObject({
      params: { looksLike: 'word' },
    });
    const packed = await writeArchive(at('kumpulan.zip'), { 'daftar-a.xlsx': 'x' });
    expect(await codeOf(packed)).toBe('file.unsupported');
    await expect(fixture.stage({ path: packed, kind: 'desa' })).rejects.toMatchObject({
      params: { looksLike: 'archive' },
    });
  });

  it('a workbook cut short, and a text whose quote never closes', async () => {
    await writeXlsx(at('utuh.xlsx'), [{ name: 'A', rows: [head, person] }]);
    const whole = readFileSync(at('utuh.xlsx'));
    expect(await codeOf(put('potong.xlsx', whole.subarray(0, whole.length / 2)))).toBe(
      'file.damaged',
    );
    expect(await codeOf(put('kutip.csv', `${head.join(';')}\n"Budi;3329010101809001\n`))).toBe(
      'file.damaged',
    );
  });
});
