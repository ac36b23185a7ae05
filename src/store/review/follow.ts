/** The current run's links follow what stands in link_decision and review_vote. */
import { refreshPersonState } from '../person-state.ts';
import type { LinkClass } from '../schema/matching-schema.ts';
import type { WriteSql } from '../store.ts';
import { type PairKeys, readDecision, readVotes, type VoteRow } from './decisions.ts';

const accepted: ReadonlySet<string> = new Set(['nik', 'kpj', 'strong', 'decided']);

interface Followed {
  readonly linkId: number;
  readonly personId: number;
  readonly baseClass: string;
}

/** The class a link has under a decision; null for a rival nobody speaks of any more. */
function classUnder(baseClass: string, decision: 'same' | 'different' | null, voted: boolean) {
  if (baseClass.startsWith('rival')) {
    if (decision === null && !voted) return null;
    return baseClass === 'rival-conflict' ? 'conflict' : 'review';
  }
  if (baseClass === 'decided' && decision === null) return 'review';
  // A link the matcher made and somebody has rejected is no link any more.
  if (decision === 'different' && accepted.has(baseClass)) return 'review';
  // The store's column is CHECKed to these.
  return baseClass as LinkClass;
}

export interface VoteState {
  /** Round in which the next vote counts. */
  readonly round: number;
  /** The one vote of that round so far. */
  readonly first: VoteRow | null;
  /** A round ended without agreement. */
  readonly disputed: boolean;
}

/** Where a pair's votes stand. */
export function voteState(votes: readonly VoteRow[]): VoteState {
  const last = votes.at(-1)?.round ?? 1;
  const inLast = votes.filter(({ round }) => round === last);
  const complete = inLast.length >= 2;
  const disputed = votes.some(({ round, decision }) =>
    votes.some((other) => other.round === round && other.decision !== decision),
  );
  return {
    round: complete ? last + 1 : last,
    first: complete ? null : (inLast[0] ?? null),
    disputed,
  };
}

/** Brings one pair's links in step; gives the people whose standing may have changed. */
export function followPair(sql: WriteSql, keys: PairKeys & { readonly pairKey: string }): number[] {
  const links = sql.all<Followed>(
    `SELECT link_id AS linkId, person_id AS personId, base_class AS baseClass FROM link_review
     WHERE pair_key = ? AND left_key = ? AND right_key = ?`,
    keys.pairKey,
    keys.leftKey,
    keys.rightKey,
  );
  if (links.length === 0) return [];
  const decision = readDecision(sql, keys)?.decision ?? null;
  const { first, disputed } = voteState(readVotes(sql, keys));
  for (const { linkId, baseClass } of links) {
    const next = classUnder(baseClass, decision, first !== null || disputed);
    if (next === null) {
      sql.run('DELETE FROM link WHERE id = ?', linkId);
      sql.run('DELETE FROM link_review WHERE link_id = ?', linkId);
      continue;
    }
    sql.run('UPDATE link SET decision = ?, class = ? WHERE id = ?', decision, next, linkId);
    sql.run(
      'UPDATE link_review SET voted_by = ?, disputed = ? WHERE link_id = ?',
      decision === null ? (first?.operator ?? null) : null,
      decision === null && disputed ? 1 : 0,
      linkId,
    );
  }
  return links.map(({ personId }) => personId);
}

/** Recomputes where people stand, each once. */
export function refreshPeople(sql: WriteSql, people: Iterable<number>): void {
  for (const personId of new Set(people)) refreshPersonState(sql, personId);
}

/** Adds a link for a rival that is being decided about; it goes again when the decision does. */
export function promoteRival(sql: WriteSql, rivalId: number): number {
  const { lastInsertRowid } = sql.run(
    `INSERT INTO link (run_id, person_id, membership_id, class, probability, weight, evidence)
     SELECT (SELECT max(id) FROM reconcile_run), person_id, membership_id, 'review', probability, weight, evidence
     FROM link_rival WHERE id = ?`,
    rivalId,
  );
  return Number(lastInsertRowid);
}

/** A free place in the queue right behind another pair's. */
export function placeBehind(sql: WriteSql, place: number, gap: number): number {
  const last = sql.pluck<number>(
    'SELECT max(place) FROM link_review WHERE place >= ? AND place < ?',
    place,
    place + gap,
  )[0];
  return (last ?? place) + 1;
}
