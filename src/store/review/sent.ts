/** Pairs on lists that were sent out, so that their answers are known when they come back. */
import type { ReadSql, WriteSql } from '../store.ts';
import type { PairKeys } from './decisions.ts';

export interface SentPair extends PairKeys {
  readonly pairKey: string;
}

/** Remembers the pairs of a list; one sent twice keeps its last list. */
export function rememberSent(
  sql: WriteSql,
  pairs: Iterable<SentPair>,
  list: { readonly runId: number; readonly file: string; readonly at: string },
): void {
  const insert = sql.prepare(
    `INSERT OR REPLACE INTO review_sent (pair_key, left_key, right_key, run_id, file, sent_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { pairKey, leftKey, rightKey } of pairs) {
    insert(pairKey, leftKey, rightKey, list.runId, list.file, list.at);
  }
}

export function readSent(sql: ReadSql, pairKey: string): PairKeys | undefined {
  return sql.get<PairKeys>(
    'SELECT left_key AS leftKey, right_key AS rightKey FROM review_sent WHERE pair_key = ?',
    pairKey,
  );
}
