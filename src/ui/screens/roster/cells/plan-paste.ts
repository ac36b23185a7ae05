/** What a pasted block would do: which cells change, and which are refused and why. Nothing is done here. */
import { editableColumn } from '../../../../contract/roster-columns.ts';
import type { RosterColumnKey, RosterRow } from '../../../../contract/roster-routes.ts';
import type { Roster } from '../../../../domain/segments.ts';
import type { GridSize } from '../../../parts/grid/selection.ts';
import type { CellEdit } from '../stage/stage.ts';
import { rawCell } from './raw-cell.ts';
import { readCell, storedValue, type UnitNames } from './read-cell.ts';
import { withoutMark } from './tsv.ts';

export const pasteRefusals = ['not-editable', 'unreadable', 'masked', 'outside'] as const;
export type PasteRefusal = (typeof pasteRefusals)[number];

export interface RefusedCell {
  readonly reason: PasteRefusal;
  /** Row of the list and text of the cell. */
  readonly row: number;
  readonly column: RosterColumnKey | null;
  readonly text: string;
}

export interface PastePlan {
  readonly edits: readonly CellEdit[];
  readonly refused: readonly RefusedCell[];
  /** Cells that hold the value already. */
  readonly same: number;
}

export interface PasteTarget {
  readonly roster: Roster;
  /** Rows of the list from the first of the selection on, as many as there may be a need for. */
  readonly rows: readonly RosterRow[];
  /** Place of the first of `rows` in the list. */
  readonly firstRow: number;
  /** Columns from the first of the selection on. */
  readonly columns: readonly RosterColumnKey[];
  readonly units: UnitNames;
}

/** Rows and columns a block will cover: one value fills the selection, a block goes as far as it goes. */
export function pastedSize(block: readonly (readonly string[])[], selected: GridSize): GridSize {
  const columns = widthOf(block);
  const one = block.length === 1 && columns === 1;
  // A block that fits several times fills the selection, as in a spreadsheet.
  const repeats =
    block.length > 0 &&
    columns > 0 &&
    selected.rows % block.length === 0 &&
    selected.columns % columns === 0;
  return one || repeats ? selected : { rows: block.length, columns };
}

/** Lays the block over the target, `size` large. */
export function planPaste(
  block: readonly (readonly string[])[],
  size: GridSize,
  target: PasteTarget,
): PastePlan {
  const edits: CellEdit[] = [];
  const refused: RefusedCell[] = [];
  let same = 0;
  const width = widthOf(block);
  for (let down = 0; down < size.rows; down += 1) {
    const line = block[down % block.length] ?? [];
    for (let along = 0; along < size.columns; along += 1) {
      const pasted = line[along % width];
      // Lines of a block may be of different lengths.
      if (pasted === undefined) continue;
      const text = withoutMark(pasted);
      const column = target.columns[along] ?? null;
      const read = readPasted(text, target.rows[down], column, target);
      if (read === 'same') same += 1;
      else if (typeof read === 'string') {
        refused.push({ reason: read, row: target.firstRow + down, column, text });
      } else edits.push(read);
    }
  }
  return { edits, refused, same };
}

function widthOf(block: readonly (readonly string[])[]): number {
  return block.reduce((most, row) => Math.max(most, row.length), 0);
}

function readPasted(
  text: string,
  row: RosterRow | undefined,
  key: RosterColumnKey | null,
  { roster, units }: PasteTarget,
): CellEdit | PasteRefusal | 'same' {
  if (row === undefined || key === null) return text.trim() === '' ? 'same' : 'outside';
  const column = editableColumn(roster, key);
  if (column === null) {
    // A copied row put back where it was taken from.
    return rawCell(row, key, units).text === text.trim() ? 'same' : 'not-editable';
  }
  const stored = storedValue(column, row);
  if (column.field === 'nik' && text.includes('•')) {
    return text.trim() === row.nikMasked ? 'same' : 'masked';
  }
  const value = readCell(column, text, units);
  if (value === undefined) {
    // A source that was taken off the list is none to be given, but may be put back where it stands.
    const kept = column.field === 'fundSource' && rawCell(row, key, units).text === text.trim();
    return kept ? 'same' : 'unreadable';
  }
  if (value === stored) return 'same';
  const { id: entryId, name, version } = row;
  return { entryId, name, version, field: column.field, stored, value };
}
