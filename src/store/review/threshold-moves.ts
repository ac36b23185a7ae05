/** What a threshold moves: links into the queue, pairs out of it, rivals in. */
import type { LinkClass } from '../schema/matching-schema.ts';
import type { ReadSql, WriteSql } from '../store.ts';

export interface Moving {
  readonly linkId: number | null;
  readonly rivalId: number | null;
  readonly personId: number;
  readonly membershipId: number;
  readonly probability: number;
  readonly class: LinkClass;
  readonly needsLook: number;
  readonly waterfall: Buffer | null;
}

const linkColumns = `l.id AS linkId, NULL AS rivalId, l.person_id AS personId, l.membership_id AS membershipId,
  l.probability, l.class`;

/** Undecided pairs of the queue, likeliest first. */
export function waitingByProbability(sql: ReadSql): Moving[] {
  return sql.all<Moving>(
    `SELECT ${linkColumns}, r.needs_look AS needsLook, NULL AS waterfall
     FROM link_review r JOIN link l ON l.id = r.link_id
     WHERE l.class IN ('review', 'conflict') AND l.decision IS NULL
     ORDER BY l.probability DESC, l.id`,
  );
}

/** Links without an equal number that an accepting threshold would send back, and a reviewing one would show. */
export function strongBetween(sql: ReadSql, review: number, accept: number): Moving[] {
  return sql.all<Moving>(
    `SELECT ${linkColumns}, 0 AS needsLook, NULL AS waterfall FROM link l
     WHERE l.run_id = (SELECT max(id) FROM reconcile_run) AND l.class = 'strong'
       AND l.probability >= ? AND l.probability < ? ORDER BY l.probability DESC, l.id`,
    review,
    accept,
  );
}

const held = `('nik', 'kpj', 'strong', 'decided')`;

/** Rivals between two probabilities whose person and membership are both without a link. */
export function freeRivals(sql: ReadSql, from: number, below: number): Moving[] {
  return sql.all<Moving>(
    `SELECT NULL AS linkId, v.id AS rivalId, v.person_id AS personId, v.membership_id AS membershipId,
       v.probability, 'review' AS class, 0 AS needsLook, v.waterfall
     FROM link_rival v
     WHERE v.probability >= ? AND v.probability < ? AND NOT EXISTS (
       SELECT 1 FROM link l WHERE (l.class IN ${held} OR l.decision = 'same')
         AND (l.person_id = v.person_id OR l.membership_id = v.membership_id))
       AND NOT EXISTS (SELECT 1 FROM link l
         WHERE l.person_id = v.person_id AND l.membership_id = v.membership_id)
     ORDER BY v.probability DESC, v.id`,
    from,
    below,
  );
}

/** Gives links another class; null takes them out of the run, as rivals. */
export function moveLinks(
  sql: WriteSql,
  links: readonly Moving[],
  to: 'strong' | 'review' | null,
): void {
  for (const { linkId } of links) {
    if (linkId === null) continue;
    if (to === null) {
      sql.run(
        `INSERT INTO link_rival (person_id, membership_id, probability, weight, evidence, waterfall)
         SELECT l.person_id, l.membership_id, l.probability, l.weight, l.evidence, ifnull(r.waterfall, x'')
         FROM link l JOIN link_review r ON r.link_id = l.id WHERE l.id = ?`,
        linkId,
      );
      sql.run('DELETE FROM link WHERE id = ?', linkId);
    } else sql.run('UPDATE link SET class = ? WHERE id = ?', to, linkId);
    sql.run('DELETE FROM link_review WHERE link_id = ?', linkId);
  }
}

/** Makes a rival a waiting link; gives the link's id. */
export function joinQueue(sql: WriteSql, rivalId: number | null): number {
  const { lastInsertRowid } = sql.run(
    `INSERT INTO link (run_id, person_id, membership_id, class, probability, weight, evidence)
     SELECT (SELECT max(id) FROM reconcile_run), person_id, membership_id, 'review', probability, weight, evidence
     FROM link_rival WHERE id = ?`,
    rivalId,
  );
  sql.run('DELETE FROM link_rival WHERE id = ?', rivalId);
  return Number(lastInsertRowid);
}

interface Placed {
  readonly linkId: number;
  readonly conflict: boolean;
  readonly probability: number;
  readonly money: number;
}

const placeGap = 16;

/** Numbers the queue's places anew. */
export function orderAnew(sql: WriteSql, order: (a: Placed, b: Placed) => number): void {
  const rows = sql
    .all<Omit<Placed, 'conflict'> & { conflict: number; decided: number }>(
      `SELECT l.id AS linkId, l.class = 'conflict' AS conflict, l.class = 'decided' AS decided, l.probability,
         r.money
       FROM link_review r JOIN link l ON l.id = r.link_id`,
    )
    .map((row) => ({ ...row, conflict: row.conflict === 1 }));
  rows.sort((a, b) => a.decided - b.decided || order(a, b) || a.linkId - b.linkId);
  const place = sql.prepare('UPDATE link_review SET place = ? WHERE link_id = ?');
  for (const [at, { linkId }] of rows.entries()) place((at + 1) * placeGap, linkId);
}
