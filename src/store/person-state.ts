/** What a decision changes at once: the state of one person's entries, by the rules a run uses. */
import { enrolmentOf, type MembershipState, membershipState } from '../domain/enrolment.ts';
import { payerKey } from './payer-key.ts';
import type { LinkClass } from './schema/matching-schema.ts';
import type { ReadSql, WriteSql } from './store.ts';

const accepted: readonly LinkClass[] = ['nik', 'kpj', 'strong', 'decided'];

export type Decision = 'open' | 'same' | 'different';

/** Notes the decision on the pair. Taking back one that the run already followed puts the pair in the queue again. */
export function markPair(sql: WriteSql, linkId: number, decision: Decision): void {
  const link = sql.get<{ personId: number; membershipId: number; class: LinkClass }>(
    'SELECT person_id AS personId, membership_id AS membershipId, class FROM link WHERE id = ?',
    linkId,
  );
  if (link === undefined) return;
  if (link.class === 'decided' && decision !== 'same') {
    // The rest of the set came with the decision and goes with it; the next run finds it again.
    const set = membershipSet(sql, [link.membershipId]).map(({ id }) => id);
    sql.run(
      `DELETE FROM link WHERE person_id = ? AND class = 'decided' AND id <> ?
         AND membership_id IN (SELECT value FROM json_each(?))`,
      link.personId,
      linkId,
      JSON.stringify(set),
    );
    sql.run(`UPDATE link SET class = 'review' WHERE id = ?`, linkId);
  }
  sql.run(
    'UPDATE link SET decision = ? WHERE id = ?',
    decision === 'open' ? null : decision,
    linkId,
  );
}

interface SetMember {
  readonly id: number;
  readonly joinedOn: string | null;
  readonly endedOn: string | null;
  readonly graceUntil: string | null;
}

/**
 * Memberships with all others of the same person: one NIK or card under one name stands on several rows, one a
 * programme, card or month. A list of a month that a later one replaced has ended.
 */
function membershipSet(sql: ReadSql, ids: readonly number[]): SetMember[] {
  if (ids.length === 0) return [];
  return sql.all<SetMember>(
    `WITH own AS (SELECT id, nik, kpj, upper(name) AS name FROM membership WHERE id IN (SELECT value FROM json_each(?))),
       members AS (
         SELECT id FROM own
         UNION SELECT m.id FROM own o JOIN membership m ON m.nik = o.nik WHERE upper(m.name) = o.name
         UNION SELECT m.id FROM own o JOIN membership m ON m.kpj = o.kpj WHERE upper(m.name) = o.name)
     SELECT m.id, m.joined_on AS joinedOn, coalesce(m.ended_on, r.ended_on) AS endedOn, m.grace_until AS graceUntil
     FROM members s JOIN membership m ON m.id = s.id JOIN bpjs_export x ON x.id = m.export_id AND x.active = 1
     LEFT JOIN export_reach r ON r.export_id = m.export_id AND r.payer = ${payerKey('m')}`,
    JSON.stringify(ids),
  );
}

interface PersonLink {
  readonly class: LinkClass;
  readonly decision: 'same' | 'different' | null;
  readonly membershipId: number;
}

interface Standing {
  readonly states: readonly MembershipState[];
  readonly waiting: boolean;
  readonly class: string | null;
  readonly membershipId: number | null;
}

const isHeld = ({ class: name, decision }: PersonLink): boolean =>
  decision === 'same' || (decision === null && accepted.includes(name));

function ownStanding(sql: ReadSql, personId: number, asOf: string): Standing {
  const links = sql.all<PersonLink>(
    `SELECT class, decision, membership_id AS membershipId FROM link WHERE person_id = ?
     ORDER BY probability DESC, id`,
    personId,
  );
  const held = links.filter(isHeld);
  const best = held[0];
  const set = membershipSet(
    sql,
    held.map(({ membershipId }) => membershipId),
  );
  return {
    states: set.map((member) => membershipState(member, asOf)),
    waiting: links.some((link) => link.decision === null && !accepted.includes(link.class)),
    class: best === undefined ? null : best.decision === 'same' ? 'decided' : best.class,
    membershipId: best?.membershipId ?? null,
  };
}

/**
 * Recomputes where a person stands from their links and the decisions on them, by the rule of a run: rows of one
 * worker stand where any of them is linked. Who was found to be the same as this person follows.
 */
export function refreshPersonState(sql: WriteSql, personId: number): void {
  const asOf = sql.pluck<string>('SELECT as_of FROM reconcile_run ORDER BY id DESC LIMIT 1')[0];
  if (asOf === undefined) return;
  const members = rowsOfWorker(sql, personId).map((id) => ({
    id,
    own: ownStanding(sql, id, asOf),
  }));
  const states = [...new Set(members.flatMap(({ own }) => own.states))];
  const waiting = members.some(({ own }) => own.waiting);
  const linked = members.find(({ own }) => own.class !== null)?.own;
  for (const { id, own } of members) {
    const inherits = own.class === null && linked !== undefined;
    sql.run(
      `UPDATE entry_state SET enrolment = ?, link_class = ?, membership_id = ?
       WHERE entry_id IN (SELECT id FROM roster_entry WHERE person_id = ?)`,
      enrolmentOf(states, waiting),
      inherits ? 'duplicate' : own.class,
      inherits ? linked.membershipId : own.membershipId,
      id,
    );
  }
}

/** A person and all whom the run took for the same worker. */
function rowsOfWorker(sql: ReadSql, personId: number): number[] {
  const owner =
    sql.pluck<number>('SELECT owner_id FROM duplicate_of WHERE person_id = ?', personId)[0] ??
    personId;
  return [
    owner,
    ...sql.pluck<number>(
      'SELECT person_id FROM duplicate_of WHERE owner_id = ? ORDER BY person_id',
      owner,
    ),
  ];
}

/** Keeps, after a run, who is written more than once; decisions then know whom else they touch. */
export function noteDuplicates(
  sql: WriteSql,
  duplicates: Iterable<readonly [personId: number, ownerId: number]>,
): void {
  sql.run('DELETE FROM duplicate_of');
  const insert = sql.prepare('INSERT INTO duplicate_of (person_id, owner_id) VALUES (?, ?)');
  for (const [personId, ownerId] of duplicates) insert(personId, ownerId);
}
