/** Which cells of a grid are selected, and where the keys lead. Rows and columns are counted from 0. */

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** From where a selection was begun to the cell that has the focus. */
export interface Selection {
  readonly anchor: CellPlace;
  readonly head: CellPlace;
}

/** A rectangle of cells, its edges included. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** One cell. */
export function selectCell(place: CellPlace): Selection {
  return { anchor: place, head: place };
}

/** The rectangle between anchor and head. */
export function rangeOf({ anchor, head }: Selection): CellRange {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

/** Whether a cell lies within. */
export function isInRange({ top, bottom, left, right }: CellRange, place: CellPlace): boolean {
  const { row, column } = place;
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Rows and columns of a rectangle. */
export function sizeOf({ top, bottom, left, right }: CellRange): GridSize {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

/** Every cell of the grid; the head is the cell that had the focus, so that the view stays. */
export function selectAll({ rows, columns }: GridSize): Selection {
  return {
    anchor: { row: 0, column: 0 },
    head: { row: Math.max(0, rows - 1), column: Math.max(0, columns - 1) },
  };
}

/** The same selection in a grid that has become smaller. */
export function clampSelection({ anchor, head }: Selection, size: GridSize): Selection {
  return { anchor: clampPlace(anchor, size), head: clampPlace(head, size) };
}

function clampPlace({ row, column }: CellPlace, { rows, columns }: GridSize): CellPlace {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/**
 * The cell a key leads to, or `null` for a key that leads nowhere. Tab goes along the row and leaves the grid at its
 * ends, so that nobody is caught in a million rows.
 */
export function keyTarget(
  { key, ctrl, shift }: KeyPress,
  from: CellPlace,
  size: GridSize,
  pageRows: number,
): CellPlace | null {
  if (size.rows === 0 || size.columns === 0) return null;
  const { row, column } = from;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const place = (nextRow: number, nextColumn: number) =>
    clampPlace({ row: nextRow, column: nextColumn }, size);
  switch (key) {
    case 'ArrowDown':
      return place(ctrl ? lastRow : row + 1, column);
    case 'ArrowUp':
      return place(ctrl ? 0 : row - 1, column);
    case 'ArrowRight':
      return place(row, ctrl ? lastColumn : column + 1);
    case 'ArrowLeft':
      return place(row, ctrl ? 0 : column - 1);
    case 'PageDown':
      return place(row + pageRows, column);
    case 'PageUp':
      return place(row - pageRows, column);
    case 'Home':
      return place(ctrl ? 0 : row, 0);
    case 'End':
      return place(ctrl ? lastRow : row, lastColumn);
    case 'Tab':
      if (ctrl || (shift ? column === 0 : column === lastColumn)) return null;
      return place(row, column + (shift ? -1 : 1));
    default:
      return null;
  }
}

/** The selection after a step: Shift stretches it, but Tab always moves one cell. */
export function stepTo(selection: Selection, to: CellPlace, { key, shift }: KeyPress): Selection {
  return shift && key !== 'Tab' ? { anchor: selection.anchor, head: to } : selectCell(to);
}
