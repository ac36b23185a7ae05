import type { KeyboardEvent } from 'react';
import type { GridAt, GridSheet } from './grid-column.ts';
import { type GridKey, meaningOf } from './grid-keys.ts';
import { keyTarget, selectAll, selectCell, stepTo } from './selection.ts';
import type { useCellEditing } from './use-cell-editing.ts';
import type { useGridView } from './use-grid-view.ts';

interface GridKeys<Row> {
  readonly view: ReturnType<typeof useGridView<Row>>;
  readonly editing: ReturnType<typeof useCellEditing<Row>>;
  readonly at: GridAt<Row>;
  readonly sheet: GridSheet<Row> | undefined;
  readonly onOpen: (row: Row) => void;
  /** The focus came to the row at a place. */
  readonly onFocus: (index: number) => void;
}

/** What the keys do while the cells have the focus. */
export function gridKeys<Row>(keys: GridKeys<Row>) {
  const { view, at, onFocus } = keys;
  const { selection, size } = view;
  return (event: KeyboardEvent<HTMLElement>) => {
    // Keys in the field of a cell are the field's.
    if (event.target !== event.currentTarget) return;
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    const upwards = event.key === 'ArrowUp' && at.row === 0 && !press.shift;
    if (upwards && focusHeading(event.currentTarget, at.column)) {
      event.preventDefault();
      return;
    }
    const target = keyTarget(press, selection.head, size, view.pageRows);
    if (target !== null) {
      event.preventDefault();
      view.moveTo(stepTo(selection, target, press));
      onFocus(target.row);
      return;
    }
    const meaning = meaningOf(event);
    if (meaning === null || !obey(meaning, keys)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Up from the first row leads to the heading of the column, or to the first that sorts. */
function focusHeading(grid: HTMLElement, column: number): boolean {
  const own = grid.querySelectorAll('[role=columnheader]')[column + 1]?.querySelector('button');
  const heading = own ?? grid.querySelector<HTMLElement>('[role=columnheader] button');
  heading?.focus();
  return heading !== null;
}

/** False when the key is left to whoever else listens. */
function obey<Row>(meaning: GridKey, keys: GridKeys<Row>): boolean {
  const { view, editing, at, sheet, onOpen } = keys;
  const { head, anchor } = view.selection;
  const row = at.rowAt(at.row);
  switch (meaning.do) {
    case 'command':
      sheet?.onCommand(meaning.command, at);
      return sheet !== undefined;
    case 'edit':
      if (editing.begin(head, meaning.typed)) return true;
      if (meaning.typed !== null || row === undefined) return false;
      onOpen(row);
      return true;
    case 'open':
      if (row !== undefined) onOpen(row);
      return true;
    case 'select-all':
      view.setSelection(selectAll(view.size));
      return true;
    case 'select-row':
      view.setSelection({
        anchor: { row: anchor.row, column: view.size.columns - 1 },
        head: { row: head.row, column: 0 },
      });
      return true;
    case 'collapse':
      if (anchor.row === head.row && anchor.column === head.column) return false;
      view.setSelection(selectCell(head));
      return true;
  }
}
