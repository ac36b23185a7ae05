/** A read-only grid for any number of rows: one tab stop, arrow keys, Enter opens, rows drawn as they come into view. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
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

interface GridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly listKey: readonly unknown[];
  readonly load: (offset: number, limit: number) => Promise<GridPage<Row>>;
  readonly rowKey: (row: Row) => number;
  readonly selected: number | null;
  readonly onOpen: (row: Row) => void;
  /** Told the number of rows and any error, so that the screen can say it in words. */
  readonly children: (state: GridState, body: ReactNode) => ReactNode;
}

export interface GridState {
  readonly total: number | null;
  readonly error: AppError | null;
  readonly retry: () => void;
}

/** Give it a new `key` when the list changes, and it starts at the top again. */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, listKey, load, selected, rowKey, onOpen } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, height: viewport } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(scroller, sizeRef);
  const [scrollTop, setScrollTop] = useState(0);
  const [active, setActive] = useState(0);
  const [knownTotal, setKnownTotal] = useState(0);

  const body = Math.max(0, viewport - rowHeight);
  const geometry: GridGeometry = { rowCount: knownTotal, rowHeight, viewport: body };
  const range = visibleRows(geometry, scrollTop, overscan) ?? { first: 0, last: 0 };
  const pages = useGridPages({ listKey, first: range.first, last: range.last, load });
  if (pages.total !== null && pages.total !== knownTotal) setKnownTotal(pages.total);

  const template = useMemo(() => columns.map((column) => column.width).join(' '), [columns]);

  function moveTo(row: number) {
    setActive(row);
    const target = scrollTopToShow(geometry, scrollTop, row);
    if (scroller.current !== null && target !== scrollTop) scroller.current.scrollTop = target;
  }

  function onKeyDown(event: KeyboardEvent) {
    const pageRows = Math.max(1, Math.floor(body / rowHeight) - 1);
    const target = keyTarget(event.key, active, knownTotal, pageRows);
    if (target !== null) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'Enter') {
      const row = pages.rowAt(active);
      if (row !== undefined) onOpen(row);
    }
  }

  const rows: ReactNode[] = [];
  if (knownTotal > 0) {
    for (let index = range.first; index <= range.last; index += 1) {
      const row = pages.rowAt(index);
      rows.push(
        <GridRow
          key={index}
          id={`${id}-${index}`}
          index={index}
          top={rowTop(geometry, scrollTop, index)}
          columns={columns}
          row={row}
          active={index === active}
          selected={row !== undefined && rowKey(row) === selected}
          onPick={() => {
            setActive(index);
            if (row !== undefined) onOpen(row);
          }}
        />,
      );
    }
  }

  const grid = (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in view
    <div
      ref={ref}
      className={classes.grid}
      style={{ '--grid-columns': template } as React.CSSProperties}
      role="grid"
      aria-label={props.label}
      aria-rowcount={knownTotal + 1}
      aria-colcount={columns.length}
      aria-readonly="true"
      aria-busy={pages.total === null}
      aria-activedescendant={knownTotal > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <HeaderRow columns={columns} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className={classes.sizer} style={{ height: scrollHeight(geometry) }} role="rowgroup">
        {rows}
      </div>
    </div>
  );
  return (
    <>{props.children({ total: pages.total, error: pages.error, retry: pages.retry }, grid)}</>
  );
}
