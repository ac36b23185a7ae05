/** Sets of entries, made in steps from the queries of a filter and asked for each row of a walk. */
import type { ReadSql } from '../store.ts';
import type { Everyone } from './search-words.ts';

const atOnce = 10_000;

/** A set of ids, one byte for each id there is. */
export interface Members {
  readonly add: (ids: readonly number[]) => void;
  readonly has: (id: number) => boolean;
}

/** A row of the index of names: an entry and its person. */
export type NamedRow = readonly [id: number, personId: number];

/** A set with room for every entry, or every person. */
export function noMembers(sql: ReadSql, of: 'entry' | 'person'): Members {
  const table = of === 'entry' ? 'roster_entry' : 'person';
  const most = sql.pluck<number | null>(`SELECT max(id) FROM ${table}`)[0] ?? 0;
  const bytes = new Uint8Array(most + 1);
  return {
    add(ids) {
      for (const id of ids) bytes[id] = 1;
    },
    has: (id) => bytes[id] === 1,
  };
}

/** Gives, once every step is made, a test of who passes all of `asked`; null when nothing is asked. */
export function* membership(
  sql: ReadSql,
  asked: readonly Everyone[],
): Generator<null, ((row: NamedRow) => boolean) | null> {
  if (asked.length === 0) return null;
  const tests: ((row: NamedRow) => boolean)[] = [];
  for (const { queries } of asked) {
    const sets: ((row: NamedRow) => boolean)[] = [];
    for (const { of, query, key } of queries) {
      const members = noMembers(sql, of);
      for (const ids of inSteps(sql, query, key, of)) {
        members.add(ids);
        yield null;
      }
      sets.push(of === 'entry' ? ([id]) => members.has(id) : ([, person]) => members.has(person));
    }
    tests.push((row) => sets.some((isIn) => isIn(row)));
  }
  return (row) => tests.every((passes) => passes(row));
}

function* inSteps(
  sql: ReadSql,
  { sql: query, params }: Everyone['queries'][number]['query'],
  key: Everyone['queries'][number]['key'],
  of: 'entry' | 'person',
): Generator<readonly number[]> {
  const table = of === 'entry' ? 'roster_entry' : 'person';
  const keyOf = `SELECT ${key} FROM ${table} WHERE id = ?`;
  for (let after: number | null = null; ; ) {
    const begun: (string | number)[] =
      after === null ? [] : [sql.pluck<string>(keyOf, after)[0] ?? '', after];
    const later = after === null ? '' : ` AND (${key}, id) > (?, ?)`;
    const ids: number[] = sql.pluck<number>(
      `${query}${later} ORDER BY ${key}, id LIMIT ?`,
      ...params,
      ...begun,
      atOnce,
    );
    if (ids.length > 0) yield ids;
    if (ids.length < atOnce) return;
    after = ids.at(-1) ?? null;
  }
}
