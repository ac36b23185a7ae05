import type { ReactNode } from 'react';

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
  readonly cell: (row: Row) => ReactNode;
}
