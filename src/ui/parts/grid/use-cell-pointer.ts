import { type MouseEvent, useRef } from 'react';
import { type CellPlace, type GridSize, type Selection, selectCell } from './selection.ts';

interface CellPointer {
  readonly selection: Selection;
  readonly size: GridSize;
  readonly onSelect: (selection: Selection) => void;
  readonly onEdit: (place: CellPlace) => void;
}

/** Pressing, dragging and pressing twice on cells; Shift stretches the selection. A row's number means the row. */
export function useCellPointer({ selection, size, onSelect, onEdit }: CellPointer) {
  const dragging = useRef(false);

  function select(place: CellPlace, stretch: boolean) {
    const anchor = stretch ? selection.anchor : place;
    if (place.column >= 0) onSelect({ anchor, head: place });
    else {
      onSelect({
        anchor: { row: anchor.row, column: size.columns - 1 },
        head: { row: place.row, column: 0 },
      });
    }
  }

  return {
    onMouseDown(event: MouseEvent<HTMLElement>) {
      const place = placeOf(event);
      dragging.current = place !== null && event.button === 0;
      if (place === null) return;
      // A press with the other button means the selection it is on.
      if (event.button === 0) select(place, event.shiftKey);
    },
    onMouseOver(event: MouseEvent<HTMLElement>) {
      if (!dragging.current || (event.buttons & 1) === 0) return;
      const place = placeOf(event);
      if (place !== null) select(place, true);
    },
    onMouseUp() {
      dragging.current = false;
    },
    onDoubleClick(event: MouseEvent<HTMLElement>) {
      const place = placeOf(event);
      if (place === null || place.column < 0) return;
      onSelect(selectCell(place));
      onEdit(place);
    },
  };
}

/** The cell under the pointer; column −1 is the row's number. Null on buttons, editors and headings. */
function placeOf(event: MouseEvent<HTMLElement>): CellPlace | null {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('button, [data-editor]') !== null) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = target.closest<HTMLElement>('[data-row]');
  if (cell === null || row === null || !event.currentTarget.contains(row)) return null;
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) };
}
