/** Letters within a position. Ten thousands share a few dozen positions: those are read, not the people. */
import type { Roster } from '../../domain/segments.ts';
import type { ReadSql } from '../store.ts';
import { type Everyone, givesFew, type Part } from './search-words.ts';

/** A roster with more different positions than this is searched row by row. */
const mostPositions = 5_000;
/** So many ids are read from the index in less time than a few thousand rows. */
const fewForSet = 200_000;

/** Each step of the walk is one seek to the next position. */
const positions = `WITH RECURSIVE each_one (name) AS (
  SELECT min(sort_position) FROM roster_entry WHERE roster = ?
  UNION ALL
  SELECT (SELECT min(n.sort_position) FROM roster_entry n WHERE n.roster = ? AND n.sort_position > each_one.name)
    FROM each_one WHERE each_one.name IS NOT NULL
)
SELECT name FROM each_one WHERE name IS NOT NULL LIMIT ?`;

/** Entries whose position, or kind of work where there is none, contains `text`. */
export function positionHas(sql: ReadSql, roster: Roster, text: string): Part {
  const found = sql.pluck<string>(positions, roster, roster, mostPositions + 1);
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const test =
    found.length > mostPositions
      ? { sql: `sort_position LIKE ? ESCAPE '\\'`, params: [like] }
      : {
          sql: 'sort_position IN (SELECT value FROM json_each(?))',
          params: [JSON.stringify(namedBy(sql, found, like))],
        };
  const having = {
    sql: `SELECT id FROM roster_entry WHERE roster = ? AND ${test.sql}`,
    params: [roster, ...test.params],
  };
  const few = givesFew(sql, having.sql, having.params);
  if (few) return { few, condition: { ...having, sql: `e.id IN (${having.sql})` } };
  const all: Everyone = { queries: [{ of: 'entry', query: having, key: 'sort_position' }] };
  return givesFew(sql, having.sql, having.params, fewForSet)
    ? { few, condition: { ...having, sql: `+e.id IN (${having.sql})` }, all }
    : { few, condition: { ...test, sql: `e.${test.sql}` }, all, perRow: true };
}

/** Compared where all texts are compared, so that capitals mean the same everywhere. */
function namedBy(sql: ReadSql, found: readonly string[], like: string): readonly string[] {
  return sql.pluck<string>(
    `SELECT value FROM json_each(?) WHERE value LIKE ? ESCAPE '\\'`,
    JSON.stringify(found),
    like,
  );
}
