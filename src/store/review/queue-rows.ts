/** Small facts of the queue's rows, and what a decision changes in them. */
import type { ReadSql, WriteSql } from '../store.ts';
import type { PairKeys } from './decisions.ts';

/** The last place that the pairs of a person or a membership have in the queue; null when they have none. */
export function lastPlaceBeside(
  sql: ReadSql,
  pair: { readonly personId: number; readonly membershipId: number },
): number | null {
  return (
    sql.pluck<number | null>(
      'SELECT max(place) FROM link_review WHERE person_id = ? OR membership_id = ?',
      pair.personId,
      pair.membershipId,
    )[0] ?? null
  );
}

export function setQueueKeys(
  sql: WriteSql,
  linkId: number,
  keys: PairKeys & { readonly pairKey: string },
): void {
  sql.run(
    'UPDATE link_review SET pair_key = ?, left_key = ?, right_key = ? WHERE link_id = ?',
    keys.pairKey,
    keys.leftKey,
    keys.rightKey,
    linkId,
  );
}

/** The short key of a pair in the queue; `''` when it is not there. */
export function queuedPairKey(sql: ReadSql, { leftKey, rightKey }: PairKeys): string {
  return (
    sql.pluck<string>(
      'SELECT pair_key FROM link_review WHERE left_key = ? AND right_key = ? LIMIT 1',
      leftKey,
      rightKey,
    )[0] ?? ''
  );
}

/** True for one worker written twice in the rosters, as the run found. */
export function isOneWorker(sql: ReadSql, one: number, other: number): boolean {
  const [first, second] = [one, other].map(
    (id) => sql.pluck<number>('SELECT owner_id FROM duplicate_of WHERE person_id = ?', id)[0] ?? id,
  );
  return first === second;
}

/** Links that the run took from a decision and that stand in the queue say so themselves. */
export function markDecidedLinks(sql: WriteSql): void {
  sql.run(
    `UPDATE link SET decision = 'same' WHERE class = 'decided' AND id IN (SELECT link_id FROM link_review)`,
  );
}

export function hasVotes(sql: ReadSql): boolean {
  return sql.pluck<number>('SELECT 1 FROM review_vote LIMIT 1').length > 0;
}
