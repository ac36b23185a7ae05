import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { openTable } from '../../../src/tabular/open-table.ts';
import { encodeWindows1252 } from '../../../src/tabular/text-encoding.ts';
import type { OpenOptions } from '../../../src/tabular/types.ts';
import { writeCsv } from '../../../src/tabular/write-csv.ts';
import { readAll, temporaryFolder } from './temp-folder.ts';

/** Many files are written and read: slow where the disk is busy. */
vi.setConfig({ testTimeout: 60_000 });

const at = temporaryFolder();

async function read(content: string | Buffer, options: OpenOptions = {}) {
  const path = at('text.csv');
  writeFileSync(path, content);
  const source = await openTable(path, options);
  return { facts: source.facts, rows: await readAll(source), source };
}

const cells = (rows: readonly { readonly cells: readonly string[] }[]) =>
  rows.map((row) => row.cells);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('encoding', () => {
  const text = 'No;Nama\r\n1;José – “Ujang”\r\n2;Siti\r\n';
  test.each([
    ['utf-8', 'UTF-8 without a mark', Buffer.from(text)],
    ['utf-8', 'UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', 'UTF-16LE with a mark', utf16(text, 'le', true)],
    ['utf-16be', 'UTF-16BE with a mark', utf16(text, 'be', true)],
    ['utf-16le', 'UTF-16LE without a mark', utf16(text, 'le', false)],
    ['utf-16be', 'UTF-16BE without a mark', utf16(text, 'be', false)],
    ['windows-1252', 'Windows-1252', encodeWindows1252(text)],
  ] as const)('%s: %s', async (encoding, _, bytes) => {
    const { facts, rows } = await read(bytes);
    expect(facts).toMatchObject({ format: 'csv', encoding, delimiter: ';' });
    expect(cells(rows)).toEqual([
      ['No', 'Nama'],
      ['1', 'José – “Ujang”'],
      ['2', 'Siti'],
    ]);
  });

  test('one wrong byte far into the file decides for Windows-1252', async () => {
    const long = Buffer.concat([
      Buffer.from('a;b\n'.repeat(600_000)),
      Buffer.from([0x92, 0x3b, 0x62, 0x0a]),
    ]);
    const { facts, rows } = await read(long);
    expect(facts.encoding).toBe('windows-1252');
    expect(rows.at(-1)).toEqual({ row: 600_001, cells: ['’', 'b'] });
  });

  test('a character cut by the end of a piece is not taken for a wrong one', async () => {
    const head = 'abc;def\n'.repeat(128 * 1024).slice(0, -2);
    const { facts, rows } = await read(`${head}é;\nc;d\n`);
    expect(facts.encoding).toBe('utf-8');
    expect(rows.at(-2)?.cells).toEqual(['abc', 'deé']);
  });

  test('the user may say otherwise', async () => {
    const { facts, rows } = await read(Buffer.from('é;b\n'), { encoding: 'windows-1252' });
    expect(facts.encoding).toBe('windows-1252');
    expect(rows[0]?.cells[0]).toBe('Ã©');
  });
});

describe('delimiter', () => {
  test.each([
    [
      ';',
      'DAFTAR PEKERJA, TAHUN 2027\nNo;Nama;TTL\n1;Siti;Brebes, 12-05-1980\n2;Ani;Tegal, 1-1-1990\n',
    ],
    [',', 'No,Nama,Upah\n1,"Ujang; S.Pd","1.000,00"\n2,Ani,5\n'],
    ['\t', 'No\tNama\n1\tSiti, S.Pd; H.\n'],
    ['|', 'No|Nama\n1|Siti\n'],
  ])('%j is found', async (delimiter, text) => {
    expect((await read(text)).facts.delimiter).toBe(delimiter);
  });

  test('a sep= line decides and is no data, but counts as a record', async () => {
    const { facts, rows } = await read('sep=,\r\na;1,b\r\nc;2,d\r\n');
    expect(facts.delimiter).toBe(',');
    expect(rows).toEqual([
      { row: 2, cells: ['a;1', 'b'] },
      { row: 3, cells: ['c;2', 'd'] },
    ]);
  });

  test('the user may say otherwise', async () => {
    const { rows } = await read('a;b,c\nd;e,f\n', { delimiter: ',' });
    expect(cells(rows)).toEqual([
      ['a;b', 'c'],
      ['d;e', 'f'],
    ]);
  });
});

