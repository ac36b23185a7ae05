/** Pairs as the queue keeps them: links that wait, the rivals beside them, and what each is ordered by. */
import { type PairRecords, recordColumns, recordJoins } from '../links.ts';
import type { LinkClass } from '../schema/matching-schema.ts';
import type { ReadSql, WriteSql } from '../store.ts';

/** Both records of a pair, whether it is a link or a rival. */
export interface CandidateRecords extends Omit<PairRecords, 'id' | 'class'> {
  readonly linkId: number | null;
  readonly rivalId: number | null;
  readonly class: LinkClass;
  /** float32: the prior, then the bits of each field. */
  readonly waterfall: Buffer | null;
}

/** A pair of the queue with what it is ordered and shown by. */
export interface QueuedPair extends CandidateRecords {
  readonly linkId: number;
  readonly place: number;
  readonly pairKey: string;
  readonly leftKey: string;
  readonly rightKey: string;
  readonly money: number;
  readonly needsLook: number;
  readonly votedBy: string | null;
  readonly disputed: number;
  readonly unitName: string | null;
}

const pairColumns = `l.probability, l.evidence, l.person_id AS personId, l.membership_id AS membershipId,
  ${recordColumns}`;

export const queuedColumns = `l.id AS linkId, NULL AS rivalId, l.class, l.decision, ${pairColumns}, r.waterfall,
  r.place, r.pair_key AS pairKey, r.left_key AS leftKey, r.right_key AS rightKey, r.money,
  r.needs_look AS needsLook, r.voted_by AS votedBy, r.disputed, u.name AS unitName`;

/** One pair of the queue; undefined when a run has replaced it. */
export function readQueued(sql: ReadSql, linkId: number): QueuedPair | undefined {
  return sql.get<QueuedPair>(
    `SELECT ${queuedColumns} FROM link l JOIN link_review r ON r.link_id = l.id ${recordJoins} WHERE l.id = ?`,
    linkId,
  );
}

/** The current run's pairs with this key. */
export function queuedByKey(sql: ReadSql, pairKey: string): QueuedPair[] {
  return sql.all<QueuedPair>(
    `SELECT ${queuedColumns} FROM link_review r JOIN link l ON l.id = r.link_id ${recordJoins}
     WHERE r.pair_key = ?`,
    pairKey,
  );
}

/** Any link with both records, accepted ones too. */
export function readLinkRecords(sql: ReadSql, linkId: number): CandidateRecords | undefined {
  return sql.get<CandidateRecords>(
    `SELECT l.id AS linkId, NULL AS rivalId, l.class, l.decision, ${pairColumns}, NULL AS waterfall
     FROM link l ${recordJoins} WHERE l.id = ?`,
    linkId,
  );
}

const contradiction = 1 << 29;
const rivalClass = `CASE WHEN l.evidence & ${contradiction} THEN 'conflict' ELSE 'review' END`;

export function readRival(sql: ReadSql, rivalId: number): CandidateRecords | undefined {
  return sql.get<CandidateRecords>(
    `SELECT NULL AS linkId, l.id AS rivalId, ${rivalClass} AS class, NULL AS decision, ${pairColumns}, l.waterfall
     FROM link_rival l ${recordJoins} WHERE l.id = ?`,
    rivalId,
  );
}

/**
 * Other candidates of a pair's person and of its membership, links and rivals, likeliest first. A person's
 * accepted links to rows of the same membership number set are no rivals and are left to the caller to drop.
 */
export function readCandidatesBeside(
  sql: ReadSql,
  pair: { readonly personId: number; readonly membershipId: number },
  limit: number,
): CandidateRecords[] {
  const { personId, membershipId } = pair;
  const links = sql.all<CandidateRecords>(
    `SELECT l.id AS linkId, NULL AS rivalId, l.class, l.decision, ${pairColumns}, r.waterfall
     FROM link l LEFT JOIN link_review r ON r.link_id = l.id ${recordJoins}
     WHERE (l.person_id = ? OR l.membership_id = ?) AND NOT (l.person_id = ? AND l.membership_id = ?)
     ORDER BY l.probability DESC, l.id LIMIT ?`,
    personId,
    membershipId,
    personId,
    membershipId,
    limit,
  );
  const rivals = sql.all<CandidateRecords>(
    `SELECT NULL AS linkId, l.id AS rivalId, ${rivalClass} AS class, NULL AS decision, ${pairColumns}, l.waterfall
     FROM link_rival l ${recordJoins}
     WHERE (l.person_id = ? OR l.membership_id = ?) AND NOT (l.person_id = ? AND l.membership_id = ?)
       AND NOT EXISTS (SELECT 1 FROM link x WHERE x.person_id = l.person_id AND x.membership_id = l.membership_id)
     ORDER BY l.probability DESC, l.id LIMIT ?`,
    personId,
    membershipId,
    personId,
    membershipId,
    limit,
  );
  return [...links, ...rivals].sort((a, b) => b.probability - a.probability);
}

/** Ids of every link of a membership or a person, whatever its class. */
export function linksTouching(
  sql: ReadSql,
  pair: { readonly personId: number; readonly membershipId: number },
): number[] {
  return sql.pluck<number>(
    'SELECT id FROM link WHERE person_id = ? OR membership_id = ? ORDER BY id',
    pair.personId,
    pair.membershipId,
  );
}

export interface ReviewRow {
  readonly linkId: number;
  readonly personId: number;
  readonly membershipId: number;
  readonly place: number;
  readonly pairKey: string;
  readonly leftKey: string;
  readonly rightKey: string;
  readonly fields: number;
  readonly money: number;
  readonly needsLook: boolean;
  readonly baseClass: string;
  readonly waterfall: Buffer | null;
}

/** Adds rows to the queue's table. */
export function addReviewRows(sql: WriteSql, rows: Iterable<ReviewRow>): void {
  const insert = sql.prepare(
    `INSERT INTO link_review (link_id, person_id, membership_id, place, pair_key, left_key, right_key, fields,
       money, needs_look, base_class, waterfall) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const row of rows) {
    insert(
      row.linkId,
      row.personId,
      row.membershipId,
      row.place,
      row.pairKey,
      row.leftKey,
      row.rightKey,
      row.fields,
      row.money,
      row.needsLook ? 1 : 0,
      row.baseClass,
      row.waterfall,
    );
  }
}
