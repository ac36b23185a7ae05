import type { ReadStore } from './store.ts';

/** People who stand on more than one roster row that still counts. */
export function countPeopleOnSeveralRows(store: ReadStore): number {
  return (
    store.sql.pluck<number>(
      `SELECT count(*) FROM (SELECT person_id FROM roster_entry WHERE status <> 'keluar'
       GROUP BY person_id HAVING count(*) > 1)`,
    )[0] ?? 0
  );
}
