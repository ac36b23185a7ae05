import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { describe, expect, test, vi } from 'vitest';
import { dateOfSerial } from '../../../src/domain/civil-date.ts';
import { writeAtomically } from '../../../src/tabular/atomic-file.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { cellKind, type OutCell, type OutSheet } from '../../../src/tabular/types.ts';
import { safeSheetNames, writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { openZip, readEntryText } from '../../../src/tabular/zip-reader.ts';
import { readAll, temporaryFolder } from './temp-folder.ts';

/** Many files are written and read: slow where the disk is busy. */
vi.setConfig({ testTimeout: 60_000 });

const at = temporaryFolder();

async function part(path: string, name: string): Promise<string> {
  const archive = await openZip(path, readFileSync(path).length);
  return (await readEntryText(archive, name, { maxBytes: 1e8 })) ?? '';
}

async function writeOne(sheet: Partial<OutSheet>): Promise<string> {
  const path = at('out.xlsx');
  await writeXlsx(path, [{ name: 'Data', rows: [], ...sheet }]);
  return path;
}

describe('what is written', () => {
  test('any text and number comes back as it was, in its place', async () => {
    const cell: fc.Arbitrary<OutCell> = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.constantFrom('=1+1', '_x0041_', ' a ', 'a\nb', '3329010101809001', '0033', '\u0007'),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 10 }),
        async (rows) => {
          const source = await openTable(await writeOne({ rows }));
          const expected = rows.flatMap((row, index) => {
            const filled = row.slice(0, row.findLastIndex((value) => value !== null) + 1);
            if (filled.length === 0) return [];
            const texts = filled.map((value) =>
              typeof value === 'string'
                ? value.toWellFormed()
                : value === null
                  ? ''
                  : String(value),
            );
            return [[index + 1, texts]];
          });
          expect((await readAll(source)).map((row) => [row.row, row.cells])).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('another reader sees text, real dates, cached formula values and merges', async () => {
    const path = await writeOne({
      rows: [
        ['NIK', { v: 'Tanggal', style: 'header' }],
        [
          { v: '3329015205809001', style: 'text' },
          { v: '1980-05-12', style: 'date' },
        ],
        [null, { v: 'kemarin', style: 'date' }],
        [
          { v: 7, formula: 'SUM(A1:A2)', style: 'total' },
          { v: 'x<y', formula: 'IF(A1<1,"x<y","")' },
        ],
      ],
      merges: [{ top: 4, left: 0, bottom: 5, right: 27 }],
    });
    const book = await readXlsx(readFileSync(path), { readStyles: true });
    const sheet = book.sheets[0];
    expect(sheet?.rows.slice(0, 4)).toEqual([
      ['NIK', 'Tanggal'],
      ['3329015205809001', new Date('1980-05-12')],
      [null, 'kemarin'],
      [7, 'x<y'],
    ]);
    expect(sheet?.merges).toEqual([{ startRow: 4, startCol: 0, endRow: 5, endCol: 27 }]);
    expect(sheet?.cells?.get('3,0')?.formula).toBe('SUM(A1:A2)');
  });

  test('dates before March 1900, which spreadsheets count wrongly, stay text', async () => {
    const [row] = await readAll(
      await openTable(
        await writeOne({
          rows: [
            [
              { v: '1900-02-28', style: 'date' },
              { v: '1900-03-01', style: 'date' },
            ],
          ],
        }),
      ),
    );
    expect(row?.cells).toEqual(['1900-02-28', '61']);
    expect(dateOfSerial(61)).toBe('1900-03-01');
    expect([...(row?.kinds ?? [])]).toEqual([cellKind.text, cellKind.date]);
  });

  test('paper, orientation, repeated and frozen head rows, widths, hidden sheets', async () => {
    const path = at('page.xlsx');
    await writeXlsx(path, [
      {
        name: "Dinas 'A' & B",
        rows: [['x']],
        headRows: { from: 1, to: 2 },
        paper: 'F4',
        landscape: true,
        widths: [5, 20],
      },
      { name: 'Rahasia', rows: [['y']], hidden: true },
    ]);
    const sheet = await part(path, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      '<pageSetup paperSize="14" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet).toContain(
      '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',
    );
    expect(sheet).toContain('<col min="2" max="2" width="20.71" customWidth="1"/>');
    expect(await part(path, 'xl/worksheets/sheet2.xml')).toContain(
      'paperSize="9" orientation="portrait"',
    );
    expect(await part(path, 'xl/workbook.xml')).toContain(
      "'Dinas ''A'' &amp; B'!$2:$3</definedName>",
    );
    expect((await openTable(path)).sheets.map((one) => one.hidden)).toEqual([false, true]);
  });

  test('the same sheets give the same bytes', async () => {
    const rows = [['a', 1, { v: '1980-05-12', style: 'date' as const }]];
    const first = readFileSync(await writeOne({ rows }));
    const second = readFileSync(await writeOne({ rows }));
    expect(second.equals(first)).toBe(true);
  });

  test('a hundred thousand rows from a generator', async () => {
    function* rows() {
      for (let row = 0; row < 100_000; row += 1) yield [row, `Nama ${row}`];
    }
    const seen: number[] = [];
    const path = at('long.xlsx');
    await writeXlsx(path, [{ name: 'x', rows: rows() }], { onRows: (count) => seen.push(count) });
    let count = 0;
    for await (const batch of (await openTable(path)).rows(0)) {
      expect(batch.length).toBeLessThanOrEqual(2048);
      count += batch.length;
    }
    expect(count).toBe(100_000);
    expect(seen.at(-1)).toBeGreaterThan(90_000);
  });

  test('sheet names Excel would refuse are mended and kept apart', () => {
    const long = 'Dinas Kebudayaan, Kepemudaan dan Olahraga';
    expect(safeSheetNames(['a/b:c', "'x'", '', long, long, 'A B C'])).toEqual([
      'a b c',
      'x',
      'Lembar 3',
      'Dinas Kebudayaan, Kepemudaan da',
      'Dinas Kebudayaan, Kepemudaa (2)',
      'A B C (2)',
    ]);
  });
});

describe('what is refused', () => {
  test('too many rows, too long a cell, a number that is none', async () => {
    function* tooMany() {
      for (let row = 0; row <= 1_048_576; row += 1) yield [1];
    }
    await expect(writeOne({ rows: tooMany() })).rejects.toMatchObject({ code: 'file.too-large' });
    await expect(writeOne({ rows: [['x'.repeat(32_768)]] })).rejects.toMatchObject({
      code: 'file.too-large',
    });
    await expect(writeOne({ rows: [[Number.NaN]] })).rejects.toThrow();
  });

  test('a failure leaves the older file and nothing else', async () => {
    const path = at('kept.xlsx');
    writeFileSync(path, 'old');
    function* failing() {
      yield ['a'];
      throw new Error('no more rows');
    }
    await expect(writeXlsx(path, [{ name: 'x', rows: failing() }])).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a path that cannot be written', async () => {
    writeFileSync(at('plain'), '');
    await expect(writeXlsx(at('plain/x.xlsx'), [{ name: 'x', rows: [] }])).rejects.toMatchObject({
      code: 'file.unwritable',
      at: { file: 'x.xlsx' },
    });
  });
});

test('an atomic file makes its folder and replaces what was there', async () => {
  const path = at('new/folder/a.txt');
  await writeAtomically(path, (file) => file.writeFile('one'));
  await writeAtomically(path, (file) => file.writeFile('two'));
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(existsSync(path)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(['a.txt']);
});
