/** Groups of staged rows by what they were found to repeat. */
import type { ReadSql } from '../store.ts';

export interface ClusterFilter {
  readonly batchId: number;
  readonly codes: readonly string[];
  /** True: by the earlier row they repeat. False: each row that repeats somebody in the store. */
  readonly inFile: boolean;
  readonly after: number;
  readonly limit: number;
}

export interface ClusterGroup {
  readonly first: number;
  readonly seqs: readonly number[];
}

/** One page of groups and how many there are in all. Only rows with findings are looked at. */
export function clusterPage(
  sql: ReadSql,
  { batchId, codes, inFile, after, limit }: ClusterFilter,
): { readonly groups: ClusterGroup[]; readonly total: number } {
  const earlier = `i.value -> 'params' ->> 'seq'`;
  const first = inFile ? `CAST(${earlier} AS INTEGER)` : 's.seq';
  const grouped = `SELECT ${first} AS first, json_group_array(s.seq) AS seqs
    FROM staged_row s, json_each(s.issues) i
    WHERE s.batch_id = ? AND s.severity IS NOT NULL
      AND i.value ->> 'code' IN (SELECT value FROM json_each(?))
      AND ${earlier} IS ${inFile ? 'NOT NULL' : 'NULL'}
    GROUP BY 1`;
  const list = JSON.stringify(codes);
  // Grouped once and held: the page and the number of groups are of one look through the plan.
  const rows = sql.all<{ first: number; seqs: string; total: number }>(
    `WITH grouped AS MATERIALIZED (${grouped})
     SELECT first, seqs, (SELECT count(*) FROM grouped) AS total FROM grouped
     WHERE first > ? ORDER BY first LIMIT ?`,
    batchId,
    list,
    after,
    limit,
  );
  const total = rows[0]?.total ?? 0;
  const groups = rows.map((row) => ({
    first: row.first,
    seqs: JSON.parse(row.seqs) as number[],
  }));
  return { groups, total };
}
