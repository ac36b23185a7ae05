/** The heading row; sticks to the top of the scroller. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import classes from './grid.module.css';
import type { GridColumn, GridSort } from './grid-column.ts';

interface HeaderRowProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly sort: GridSort | null;
  readonly onSort: (key: string) => void;
  /** Down from the headings leads back to the rows. */
  readonly onLeave: () => void;
}

/** Its buttons are reached with the up arrow from row one. */
export function HeaderRow<Row>({ columns, sort, onSort, onLeave }: HeaderRowProps<Row>) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    event.stopPropagation();
    if (event.key === 'ArrowDown' || event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons[at + (event.key === 'ArrowLeft' ? -1 : 1)]?.focus();
  }

  return (
    // biome-ignore lint/a11y: rows of an ARIA grid are no table rows
    <div role="row" aria-rowindex={1} className={classes.header} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y: as above */}
      <div role="columnheader" aria-colindex={1} className={classes.number}>
        No
      </div>
      {columns.map((column, at) => {
        const sorted = sort?.by === column.key ? sort : null;
        return (
          // biome-ignore lint/a11y: as above
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={at + 2}
            className={classes.cell}
            data-align={column.align}
            aria-sort={sorted === null ? undefined : sorted.descending ? 'descending' : 'ascending'}
          >
            {column.sortable === true && sort !== null ? (
              <button
                type="button"
                tabIndex={-1}
                className={classes.sorter}
                title={`Urutkan menurut ${column.heading.toLowerCase()}`}
                onClick={() => onSort(column.key)}
              >
                <span className={classes.headingText}>{column.heading}</span>
                {sorted === null ? null : sorted.descending ? (
                  <IconArrowDown size={14} aria-hidden="true" />
                ) : (
                  <IconArrowUp size={14} aria-hidden="true" />
                )}
              </button>
            ) : (
              column.heading
            )}
          </div>
        );
      })}
    </div>
  );
}
