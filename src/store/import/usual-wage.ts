/** What people of a roster usually earn, for files too short to say. */
import type { Roster } from '../../domain/segments.ts';
import type { ReadSql } from '../store.ts';

const fewest = 10;
const newest = 20_000;

/** Middle wage in sen of the entries added last; null with too few of them. */
export function usualWageOf(sql: ReadSql, roster: Roster): number | null {
  const wages = sql.pluck<number>(
    `SELECT wage_sen FROM roster_entry
     WHERE roster = ? AND wage_sen > 0 AND status <> 'keluar' ORDER BY id DESC LIMIT ?`,
    roster,
    newest,
  );
  if (wages.length < fewest) return null;
  wages.sort((a, b) => a - b);
  return wages[wages.length >> 1] ?? null;
}
