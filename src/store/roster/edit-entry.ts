/** Changes of single entries by hand, each with before and after in the journal; call inside one transaction. */
import { idBases, refreshSearch, sortAnew, updateRow } from '../import/commit-roster.ts';
import { entryColumns, personColumns, rowJson } from '../import/row-json.ts';
import type { WriteSql } from '../store.ts';
import { personKey } from '../unit-key.ts';

type Value = string | number | null;
type PersonColumn = (typeof personColumns)[number];
type EntryColumn = (typeof entryColumns)[number];
export type PersonChanges = Partial<Readonly<Record<PersonColumn, Value>>>;
export type EntryChanges = Partial<Readonly<Record<EntryColumn, Value>>>;

export interface EntryEdit {
  readonly journalId: number;
  readonly entryId: number;
  readonly personId: number;
  readonly person: PersonChanges;
  readonly entry: EntryChanges;
}

/** Sets columns of an entry and its person; search, order and versions of all the person's entries follow. */
export function editEntry(sql: WriteSql, edit: EntryEdit): void {
  const person = new Map<string, Value>(Object.entries(edit.person));
  const entry = new Map<string, Value>(Object.entries(edit.entry));
  const name = person.get('name');
  if (name !== undefined) person.set('name_key', personKey(String(name)));
  updateRow(sql, edit.journalId, 'person', edit.personId, person);
  updateRow(sql, edit.journalId, 'roster_entry', edit.entryId, entry);
  if (person.size > 0) personChanged(sql, edit.personId, entry.size > 0 ? edit.entryId : null);
}

/** Whoever has another entry of this person open sees that it changed. */
function personChanged(sql: WriteSql, personId: number, done: number | null): void {
  sql.run(
    'UPDATE roster_entry SET version = version + 1 WHERE person_id = ? AND id IS NOT ?',
    personId,
    done,
  );
  sortAnew(sql, personId);
  refreshSearch(sql, personId);
}

export interface NewEntry {
  readonly journalId: number;
  /** An existing person, who is left as they are; or the data of a new one. */
  readonly person: number | (PersonChanges & { readonly name: string });
  readonly entry: EntryChanges;
}

/** Adds one entry, with its person when they are new; gives the entry's id. */
export function addEntry(sql: WriteSql, { journalId, person, entry }: NewEntry): number {
  const { personBase, entryBase } = idBases(sql);
  const entryId = entryBase + 1;
  const personId = typeof person === 'number' ? person : personBase + 1;
  if (typeof person !== 'number') {
    insert(sql, 'person', personId, { ...person, name_key: personKey(person.name) });
    journalAdded(sql, journalId, 'person', personId);
  }
  insert(sql, 'roster_entry', entryId, { ...entry, person_id: personId, sort_name: '' });
  sortAnew(sql, personId);
  refreshSearch(sql, personId);
  journalAdded(sql, journalId, 'roster_entry', entryId);
  return entryId;
}

function insert(
  sql: WriteSql,
  table: 'person' | 'roster_entry',
  id: number,
  values: Readonly<Record<string, Value | undefined>>,
): void {
  const given = Object.entries(values).filter(
    (pair): pair is [string, Value] => pair[1] !== undefined,
  );
  const columns = given.map(([column]) => column).join(', ');
  const places = given.map(() => ', ?').join('');
  sql.run(
    `INSERT INTO ${table} (id, ${columns}) VALUES (?${places})`,
    id,
    ...given.map(([, value]) => value),
  );
}

function journalAdded(
  sql: WriteSql,
  journalId: number,
  table: 'person' | 'roster_entry',
  id: number,
): void {
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, after)
     SELECT ?, '${table}', id, ${jsonOf(table)} FROM ${table} WHERE id = ?`,
    journalId,
    id,
  );
}

/** The columns of a table as the journal keeps them. */
export function columnsOf(table: 'person' | 'roster_entry'): readonly string[] {
  return table === 'person' ? personColumns : entryColumns;
}

/** SQL for a row as the journal keeps it. */
export function jsonOf(table: 'person' | 'roster_entry'): string {
  return rowJson(columnsOf(table));
}
