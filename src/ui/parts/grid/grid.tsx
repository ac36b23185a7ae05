/**
 * A grid for any number of rows that behaves like a sheet: one tab stop, the focus on a cell, ranges with Shift, typing
 * begins an edit, rows drawn as they come into view.
 */
import { type ReactNode, useId } from 'react';
import type { AppError } from '../../../domain/app-error.ts';
import classes from './grid.module.css';
import type { GridAt, GridSheet, GridSort } from './grid-column.ts';
import { GridRow } from './grid-row.tsx';
import { HeaderRow } from './header-row.tsx';
import { gridKeys } from './obey-keys.ts';
import { rowTop, scrollHeight } from './scaling.ts';
import { rangeOf, selectCell } from './selection.ts';
import { useCellEditing } from './use-cell-editing.ts';
import { useCellPointer } from './use-cell-pointer.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { type GridList, useGridView } from './use-grid-view.ts';

/** What the grid knows of its list, so that the screen can say it in words. */
export interface GridState<Row> {
  readonly total: number | null;
  /** True while the total is still growing. */
  readonly counting: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
  readonly at: GridAt<Row>;
}

interface GridProps<Row> extends GridList<Row> {
  readonly label: string;
  readonly rowKey: (row: Row) => number;
  /** The row shown beside the grid. */
  readonly selected: number | null;
  readonly onOpen: (row: Row) => void;
  /** The focus came to another row. */
  readonly onFocusRow?: (row: Row) => void;
  /** The order the list stands in; without it no heading sorts. */
  readonly sort?: GridSort;
  readonly onSort?: (key: string) => void;
  /** Without it the cells are only looked at. */
  readonly sheet?: GridSheet<Row>;
  /** Places the grid, and what stands around it. */
  readonly children: (state: GridState<Row>, grid: ReactNode) => ReactNode;
}

/** Another list, named by `listKey`, starts at its top. */
export function Grid<Row>(props: GridProps<Row>) {
  const { sheet, children } = props;
  const id = useId();
  const parts = useGridParts(props);
  const { view, at, onKeyDown, pointer } = parts;
  const { columns, size, pages, drawn } = view;
  const editedAway = parts.editing.index !== null && !drawn.includes(parts.editing.index);
  const focused = drawn.includes(at.row) ? `${id}-${at.row}-${at.column}` : undefined;
  const rowAt = (index: number) => drawRow(props, parts, id, index);
  const grid = (
    // biome-ignore lint/a11y: a table element cannot draw only the rows in view; its keys are in obey-keys
    <div
      ref={view.ref}
      className={classes.grid}
      style={view.style}
      role="grid"
      aria-label={props.label}
      aria-readonly={sheet === undefined}
      aria-multiselectable="true"
      aria-rowcount={size.rows + 1}
      aria-colcount={columns.length + 1}
      aria-busy={pages.total === null}
      aria-activedescendant={size.rows > 0 ? focused : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => view.setScrollTop(event.currentTarget.scrollTop)}
      {...pointer}
    >
      <HeaderRow
        columns={columns}
        sort={props.sort ?? null}
        onSort={(key) => props.onSort?.(key)}
        onLeave={view.focus}
      />
      <GridBody height={scrollHeight(view.geometry)}>
        {drawn.map(rowAt)}
        {editedAway && parts.editing.index !== null ? rowAt(parts.editing.index) : null}
      </GridBody>
    </div>
  );
  const { total, counting, error, retry } = pages;
  return children({ total, counting, error, retry, at }, grid);
}

/** The view, the cell being typed into, and what keys, pointer and clipboard do. */
function useGridParts<Row>(props: GridProps<Row>) {
  const { rowKey, onOpen, sheet } = props;
  const view = useGridView(props);
  const editing = useCellEditing(view, rowKey, sheet);
  const { pages, selection, columns, size } = view;
  const { head } = selection;
  const at: GridAt<Row> = {
    range: rangeOf(selection),
    row: head.row,
    column: head.column,
    total: size.rows,
    columns,
    rowAt: pages.rowAt,
    focus: view.focus,
  };
  const onFocus = (index: number) => {
    const row = index === head.row ? undefined : pages.rowAt(index);
    if (row !== undefined) props.onFocusRow?.(row);
  };
  const pointer = useCellPointer({
    selection,
    size,
    onSelect: (next) => {
      view.setSelection(next);
      onFocus(next.head.row);
    },
    onEdit: (place) => editing.begin(place, null),
  });
  useGridClipboard({
    element: view.scroller,
    onCopy: (event) => sheet?.onCopy(event, at),
    onPaste: (text) => sheet?.onPaste(text, at),
  });
  const onKeyDown = gridKeys({ view, editing, at, sheet, onOpen, onFocus });
  return { view, editing, at, pointer, onKeyDown };
}

function drawRow<Row>(
  props: GridProps<Row>,
  { view, editing, at }: ReturnType<typeof useGridParts<Row>>,
  id: string,
  index: number,
) {
  const { rowKey, sheet } = props;
  const edited = index === editing.index;
  const row = view.pages.rowAt(index) ?? (edited ? editing.row : undefined);
  return (
    <GridRow
      key={index}
      id={`${id}-${index}`}
      index={index}
      top={rowTop(view.geometry, view.scrollTop, index)}
      columns={view.columns}
      row={row}
      range={at.range}
      focused={index === at.row ? at.column : null}
      open={row !== undefined && rowKey(row) === props.selected}
      onOpen={() => {
        if (row === undefined) return;
        view.setSelection(selectCell({ row: index, column: at.column }));
        view.focus();
        props.onOpen(row);
      }}
      markOf={(one, column) => sheet?.markOf(one, column) ?? null}
      note={row === undefined ? null : (sheet?.rowMark(row) ?? null)}
      editing={edited ? { column: editing.column, node: editing.node } : null}
    />
  );
}

/** As tall as all rows together; holds only those in view. */
function GridBody(props: { readonly height: number; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div className={classes.sizer} style={{ height: props.height }} role="rowgroup">
      <div className={classes.rows} role="presentation">
        {props.children}
      </div>
    </div>
  );
}
