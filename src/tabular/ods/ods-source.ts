import { inBatches } from '../batches.ts';
import { fileError, throwIfAborted } from '../file-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { FileFacts, MergedRange, RawRow, TableSource } from '../types.ts';
import { openZip, readEntryText } from '../zip-reader.ts';
import { findTables, hiddenStyles, type OdsFault, scanTable } from './ods-scanner.ts';

const MAX_CONTENT_BYTES = 256 * 1024 * 1024;
const BATCH = 512;

interface Table {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function check(path: string, sheet: string, row: number, fault: OdsFault | undefined): void {
  if (fault === undefined) return;
  const code = fault === 'cut-off' ? 'file.damaged' : 'file.too-large';
  throw fileError(code, path, { at: { sheet, row }, params: { reason: fault } });
}

/** Opens an .ods. Its content part is held as text while it is open, rows are made as they are read. */
export async function openOds(
  path: string,
  facts: Omit<FileFacts, 'format' | 'date1904'>,
  limits: ReadLimits,
): Promise<TableSource> {
  const archive = await openZip(path, facts.bytes);
  const maxBytes = Math.min(MAX_CONTENT_BYTES, limits.sheetBytes);
  const manifest = await readEntryText(archive, 'META-INF/manifest.xml', { maxBytes });
  if (manifest?.includes('encryption-data') === true) throw fileError('file.encrypted', path);
  const xml = (await readEntryText(archive, 'content.xml', { maxBytes })) ?? '';
  const tables = findTables(xml);
  if (tables === undefined || !xml.trimEnd().endsWith('>')) throw fileError('file.damaged', path);
  if (tables.length === 0) throw fileError('file.empty', path);
  const hidden = hiddenStyles(xml);
  let read = 0;

  async function* rows(sheet: number, signal?: AbortSignal) {
    const table: Table | undefined = tables?.[sheet];
    if (table === undefined) throw new RangeError(`no sheet ${sheet}`);
    let batch: RawRow[] = [];
    const scan = scanTable(xml, table, limits, {
      row: (row) => batch.push(row),
      merge: () => undefined,
    });
    let step = scan.next();
    for (; step.done !== true; step = scan.next()) {
      if (batch.length < BATCH) continue;
      throwIfAborted(signal);
      const last = batch;
      batch = [];
      yield* inBatches(last);
    }
    check(path, table.name, batch.at(-1)?.row ?? 0, step.value);
    yield* inBatches(batch);
    read += table.to - table.from;
  }

  return {
    facts: { ...facts, format: 'ods', date1904: false },
    sheets: tables.map(({ name, style }, index) => ({ index, name, hidden: hidden.has(style) })),
    rows,
    async merges(sheet) {
      const table: Table | undefined = tables[sheet];
      const merges: MergedRange[] = [];
      if (table === undefined) return merges;
      const events = { row: () => undefined, merge: (range: MergedRange) => merges.push(range) };
      for (const _ of scanTable(xml, table, limits, events));
      return merges;
    },
    progress: () =>
      Math.min(1, read / tables.reduce((sum, table) => sum + table.to - table.from, 0)),
  };
}
