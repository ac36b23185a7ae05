import { fileError } from '../file-error.ts';
import type { SheetInfo } from '../types.ts';
import { readEntryText, type ZipArchive } from '../zip-reader.ts';
import { elements } from './xml.ts';

/** What a workbook says of itself before any sheet is read. */
export interface WorkbookParts {
  readonly date1904: boolean;
  readonly sheets: readonly SheetInfo[];
  /** Archive member of each sheet, by sheet index. */
  readonly members: readonly string[];
  /** Archive member of the shared strings. */
  readonly strings: string | undefined;
  /** Whether a cell format (index into cellXfs) shows a date. */
  readonly dateStyles: readonly boolean[];
}

const SMALL_PART_BYTES = 64 * 1024 * 1024;

/** A relationship's target, as a path inside the archive. */
export function resolveTarget(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function readRelations(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const xml = (await readEntryText(archive, name, { maxBytes: SMALL_PART_BYTES })) ?? '';
  const relations = new Map<string, Relation>();
  for (const element of elements(xml, 'Relationship')) {
    relations.set(element.get('Id') ?? '', {
      type: element.get('Type')?.split('/').at(-1) ?? '',
      target: resolveTarget(part, element.get('Target') ?? ''),
    });
  }
  return relations;
}

async function findWorkbook(archive: ZipArchive): Promise<string | undefined> {
  const root = await readRelations(archive, '');
  const main = [...root.values()].find((relation) => relation.type === 'officeDocument')?.target;
  if (main !== undefined && archive.entries.has(main.toLowerCase())) return main;
  return archive.entries.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined;
}

/** Built-in number formats that show a date or a time (ECMA-376 §18.8.30, East Asian ones included). */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  );
}

/** Whether a number format code shows a date or a time in its first section. */
export function isDateFormatCode(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi, '');
  const first = bare.split(';')[0] ?? '';
  return (
    !/general/i.test(first) &&
    !/[#0?]/.test(first.replace(/[sS]\.0+/g, 's')) &&
    /[dmyhs]/i.test(first)
  );
}

function readDateStyles(xml: string): boolean[] {
  const custom = new Map<number, boolean>();
  for (const format of elements(xml, 'numFmt')) {
    custom.set(Number(format.get('numFmtId')), isDateFormatCode(format.get('formatCode') ?? ''));
  }
  const cellXfs = /<(?:[\w.-]+:)?cellXfs[\s>][\s\S]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return [...elements(cellXfs, 'xf')].map((xf) => {
    const id = Number(xf.get('numFmtId') ?? 0);
    return custom.get(id) ?? isBuiltInDate(id);
  });
}

/**
 * Reads workbook, relationships and styles. Errors: `file.unsupported` when the archive holds no worksheet
 * workbook, `file.damaged` when it names parts that are not there.
 */
export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const { path } = archive;
  const main = await findWorkbook(archive);
  if (main === undefined || main.endsWith('.bin')) throw fileError('file.unsupported', path);
  const limit = { maxBytes: SMALL_PART_BYTES };
  const xml = (await readEntryText(archive, main, limit)) ?? '';
  const relations = await readRelations(archive, main);
  const sheets: SheetInfo[] = [];
  const members: string[] = [];
  for (const sheet of elements(xml, 'sheet')) {
    const id = [...sheet].find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
    const relation = relations.get(id);
    if (relation !== undefined && relation.type !== 'worksheet') continue;
    if (relation === undefined || !archive.entries.has(relation.target.toLowerCase())) {
      throw fileError('file.damaged', path, { params: { part: sheet.get('name') ?? id } });
    }
    const hidden = (sheet.get('state') ?? 'visible') !== 'visible';
    sheets.push({ index: sheets.length, name: sheet.get('name') ?? '', hidden });
    members.push(relation.target);
  }
  if (sheets.length === 0) {
    if (!/<(?:[\w.-]+:)?workbook[\s>]/.test(xml)) throw fileError('file.unsupported', path);
    throw fileError('file.empty', path);
  }
  const part = (type: string) => [...relations.values()].find((one) => one.type === type)?.target;
  const styles = (await readEntryText(archive, part('styles') ?? '', limit)) ?? '';
  const first1904 = [...elements(xml, 'workbookPr')][0]?.get('date1904');
  return {
    date1904: first1904 === '1' || first1904 === 'true',
    sheets,
    members,
    strings: part('sharedStrings'),
    dateStyles: readDateStyles(styles),
  };
}
