import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeXlsx as writeWithLibrary } from 'hucre';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../src/tabular/open-table.ts';
import { writeArchive, writeRawWorkbook } from './raw-workbook.ts';
import { readAll, temporaryFolder } from './temp-folder.ts';

const at = temporaryFolder();
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/tabular/${name}`, import.meta.url));

function put(name: string, bytes: Buffer | string): string {
  writeFileSync(at(name), bytes);
  return at(name);
}

describe('one list, saved by LibreOffice in three formats', () => {
  test.each(['xlsx', 'xls', 'ods'] as const)('%s', async (format) => {
    const source = await openTable(fixture(`daftar.${format}`));
    expect(source.facts).toMatchObject({ format, date1904: false });
    expect(source.sheets.map((sheet) => sheet.name)).toEqual(['Dinas Contoh', 'Rahasia']);
    const rows = await readAll(source);
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'PEMERINTAH KABUPATEN CONTOH'],
      [3, 'No', 'Nama', 'NIK', 'Kelahiran', '', 'Upah'],
      [4, '', '', '', 'Tempat', 'Tanggal'],
      [5, '1', 'Siti Aminah, S.Pd', '3329015205809001', 'Brebes', '29353', '1500000'],
      [6, '2', 'Budi\nSantoso  Jr', '3329010101909000', 'Tegal', '12-05-1990', '1250000.5'],
      [8, '', 'JUMLAH', '', '', '', '2750000.5'],
    ]);
    expect([...(rows[3]?.kinds ?? [])]).toEqual([2, 1, 1, 1, 3, 2]);
    expect([...(rows[4]?.kinds ?? [])]).toEqual([2, 1, 2, 1, 1, 2]);
    expect(await source.merges(0)).toEqual([
      { top: 0, left: 0, bottom: 0, right: 5 },
      { top: 2, left: 3, bottom: 2, right: 4 },
    ]);
    expect(await readAll(source, 1)).toHaveLength(1);
    expect(source.progress()).toBeCloseTo(1);
  });

  test.each(['xlsx', 'ods'])('the hidden sheet of the .%s is told', async (format) => {
    const { sheets } = await openTable(fixture(`daftar.${format}`));
    expect(sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
  });
});

describe('.ods by hand', () => {
  const ods = (table: string) =>
    writeArchive(at('hand.ods'), {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<office:document-content><office:automatic-styles></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
    });
  const row = (cells: string, extra = '') => `<table:table-row${extra}>${cells}</table:table-row>`;
  const text = (value: string, extra = '') =>
    `<table:table-cell office:value-type="string"${extra}><text:p>${value}</text:p></table:table-cell>`;

  test('repeats, header groups, notes, spaces, booleans, a > in an attribute', async () => {
    const path = await ods(
      `<table:table-header-rows>${row(text('a&amp;b', ' x:f="1>0"') + text('c<text:s text:c="2"/>d'))}</table:table-header-rows>${row('<table:table-cell/>', ' table:number-rows-repeated="3"')}${row(text('r', ' table:number-columns-repeated="2"'), ' table:number-rows-repeated="2"')}${row('<table:table-cell office:value-type="boolean" office:boolean-value="true"><office:annotation><text:p>note</text:p></office:annotation><text:p>BENAR</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="3.329010101909E+15"><text:p>3,3E+15</text:p></table:table-cell>')}`,
    );
    expect((await readAll(await openTable(path))).map(({ row, cells }) => [row, ...cells])).toEqual(
      [
        [1, 'a&b', 'c  d'],
        [5, 'r', 'r'],
        [6, 'r', 'r'],
        [7, '1', '3.329010101909E+15'],
      ],
    );
  });

  test('a repeat that would fill the machine is refused', async () => {
    const bomb = row(
      text('x', ' table:number-columns-repeated="16000"'),
      ' table:number-rows-repeated="1000000"',
    );
    await expect(readAll(await openTable(await ods(bomb)))).rejects.toMatchObject({
      code: 'file.too-large',
    });
    const wide = row(text('x', ' table:number-columns-repeated="1000000000"'));
    await expect(readAll(await openTable(await ods(wide)))).rejects.toMatchObject({
      code: 'file.too-large',
    });
  });

  test('with a password', async () => {
    const path = await writeArchive(at('locked.ods'), {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': '<manifest:encryption-data/>',
      'content.xml': 'x',
    });
    await expect(openTable(path)).rejects.toMatchObject({ code: 'file.encrypted' });
  });
});

describe('a table of HTML under the name of .xls', () => {
  test('all its cells are text', async () => {
    const html =
      '<html><meta charset="utf-8"><table><tr><th>NIK</th><th>Nama</th></tr><tr><td>0033290101</td><td>Siti &amp; Ani</td></tr></table></html>';
    const source = await openTable(put('portal.xls', html));
    expect(source.facts.format).toBe('xls');
    expect((await readAll(source)).map((row) => row.cells)).toEqual([
      ['NIK', 'Nama'],
      ['0033290101', 'Siti & Ani'],
    ]);
  });
});

describe('files that cannot be read', () => {
  const xlsx = readFileSync(fixture('daftar.xlsx'));
  const xls = readFileSync(fixture('daftar.xls'));
  const filePass = () => {
    const bytes = Buffer.from(xls);
    const bof = bytes.indexOf(Buffer.from([9, 8, 16, 0, 0, 6, 5, 0]));
    bytes.writeUInt16LE(0x2f, bof + 20);
    return bytes;
  };
  test.each([
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['only blanks', ' \r\n\r\n', 'file.empty'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'file.unsupported'],
    ['a rich text', '{\\rtf1 a;b}', 'file.unsupported'],
    ['an XML', '<?xml version="1.0"?><a/>', 'file.unsupported'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'file.unsupported',
    ],
    ['a web page without a table', '<html><p>Sesi berakhir</p></html>', 'file.unsupported'],
    ['the first half of a workbook', xlsx.subarray(0, xlsx.length / 2), 'file.damaged'],
    [
      'a container of something else',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      'file.unsupported',
    ],
    ['an .xls with a password', filePass(), 'file.encrypted'],
    ['an .xls that breaks off', xls.subarray(0, 6144), 'file.damaged'],
  ])('%s', async (_, bytes, code) => {
    const path = put('bad.xlsx', bytes);
    await expect(openTable(path).then((source) => readAll(source))).rejects.toMatchObject({
      code,
      at: { file: 'bad.xlsx' },
    });
  });

  test('an .xlsx with a password', async () => {
    const locked = await writeWithLibrary({
      sheets: [{ name: 'A', rows: [['x']] }],
      encryption: { password: 'rahasia', spinCount: 10 },
    });
    await expect(openTable(put('locked.xlsx', Buffer.from(locked)))).rejects.toMatchObject({
      code: 'file.encrypted',
    });
  });

  test('an archive that is no workbook, and one that lacks its sheet', async () => {
    const word = await writeArchive(at('surat.docx'), { 'word/document.xml': '<w/>' });
    await expect(openTable(word)).rejects.toMatchObject({ code: 'file.unsupported' });
    const bare = await writeArchive(at('bare.xlsx'), {
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    });
    await expect(openTable(bare)).rejects.toMatchObject({ code: 'file.damaged' });
    const none = await writeArchive(at('none.xlsx'), {
      'xl/workbook.xml': '<workbook><sheets/></workbook>',
    });
    await expect(openTable(none)).rejects.toMatchObject({ code: 'file.empty' });
  });

  test('bytes changed inside a part do not pass unseen', async () => {
    const path = await writeRawWorkbook(at('flip.xlsx'), {
      data: Array.from(
        { length: 500 },
        (_, i) => `<row><c t="str"><v>nama ${i * 7919}</v></c></row>`,
      ).join(''),
    });
    const bytes = readFileSync(path);
    const middle = bytes.indexOf('sheet1.xml') + 400;
    bytes[middle] = (bytes[middle] ?? 0) ^ 0x55;
    const flipped = put('flipped.xlsx', bytes);
    await expect(openTable(flipped).then((source) => readAll(source))).rejects.toMatchObject({
      code: 'file.damaged',
    });
  });

  test('a file that is not there, a folder, a file that may not be read', async () => {
    await expect(openTable(at('none.csv'))).rejects.toMatchObject({
      code: 'file.missing',
      at: { file: 'none.csv' },
    });
    mkdirSync(at('folder.csv'));
    await expect(openTable(at('folder.csv'))).rejects.toMatchObject({ code: 'file.unsupported' });
    const secret = put('secret.csv', 'a;b');
    chmodSync(secret, 0);
    const opened = await openTable(secret).then(
      (source) => source.facts.format,
      (error) => error.code,
    );
    // The superuser, as whom tests may run, reads it all the same.
    expect(process.getuid?.() === 0 ? 'csv' : 'file.locked').toBe(opened);
  });

  test('a file beyond the limits is refused before it is read', async () => {
    const path = put('big.csv', 'a;b\n'.repeat(1000));
    await expect(openTable(path, { limits: { fileBytes: 1000 } })).rejects.toMatchObject({
      code: 'file.too-large',
    });
    await expect(
      openTable(fixture('daftar.xls'), { limits: { wholeFileBytes: 1000 } }),
    ).rejects.toMatchObject({ code: 'file.too-large' });
  });
});
