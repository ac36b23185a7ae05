/** The selected cells on the clipboard: text for anybody, a table with formats for spreadsheets. */
import type { RosterColumnKey, RosterRow } from '../../../../contract/roster-routes.ts';
import { rawCell } from '../cells/raw-cell.ts';
import type { UnitNames } from '../cells/read-cell.ts';
import { type CopiedCell, formatHtml, formatTsv, neutralised } from '../cells/tsv.ts';

export interface CopiedTable {
  readonly plain: string;
  readonly html: string;
}

/** `niks` holds full numbers by entry where they were asked for. */
export function copyTable(
  rows: readonly RosterRow[],
  columns: readonly RosterColumnKey[],
  units: UnitNames,
  niks: ReadonlyMap<number, string | null> = new Map(),
): CopiedTable {
  const cells = rows.map((row) =>
    columns.map((key): CopiedCell => {
      const full = key === 'nik' ? niks.get(row.id) : undefined;
      return full === undefined ? rawCell(row, key, units) : { kind: 'text', text: full ?? '' };
    }),
  );
  const texts = cells.map((line) =>
    line.map(({ text, kind }) => (kind === 'text' ? neutralised(text) : text)),
  );
  return { plain: formatTsv(texts), html: formatHtml(cells) };
}

/** Puts a table on the clipboard outside of a copy event. */
export async function writeClipboard({ plain, html }: CopiedTable): Promise<void> {
  const blob = (type: string, text: string) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob('text/plain', plain),
      'text/html': blob('text/html', html),
    }),
  ]);
}
