/** Takes a deed of `bulk-edit.ts` back, a range of ids at a time; call inside one transaction. */
import type { ReadSql, WriteSql } from '../store.ts';

export interface BulkUndo {
  /** The journal row of the deed. */
  readonly done: number;
  /** The journal row of this undo. */
  readonly undoing: number;
  /** Columns the deed set. */
  readonly columns: readonly string[];
}

export interface BulkSpan {
  readonly first: number;
  readonly last: number;
  readonly rows: number;
}

/** The ids a deed touched; null when it touched none. */
export function bulkSpan(sql: ReadSql, journalId: number): BulkSpan | null {
  const span = sql.get<BulkSpan>(
    `SELECT min(entity_id) AS first, max(entity_id) AS last, count(*) AS rows FROM journal_change
     WHERE journal_id = ? AND entity = 'roster_entry'`,
    journalId,
  );
  return span === undefined || span.rows === 0 ? null : span;
}

/** The columns a deed of this kind set, from what it kept of one row. */
export function bulkColumns(sql: ReadSql, journalId: number): string[] {
  const [before] = sql.pluck<string>(
    `SELECT before FROM journal_change WHERE journal_id = ? AND entity = 'roster_entry' LIMIT 1`,
    journalId,
  );
  return Object.keys(JSON.parse(before ?? '{}') as object).filter((column) => column !== 'version');
}

const stands = "e.version = c.after ->> 'version'";

/** Restores the entries of a range that nobody changed since; gives how many. */
export function restoreBulk(sql: WriteSql, undo: BulkUndo, from: number, to: number): number {
  const { done, undoing, columns } = undo;
  const back = (json: string, version: string) =>
    `json_object(${columns.map((one) => `'${one}', ${json} ->> '${one}'`).join(', ')}, 'version', ${version})`;
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before, after)
     SELECT ?, 'roster_entry', e.id, ${back('c.after', 'e.version')}, ${back('c.before', 'e.version + 1')}
     FROM journal_change c JOIN roster_entry e ON e.id = c.entity_id AND ${stands}
     WHERE c.journal_id = ? AND c.entity = 'roster_entry' AND c.entity_id BETWEEN ? AND ?`,
    undoing,
    done,
    from,
    to,
  );
  const sets = columns.map((column) => `${column} = c.after ->> '${column}'`).join(', ');
  return sql.run(
    `UPDATE roster_entry SET ${sets}, version = version + 1 FROM journal_change c
     WHERE c.journal_id = ? AND c.entity = 'roster_entry' AND c.entity_id BETWEEN ? AND ?
       AND c.entity_id = roster_entry.id`,
    undoing,
    from,
    to,
  ).changes;
}

/** People the deed marked as deceased live again when their entries went back. */
export function restorePeople(sql: WriteSql, { done, undoing }: BulkUndo): void {
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before, after)
     SELECT ?, 'person', p.id, c.after, c.before FROM journal_change c
     JOIN person p ON p.id = c.entity_id AND p.deceased = c.after ->> 'deceased'
     WHERE c.journal_id = ? AND c.entity = 'person' AND EXISTS (
       SELECT 1 FROM roster_entry e JOIN journal_change u ON u.entity_id = e.id
       WHERE e.person_id = p.id AND u.journal_id = ? AND u.entity = 'roster_entry')`,
    undoing,
    done,
    undoing,
  );
  sql.run(
    `UPDATE person SET deceased = 0 WHERE id IN (
       SELECT entity_id FROM journal_change WHERE journal_id = ? AND entity = 'person')`,
    undoing,
  );
}

/** Names of some whose entries were changed since the deed and stay. Ask before undoing. */
export function keptNames(sql: ReadSql, journalId: number, limit: number): string[] {
  return sql.pluck<string>(
    `SELECT p.name FROM journal_change c JOIN roster_entry e ON e.id = c.entity_id
     JOIN person p ON p.id = e.person_id
     WHERE c.journal_id = ? AND c.entity = 'roster_entry' AND NOT (${stands}) LIMIT ?`,
    journalId,
    limit,
  );
}