describe('records', () => {
  test('blank records are left out and keep their number', async () => {
    const { rows } = await read('KOP;;\r\n\r\n;;\r\na;b\r\n');
    expect(rows).toEqual([
      { row: 1, cells: ['KOP'] },
      { row: 4, cells: ['a', 'b'] },
    ]);
  });

  test('line breaks and quotes inside quotes; no line end at the end', async () => {
    const { rows } = await read('a;"b\r\nc ""d"" ;"\r\ne;f');
    expect(cells(rows)).toEqual([
      ['a', 'b\r\nc "d" ;'],
      ['e', 'f'],
    ]);
  });

  test('digits stay as they are', async () => {
    const { rows } = await read("a;b\n0033;3.32901E+15\n'3329010101809001;007\n");
    expect(cells(rows).slice(1)).toEqual([
      ['0033', '3.32901E+15'],
      ["'3329010101809001", '007'],
    ]);
  });

  test('a quote that is never closed is told with its place', async () => {
    await expect(read('a;b\nc;"d\ne;f\n')).rejects.toMatchObject({
      code: 'file.damaged',
      at: { file: 'text.csv', row: 2 },
    });
  });

  test('a quote that swallows megabytes stops early', async () => {
    await expect(read(`a;b\nc;"d\n${'e;f\n'.repeat(2_000_000)}`)).rejects.toMatchObject({
      code: 'file.damaged',
    });
  });

  test('limits on rows, columns and cells', async () => {
    const limits = { rows: 3, columns: 3, cellChars: 10 };
    await expect(read('a\nb\nc\nd\n', { limits })).rejects.toMatchObject({
      code: 'file.too-large',
    });
    await expect(read('a;b;c;d\n', { limits })).rejects.toMatchObject({ code: 'file.too-large' });
    await expect(read('abcdefghijk\n', { limits })).rejects.toMatchObject({
      code: 'file.too-large',
    });
    expect((await read('a;b;c\n', { limits })).rows).toHaveLength(1);
  });

  test('progress reaches one; a second reading gives the same', async () => {
    const { source, rows } = await read('a;b\n'.repeat(1000));
    expect(source.progress()).toBe(1);
    expect(await readAll(source)).toEqual(rows);
  });

  test('reading stops when asked to', async () => {
    const { source } = await read('a;b\n'.repeat(1000));
    await expect(async () => {
      for await (const _ of source.rows(0, AbortSignal.abort())) expect.unreachable();
    }).rejects.toMatchObject({ code: 'job.cancelled' });
  });
});

describe('what is written is read', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 12 });
  const tricky = fc.constantFrom('a;b', 'say "x"', 'two\nlines', 'a,b', ' pad ', "'", '""', 'é–“');
  const record = fc
    .array(fc.oneof(cell, tricky), { minLength: 2, maxLength: 6 })
    .map((fields) => ['#', ...fields, '#']);

  test('any text, either encoding of Unicode', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('utf-8', 'utf-8-bom'),
        fc.constantFrom(';', ',', '\t', '|'),
        async (records, encoding, delimiter) => {
          const clean = records.map((fields) =>
            // biome-ignore lint/suspicious/noControlCharactersInRegex: such text is told to be binary
            fields.map((field) => field.toWellFormed().replace(/[\u0000-\u001f\ufeff]/g, '')),
          );
          const path = at('round.csv');
          await writeCsv(path, clean, { encoding, delimiter, neutralise: false });
          const source = await openTable(path, { encoding: 'utf-8', delimiter });
          expect(cells(await readAll(source))).toEqual(clean);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('a formula is defused, a number is not', async () => {
    const path = at('formula.csv');
    const evil = ['=1+1', '+62812', '-5', '@x', '\t=a', '\r=b', '＝c'];
    await writeCsv(path, [['nama', ...evil, -5]]);
    const [row] = await readAll(await openTable(path));
    expect(row?.cells).toEqual(['nama', ...evil.map((text) => `'${text}`), '-5']);
  });

  test('Windows-1252 keeps what it has and marks what it lacks', async () => {
    const path = at('ansi.csv');
    await writeCsv(path, [['a', '€ – é “x” 日']], { encoding: 'windows-1252' });
    const source = await openTable(path);
    expect(source.facts.encoding).toBe('windows-1252');
    expect((await readAll(source))[0]?.cells).toEqual(['a', '€ – é “x” ?']);
  });
});
