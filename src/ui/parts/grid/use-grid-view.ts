/** Where the grid stands: its size, its scroll position, the rows in view, their pages, the cells selected. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { formatCount } from '../../words/format.ts';
import type { GridColumn } from './grid-column.ts';
import { type GridGeometry, scrollTopToShow, visibleRows } from './scaling.ts';
import { clampSelection, type Selection, selectCell } from './selection.ts';
import { type GridPage, useGridPages } from './use-grid-pages.ts';

/** Row height in px: at most 33, so that a million rows fit Chromium's element height. */
export const rowHeight = 32;
const overscan = 6;
/** Room for the number of a row and the button beside it. */
const numberWidth = (rows: number) => 36 + 7 * Math.max(4, formatCount(rows).length);

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
  const { scrollTop, setScrollTop, selection, setSelection, rowCount, setRowCount } = usePosition(
    JSON.stringify(listKey),
    scroller,
  );

  // The heading row takes one row's height of the view.
  // A scrollbar below the rows takes its height too.
  const viewport = Math.max(0, (scroller.current?.clientHeight ?? height) - rowHeight);
  const geometry: GridGeometry = { rowCount, rowHeight, viewport };
  const { first, last } = visibleRows(geometry, scrollTop, overscan) ?? { first: 0, last: -1 };
  const pages = useGridPages({ listKey, first, last, load });
  if (pages.total !== null && pages.total !== rowCount) setRowCount(pages.total);

  const columns = all.filter(({ fromWidth = 0 }) => width === 0 || width >= fromWidth);
  const numbers = numberWidth(rowCount);
  const style = {
    '--grid-columns': `${numbers}px ${columns.map((column) => column.width).join(' ')}`,
    '--grid-min-width': `${numbers + columns.reduce((sum, { width: track }) => sum + leastWidth(track), 0)}px`,
  } as CSSProperties;
  const size = { rows: rowCount, columns: columns.length };

  return {
    ref: useMergedRef(scroller, sizeRef),
    scroller,
    style,
    columns,
    size,
    geometry,
    pages,
    scrollTop,
    setScrollTop,
    /** Rows that Page Up and Page Down pass. */
    pageRows: Math.max(1, Math.floor(viewport / rowHeight) - 1),
    selection: clampSelection(selection, size),
    focus: () => scroller.current?.focus(),
    drawn: rowsFrom(first, pages.total === null ? Math.floor(viewport / rowHeight) - 1 : last),
    /** Selects without moving the view. */
    setSelection,
    /** Selects and brings the focused cell into view. */
    moveTo(next: Selection) {
      setSelection(next);
      const element = scroller.current;
      if (element === null) return;
      const seen = { ...geometry, viewport: Math.max(0, element.clientHeight - rowHeight) };
      const target = scrollTopToShow(seen, scrollTop, next.head.row);
      if (target !== scrollTop) element.scrollTop = target;
      showColumn(element, next.head.column, numbers);
    },
  };
}

/** Scrolls sideways so that a column is not under the row numbers or beyond the edge. */
function showColumn(element: HTMLElement, column: number, numbers: number): void {
  const heading = element.querySelectorAll<HTMLElement>('[role=columnheader]')[column + 1];
  if (heading === undefined) return;
  const left = heading.offsetLeft;
  const right = left + heading.offsetWidth;
  if (left - numbers < element.scrollLeft) element.scrollLeft = left - numbers;
  else if (right > element.scrollLeft + element.clientWidth) {
    element.scrollLeft = right - element.clientWidth;
  }
}

const firstCell = selectCell({ row: 0, column: 0 });

/** Position in the list, forgotten when another list takes its place. */
function usePosition(list: string, scroller: { readonly current: HTMLDivElement | null }) {
  const [shown, setShown] = useState(list);
  const [scrollTop, setScrollTop] = useState(0);
  const [selection, setSelection] = useState(firstCell);
  const [rowCount, setRowCount] = useState(0);
  if (shown !== list) {
    setShown(list);
    setScrollTop(0);
    setSelection(firstCell);
    setRowCount(0);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is the reason to go to the top
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [list, scroller]);
  return { scrollTop, setScrollTop, selection, setSelection, rowCount, setRowCount };
}

/** Positions `first`…`last`; grey rows stand in for a list that is still on its way. */
function rowsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The px a grid track cannot shrink below: the first number of `96px` or `minmax(160px, 2fr)`. */
function leastWidth(track: string): number {
  return Number(/(\d+)px/.exec(track)?.[1] ?? 0);
}
