/** Takes one deed done by hand back, as long as what it left behind still stands as it left it. */
import { refreshSearch, sortAnew, updateRow } from '../import/commit-roster.ts';
import type { ReadSql, WriteSql } from '../store.ts';
import { columnsOf, jsonOf } from './edit-entry.ts';

/** Deeds of the journal that can be taken back one by one. */
export const undoableActions: readonly string[] = [
  'roster.update',
  'roster.add',
  'roster.setStatus',
];

/** Deeds over many rows: taken back as a whole from the history. */
const manyRows: readonly string[] = ['roster.saveCells', 'roster.bulkEdit'];

/** The action of a deed by hand that still stands; undefined for any other journal row and for one taken back. */
export function deedDone(sql: ReadSql, journalId: number): string | undefined {
  const action = sql.pluck<string>(
    `SELECT j.action FROM journal j WHERE j.id = ? AND NOT EXISTS (${undone})`,
    journalId,
  )[0];
  const known = action !== undefined && [...undoableActions, ...manyRows].includes(action);
  return known ? action : undefined;
}

const undone = `SELECT 1 FROM journal u WHERE u.action = 'roster.undoEdit' AND u.id > j.id
  AND u.params ->> 'deed' = j.id`;

/** Those of the journal's rows that are deeds by hand nobody has taken back. */
export function standingDeeds(sql: ReadSql, journalIds: readonly number[]): ReadonlySet<number> {
  const actions = JSON.stringify([...undoableActions, ...manyRows]);
  return new Set(
    sql.pluck<number>(
      `SELECT j.id FROM json_each(?) w CROSS JOIN journal j ON j.id = w.value
       WHERE j.action IN (SELECT value FROM json_each(?)) AND NOT EXISTS (${undone})`,
      JSON.stringify(journalIds),
      actions,
    ),
  );
}

/** How many rows a deed changed. */
export function countChanges(sql: ReadSql, journalId: number): number {
  const query = 'SELECT count(*) FROM journal_change WHERE journal_id = ?';
  return sql.pluck<number>(query, journalId)[0] ?? 0;
}

type Table = 'person' | 'roster_entry';
type Row = Readonly<Record<string, string | number | null>>;

interface Change {
  readonly entity: Table;
  readonly entity_id: number;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Deed {
  readonly id: number;
  readonly action: string;
  readonly entryId: number | null;
  readonly changes: readonly Change[];
}

/** Undefined when the journal has no such deed. */
export function readDeed(sql: ReadSql, journalId: number): Deed | undefined {
  const deed = sql.get<Omit<Deed, 'changes'>>(
    'SELECT id, action, entry_id AS entryId FROM journal WHERE id = ?',
    journalId,
  );
  if (deed === undefined) return undefined;
  const changes = sql.all<Change>(
    // Entries before people: a person goes only once nobody stands for them.
    `SELECT entity, entity_id, before, after FROM journal_change
     WHERE journal_id = ? AND entity IN ('person', 'roster_entry') ORDER BY entity DESC, entity_id`,
    journalId,
  );
  return { ...deed, changes };
}

// Kept in step with other columns, or counted on: they do not say that something else was changed.
const following: ReadonlySet<string> = new Set([
  'version',
  'sort_name',
  'sort_birth',
  'sort_position',
]);

/** Splits a deed into the changes that still stand as it left them and those changed since. */
export function splitDeed(
  sql: ReadSql,
  deed: Deed,
): { readonly stands: Deed; readonly kept: Deed } {
  const stands = deed.changes.map((change) => standsAsLeft(sql, { ...deed, changes: [change] }));
  return {
    stands: { ...deed, changes: deed.changes.filter((_, index) => stands[index] === true) },
    kept: { ...deed, changes: deed.changes.filter((_, index) => stands[index] === false) },
  };
}

/** True when every row the deed touched is as the deed left it. */
export function standsAsLeft(sql: ReadSql, { changes }: Deed): boolean {
  return (
    changes.length > 0 &&
    changes.every(({ entity, entity_id, after }) => {
      const now = sql.pluck<string>(
        `SELECT ${jsonOf(entity)} FROM ${entity} WHERE id = ?`,
        entity_id,
      )[0];
      if (now === undefined || after === null) return false;
      const left = JSON.parse(after) as Row;
      return Object.entries(JSON.parse(now) as Row).every(
        ([column, value]) => following.has(column) || (left[column] ?? null) === value,
      );
    })
  );
}

/** Puts back what the deed changed and removes what it added; `undoing` is the journal row of this undo. */
export function undoDeed(sql: WriteSql, deed: Deed, undoing: number): void {
  for (const change of deed.changes) {
    if (change.before === null) remove(sql, change, undoing);
    else restore(sql, change.entity, change.entity_id, JSON.parse(change.before) as Row, undoing);
  }
}

function restore(sql: WriteSql, table: Table, id: number, before: Row, undoing: number): void {
  const columns = columnsOf(table).filter((column) => !following.has(column));
  updateRow(
    sql,
    undoing,
    table,
    id,
    new Map(columns.map((column) => [column, before[column] ?? null])),
  );
  const personId =
    table === 'person'
      ? id
      : sql.pluck<number>('SELECT person_id FROM roster_entry WHERE id = ?', id)[0];
  if (personId === undefined) return;
  if (table === 'person') {
    sql.run('UPDATE roster_entry SET version = version + 1 WHERE person_id = ?', personId);
  }
  sortAnew(sql, personId);
  refreshSearch(sql, personId);
}

function remove(sql: WriteSql, { entity, entity_id }: Change, undoing: number): void {
  const needed = sql.pluck<number>(
    'SELECT count(*) FROM roster_entry WHERE person_id = ?',
    entity_id,
  )[0];
  if (entity === 'person' && needed !== 0) return;
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, '${entity}', id, ${jsonOf(entity)} FROM ${entity} WHERE id = ?`,
    undoing,
    entity_id,
  );
  if (entity === 'roster_entry') sql.run('DELETE FROM entry_search WHERE rowid = ?', entity_id);
  sql.run(`DELETE FROM ${entity} WHERE id = ?`, entity_id);
}
