/**
 * A grid for any number of rows that behaves like a sheet: one tab stop, the focus on a cell, ranges with Shift, typing
 * begins an edit, rows drawn as they come into view.
 */
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { AppError } from '../../../domain/app-error.ts';
import classes from './grid.module.css';
import type { GridAt, GridSheet, GridSort } from './grid-column.ts';
import { type GridKey, meaningOf } from './grid-keys.ts';
import { GridRow } from './grid-row.tsx';
import { HeaderRow } from './header-row.tsx';
import { rowTop, scrollHeight } from './scaling.ts';
import { keyTarget, rangeOf, selectAll, selectCell, stepTo } from './selection.ts';
import { useCellEditing } from './use-cell-editing.ts';
import { useCellPointer } from './use-cell-pointer.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { type GridList, useGridView } from './use-grid-view.ts';

/** What the grid knows of its list, so that the screen can say it in words. */
export interface GridState<Row> {
  readonly total: number | null;
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
  const { label, rowKey, selected, onOpen, sheet } = props;
  const id = useId();
  const view = useGridView(props);
  const { pages, geometry, selection, columns, size } = view;
  const { head } = selection;
  const range = rangeOf(selection);
  const editing = useCellEditing(view, rowKey, sheet);
  const at: GridAt<Row> = {
    range,
    row: head.row,
    column: head.column,
    total: size.rows,
    columns,
    rowAt: pages.rowAt,
    focus: view.focus,
  };
  const pointer = useCellPointer({
    selection,
    size,
    onSelect: (next) => {
      view.setSelection(next);
      tellFocused(next.head.row);
    },
    onEdit: (place) => editing.begin(place, null),
  });
  useGridClipboard({
    element: view.scroller,
    onCopy: (event) => sheet?.onCopy(event, at),
    onPaste: (text) => sheet?.onPaste(text, at),
  });

  function tellFocused(index: number) {
    const row = pages.rowAt(index);
    if (row !== undefined && index !== head.row) props.onFocusRow?.(row);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    // Keys in the field of a cell are the field's.
    if (event.target !== event.currentTarget) return;
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    if (event.key === 'ArrowUp' && head.row === 0 && !press.shift && focusHeading(event)) return;
    const target = keyTarget(press, head, size, view.pageRows);
    if (target !== null) {
      event.preventDefault();
      view.moveTo(stepTo(selection, target, press));
      tellFocused(target.row);
      return;
    }
    const meaning = meaningOf(event);
    if (meaning !== null && obey(meaning)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Up from the first row leads to the heading of the column, or to the first that sorts. */
  function focusHeading(event: KeyboardEvent<HTMLElement>): boolean {
    const headings = event.currentTarget.querySelectorAll('[role=columnheader]');
    const own = headings[head.column + 1]?.querySelector('button');
    const heading =
      own ?? event.currentTarget.querySelector<HTMLElement>('[role=columnheader] button');
    if (heading === null || heading === undefined) return false;
    event.preventDefault();
    heading.focus();
    return true;
  }

  function obey(meaning: GridKey): boolean {
    const row = pages.rowAt(head.row);
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
        view.setSelection(selectAll(size));
        return true;
      case 'select-row':
        view.setSelection({
          anchor: { row: selection.anchor.row, column: size.columns - 1 },
          head: { row: head.row, column: 0 },
        });
        return true;
      case 'collapse':
        if (range.top === range.bottom && range.left === range.right) return false;
        view.setSelection(selectCell(head));
        return true;
    }
  }

  function drawRow(index: number) {
    const row = pages.rowAt(index) ?? (index === editing.index ? editing.row : undefined);
    return (
      <GridRow
        key={index}
        id={`${id}-${index}`}
        index={index}
        top={rowTop(geometry, view.scrollTop, index)}
        columns={columns}
        row={row}
        range={range}
        focused={index === head.row ? head.column : null}
        open={row !== undefined && rowKey(row) === selected}
        onOpen={() => {
          if (row === undefined) return;
          view.setSelection(selectCell({ row: index, column: head.column }));
          view.focus();
          onOpen(row);
        }}
        markOf={(one, column) => sheet?.markOf(one, column) ?? null}
        note={row === undefined ? null : (sheet?.rowMark(row) ?? null)}
        editing={index === editing.index ? { column: editing.column, node: editing.node } : null}
      />
    );
  }

  const away = editing.index !== null && !view.drawn.includes(editing.index);
  const grid = (
    // biome-ignore lint/a11y: a table element cannot draw only the rows in view; its keys are below
    <div
      ref={view.ref}
      className={classes.grid}
      style={view.style}
      role="grid"
      aria-label={label}
      aria-readonly={sheet === undefined}
      aria-multiselectable="true"
      aria-rowcount={size.rows + 1}
      aria-colcount={columns.length + 1}
      aria-busy={pages.total === null}
      aria-activedescendant={
        size.rows > 0 && isDrawn(view.drawn, head.row)
          ? `${id}-${head.row}-${head.column}`
          : undefined
      }
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
      <GridBody height={scrollHeight(geometry)}>
        {view.drawn.map(drawRow)}
        {away && editing.index !== null ? drawRow(editing.index) : null}
      </GridBody>
    </div>
  );
  return props.children({ total: pages.total, error: pages.error, retry: pages.retry, at }, grid);
}

function isDrawn(drawn: readonly number[], index: number): boolean {
  const [first] = drawn;
  const last = drawn.at(-1);
  return first !== undefined && last !== undefined && index >= first && index <= last;
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
