import type { ReactNode } from 'react';

/** One column of the grid. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly heading: string;
  /** A CSS grid track: `96px`, `minmax(160px, 2fr)`. */
  readonly width: string;
  readonly align?: 'right';
  /** Left out while the grid is narrower than this, in px. */
  readonly fromWidth?: number;
  readonly cell: (row: Row) => ReactNode;
}
