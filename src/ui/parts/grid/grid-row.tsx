/** Rows of the grid: the heading that stays, a row of data, a row still on its way. */

import classes from './grid.module.css';
import type { GridColumn } from './grid-column.ts';

/** The heading row; sticks to the top of the scroller. */
export function HeaderRow<Row>({ columns }: { readonly columns: readonly GridColumn<Row>[] }) {
  return (
    // biome-ignore lint/a11y: rows of an ARIA grid are no table rows
    <div role="row" aria-rowindex={1} className={classes.header}>
      {columns.map((column) => (
        // biome-ignore lint/a11y: as above
        <div
          key={column.key}
          role="columnheader"
          className={classes.cell}
          data-align={column.align}
        >
          {column.heading}
        </div>
      ))}
    </div>
  );
}

interface GridRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn<Row>[];
  /** Absent while its page is loading. */
  readonly row: Row | undefined;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onPick: () => void;
}

/** One row at its place in the sizer. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { row, columns } = props;
  return (
    // biome-ignore lint/a11y: the grid itself has the focus and the keys
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      data-active={props.active || undefined}
      className={classes.row}
      style={{ top: props.top }}
      onClick={props.onPick}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y: as above
        <div key={column.key} role="gridcell" className={classes.cell} data-align={column.align}>
          {row === undefined ? <span className={classes.pending} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}
