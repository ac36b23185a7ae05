/** What is understood of one sheet before its rows are read in full. */
import type { MappedColumn } from '../../contract/import-routes.ts';
import type { ImportKind } from '../../domain/segments.ts';
import type { RawRow, SheetInfo, TableSource } from '../../tabular/types.ts';
import type { Field } from './fields.ts';
import { type FoundHeader, findHeader, headRowsLookedAt } from './find-header.ts';
import { headerFacts, type SheetFacts } from './header-facts.ts';
import { mapColumns, type UserMapping } from './map-columns.ts';
import { tidyRow } from './sheet-row.ts';

export interface SheetLayout {
  readonly sheet: SheetInfo;
  readonly kind: ImportKind;
  readonly header: FoundHeader | null;
  readonly facts: SheetFacts;
  readonly columns: readonly MappedColumn[];
  readonly at: ReadonlyMap<Field, number>;
  /** First rows of the sheet had anything in them. */
  readonly filled: boolean;
  /** Text of the lines above the head, for guessing what the file is. */
  readonly titleText: string;
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
  mapping: UserMapping | undefined,
  signal?: AbortSignal,
): Promise<SheetLayout> {
  const raw = await firstRows(source, sheet.index, signal);
  const header = findHeader(raw, mapping);
  const bottom = header?.numberRow ?? header?.rows.at(-1) ?? 0;
  const above = raw.filter(({ row }) => row < (header?.rows[0] ?? 1));
  const below = raw.filter(({ row }) => row > bottom).slice(0, rowsForSamples);
  const { columns, at } = mapColumns(
    kind,
    header?.heads ?? [],
    below.map((row) => tidyRow(row).cells),
    mapping,
  );
  const title = above.map((row) => tidyRow(row).cells);
  return {
    sheet,
    kind,
    header,
    facts: header === null ? {} : headerFacts(title),
    columns,
    at,
    filled: raw.some(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    titleText: `${title.flat().join(' ')} ${sheet.name}`.slice(0, 2000),
  };
}
