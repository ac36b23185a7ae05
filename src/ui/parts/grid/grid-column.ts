import type { ReactNode } from 'react';
import type { CellRange } from './selection.ts';

/** The column the list is sorted by. */
export interface GridSort {
  readonly by: string;
  readonly descending: boolean;
}

/** The order a press on a heading asks for: ascending first, then turned about. */
export function nextSort(sort: GridSort, key: string): GridSort {
  return { by: key, descending: sort.by === key && !sort.descending };
}

/** One column of the grid. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly heading: string;
  /** A CSS grid track: `96px`, `minmax(160px, 2fr)`. */
  readonly width: string;
  readonly align?: 'right';
  /** Left out while the grid is narrower than this, in px. */
  readonly fromWidth?: number;
  /** Its heading sorts the list. */
  readonly sortable?: boolean;
  /** It can be typed into. */
  readonly editable?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** How a cell that waits to be saved, or has something said about it, is marked. */
export interface CellMark {
  readonly tone: 'staged' | 'warning' | 'error';
  /** Said to whoever points at it, and read out. */
  readonly note: string;
}

/** Where the grid stands, for what is done with the cells selected. */
export interface GridAt<Row> {
  readonly range: CellRange;
  /** The cell with the focus. */
  readonly row: number;
  readonly column: number;
  readonly total: number;
  readonly columns: readonly GridColumn<Row>[];
  /** Undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Puts the focus back on the cells. */
  readonly focus: () => void;
}

/** What is asked of the grid's owner with keys. Copying and pasting come with the clipboard's own event. */
export type GridCommand = 'empty' | 'undo' | 'redo' | 'save' | 'copy-full';

/** Where the focus goes when an editor is done; `leave` lets it be where somebody put it. */
export type AfterEdit = 'stay' | 'down' | 'up' | 'right' | 'left' | 'leave';

/** A cell being typed into. */
export interface EditedCell<Row> {
  readonly row: Row;
  readonly column: GridColumn<Row>;
  /** What was typed to begin with; null to go on with what is there. */
  readonly typed: string | null;
  readonly onDone: (after: AfterEdit) => void;
}

/** What makes a grid a sheet: marks, editors, commands. */
export interface GridSheet<Row> {
  readonly markOf: (row: Row, column: string) => CellMark | null;
  /** Marks the row as a whole; said of it. */
  readonly rowMark: (row: Row) => string | null;
  readonly editor: (cell: EditedCell<Row>) => ReactNode;
  readonly onCommand: (command: GridCommand, at: GridAt<Row>) => void;
  readonly onCopy: (event: ClipboardEvent, at: GridAt<Row>) => void;
  readonly onPaste: (text: string, at: GridAt<Row>) => void;
}
