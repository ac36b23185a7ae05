/** What an officer's word does: the decision, what follows from it, votes where two must agree. */
import type { Decided } from '../../contract/review-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import {
  addVote,
  type DecisionSource,
  dropDecision,
  dropVotes,
  type PairKeys,
  putDecision,
  readDecision,
  readImplied,
  readVotes,
  type Verdict,
} from '../../store/review/decisions.ts';
import {
  followPair,
  placeBehind,
  promoteRival,
  refreshPeople,
  voteState,
} from '../../store/review/follow.ts';
import {
  addReviewRows,
  type CandidateRecords,
  linksTouching,
  type QueuedPair,
  readLinkRecords,
  readQueued,
  readRival,
} from '../../store/review/pairs.ts';
import {
  isOneWorker,
  lastPlaceBeside,
  queuedPairKey,
  setQueueKeys,
} from '../../store/review/queue-rows.ts';
import type { ReadSql, WriteSql } from '../../store/store.ts';
import { keysOfPair, placeGap } from './build-queue.ts';
import { differingFields, needsLook } from './evidence-fields.ts';
import { reviewSettings } from './review-settings.ts';

export interface Deed {
  readonly journalId: number;
  readonly at: string;
  readonly operator: string | null;
  readonly source: DecisionSource;
  readonly note: string | null;
  /** True where the officer has said that earlier decisions give way to this deed. */
  readonly replaces?: boolean;
  /** Collects the people whose standing changes; the caller refreshes them once. */
  readonly people: Set<number>;
}

type Keys = PairKeys & { readonly pairKey: string };

/** The pair a decision is about; a rival is given a link first. Throws `not-found`, `review.pair-changed`. */
export function pairForDecision(
  sql: WriteSql,
  asked: {
    readonly linkId: number | null;
    readonly rivalId: number | null;
    readonly pairKey: string;
  },
): QueuedPair {
  const { linkId, rivalId } = asked;
  const found = linkId !== null ? readLinkRecords(sql, linkId) : readRivalPair(sql, rivalId ?? 0);
  if (found === undefined) {
    throw new AppError('not-found', { params: { what: 'link', id: linkId ?? rivalId ?? 0 } });
  }
  if (keysOfPair(found).pairKey !== asked.pairKey) throw new AppError('review.pair-changed');
  return queuedAs(sql, found);
}

const readRivalPair = (sql: ReadSql, rivalId: number): CandidateRecords | undefined =>
  readRival(sql, rivalId);

/** The pair's row in the queue, made when there is none: for rivals, and for accepted links that are contested. */
function queuedAs(sql: WriteSql, found: CandidateRecords): QueuedPair {
  const known = found.linkId === null ? undefined : readQueued(sql, found.linkId);
  if (known !== undefined) return known;
  const linkId = found.linkId ?? promoteRival(sql, found.rivalId ?? 0);
  const isRival = found.linkId === null;
  const beside = lastPlaceBeside(sql, found);
  addReviewRows(sql, [
    {
      linkId,
      personId: found.personId,
      membershipId: found.membershipId,
      place: placeBehind(sql, beside ?? 0, placeGap),
      ...keysOfPair(found),
      fields: differingFields(found.evidence),
      money: 0,
      needsLook: needsLook(found.evidence),
      baseClass: !isRival ? found.class : found.class === 'conflict' ? 'rival-conflict' : 'rival',
      waterfall: found.waterfall,
    },
  ]);
  const made = readQueued(sql, linkId);
  if (made === undefined) throw new Error('a queue row has just been added');
  return made;
}

/** Decides about one pair within a deed. Throws `review.taken`, `review.needs-initials`, `review.same-person`. */
export function decidePair(
  sql: WriteSql,
  pair: QueuedPair,
  decision: 'open' | Verdict,
  deed: Deed,
): Omit<Decided, 'journalId'> {
  const keys = keysOfPair(pair);
  renewKeys(sql, pair, keys);
  if (decision === 'open') {
    const freed = takeBack(sql, keys, deed);
    dropVotes(sql, deed.journalId, keys);
    follow(sql, keys, deed);
    return { state: 'decided', implied: 0, settled: [], freed };
  }
  if (decision === 'same' && deed.replaces !== true) refuseTaken(sql, pair);
  const vote = needsTwo(sql, pair) ? castVote(sql, keys, decision, deed) : null;
  if (vote !== null && vote.state !== 'decided') {
    follow(sql, keys, deed);
    return { state: vote.state, implied: 0, settled: [], freed: [] };
  }
  const freed = takeBack(sql, keys, deed);
  putDecision(sql, deed.journalId, {
    left_key: keys.leftKey,
    right_key: keys.rightKey,
    decision,
    note: deed.note,
    decided_at: deed.at,
    operator: vote?.first ?? deed.operator,
    second_operator: vote === null ? null : deed.operator,
    source: deed.source,
    cause: null,
  });
  const others = decision === 'same' ? settleOthers(sql, pair, keys, deed) : nothingSettled;
  follow(sql, keys, deed);
  const { settled } = others;
  const decided = new Set([keys.pairKey, ...settled]);
  return {
    state: 'decided',
    implied: settled.length,
    settled,
    freed: [...freed, ...others.freed].filter((key) => !decided.has(key)),
  };
}

/** A membership that somebody has given to another person is not given away again in passing. */
function refuseTaken(sql: ReadSql, pair: QueuedPair): void {
  const owner = ownerOf(sql, pair);
  if (owner !== undefined)
    throw new AppError('review.taken', { params: { operator: owner.operator ?? '–' } });
}

