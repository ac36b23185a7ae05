/** A read-only grid for any number of rows: one tab stop, arrow keys, Enter opens, rows drawn as they come into view. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import type { AppError } from '../../../domain/app-error.ts';
import classes from './grid.module.css';
import type { GridColumn } from './grid-column.ts';
import { GridRow, HeaderRow } from './grid-row.tsx';
import { keyTarget } from './keyboard.ts';
import {
  type GridGeometry,
  rowTop,
  scrollHeight,
  scrollTopToShow,
  visibleRows,
} from './scaling.ts';
import { type GridPage, useGridPages } from './use-grid-pages.ts';

/** Row height in px: at most 33, so that a million rows fit Chromium's element height. */
export const rowHeight = 32;
const overscan = 6;

/** What the grid knows of its list, so that the screen can say it in words. */
export interface GridState {
  readonly total: number | null;
  readonly error: AppError | null;
  readonly retry: () => void;
}

interface GridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly listKey: readonly unknown[];
  readonly load: (offset: number, limit: number) => Promise<GridPage<Row>>;
  readonly rowKey: (row: Row) => number;
  readonly selected: number | null;
  readonly onOpen: (row: Row) => void;
  /** Places the grid, and what stands around it. */
  readonly children: (state: GridState, grid: ReactNode) => ReactNode;
}

/** Give it a new `key` when the list changes, and it starts at the top again. */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, rowKey, selected, onOpen } = props;
  const id = useId();
  const view = useGridView(props);
  const { pages, geometry, active, columns } = view;
  const total = geometry.rowCount;

  function onKeyDown(event: KeyboardEvent) {
    const pageRows = Math.max(1, Math.floor(geometry.viewport / rowHeight) - 1);
    const target = keyTarget(event.key, active, total, pageRows);
    const row = event.key === 'Enter' ? pages.rowAt(active) : undefined;
    if (target === null && row === undefined) return;
    event.preventDefault();
    if (target !== null) view.moveTo(target);
    if (row !== undefined) onOpen(row);
  }

  function drawRow(index: number) {
    const row = pages.rowAt(index);
    return (
      <GridRow
        key={index}
        id={`${id}-${index}`}
        index={index}
        top={rowTop(geometry, view.scrollTop, index)}
        columns={columns}
        row={row}
        active={index === active}
        selected={row !== undefined && rowKey(row) === selected}
        onPick={() => {
          view.activate(index);
          if (row !== undefined) onOpen(row);
        }}
      />
    );
  }

  const grid = (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in view
    <div
      ref={view.ref}
      className={classes.grid}
      style={view.style}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-readonly="true"
      aria-busy={pages.total === null}
      aria-activedescendant={total > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => view.setScrollTop(event.currentTarget.scrollTop)}
    >
      <HeaderRow columns={columns} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className={classes.sizer} style={{ height: scrollHeight(geometry) }} role="rowgroup">
        <div className={classes.rows} role="presentation">
          {view.drawn.map(drawRow)}
        </div>
      </div>
    </div>
  );
  return (
    <>{props.children({ total: pages.total, error: pages.error, retry: pages.retry }, grid)}</>
  );
}

/** Positions `first`…`last`; grey rows stand in for a list that is still on its way. */
function rowsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The px a grid track cannot shrink below: the first number of `96px` or `minmax(160px, 2fr)`. */
function leastWidth(track: string): number {
  return Number(/(\d+)px/.exec(track)?.[1] ?? 0);
}

/** Where the grid stands: its size, its scroll position, the rows in view and their pages. */
function useGridView<Row>(props: GridProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>();
  const [scrollTop, setScrollTop] = useState(0);
  const [active, setActive] = useState(0);
  const [rowCount, setRowCount] = useState(0);

  // The heading row takes one row's height of the view.
  const viewport = Math.max(0, height - rowHeight);
  const geometry: GridGeometry = { rowCount, rowHeight, viewport };
  const { first, last } = visibleRows(geometry, scrollTop, overscan) ?? { first: 0, last: -1 };
  const { listKey, load } = props;
  const pages = useGridPages({ listKey, first, last, load });
  if (pages.total !== null && pages.total !== rowCount) setRowCount(pages.total);

  const columns = props.columns.filter(({ fromWidth = 0 }) => width === 0 || width >= fromWidth);
  const style = {
    '--grid-columns': columns.map((column) => column.width).join(' '),
    '--grid-min-width': `${columns.reduce((sum, column) => sum + leastWidth(column.width), 0)}px`,
  } as CSSProperties;

  return {
    ref: useMergedRef(scroller, sizeRef),
    style,
    columns,
    geometry,
    pages,
    scrollTop,
    setScrollTop,
    active: Math.min(active, Math.max(0, rowCount - 1)),
    activate: setActive,
    drawn: rowsFrom(first, pages.total === null ? Math.floor(viewport / rowHeight) - 1 : last),
    moveTo(row: number) {
      setActive(row);
      const target = scrollTopToShow(geometry, scrollTop, row);
      if (scroller.current !== null && target !== scrollTop) scroller.current.scrollTop = target;
    },
  };
}
