/** What is understood of one sheet before its rows are read in full. */
import type { MappedColumn } from '../../contract/import-routes.ts';
import type { ImportKind } from '../../domain/segments.ts';
import type { ImportProfile } from '../../store/import/profiles.ts';
import type { RawRow, SheetInfo, TableSource } from '../../tabular/types.ts';
import type { ChosenReadings } from './column-profile.ts';
import type { Field } from './fields.ts';
import { type FoundHeader, findHeader, headRowsLookedAt } from './find-header.ts';
import { headerFacts, type SheetFacts } from './header-facts.ts';
import { mapColumns, type UserMapping } from './map-columns.ts';
import { type Recall, recallNothing } from './remembered.ts';
import { tidyRow } from './sheet-row.ts';
import { sourceKeyOf } from './source-key.ts';

export interface SheetLayout {
  readonly sheet: SheetInfo;
  readonly kind: ImportKind;
  readonly header: FoundHeader | null;
  readonly facts: SheetFacts;
  readonly columns: readonly MappedColumn[];
  readonly at: ReadonlyMap<Field, number>;
  readonly kkAt: number;
  /** First rows of the sheet had anything in them. */
  readonly filled: boolean;
  /** Text of the lines above the head, for guessing what the file is. */
  readonly titleText: string;
  readonly sourceKey: string | null;
  /** What was remembered of the sheet's source. */
  readonly remembered: ImportProfile | null;
  /** How columns are read whatever their values suggest. */
  readonly chosen: ChosenReadings;
}

/** What a person says of a file's columns, and what was remembered of its source. */
export interface LayoutChoices {
  readonly mapping?: UserMapping | undefined;
  readonly decisions?: ChosenReadings | undefined;
  readonly recall?: Recall | undefined;
}

const rowsForSamples = 200;

/** Reads a sheet's first rows and nothing more. */
export async function firstRows(
  source: TableSource,
  sheet: number,
  signal?: AbortSignal,
): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of source.rows(sheet, signal)) {
    for (const row of batch) {
      if (rows.length >= headRowsLookedAt + rowsForSamples) return rows;
      rows.push(row);
    }
  }
  return rows;
}

/** Finds the head of a sheet and maps its columns for one kind of file. */
export async function layOutSheet(
  source: TableSource,
  sheet: SheetInfo,
  kind: ImportKind,
  { mapping = {}, decisions = {}, recall = recallNothing }: LayoutChoices,
  signal?: AbortSignal,
): Promise<SheetLayout> {
  const raw = await firstRows(source, sheet.index, signal);
  const remembered = recall(raw);
  const header = findHeader(raw, { ...remembered?.mapping, ...mapping });
  const bottom = header?.numberRow ?? header?.rows.at(-1) ?? 0;
  const above = raw.filter(({ row }) => row < (header?.rows[0] ?? 1));
  const below = raw.filter(({ row }) => row > bottom).slice(0, rowsForSamples);
  const { columns, at, kkAt } = mapColumns(
    kind,
    header?.heads ?? [],
    below.map((row) => tidyRow(row).cells),
    mapping,
    remembered?.mapping,
  );
  const title = above.map((row) => tidyRow(row).cells);
  return {
    sheet,
    kind,
    header,
    facts: header === null ? {} : headerFacts(title),
    columns,
    at,
    kkAt,
    filled: raw.some(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    sourceKey: header === null ? null : sourceKeyOf(raw, header.rows),
    remembered,
    chosen: { ...remembered?.decisions, ...decisions },
    titleText: `${title.flat().join(' ')} ${sheet.name}`.slice(0, 2000),
  };
}
