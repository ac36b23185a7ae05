/** The queue in its order, narrowed by a filter. */
import type { Roster } from '../../domain/segments.ts';
import { recordJoins } from '../links.ts';
import type { ReadSql, SqlValue } from '../store.ts';
import { type QueuedPair, queuedColumns } from './pairs.ts';

export interface QueueFilter {
  readonly state: 'open' | 'second' | 'decided' | 'all';
  readonly roster?: Roster | undefined;
  readonly unitId?: number | undefined;
  readonly class?: 'review' | 'conflict' | undefined;
  /** One bit of `link_review.fields`. */
  readonly fieldBit?: number | undefined;
}

interface Condition {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

function narrowing(filter: QueueFilter): Condition[] {
  const conditions: Condition[] = [];
  const { roster, unitId, fieldBit } = filter;
  if (roster !== undefined || unitId !== undefined) {
    conditions.push({
      text: `EXISTS (SELECT 1 FROM roster_entry x LEFT JOIN unit v ON v.id = x.unit_id
         WHERE x.person_id = r.person_id AND x.status <> 'keluar'
         AND x.roster = ifnull(?, x.roster) AND (? IS NULL OR x.unit_id = ? OR v.parent_id = ?))`,
      params: [roster ?? null, unitId ?? null, unitId ?? null, unitId ?? null],
    });
  }
  if (filter.class !== undefined) conditions.push({ text: 'l.class = ?', params: [filter.class] });
  if (fieldBit !== undefined) {
    conditions.push({ text: '(r.fields & ?) <> 0', params: [fieldBit] });
  }
  return conditions;
}

function join(conditions: readonly Condition[]): Condition {
  return {
    text: conditions.map(({ text }) => text).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  };
}

const waits = `l.class IN ('review', 'conflict', 'decided')`;

function stateCondition(state: QueueFilter['state'], operator: string | null): Condition {
  switch (state) {
    case 'open':
      // Whoever voted already has done their part; the pair is open for somebody else.
      return {
        text: 'l.decision IS NULL AND (r.voted_by IS NULL OR r.voted_by IS NOT ?)',
        params: [operator],
      };
    case 'second':
      return { text: 'l.decision IS NULL AND r.voted_by IS NOT NULL', params: [] };
    case 'decided':
      return { text: 'l.decision IS NOT NULL', params: [] };
    case 'all':
      return { text: '1 = 1', params: [] };
  }
}

/** Pairs after a place, in the queue's order. */
export function readQueuePage(
  sql: ReadSql,
  filter: QueueFilter,
  page: { readonly after: number; readonly limit: number; readonly operator: string | null },
): QueuedPair[] {
  const where = join([
    { text: `${waits} AND r.place > ?`, params: [page.after] },
    stateCondition(filter.state, page.operator),
    ...narrowing(filter),
  ]);
  return sql.all<QueuedPair>(
    `SELECT ${queuedColumns} FROM link_review r JOIN link l ON l.id = r.link_id ${recordJoins}
     WHERE ${where.text} ORDER BY r.place LIMIT ?`,
    ...where.params,
    page.limit,
  );
}

export interface QueueCount {
  readonly open: number;
  readonly second: number;
  readonly decided: number;
}

/** How many pairs a filter finds, by state. */
export function countQueue(sql: ReadSql, filter: QueueFilter): QueueCount {
  const where = join([{ text: waits, params: [] }, ...narrowing(filter)]);
  const counted = sql.get<QueueCount>(
    `SELECT count(*) FILTER (WHERE l.decision IS NULL) AS open,
       count(*) FILTER (WHERE l.decision IS NULL AND r.voted_by IS NOT NULL) AS second,
       count(l.decision) AS decided
     FROM link_review r JOIN link l ON l.id = r.link_id WHERE ${where.text}`,
    ...where.params,
  );
  return counted ?? { open: 0, second: 0, decided: 0 };
}

export interface BulkCandidate {
  readonly linkId: number;
  readonly personId: number;
  readonly membershipId: number;
  readonly probability: number;
  readonly class: 'review' | 'conflict';
  readonly needsLook: number;
  readonly voted: number;
  /** 1 where another person has a link with the same membership. */
  readonly contested: number;
}

/** Undecided pairs of a filter from a probability on, likeliest first. */
export function likelyPairs(sql: ReadSql, filter: QueueFilter, from: number): BulkCandidate[] {
  const where = join([
    {
      text: `l.class IN ('review', 'conflict') AND l.decision IS NULL AND l.probability >= ?`,
      params: [from],
    },
    ...narrowing(filter),
  ]);
  return sql.all<BulkCandidate>(
    `SELECT l.id AS linkId, l.person_id AS personId, l.membership_id AS membershipId, l.probability, l.class,
       r.needs_look AS needsLook, r.voted_by IS NOT NULL AS voted,
       EXISTS (SELECT 1 FROM link x WHERE x.membership_id = l.membership_id AND x.person_id <> l.person_id) AS contested
     FROM link_review r JOIN link l ON l.id = r.link_id
     WHERE ${where.text} ORDER BY l.probability DESC, r.place`,
    ...where.params,
  );
}
