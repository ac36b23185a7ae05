/** From a path to the sheets that will be read, or to the plain reason why none can be. */
import { basename } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { openTable } from '../../tabular/open-table.ts';
import type { OpenOptions, TableSource } from '../../tabular/types.ts';
import type { ChosenReadings } from './column-profile.ts';
import { isRosterKind } from './fields.ts';
import { guessKind, isWrongSlot, missingColumns } from './guess-kind.ts';
import type { UserMapping } from './map-columns.ts';
import { type Recall, recallNothing } from './remembered.ts';
import { firstRows, layOutSheet, type SheetLayout } from './sheet-layout.ts';

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
  readonly decisions?: ChosenReadings | undefined;
  readonly encoding?: OpenOptions['encoding'] | undefined;
  readonly delimiter?: string | undefined;
}

/**
 * Opens a file for one slot. Throws `file.empty`, `import.no-header`, `import.wrong-slot` or
 * `import.missing-columns` (with the columns' fields), and whatever reading a table file throws.
 */
export async function openForKind(
  input: OpenFileInput,
  signal: AbortSignal,
  recall: Recall = recallNothing,
): Promise<OpenedFile> {
  const { path, kind, mapping, decisions } = input;
  const fileName = basename(path);
  const source = await openAsTold(input, signal, recall);
  const layouts: SheetLayout[] = [];
  for (const sheet of source.sheets) {
    layouts.push(await layOutSheet(source, sheet, kind, { mapping, decisions, recall }, signal));
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

/** Opens the file by what a person says of its text, else by what is remembered of its source, else by its looks. */
async function openAsTold(
  { path, encoding, delimiter }: OpenFileInput,
  signal: AbortSignal,
  recall: Recall,
): Promise<TableSource> {
  const open = (told: Pick<OpenFileInput, 'encoding' | 'delimiter'>) =>
    openTable(path, {
      signal,
      ...(told.encoding === undefined ? {} : { encoding: told.encoding }),
      ...(told.delimiter === undefined ? {} : { delimiter: told.delimiter }),
    });
  const source = await open({ encoding, delimiter });
  const { facts, sheets } = source;
  const isText = facts.encoding !== undefined && sheets[0] !== undefined;
  if (!isText || (encoding !== undefined && delimiter !== undefined)) return source;
  const known = recall(await firstRows(source, sheets[0]?.index ?? 0, signal));
  const told = {
    encoding: encoding ?? known?.encoding ?? facts.encoding,
    delimiter: delimiter ?? known?.delimiter ?? facts.delimiter,
  };
  const asRead = told.encoding === facts.encoding && told.delimiter === facts.delimiter;
  return asRead ? source : open(told);
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
