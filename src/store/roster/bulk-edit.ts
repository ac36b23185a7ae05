/**
 * One field set for many entries. The journal keeps of each row only what changes, so that a million rows cost what
 * they must; only `undo-bulk.ts` reads those. Call inside one transaction.
 */
import type { EntryStatus } from '../../domain/segments.ts';
import type { ReadSql, SqlValue, WriteSql } from '../store.ts';

/** What becomes of the entries. */
export interface BulkPlan {
  /** Columns of roster_entry and their new values. */
  readonly sets: ReadonlyMap<BulkColumn, string | number | null>;
  /** Statuses from which the new one may be reached; null when any row may change. */
  readonly from: readonly EntryStatus[] | null;
  /** Whether people who died may be given it. */
  readonly alsoDeceased: boolean;
  /** The people of the entries have died. */
  readonly marksDeceased: boolean;
}

export type BulkColumn =
  | 'unit_id'
  | 'position'
  | 'job_kind'
  | 'segment'
  | 'employer_group'
  | 'decree'
  | 'start_date'
  | 'desil'
  | 'wage_sen'
  | 'fund_source'
  | 'note'
  | 'status'
  | 'status_reason';

export interface BulkCounts {
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
}

interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

const listed =
  'json_each(?) wanted CROSS JOIN roster_entry e ON e.id = wanted.value JOIN person p ON p.id = e.person_id';

/** How many of the entries would change, have the values already, or may not change. */
export function countBulk(sql: ReadSql, ids: Int32Array, plan: BulkPlan): BulkCounts {
  const other = differs(plan);
  const may = allowed(plan);
  const counts = sql.get<BulkCounts>(
    `SELECT ifnull(sum(other AND may), 0) AS changed, ifnull(sum(NOT other), 0) AS same,
       ifnull(sum(other AND NOT may), 0) AS refused
     FROM (SELECT ${other.sql} AS other, ${may.sql} AS may FROM ${listed})`,
    ...other.params,
    ...may.params,
    JSON.stringify([...ids]),
  );
  return counts ?? { changed: 0, same: 0, refused: 0 };
}

export interface RefusedEntry {
  readonly entryId: number;
  readonly name: string;
  readonly status: EntryStatus;
}

/** Some of the entries that may not change. */
export function refusedEntries(
  sql: ReadSql,
  ids: Int32Array,
  plan: BulkPlan,
  limit: number,
): RefusedEntry[] {
  const other = differs(plan);
  const may = allowed(plan);
  return sql.all<RefusedEntry>(
    `SELECT e.id AS entryId, p.name, e.status FROM ${listed}
     WHERE ${other.sql} AND NOT ${may.sql} LIMIT ?`,
    JSON.stringify([...ids]),
    ...other.params,
    ...may.params,
    limit,
  );
}

/** Changes those of the entries that may and do change; `ids` ascend. */
export function applyBulk(sql: WriteSql, journalId: number, ids: Int32Array, plan: BulkPlan): void {
  const [first] = ids;
  const last = ids.at(-1);
  if (first === undefined || last === undefined) return;
  const columns = [...plan.sets.keys()];
  const before = columns.map((column) => `'${column}', e.${column}`).join(', ');
  const after = columns.map((column) => `'${column}', ?`).join(', ');
  const other = differs(plan);
  const may = allowed(plan);
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before, after)
     SELECT ?, 'roster_entry', e.id, json_object(${before}, 'version', e.version),
       json_object(${after}, 'version', e.version + 1)
     FROM ${listed} WHERE ${other.sql} AND ${may.sql}`,
    journalId,
    ...plan.sets.values(),
    JSON.stringify([...ids]),
    ...other.params,
    ...may.params,
  );
  const changed = `SELECT entity_id FROM journal_change
    WHERE journal_id = ? AND entity = 'roster_entry' AND entity_id BETWEEN ? AND ?`;
  const sets = columns.map((column) => `${column} = ?`).join(', ');
  sql.run(
    `UPDATE roster_entry SET ${sets}, version = version + 1 WHERE id IN (${changed})`,
    ...plan.sets.values(),
    journalId,
    first,
    last,
  );
  if (plan.marksDeceased) markDeceased(sql, journalId, changed, [journalId, first, last]);
}

function markDeceased(
  sql: WriteSql,
  journalId: number,
  changed: string,
  range: readonly SqlValue[],
): void {
  sql.run(
    `INSERT OR IGNORE INTO journal_change (journal_id, entity, entity_id, before, after)
     SELECT DISTINCT ?, 'person', p.id, json_object('deceased', 0), json_object('deceased', 1)
     FROM roster_entry e JOIN person p ON p.id = e.person_id
     WHERE e.id IN (${changed}) AND p.deceased = 0 ORDER BY p.id`,
    journalId,
    ...range,
  );
  sql.run(
    `UPDATE person SET deceased = 1 WHERE deceased = 0 AND id IN (
       SELECT person_id FROM roster_entry WHERE id IN (${changed}))`,
    ...range,
  );
}

function differs({ sets }: BulkPlan): Condition {
  return {
    sql: `(${[...sets.keys()].map((column) => `e.${column} IS NOT ?`).join(' OR ')})`,
    params: [...sets.values()],
  };
}

function allowed({ from, alsoDeceased }: BulkPlan): Condition {
  if (from === null) return { sql: '(1)', params: [] };
  const places = from.map(() => '?').join(', ');
  const living = alsoDeceased ? '' : ' AND p.deceased = 0';
  return { sql: `(e.status IN (${places})${living})`, params: from };
}

// Below this, keeping an index is quicker than making it anew.
const worthIt = 50_000;

/**
 * Takes down the indexes that hold a changed column when much of the table changes, and gives back what puts them up
 * again; both inside the caller's transaction.
 */
export function suspendIndexesOf(
  sql: WriteSql,
  columns: readonly BulkColumn[],
  changing: number,
): () => void {
  const present = sql.pluck<number>('SELECT count(*) FROM roster_entry')[0] ?? 0;
  if (changing < worthIt || changing * 3 < present) return () => undefined;
  // The position is sorted by a copy that a trigger keeps.
  const touched = columns.flatMap((column) =>
    column === 'position' || column === 'job_kind' ? [column, 'sort_position'] : [column],
  );
  const indexes = sql.all<{ name: string; sql: string }>(
    `SELECT DISTINCT m.name, m.sql FROM sqlite_schema m JOIN pragma_index_info(m.name) i
     WHERE m.type = 'index' AND m.tbl_name = 'roster_entry' AND m.sql IS NOT NULL
       AND i.name IN (SELECT value FROM json_each(?))`,
    JSON.stringify(touched),
  );
  for (const { name } of indexes) sql.run(`DROP INDEX ${name}`);
  return () => {
    for (const index of indexes) sql.run(index.sql);
  };
}
