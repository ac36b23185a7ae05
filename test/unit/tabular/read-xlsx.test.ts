import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { readXlsx, writeXlsx as writeWithLibrary } from 'hucre';
import { describe, expect, test, vi } from 'vitest';
import { dateOfSerial } from '../../../src/domain/civil-date.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { cellKind, type RawRow } from '../../../src/tabular/types.ts';
import { columnOf } from '../../../src/tabular/xlsx/cell-scanner.ts';
import { columnLetters } from '../../../src/tabular/xlsx/sheet-xml.ts';
import { isDateFormatCode, resolveTarget } from '../../../src/tabular/xlsx/workbook-parts.ts';
import { type RawParts, writeRawWorkbook } from './raw-workbook.ts';
import { readAll, temporaryFolder } from './temp-folder.ts';

/** Many files are written and read: slow where the disk is busy. */
vi.setConfig({ testTimeout: 60_000 });

const at = temporaryFolder();

async function readRaw(parts: RawParts) {
  const source = await openTable(await writeRawWorkbook(at('raw.xlsx'), parts));
  return { source, rows: await readAll(source) };
}

const cell = (r: string, v: string, extra = '') => `<c r="${r}"${extra}><v>${v}</v></c>`;
const plain = (rows: readonly RawRow[]) =>
  rows.map(({ row, cells, kinds }) => [row, cells, [...(kinds ?? [])]]);

const styles = (codes: readonly string[]) =>
  `<styleSheet><numFmts>${codes.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${codes.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`;

describe('cells', () => {
  test('a number keeps the digits it is stored with', async () => {
    const { rows } = await readRaw({
      data: `<row r="1">${cell('A1', '3329010101809001')}${cell('B1', '3.3290101018090001E+15')}${cell('C1', '0.10')}${cell('D1', '-7')}</row>`,
    });
    expect(plain(rows)).toEqual([
      [1, ['3329010101809001', '3.3290101018090001E+15', '0.10', '-7'], [2, 2, 2, 2]],
    ]);
  });

  test('missing references, gaps, empty styled cells and blank rows', async () => {
    const { rows } = await readRaw({
      data: '<row><c><v>1</v></c><c t="str"><v>b</v></c></row><row/><row r="7" spans="1:9"><c r="C7"><v>3</v></c><c s="1"/><c><v>5</v></c><c r="Z7" s="1"/></row><row r="9"><c r="A9" s="1"></c></row>',
    });
    expect(plain(rows)).toEqual([
      [1, ['1', 'b'], [2, 1]],
      [7, ['', '', '3', '', '5'], [0, 0, 2, 0, 2]],
    ]);
  });

  test('every kind of text', async () => {
    const { rows } = await readRaw({
      data: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><rPr><b/></rPr><t>Sit</t></r><r><t xml:space="preserve">i </t></r><rPh sb="0"><t>no</t></rPh></is></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>a &amp; b</v></c><c r="E1" t="inlineStr"><is><t><![CDATA[<x>&]]></t></is></c><c r="F1" t="s"><v>2</v></c></row>`,
      strings:
        '<si><t>Jo&#233;l &lt;&quot;&gt; _x000D_</t></si><si/><si><r><t>a</t></r><r><t>b</t></r><phoneticPr/></si>',
    });
    expect(plain(rows)).toEqual([
      [1, ['Joél <"> \r', '', 'Siti ', 'a & b', '<x>&', 'ab'], [1, 0, 1, 1, 1, 1]],
    ]);
  });

  test('booleans, errors, formulas with and without a value', async () => {
    const { rows } = await readRaw({
      data: '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><f t="shared" si="0">SUM(A1)</f><v>12.5</v></c><c r="D1"><f>NOW()</f></c><c r="E1"><f>1</f><v/></c><c r="F1" t="n"><v xml:space="preserve">4</v></c></row>',
    });
    expect(plain(rows)).toEqual([[1, ['1', '#N/A', '12.5', '', '', '4'], [4, 5, 2, 0, 0, 2]]]);
  });

  test('dates are told by their format; ISO dates become serials', async () => {
    const codes = [
      'dd/mm/yyyy',
      '#,##0',
      '&quot;Rp&quot;#,##0',
      '[$-421]d mmmm yyyy;@',
      '0.00E+00',
    ];
    const numbers = [0, 1, 2, 3, 4, 5, 6].map((style, i) =>
      cell(`${'ABCDEFG'[i]}1`, '29353', ` s="${style}"`),
    );
    const { rows } = await readRaw({
      data: `<row r="1">${numbers.join('')}<c r="H1" t="d"><v>1980-05-12T00:00:00</v></c></row>`,
      styles: styles(codes),
    });
    expect([...(rows[0]?.kinds ?? [])]).toEqual([2, 3, 3, 2, 2, 3, 2, 3]);
    expect(rows[0]?.cells[7]).toBe('29353');
  });

  test('1904 is told and left to the caller', async () => {
    const { source, rows } = await readRaw({
      data: `<row r="1"><c r="A1" s="1"><v>27891</v></c><c r="B1" t="d"><v>1980-05-12</v></c></row>`,
      styles: styles([]),
      workbookPr: '<workbookPr date1904="1"/>',
    });
    expect(source.facts.date1904).toBe(true);
    expect(rows[0]?.cells).toEqual(['27891', '27891']);
    expect(dateOfSerial(27891, true)).toBe('1980-05-12');
  });

  test('a prefix on every element, comments, single quotes, hidden rows', async () => {
    const { rows } = await readRaw({
      data: `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:cols><x:col/></x:cols><x:sheetData><!-- > <x:row> --><x:row r='2' hidden='1'><x:c r='B2' t='inlineStr'><x:is><x:t>hai</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(rows).toMatchObject([{ row: 2, cells: ['', 'hai'], hidden: true }]);
  });

  test('merged ranges', async () => {
    const { source } = await readRaw({
      data: '<row r="1"><c r="A1"><v>1</v></c></row>',
      after:
        '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="$D$2:$D$3"/></mergeCells>',
    });
    expect(await source.merges(0)).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 3, bottom: 2, right: 3 },
    ]);
  });

  test('an empty sheet has no rows', async () => {
    expect((await readRaw({ data: '' })).rows).toEqual([]);
    const short = '<?xml version="1.0"?><worksheet><sheetData/></worksheet>';
    expect((await readRaw({ data: short })).rows).toEqual([]);
  });
});

