/** Takes a committed roster batch back, row by row of its journal; what was edited since stays and is listed. */
import type { WriteSql } from '../store.ts';
import { refreshSearch, sortAnew } from './commit-roster.ts';
import { entryColumns, personColumns, rowJson } from './row-json.ts';

export interface UndoScope {
  readonly batchId: number;
  /** The journal row of the commit. */
  readonly committed: number;
  /** The journal row of this undo. */
  readonly undoing: number;
}

export interface UndoConflict {
  readonly name: string;
  readonly reason: 'edited-later';
}

// A later deed of a batch that is itself undone has left no trace.
const changedLater = (entity: 'person' | 'roster_entry', id: string) => `EXISTS (
  SELECT 1 FROM journal_change l JOIN journal j ON j.id = l.journal_id
  LEFT JOIN import_batch b ON b.id = j.batch_id
  WHERE l.entity = '${entity}' AND l.entity_id = ${id} AND j.id > ?
    AND j.id <> ? AND (b.id IS NULL OR b.state <> 'undone'))`;

const addedAtOnce = 20_000;
const restoredAtOnce = 1_000;

/** The entries one batch added, of a range of ids. */
const addedInRange =
  'SELECT a.id FROM roster_entry a WHERE +a.batch_id = ? AND a.id BETWEEN ? AND ?';

/**
 * Removes the entries a commit added and the people nobody else needs, a range of ids at a time; gives back the names
 * of those that were changed since and stay. `step` is told the share done and may throw to stop.
 */
export function removeAdded(
  sql: WriteSql,
  scope: UndoScope,
  step: (done: number, total: number) => void,
): UndoConflict[] {
  sql.run('CREATE TEMP TABLE IF NOT EXISTS undo_entry (id INTEGER PRIMARY KEY, person_id INTEGER)');
  const span = sql.get<{ first: number | null; last: number | null }>(
    'SELECT min(id) AS first, max(id) AS last FROM roster_entry WHERE batch_id = ?',
    scope.batchId,
  );
  const first = span?.first ?? 1;
  const last = span?.last ?? 0;
  const kept: UndoConflict[] = [];
  for (let from = first; from <= last; from += addedAtOnce) {
    step(from - first, last - first + 1);
    kept.push(...removeRange(sql, scope, from, Math.min(last, from + addedAtOnce - 1)));
  }
  return kept;
}

function removeRange(sql: WriteSql, scope: UndoScope, from: number, to: number): UndoConflict[] {
  const { batchId, committed, undoing } = scope;
  const range = [batchId, from, to] as const;
  const later = [committed, undoing] as const;
  const stays = `e.version > 1 OR ${changedLater('roster_entry', 'e.id')} OR ${changedLater('person', 'e.person_id')}`;
  const kept = sql.pluck<string>(
    `SELECT p.name FROM roster_entry e JOIN person p ON p.id = e.person_id
     WHERE e.id IN (${addedInRange}) AND (${stays}) ORDER BY e.id`,
    ...range,
    ...later,
    ...later,
  );
  sql.run('DELETE FROM temp.undo_entry');
  sql.run(
    `INSERT INTO temp.undo_entry SELECT e.id, e.person_id FROM roster_entry e
     WHERE e.id IN (${addedInRange}) AND NOT (${stays})`,
    ...range,
    ...later,
    ...later,
  );
  const entries = 'SELECT id FROM temp.undo_entry';
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, 'roster_entry', id, ${rowJson(entryColumns)} FROM roster_entry WHERE id IN (${entries}) ORDER BY id`,
    undoing,
  );
  sql.run(`DELETE FROM entry_search WHERE rowid IN (${entries})`);
  sql.run(`DELETE FROM roster_entry WHERE id IN (${entries})`);
  const idle = `SELECT p.id FROM person p WHERE p.id IN (SELECT person_id FROM temp.undo_entry)
    AND (p.batch_id = ? OR p.batch_id IN (SELECT id FROM import_batch WHERE state = 'undone'))
    AND NOT EXISTS (SELECT 1 FROM roster_entry e WHERE e.person_id = p.id)`;
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, 'person', id, ${rowJson(personColumns)} FROM person WHERE id IN (${idle}) ORDER BY id`,
    undoing,
    batchId,
  );
  sql.run(`DELETE FROM person WHERE id IN (${idle})`, batchId);
  return kept.map((name) => ({ name, reason: 'edited-later' }));
}

interface ChangedRow {
  readonly entity_id: number;
  readonly before: string;
  readonly later: number;
}

/** Puts back the rows the batch had updated, unless they were changed since. */
export function restoreUpdated(
  sql: WriteSql,
  scope: UndoScope,
  step: (done: number, total: number) => void,
): UndoConflict[] {
  const conflicts: UndoConflict[] = [];
  for (const entity of ['person', 'roster_entry'] as const) {
    const rows = sql.all<ChangedRow>(
      `SELECT c.entity_id, c.before, ${changedLater(entity, 'c.entity_id')} AS later
       FROM journal_change c WHERE c.journal_id = ? AND c.entity = ? AND c.before IS NOT NULL`,
      scope.committed,
      scope.undoing,
      scope.committed,
      entity,
    );
    for (const [index, row] of rows.entries()) {
      if (index % restoredAtOnce === 0) step(index, rows.length);
      const kept = row.later === 1 || isEdited(sql, scope, entity, row.entity_id);
      if (kept)
        conflicts.push({ name: nameOf(sql, entity, row.entity_id), reason: 'edited-later' });
      else restoreRow(sql, scope.undoing, entity, row);
    }
  }
  return conflicts;
}

/** An entry whose version is not the one the batch left was edited without a word in the journal. */
function isEdited(sql: WriteSql, scope: UndoScope, entity: string, id: number): boolean {
  if (entity !== 'roster_entry') return false;
  const left = sql.pluck<number>(
    `SELECT e.version <> c.after ->> 'version' FROM journal_change c JOIN roster_entry e ON e.id = c.entity_id
     WHERE c.journal_id = ? AND c.entity = 'roster_entry' AND c.entity_id = ?`,
    scope.committed,
    id,
  )[0];
  return left !== 0;
}

function restoreRow(
  sql: WriteSql,
  undoing: number,
  entity: 'person' | 'roster_entry',
  row: ChangedRow,
): void {
  const columns: readonly string[] = entity === 'person' ? personColumns : entryColumns;
  const json = rowJson(columns);
  const sets = columns.map((column) => `${column} = ? ->> '${column}'`);
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before, after)
     SELECT ?, '${entity}', id, ${json}, ? FROM ${entity} WHERE id = ?`,
    undoing,
    row.before,
    row.entity_id,
  );
  sql.run(
    `UPDATE ${entity} SET ${sets.join(', ')} WHERE id = ?`,
    ...columns.map(() => row.before),
    row.entity_id,
  );
  const personId =
    entity === 'person'
      ? row.entity_id
      : sql.pluck<number>('SELECT person_id FROM roster_entry WHERE id = ?', row.entity_id)[0];
  if (personId === undefined) return;
  sortAnew(sql, personId);
  refreshSearch(sql, personId);
}

function nameOf(sql: WriteSql, entity: 'person' | 'roster_entry', id: number): string {
  const where =
    entity === 'person' ? 'id = ?' : 'id = (SELECT person_id FROM roster_entry WHERE id = ?)';
  return sql.pluck<string>(`SELECT name FROM person WHERE ${where}`, id)[0] ?? '';
}
