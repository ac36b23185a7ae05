/** From a path to the sheets that will be read, or to the plain reason why none can be. */
import { basename } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { openTable } from '../../tabular/open-table.ts';
import type { OpenOptions, TableSource } from '../../tabular/types.ts';
import { isRosterKind } from './fields.ts';
import { guessKind, isWrongSlot, missingColumns } from './guess-kind.ts';
import type { UserMapping } from './map-columns.ts';
import { layOutSheet, type SheetLayout } from './sheet-layout.ts';

export interface OpenedFile {
  readonly source: TableSource;
  readonly fileName: string;
  /** Every sheet, in order. */
  readonly layouts: readonly SheetLayout[];
  /** Those whose rows are people. */
  readonly used: ReadonlySet<number>;
}

export interface OpenFileInput {
  readonly path: string;
  readonly kind: ImportKind;
  readonly mapping?: UserMapping | undefined;
  readonly encoding?: OpenOptions['encoding'] | undefined;
  readonly delimiter?: string | undefined;
}

/**
 * Opens a file for one slot. Throws `file.empty`, `import.no-header`, `import.wrong-slot` or
 * `import.missing-columns` (with the columns' fields), and whatever reading a table file throws.
 */
export async function openForKind(input: OpenFileInput, signal: AbortSignal): Promise<OpenedFile> {
  const { path, kind, mapping, encoding, delimiter } = input;
  const fileName = basename(path);
  const source = await openTable(path, {
    signal,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  });
  const layouts: SheetLayout[] = [];
  for (const sheet of source.sheets) {
    layouts.push(await layOutSheet(source, sheet, kind, mapping, signal));
  }
  const visible = layouts.filter(({ sheet }) => !sheet.hidden);
  if (!visible.some(({ filled }) => filled))
    throw new AppError('file.empty', { at: { file: fileName } });
  const headed = visible.filter(({ header }) => header !== null);
  const firstHeaded = headed[0];
  if (firstHeaded === undefined) {
    const sheet = visible.find(({ filled }) => filled)?.sheet.name ?? '';
    throw new AppError('import.no-header', { at: { file: fileName, sheet } });
  }
  const used = usableSheets(kind, headed, fileName);
  return { source, fileName, layouts, used };
}

/** Sheets with all needed columns. A list that names people but lacks a column stops the import: nobody is skipped. */
function usableSheets(
  kind: ImportKind,
  headed: readonly SheetLayout[],
  fileName: string,
): ReadonlySet<number> {
  const people = headed.filter(({ at }) => at.has('name') || at.has('firstName') || at.has('kpj'));
  for (const { header, sheet, titleText } of people) {
    if (header === null || !isWrongSlot(kind, header.heads)) continue;
    const looksLike =
      guessKind(header.heads, titleText) ?? (isRosterKind(kind) ? 'bpjs' : 'roster');
    throw new AppError('import.wrong-slot', {
      at: { file: fileName, sheet: sheet.name },
      params: { kind, looksLike },
    });
  }
  const lacking = (people.length > 0 ? people : headed).find(
    ({ at }) => missingColumns(kind, at).length > 0,
  );
  if (lacking !== undefined) {
    throw new AppError('import.missing-columns', {
      at: { file: fileName, sheet: lacking.sheet.name },
      params: { columns: missingColumns(kind, lacking.at) },
    });
  }
  return new Set(people.map(({ sheet }) => sheet.index));
}
