/** Changes of cells that are typed and not yet saved, with undo and redo inside; values only, no engine. */
import type { EntryFieldName } from '../../../../contract/roster-edit-routes.ts';
import type { CellValue } from '../cells/read-cell.ts';

export interface StagedRow {
  readonly entryId: number;
  /** Who it is about, for lists of what is to be settled. */
  readonly name: string;
  /** The version the row had when it was first typed into. */
  readonly version: number;
  readonly cells: ReadonlyMap<EntryFieldName, CellValue>;
}

type Rows = ReadonlyMap<number, StagedRow>;

export interface Stage {
  readonly rows: Rows;
  readonly past: readonly Rows[];
  readonly future: readonly Rows[];
}

/** One cell as typed. */
export interface CellEdit {
  readonly entryId: number;
  readonly name: string;
  readonly version: number;
  readonly field: EntryFieldName;
  /** What is stored; typing that again takes the change back. */
  readonly stored: CellValue;
  readonly value: CellValue;
}

/** Nothing typed. */
export const emptyStage: Stage = { rows: new Map(), past: [], future: [] };

const mostSteps = 100;

/** Puts cells in as one step of undo. */
export function putCells(stage: Stage, edits: readonly CellEdit[]): Stage {
  const rows = new Map(stage.rows);
  let changed = false;
  for (const { entryId, name, version, field, stored, value } of edits) {
    const row = rows.get(entryId) ?? { entryId, name, version, cells: new Map() };
    const before = row.cells.has(field) ? row.cells.get(field) : stored;
    if (before === value) continue;
    changed = true;
    const cells = new Map(row.cells);
    if (value === stored) cells.delete(field);
    else cells.set(field, value);
    if (cells.size === 0) rows.delete(entryId);
    else rows.set(entryId, { ...row, cells });
  }
  return changed ? step(stage, rows) : stage;
}

/** Takes rows out as one step of undo. */
export function dropRows(stage: Stage, entryIds: readonly number[]): Stage {
  const rows = new Map(stage.rows);
  for (const id of entryIds) rows.delete(id);
  return rows.size === stage.rows.size ? stage : step(stage, rows);
}

/** Keeps what was typed although the row was changed meanwhile: the new version is the one now seen. */
export function rebaseRow(stage: Stage, entryId: number, version: number): Stage {
  const renew = (rows: Rows): Rows => {
    const row = rows.get(entryId);
    return row === undefined ? rows : new Map(rows).set(entryId, { ...row, version });
  };
  return {
    rows: renew(stage.rows),
    past: stage.past.map(renew),
    future: stage.future.map(renew),
  };
}

/** Takes the last step back. */
export function undoStep(stage: Stage): Stage {
  const rows = stage.past.at(-1);
  if (rows === undefined) return stage;
  return { rows, past: stage.past.slice(0, -1), future: [stage.rows, ...stage.future] };
}

/** Does the step again that was taken back. */
export function redoStep(stage: Stage): Stage {
  const [rows, ...future] = stage.future;
  if (rows === undefined) return stage;
  return { rows, past: [...stage.past, stage.rows], future };
}

/** Cells that wait to be saved. */
export function countCells({ rows }: Stage): number {
  let count = 0;
  for (const { cells } of rows.values()) count += cells.size;
  return count;
}

function step({ rows: before, past }: Stage, rows: Rows): Stage {
  return { rows, past: [...past, before].slice(-mostSteps), future: [] };
}