describe('what is refused', () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
  test.each([
    [
      'a sheet that breaks off',
      `<?xml version="1.0"?><worksheet><sheetData>${row}`,
      'file.damaged',
    ],
    [
      'a row that breaks off',
      `<?xml version="1.0"?><worksheet><sheetData>${row}<row r="2"><c`,
      'file.damaged',
    ],
    [
      'a shared string that is not there',
      '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
      'file.damaged',
    ],
    ['a cell that is never closed', '<row r="1"><c r="A1"><v>1</v></row>', 'file.damaged'],
    [
      'a row number beyond the format',
      '<row r="4000000000"><c><v>1</v></c></row>',
      'file.too-large',
    ],
    ['a column beyond the format', '<row r="1"><c r="XFE1"><v>1</v></c></row>', 'file.too-large'],
    [
      'an absurd column',
      `<row r="1"><c r="${'Z'.repeat(40)}1"><v>1</v></c></row>`,
      'file.too-large',
    ],
    [
      'a cell of megabytes',
      `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(2 ** 21)}</v></c></row>`,
      'file.too-large',
    ],
    ['a row without end', `<row r="1">${'<c><v>1</v></c>'.repeat(1_500_000)}`, 'file.too-large'],
  ])('%s', async (_, data, code) => {
    await expect(readRaw({ data })).rejects.toMatchObject({ code, at: { file: 'raw.xlsx' } });
  });

  test('more cells than allowed, gaps counted', async () => {
    const path = await writeRawWorkbook(at('gaps.xlsx'), {
      data: Array.from(
        { length: 100 },
        (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
      ).join(''),
    });
    const source = await openTable(path, { limits: { cells: 1_000_000 } });
    await expect(readAll(source)).rejects.toMatchObject({
      code: 'file.too-large',
      at: { sheet: 'Data' },
    });
  });

  test('a part that unpacks to more than allowed', async () => {
    const path = await writeRawWorkbook(at('bomb.xlsx'), { data: ' '.repeat(4_000_000) });
    const source = await openTable(path, { limits: { sheetBytes: 1_000_000 } });
    await expect(readAll(source)).rejects.toMatchObject({ code: 'file.too-large' });
  });
});

