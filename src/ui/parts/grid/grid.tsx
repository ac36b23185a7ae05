/** A read-only grid for any number of rows: one tab stop, arrow keys, Enter opens, rows drawn as they come into view. */
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { AppError } from '../../../domain/app-error.ts';
import classes from './grid.module.css';
import type { GridSort } from './grid-column.ts';
import { GridRow, HeaderRow } from './grid-row.tsx';
import { keyTarget } from './keyboard.ts';
import { rowTop, scrollHeight } from './scaling.ts';
import { type GridList, useGridView } from './use-grid-view.ts';

/** What the grid knows of its list, so that the screen can say it in words. */
export interface GridState {
  readonly total: number | null;
  /** True while the total is still growing. */
  readonly counting: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
}

interface GridProps<Row> extends GridList<Row> {
  readonly label: string;
  readonly rowKey: (row: Row) => number;
  readonly selected: number | null;
  readonly onOpen: (row: Row) => void;
  /** The order the list stands in; without it no heading sorts. */
  readonly sort?: GridSort;
  readonly onSort?: (key: string) => void;
  /** Places the grid, and what stands around it. */
  readonly children: (state: GridState, grid: ReactNode) => ReactNode;
}

/** Another list, named by `listKey`, starts at its top. */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, rowKey, selected, onOpen } = props;
  const id = useId();
  const view = useGridView(props);
  const { pages, geometry, active, columns } = view;
  const total = geometry.rowCount;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const heading = event.currentTarget.querySelector<HTMLElement>('[role=columnheader] button');
    if (event.key === 'ArrowUp' && active === 0 && heading !== null) {
      event.preventDefault();
      heading.focus();
      return;
    }
    const target = keyTarget(event.key, active, total, view.pageRows);
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
      aria-readonly="true"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={pages.total === null}
      aria-activedescendant={total > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => view.setScrollTop(event.currentTarget.scrollTop)}
    >
      <HeaderRow
        columns={columns}
        sort={props.sort ?? null}
        onSort={(key) => props.onSort?.(key)}
        onLeave={view.focus}
      />
      <GridBody height={scrollHeight(geometry)}>{view.drawn.map(drawRow)}</GridBody>
    </div>
  );
  return props.children(
    { total: pages.total, counting: pages.counting, error: pages.error, retry: pages.retry },
    grid,
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
