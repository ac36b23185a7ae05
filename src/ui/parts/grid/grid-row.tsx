/** Rows of the grid: a row of data, or one still on its way. */
import { ActionIcon } from '@mantine/core';
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount } from '../../words/format.ts';
import classes from './grid.module.css';
import type { CellMark, GridColumn } from './grid-column.ts';
import { type CellRange, isInRange } from './selection.ts';

interface GridRowProps<Row> {
  /** Begins the ids of the row and its cells. */
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn<Row>[];
  /** Absent while its page is loading. */
  readonly row: Row | undefined;
  readonly range: CellRange;
  /** The column of the cell with the focus, when it is in this row. */
  readonly focused: number | null;
  /** It is shown beside the grid. */
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly markOf: (row: Row, column: string) => CellMark | null;
  /** What is said of the row as a whole. */
  readonly note: string | null;
  /** The cell of this row that is being typed into, and its editor. */
  readonly editing: { readonly column: string | null; readonly node: ReactNode } | null;
}

/** One row at its place in the sizer. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { id, index, row, columns, range, note } = props;
  return (
    // biome-ignore lint/a11y: the grid itself has the focus and the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      data-open={props.open || undefined}
      className={classes.row}
      style={{ top: props.top }}
    >
      {/* biome-ignore lint/a11y: as above */}
      <div
        role="gridcell"
        aria-colindex={1}
        className={classes.number}
        data-column={-1}
        data-tone={note === null ? undefined : 'error'}
        title={note ?? undefined}
      >
        <span>{formatCount(index + 1)}</span>
        <ActionIcon
          size={20}
          color="gray"
          variant="subtle"
          tabIndex={-1}
          className={classes.open ?? ''}
          aria-label={`Buka rincian baris ${formatCount(index + 1)}`}
          title="Buka rincian (Spasi)"
          disabled={row === undefined}
          onClick={props.onOpen}
        >
          <IconLayoutSidebarRight size={15} aria-hidden="true" />
        </ActionIcon>
      </div>
      {columns.map((column, at) => {
        const mark = row === undefined ? null : props.markOf(row, column.key);
        const focused = props.focused === at;
        return (
          // biome-ignore lint/a11y: as above
          <div
            key={column.key}
            id={`${id}-${at}`}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={isInRange(range, { row: index, column: at })}
            aria-readonly={column.editable !== true}
            aria-invalid={mark?.tone === 'error' || undefined}
            className={classes.cell}
            data-column={at}
            data-align={column.align}
            data-focused={focused || undefined}
            data-tone={mark?.tone}
            title={mark === null || mark.note === '' ? undefined : mark.note}
          >
            {row === undefined ? <span className={classes.pending} /> : column.cell(row)}
            {props.editing?.column === column.key ? props.editing.node : null}
          </div>
        );
      })}
    </div>
  );
}
