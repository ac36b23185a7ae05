/** Moving between the cells of a plan by keyboard. */
import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go from cell to cell; inside a box they stay the box's own. */
export function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const { target } = event;
  if (step === undefined || !(target instanceof HTMLTableCellElement)) return;
  const row = target.parentElement;
  if (!(row instanceof HTMLTableRowElement)) return;
  const rows = row.parentElement?.children;
  const nextRow = rows?.[[...(rows ?? [])].indexOf(row) + step[0]];
  if (!(nextRow instanceof HTMLTableRowElement)) return;
  const next = nextRow.cells[target.cellIndex + step[1]];
  if (next?.dataset['cell'] === undefined) return;
  event.preventDefault();
  next.focus();
}
