/** Files that nobody should send: damaged, hostile, or only strange. Each is found again by its number. */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { writeArchive } from '../../unit/tabular/raw-workbook.ts';

export type Next = (below: number) => number;

/** A small generator of its own. */
export function numbers(seed: number): Next {
  let state = (seed + 1) * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** Cut, changed, spliced or repeated somewhere. */
export function damaged(bytes: Buffer, next: Next): Buffer {
  const out = Buffer.from(bytes);
  const way = next(4);
  if (way === 0) return out.subarray(0, next(out.length));
  if (way === 1) {
    for (let times = next(12); times >= 0; times -= 1) out[next(out.length)] = next(256);
    return out;
  }
  const start = next(out.length);
  const rest = way === 2 ? Math.min(out.length, start + next(200)) : start >> 1;
  return Buffer.concat([out.subarray(0, start), out.subarray(rest)]);
}

const head = [
  'No',
  'Nama',
  'NIK',
  'Tgl Lahir',
  'Jabatan',
  'Unit Kerja',
  'Upah',
  'Desa',
  'Kecamatan',
];
const people = Array.from({ length: 20 }, (_, at) => [
  String(at + 1),
  `Orang ${at}`,
  `33290101018090${String(at).padStart(2, '0')}`,
  '01-01-1980',
  'Staf',
  'Dinas Sosial',
  '2.500.000',
  'Salem',
  'Salem',
]);

const hostile = [
  "=cmd|' /C calc'!A0",
  '@SUM(1)',
  '-1+1',
  '\t=1',
  '1e308',
  '-1e308',
  'NaN',
  '9'.repeat(400),
  '0000000000000000',
  '3,32901E+15',
  '31-02-1980',
  '00-00-0000',
  '99999999',
  '-5',
  '\u202eNIK',
  '\ud800',
  '\u0000',
  'ﷺ'.repeat(50),
  'a\u0301'.repeat(200),
  '"',
  '""""',
  '<script>',
  '__proto__',
  'constructor',
  '%s%n',
  ' '.repeat(500),
  '#REF!',
  '😀'.repeat(100),
  'x'.repeat(5_000),
  "'; DROP TABLE person; --",
];

/** A text file with hostile cells anywhere, head included. */
export function hostileText(next: Next): string {
  const mark = [',', ';', '\t', '|'][next(4)] ?? ',';
  const rows = [head, ...people].map((row) => [...row]);
  for (let times = next(30); times >= 0; times -= 1) {
    const row = rows[next(rows.length)];
    if (row !== undefined) row[next(row.length)] = hostile[next(hostile.length)] ?? '';
  }
  if (next(6) === 0) rows[next(rows.length)] = Array.from({ length: next(20_000) }, () => 'x');
  if (next(6) === 0) rows.splice(next(rows.length), 0, []);
  const quote = (cell: string) => (next(9) === 0 ? `"${cell}` : cell);
  return rows.map((row) => row.map(quote).join(mark)).join(next(2) === 0 ? '\n' : '\r\n');
}

const rowXml = (at: number, cells: string) => `<row r="${at}">${cells}</row>`;
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const headXml = rowXml(1, head.map(text).join(''));

/** Sheets that claim, count or nest what they should not. */
const sheets: readonly ((next: Next) => string)[] = [
  () => `<dimension ref="A1:XFD1048576"/><sheetData>${headXml}</sheetData>`,
  (next) => `<sheetData>${headXml}${rowXml(2 + next(1e9), text('x'))}</sheetData>`,
  () =>
    `<sheetData>${headXml}<row r="4294967297"><c r="A4294967297"><v>1</v></c></row></sheetData>`,
  () => `<sheetData>${headXml}<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row></sheetData>`,
  (next) => `<sheetData>${headXml}<row r="2"><c t="s"><v>${next(1e9)}</v></c></row></sheetData>`,
  () => `<sheetData>${headXml}<row r="2"><c s="99999"><v>1e999</v></c></row></sheetData>`,
  () => `<sheetData>${headXml}<row r="-1"><c r="@1"><v>-0</v></c></row><row r="1"/></sheetData>`,
  (next) => `<sheetData>${headXml}${'<row>'.repeat(next(3_000))}`,
  (next) => `<sheetData>${headXml}<row r="2">${text('y'.repeat(next(300_000)))}</row></sheetData>`,
  () =>
    `<sheetData>${headXml}<row r="2"><c><f>1+1</f><v></v></c><c t="e"><v>#N/A</v></c></row></sheetData>`,
  (next) =>
    `<sheetData>${headXml}</sheetData><mergeCells count="4000000000">${'<mergeCell ref="A1:XFD1048576"/>'.repeat(next(400))}</mergeCells>`,
  () =>
    `<sheetData>${headXml}<row r="2"><c t="inlineStr"><is><t>&lol;&#x110000;&#0;</t></is></c></row></sheetData>`,
  (next) =>
    `<sheetData>${headXml}${Array.from({ length: next(300) }, (_, at) => rowXml(2 + at, text('Budi') + text(hostile[at % hostile.length]?.replace(/[<&\0\ud800]/g, '') ?? ''))).join('')}</sheetData>`,
];

const laughs =
  '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';

/** A workbook whose archive is whole and whose parts are not. */
export async function hostileWorkbook(path: string, next: Next): Promise<void> {
  const sheet = sheets[next(sheets.length)]?.(next) ?? '';
  const broken = next(3) === 0 ? damaged(Buffer.from(sheet), next).toString('latin1') : sheet;
  const parts: Record<string, string> = {
    'xl/workbook.xml': `${next(5) === 0 ? laughs : ''}<workbook><sheets><sheet name="${next(4) === 0 ? '&c;' : 'A'}" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="${next(8) === 0 ? '../../../../etc/passwd' : 'sheet.xml'}"/><Relationship Id="r2" Type="x/sharedStrings" Target="strings.xml"/></Relationships>`,
    'xl/sheet.xml': `${next(6) === 0 ? laughs : ''}<worksheet>${broken}</worksheet>`,
    'xl/strings.xml': `<sst count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>`,
  };
  for (const name of Object.keys(parts)) if (next(25) === 0) delete parts[name];
  await writeArchive(path, parts);
}

/** Bytes of whole files of each format, to be damaged. */
export async function wholeFiles(dir: string): Promise<ReadonlyMap<string, Buffer>> {
  const workbook = join(dir, 'utuh.xlsx');
  await writeXlsx(workbook, [{ name: 'Daftar', rows: [head, ...people] }]);
  const fixture = (name: string) =>
    readFile(new URL(`../../fixtures/tabular/${name}`, import.meta.url));
  const rows = [head, ...people].map((row) => row.join(';')).join('\r\n');
  return new Map([
    ['xlsx', await readFile(workbook)],
    ['ods', await fixture('daftar.ods')],
    ['xls', await fixture('daftar.xls')],
    ['csv', Buffer.from(`\ufeff${rows}`)],
    ['txt', Buffer.from(rows, 'utf16le')],
  ]);
}

/** Writes what a seed says. */
export async function writeFuzzFile(
  dir: string,
  seed: number,
  whole: ReadonlyMap<string, Buffer>,
): Promise<string> {
  const next = numbers(seed);
  const way = next(10);
  const names = [...whole.keys()];
  const name = names[next(names.length)] ?? 'csv';
  const path = join(dir, `f${seed}.${way < 2 ? 'xlsx' : way < 5 ? 'csv' : name}`);
  if (way < 2) await hostileWorkbook(path, next);
  else if (way < 5) writeFileSync(path, hostileText(next));
  else if (way === 5)
    writeFileSync(path, Buffer.from(Array.from({ length: next(4_000) }, () => next(256))));
  else writeFileSync(path, damaged(whole.get(name) ?? Buffer.alloc(0), next));
  return path;
}
