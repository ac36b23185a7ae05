import { writeAtomically } from './atomic-file.ts';
import type { OutCell, OutSheet } from './types.ts';
import { escapeXml, sheetXml } from './xlsx/sheet-xml.ts';
import { stylesXml } from './xlsx/style-sheet.ts';
import { createZipWriter } from './xlsx/zip-writer.ts';

export interface WriteXlsxOptions {
  /** Called with the rows written so far, now and then. */
  readonly onRows?: (rows: number) => void;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Sheet names that Excel takes: 31 characters, none of []:*?/\, no two alike whatever their case. */
export function safeSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const clean = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    const base = clean === '' ? `Lembar ${at + 1}` : clean.slice(0, 31).trim();
    let unique = base;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      unique = `${base.slice(0, 31 - suffix.length)}${suffix}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function workbookXml(sheets: readonly OutSheet[], names: readonly string[]): string {
  const list = sheets.map((sheet, at) => {
    const hidden = sheet.hidden === true ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(names[at]!)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  const titles = sheets.flatMap(({ headRows }, at) => {
    if (headRows === undefined) return [];
    const quoted = escapeXml(`'${names[at]!.replaceAll("'", "''")}'`);
    const range = `${quoted}!$${headRows.from + 1}:$${headRows.to + 1}`;
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${range}</definedName>`];
  });
  const first = Math.max(
    0,
    sheets.findIndex((sheet) => sheet.hidden !== true),
  );
  const defined = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${first}"/></bookViews><sheets>${list.join('')}</sheets>${defined}<calcPr fullCalcOnLoad="1"/></workbook>`;
}

function contentTypes(count: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, at) =>
    part(`worksheets/sheet${at + 1}`, 'worksheet'),
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${sheets.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function* counted(sheet: OutSheet, onRow: () => void): Generator<readonly OutCell[]> {
  for (const row of sheet.rows) {
    onRow();
    yield row;
  }
}

/**
 * Writes a workbook in constant memory, whole or not at all; the same sheets give the same bytes. Strings land as text
 * (so neither a NIK nor a would-be formula is reinterpreted), `{ v: 'YYYY-MM-DD', style: 'date' }` as a real date.
 * Errors: `file.too-large` (rows, cell length), `store.disk-full`, `file.locked`, `file.unwritable`; a
 * `RangeError` for a number that is none.
 */
export async function writeXlsx(
  path: string,
  sheets: readonly OutSheet[],
  options: WriteXlsxOptions = {},
): Promise<void> {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const names = safeSheetNames(sheets.map((sheet) => sheet.name));
  const first = Math.max(
    0,
    sheets.findIndex((sheet) => sheet.hidden !== true),
  );
  let rows = 0;
  const onRow = () => {
    rows += 1;
    if (rows % 1024 === 0) options.onRows?.(rows);
  };
  const sheetTargets = sheets.map(
    (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const,
  );
  await writeAtomically(path, async (file) => {
    const zip = createZipWriter(file);
    await zip.add('[Content_Types].xml', [contentTypes(sheets.length)]);
    await zip.add('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]);
    await zip.add('xl/workbook.xml', [workbookXml(sheets, names)]);
    await zip.add('xl/_rels/workbook.xml.rels', [
      relations([...sheetTargets, ['styles', 'styles.xml']]),
    ]);
    await zip.add('xl/styles.xml', [stylesXml()]);
    for (const [at, sheet] of sheets.entries()) {
      const out = { ...sheet, rows: counted(sheet, onRow) };
      await zip.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(out, at === first));
    }
    await zip.finish();
  });
}