describe('against another reader', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc
      .date({ min: new Date('1910-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => {
        date.setUTCHours(0, 0, 0, 0);
        return date;
      }),
  );
  const sheets = fc.array(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 12 }), {
    minLength: 1,
    maxLength: 3,
  });

  /** A raw row in the other reader's terms. */
  function toValues({ cells, kinds }: RawRow) {
    return cells.map((text, i) => {
      const kind = kinds?.[i];
      if (kind === cellKind.empty) return null;
      if (kind === cellKind.number) return Number(text);
      if (kind === cellKind.boolean) return text === '1';
      if (kind === cellKind.date) return dateOfSerial(Number(text));
      return text;
    });
  }
  const trimmed = (row: readonly unknown[]) =>
    row.slice(0, row.findLastIndex((one) => one !== null && one !== '') + 1);
  const comparable = (one: unknown) => {
    if (one instanceof Date) return one.toISOString().slice(0, 10);
    return one === '' || Object.is(one, -0) ? (one === '' ? null : 0) : one;
  };

  test.each(['shared', 'inline'] as const)(
    '%s strings: the same values in the same places',
    async (stringMode) => {
      await fc.assert(
        fc.asyncProperty(sheets, async (contents) => {
          const path = at('other.xlsx');
          writeFileSync(
            path,
            await writeWithLibrary({
              stringMode,
              sheets: contents.map((rows, i) => ({ name: `S${i}`, rows })),
            }),
          );
          const expected = await readXlsx(readFileSync(path));
          const source = await openTable(path);
          expect(source.sheets.map((sheet) => sheet.name)).toEqual(
            expected.sheets.map((sheet) => sheet.name),
          );
          for (const [i, sheet] of expected.sheets.entries()) {
            const wanted = sheet.rows.flatMap((row, index) => {
              const values = trimmed(row.map(comparable));
              return values.length === 0 ? [] : [[index + 1, values] as const];
            });
            const got = (await readAll(source, i)).map((row) => [
              row.row,
              toValues(row).map(comparable),
            ]);
            expect(got).toEqual(wanted);
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('small rules', () => {
  test('columns there and back', () => {
    fc.assert(
      fc.property(fc.nat(16_383), (column) => columnOf(`${columnLetters(column)}7`) === column),
    );
    expect([columnOf('A1'), columnOf('xfd1'), columnOf('7')]).toEqual([0, 16_383, -1]);
  });

  test.each([
    ['dd/mm/yyyy', true],
    ['d-mmm-yy', true],
    ['h:mm:ss', true],
    ['[h]:mm', true],
    ['mm:ss.000', true],
    ['[$-421]dd mmmm yyyy', true],
    ['yyyy\\-mm\\-dd;@', true],
    ['General', false],
    ['0', false],
    ['#,##0.00', false],
    ['"hari "0', false],
    ['[Red]0', false],
    ['"Rp"#,##0', false],
    ['_-* #,##0_-', false],
    ['@', false],
    ['0.00E+00', false],
    ['0 "d"', false],
  ])('%s is a date format: %s', (code, expected) => {
    expect(isDateFormatCode(code)).toBe(expected);
  });

  test.each([
    ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', '/xl/styles.xml', 'xl/styles.xml'],
    ['xl/worksheets/sheet1.xml', '../comments1.xml', 'xl/comments1.xml'],
    ['', './xl/workbook.xml', 'xl/workbook.xml'],
  ])('from %s to %s', (base, target, expected) => {
    expect(resolveTarget(base, target)).toBe(expected);
  });
});
