/** Rows of the list by place, also those that are out of view. */
import { mostStagedRows } from '../../../../contract/roster-grid-routes.ts';
import type { RosterFilter, RosterRow, RosterSort } from '../../../../contract/roster-routes.ts';
import type { EngineClient } from '../../../bridge/engine-client.ts';
import type { GridAt } from '../../../parts/grid/grid-column.ts';

/** The list as it is asked for. */
export interface RosterList {
  readonly asked: RosterFilter;
  readonly sort: RosterSort;
}

const pageSize = 500;

/** Rows that may be copied at once. */
export const mostCopiedRows = 20_000;

/** The rows `from` … `from + count − 1` when they are all in view; else null. */
export function rowsInView(
  at: GridAt<RosterRow>,
  from: number,
  count: number,
): readonly RosterRow[] | null {
  const rows: RosterRow[] = [];
  for (let index = from; index < from + count; index += 1) {
    const row = at.rowAt(index);
    if (row === undefined) return null;
    rows.push(row);
  }
  return rows;
}

/** The rows from `from` on, as many as there are up to `count`. */
export async function readRows(
  engine: EngineClient,
  { asked, sort }: RosterList,
  from: number,
  count: number,
): Promise<readonly RosterRow[]> {
  const rows: RosterRow[] = [];
  while (rows.length < count) {
    const limit = Math.min(pageSize, count - rows.length);
    const offset = from + rows.length;
    const page = await engine.call('roster.page', { filter: asked, sort, offset, limit });
    rows.push(...page.rows);
    if (page.rows.length < limit) break;
  }
  return rows;
}

/** True for more rows than may be typed into at once. */
export function tooManyToStage(staged: number, rows: number): boolean {
  return staged + rows > mostStagedRows;
}
