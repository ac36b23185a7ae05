/** Index upkeep of bulk work: a million rows are sorted once, not placed one by one. */
import type { WriteSql } from '../store.ts';

/** Adding fewer rows than this is quicker with the indexes in place. */
const worthIt = 50_000;

/**
 * Takes a table's indexes down when `adding` rows at least double it, and gives back what puts them up again; both
 * inside the caller's transaction, so a failure leaves them as they were.
 */
export function suspendIndexes(
  sql: WriteSql,
  table: 'person' | 'roster_entry' | 'membership' | 'link' | 'entry_state' | 'difference',
  adding: number,
): (onIndex?: () => void) => void {
  const present = sql.pluck<number>(`SELECT count(*) FROM ${table}`)[0] ?? 0;
  if (adding < worthIt || adding < present) return () => undefined;
  const indexes = sql.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
    table,
  );
  for (const { name } of indexes) sql.run(`DROP INDEX ${name}`);
  return (onIndex = () => undefined) => {
    for (const index of indexes) {
      sql.run(index.sql);
      onIndex();
    }
  };
}
