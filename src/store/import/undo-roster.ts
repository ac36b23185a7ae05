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
  readonly reason: 'edited-later' | 'used-elsewhere';
}

// A later deed of a batch that is itself undone has left no trace.
const changedLater = (entity: 'person' | 'roster_entry', id: string) => `EXISTS (
  SELECT 1 FROM journal_change l JOIN journal j ON j.id = l.journal_id
  LEFT JOIN import_batch b ON b.id = j.batch_id
  WHERE l.entity = '${entity}' AND l.entity_id = ${id} AND j.id > ?
    AND j.id <> ? AND (b.id IS NULL OR b.state <> 'undone'))`;

/** Finds out which added entries stay, then removes the others and the people nobody else needs. */
export function removeAdded(sql: WriteSql, scope: UndoScope): UndoConflict[] {
  const { batchId, committed, undoing } = scope;
  sql.run('CREATE TEMP TABLE IF NOT EXISTS undo_keep (id INTEGER PRIMARY KEY)');
  sql.run('DELETE FROM undo_keep');
  sql.run(
    `INSERT INTO undo_keep SELECT e.id FROM roster_entry e
     JOIN journal_change c ON c.journal_id = ? AND c.entity = 'roster_entry' AND c.entity_id = e.id AND c.before IS NULL
     WHERE e.version > 1 OR ${changedLater('roster_entry', 'e.id')} OR ${changedLater('person', 'e.person_id')}`,
    committed,
    committed,
    undoing,
    committed,
    undoing,
  );
  const kept = sql.pluck<string>(
    `SELECT p.name FROM undo_keep k JOIN roster_entry e ON e.id = k.id JOIN person p ON p.id = e.person_id
     ORDER BY k.id`,
  );
  const gone = `SELECT e.id FROM roster_entry e
    JOIN journal_change c ON c.journal_id = ${Number(committed)} AND c.entity = 'roster_entry'
      AND c.entity_id = e.id AND c.before IS NULL
    WHERE e.id NOT IN (SELECT id FROM undo_keep)`;
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, 'roster_entry', id, ${rowJson(entryColumns)} FROM roster_entry WHERE id IN (${gone}) ORDER BY id`,
    undoing,
  );
  sql.run(`DELETE FROM entry_search WHERE rowid IN (${gone})`);
  sql.run(`DELETE FROM roster_entry WHERE id IN (${gone})`);
  const idle = `SELECT p.id FROM person p WHERE p.batch_id = ${Number(batchId)}
    AND NOT EXISTS (SELECT 1 FROM roster_entry e WHERE e.person_id = p.id)`;
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, 'person', id, ${rowJson(personColumns)} FROM person WHERE id IN (${idle}) ORDER BY id`,
    undoing,
  );
  sql.run(`DELETE FROM person WHERE id IN (${idle})`);
  sql.run('DELETE FROM undo_keep');
  return kept.map((name) => ({ name, reason: 'edited-later' }));
}

interface ChangedRow {
  readonly entity_id: number;
  readonly before: string;
  readonly later: number;
}

/** Puts back the rows the batch had updated, unless they were changed since. */
export function restoreUpdated(sql: WriteSql, scope: UndoScope): UndoConflict[] {
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
    for (const row of rows) {
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
