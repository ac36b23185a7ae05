/** Whom entries and changes are about. */
import type { Roster } from '../../domain/segments.ts';
import type { ReadSql } from '../store.ts';

/** How many of the given entries stand in a roster. */
export function countEntriesOf(sql: ReadSql, roster: Roster, ids: Iterable<number>): number {
  return (
    sql.pluck<number>(
      `SELECT count(*) FROM json_each(?) w CROSS JOIN roster_entry e ON e.id = w.value WHERE e.roster = ?`,
      JSON.stringify([...ids]),
      roster,
    )[0] ?? 0
  );
}

/** The person of a row of either table; undefined when it is gone. */
export function personOf(
  sql: ReadSql,
  entity: 'person' | 'roster_entry',
  id: number,
): { readonly id: number; readonly name: string } | undefined {
  const person = entity === 'person' ? '?' : '(SELECT person_id FROM roster_entry WHERE id = ?)';
  return sql.get(`SELECT id, name FROM person WHERE id = ${person}`, id);
}
