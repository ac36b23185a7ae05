/** Where the grid stands: its size, its scroll position, the rows in view and their pages. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { GridColumn } from './grid-column.ts';
import { type GridGeometry, scrollTopToShow, visibleRows } from './scaling.ts';
import { type GridPage, useGridPages } from './use-grid-pages.ts';

/** Row height in px: at most 33, so that a million rows fit Chromium's element height. */
export const rowHeight = 32;
const overscan = 6;

export interface GridList<Row> {
  /** Names the list; another one starts at its top. */
  readonly listKey: readonly unknown[];
  readonly columns: readonly GridColumn<Row>[];
  readonly load: (offset: number, limit: number) => Promise<GridPage<Row>>;
}

/** State and geometry of a grid over `list`. */
export function useGridView<Row>({ listKey, columns: all, load }: GridList<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>();
  const { scrollTop, setScrollTop, active, setActive, rowCount, setRowCount } = usePosition(
    JSON.stringify(listKey),
    scroller,
  );

  // The heading row takes one row's height of the view.
  const viewport = Math.max(0, height - rowHeight);
  const geometry: GridGeometry = { rowCount, rowHeight, viewport };
  const { first, last } = visibleRows(geometry, scrollTop, overscan) ?? { first: 0, last: -1 };
  const pages = useGridPages({ listKey, first, last, load });
  if (pages.total !== null && pages.total !== rowCount) setRowCount(pages.total);

  const columns = all.filter(({ fromWidth = 0 }) => width === 0 || width >= fromWidth);
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
    /** Rows that Page Up and Page Down pass. */
    pageRows: Math.max(1, Math.floor(viewport / rowHeight) - 1),
    active: Math.min(active, Math.max(0, rowCount - 1)),
    activate: setActive,
    focus: () => scroller.current?.focus(),
    drawn: rowsFrom(first, pages.total === null ? Math.floor(viewport / rowHeight) - 1 : last),
    moveTo(row: number) {
      setActive(row);
      const target = scrollTopToShow(geometry, scrollTop, row);
      if (scroller.current !== null && target !== scrollTop) scroller.current.scrollTop = target;
    },
  };
}

/** Position in the list, forgotten when another list takes its place. */
function usePosition(list: string, scroller: { readonly current: HTMLDivElement | null }) {
  const [shown, setShown] = useState(list);
  const [scrollTop, setScrollTop] = useState(0);
  const [active, setActive] = useState(0);
  const [rowCount, setRowCount] = useState(0);
  if (shown !== list) {
    setShown(list);
    setScrollTop(0);
    setActive(0);
    setRowCount(0);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is the reason to go to the top
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [list, scroller]);
  return { scrollTop, setScrollTop, active, setActive, rowCount, setRowCount };
}

/** Positions `first`…`last`; grey rows stand in for a list that is still on its way. */
function rowsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The px a grid track cannot shrink below: the first number of `96px` or `minmax(160px, 2fr)`. */
function leastWidth(track: string): number {
  return Number(/(\d+)px/.exec(track)?.[1] ?? 0);
}
