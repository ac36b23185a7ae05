import { open } from 'node:fs/promises';
import { createZipWriter } from '../../../src/tabular/xlsx/zip-writer.ts';

/** Writes an archive of the given parts, as they stand: for workbooks that no writer would make. */
export async function writeArchive(path: string, parts: Readonly<Record<string, string>>) {
  const file = await open(path, 'w');
  try {
    const zip = createZipWriter(file);
    for (const [name, text] of Object.entries(parts)) await zip.add(name, [text]);
    await zip.finish();
  } finally {
    await file.close();
  }
  return path;
}

export interface RawParts {
  /** Content of `<sheetData>` of the first sheet, or the whole part if it starts with `<?xml`. */
  readonly data: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly after?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet whose XML is given by hand. */
export function writeRawWorkbook(path: string, parts: RawParts): Promise<string> {
  const sheet = parts.data.startsWith('<?xml')
    ? parts.data
    : `<worksheet xmlns="${MAIN}"><sheetData>${parts.data}</sheetData>${parts.after ?? ''}</worksheet>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return writeArchive(path, {
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${parts.workbookPr ?? ''}<sheets><sheet name="Data" sheetId="1" r:id="x1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('x1', 'worksheet', '/xl/worksheets/sheet1.xml')}${relation('x2', 'sharedStrings', 'sharedStrings.xml')}${relation('x3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...(parts.strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${parts.strings}</sst>` }),
    ...(parts.styles === undefined ? {} : { 'xl/styles.xml': parts.styles }),
  });
}
