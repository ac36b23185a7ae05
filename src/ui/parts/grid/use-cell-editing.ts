import { useState } from 'react';
import type { AfterEdit, GridColumn, GridSheet } from './grid-column.ts';
import { type CellPlace, keyTarget, selectCell } from './selection.ts';
import type { useGridView } from './use-grid-view.ts';

interface Editing<Row> {
  readonly index: number;
  /** Kept: its page may be let go of while the view is elsewhere. */
  readonly row: Row;
  readonly column: GridColumn<Row>;
  readonly typed: string | null;
}

type View<Row> = ReturnType<typeof useGridView<Row>>;

const keyAfter = {
  down: { key: 'ArrowDown', shift: false },
  up: { key: 'ArrowUp', shift: false },
  right: { key: 'Tab', shift: false },
  left: { key: 'Tab', shift: true },
} as const;

/** The one cell that is being typed into. It stays until it is done, wherever the view goes. */
export function useCellEditing<Row>(
  view: View<Row>,
  rowKey: (row: Row) => number,
  sheet: GridSheet<Row> | undefined,
) {
  const [kept, setEditing] = useState<Editing<Row> | null>(null);
  const now = kept === null ? undefined : view.pages.rowAt(kept.index);
  // The list was sorted anew or lost rows: what stands at that place now is somebody else.
  const moved = kept !== null && now !== undefined && rowKey(now) !== rowKey(kept.row);
  const editing = moved ? null : kept;

  function done(place: CellPlace, after: AfterEdit) {
    setEditing(null);
    if (after === 'leave') return;
    view.focus();
    if (after === 'stay') return;
    const step = { ...keyAfter[after], ctrl: false };
    view.moveTo(selectCell(keyTarget(step, place, view.size, view.pageRows) ?? place));
  }

  return {
    /** The place in the list of the row being typed into. */
    index: editing?.index ?? null,
    row: editing?.row,
    column: editing?.column.key ?? null,
    /** Begins typing in a cell; false when it cannot be typed into. */
    begin(place: CellPlace, typed: string | null): boolean {
      const column = view.columns[place.column];
      const row = view.pages.rowAt(place.row);
      if (sheet === undefined || column?.editable !== true || row === undefined) return false;
      view.moveTo(selectCell(place));
      setEditing({ index: place.row, row, column, typed });
      return true;
    },
    node:
      editing === null || sheet === undefined
        ? null
        : sheet.editor({
            row: editing.row,
            column: editing.column,
            typed: editing.typed,
            onDone: (after) =>
              done(
                {
                  row: editing.index,
                  column: view.columns.findIndex(({ key }) => key === editing.column.key),
                },
                after,
              ),
          }),
  };
}