/** The standing decision that gives a pair's membership to somebody else. */
export function ownerOf(sql: ReadSql, pair: CandidateRecords): ReturnType<typeof readDecision> {
  for (const linkId of linksTouching(sql, pair)) {
    const other = readLinkRecords(sql, linkId);
    if (other === undefined || !competes(sql, pair, other)) continue;
    const decision = readDecision(sql, keysOfPair(other));
    if (decision?.decision === 'same') return decision;
  }
  return undefined;
}

/** True for two pairs that give one membership to two people. */
export function competes(sql: ReadSql, one: CandidateRecords, other: CandidateRecords): boolean {
  return (
    one.membershipId === other.membershipId &&
    one.personId !== other.personId &&
    !hasSameNik(leftOf(one), leftOf(other)) &&
    !isOneWorker(sql, one.personId, other.personId)
  );
}

/** True for a pair that two people must agree on. */
export function needsTwo(sql: ReadSql, pair: Pick<QueuedPair, 'class' | 'decision'>): boolean {
  return pair.class === 'conflict' && reviewSettings(sql).twoPerson;
}

/** A person corrected since the run has other keys now. */
function renewKeys(sql: WriteSql, pair: QueuedPair, keys: Keys): void {
  if (pair.pairKey === keys.pairKey) return;
  setQueueKeys(sql, pair.linkId, keys);
}

function follow(sql: WriteSql, keys: Keys, { people }: Deed): void {
  for (const personId of followPair(sql, keys)) people.add(personId);
}

/** Drops the pair's decision and all that followed from it; gives the keys of the pairs that are open by that. */
function takeBack(sql: WriteSql, keys: Keys, deed: Deed): string[] {
  const freed: string[] = [];
  for (const implied of readImplied(sql, keys.pairKey)) {
    const other = { leftKey: implied.left_key, rightKey: implied.right_key };
    const pairKey = queuedPairKey(sql, other);
    dropDecision(sql, deed.journalId, other);
    follow(sql, { ...other, pairKey }, deed);
    if (pairKey !== '') freed.push(pairKey);
  }
  dropDecision(sql, deed.journalId, keys);
  return freed;
}

interface Vote {
  readonly state: Decided['state'];
  readonly first: string | null;
}

function castVote(sql: WriteSql, keys: Keys, decision: Verdict, deed: Deed): Vote {
  const { operator } = deed;
  if (operator === null) throw new AppError('review.needs-initials');
  const { round, first } = voteState(readVotes(sql, keys));
  if (first?.operator === operator) throw new AppError('review.same-person');
  addVote(sql, deed.journalId, {
    left_key: keys.leftKey,
    right_key: keys.rightKey,
    round,
    operator,
    decision,
    note: deed.note,
    voted_at: deed.at,
  });
  if (first === null) return { state: 'voted', first: null };
  return { state: first.decision === decision ? 'decided' : 'disputed', first: first.operator };
}

interface Named {
  readonly nik: string | null;
  readonly name: string;
  readonly birthDate: string | null;
}

const leftOf = (pair: CandidateRecords): Named => ({
  nik: pair.leftNik,
  name: pair.leftName,
  birthDate: pair.leftBirthDate,
});
const rightOf = (pair: CandidateRecords): Named => ({
  nik: pair.rightNik,
  name: pair.rightName,
  birthDate: pair.rightBirthDate,
});

const hasSameNik = (a: Named, b: Named): boolean => a.nik !== null && a.nik === b.nik;

/** One person's other membership: such rows do not compete. */
function isTwin(a: Named, b: Named): boolean {
  if (hasSameNik(a, b)) return true;
  const alike = a.name.toUpperCase() === b.name.toUpperCase();
  return alike && a.birthDate !== null && a.birthDate === b.birthDate;
}

type Settled = Pick<Decided, 'settled' | 'freed'>;

const nothingSettled: Settled = { settled: [], freed: [] };

const accepted: ReadonlySet<string> = new Set(['nik', 'kpj', 'strong', 'decided']);

/**
 * A membership belongs to one person: whoever else it was offered to, or linked with, is somebody else. Other
 * offers to this person fall too, unless they name the same person again: people hold sets of memberships. Gives the keys
 * of the pairs it settled, and of those that earlier decisions about them had settled.
 */
function settleOthers(sql: WriteSql, pair: QueuedPair, keys: Keys, deed: Deed): Settled {
  const settled: string[] = [];
  const freed: string[] = [];
  for (const linkId of linksTouching(sql, pair)) {
    if (linkId === pair.linkId) continue;
    const other = readLinkRecords(sql, linkId);
    if (other === undefined || !isRuledOut(sql, pair, other)) continue;
    const queued = queuedAs(sql, other);
    const otherKeys = keysOfPair(queued);
    freed.push(...takeBack(sql, otherKeys, deed));
    putDecision(sql, deed.journalId, {
      left_key: otherKeys.leftKey,
      right_key: otherKeys.rightKey,
      decision: 'different',
      note: null,
      decided_at: deed.at,
      operator: deed.operator,
      second_operator: null,
      source: 'implied',
      cause: keys.pairKey,
    });
    renewKeys(sql, queued, otherKeys);
    follow(sql, otherKeys, deed);
    settled.push(otherKeys.pairKey);
  }
  return { settled, freed };
}

function isRuledOut(sql: ReadSql, pair: CandidateRecords, other: CandidateRecords): boolean {
  if (other.decision === 'different') return false;
  if (other.membershipId === pair.membershipId) return competes(sql, pair, other);
  const isHeld = other.decision === 'same' || accepted.has(other.class);
  return !isHeld && !isTwin(rightOf(pair), rightOf(other));
}

/** Refreshes whoever a deed touched; the last step of its transaction. */
export function finishDeed(sql: WriteSql, deed: Deed): void {
  refreshPeople(sql, deed.people);
}
