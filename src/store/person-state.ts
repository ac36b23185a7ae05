/** What a decision changes at once: the state of one person's entries, by the rules a run uses. */
import { enrolmentOf, membershipState } from '../domain/enrolment.ts';
import type { LinkClass } from './schema/matching-schema.ts';
import type { WriteSql } from './store.ts';

export function markPair(
  sql: WriteSql,
  linkId: number,
  decision: 'open' | 'same' | 'different',
): void {
  sql.run(
    'UPDATE link SET decision = ? WHERE id = ?',
    decision === 'open' ? null : decision,
    linkId,
  );
}

interface PersonLink {
  readonly class: LinkClass;
  readonly decision: 'same' | 'different' | null;
  readonly membershipId: number;
  readonly joinedOn: string | null;
  readonly endedOn: string | null;
  readonly graceUntil: string | null;
  readonly asOf: string;
}

const accepted: readonly LinkClass[] = ['nik', 'kpj', 'strong', 'decided'];

/** Recomputes where a person stands from their links and the decisions on them. */
export function refreshPersonState(sql: WriteSql, personId: number): void {
  const links = sql.all<PersonLink>(
    `SELECT l.class, l.decision, l.membership_id AS membershipId, m.joined_on AS joinedOn, m.ended_on AS endedOn,
       m.grace_until AS graceUntil, r.as_of AS asOf
     FROM link l JOIN membership m ON m.id = l.membership_id JOIN reconcile_run r ON r.id = l.run_id
     WHERE l.person_id = ? ORDER BY l.probability DESC, l.id`,
    personId,
  );
  const held = links.filter((link) => link.decision === 'same' || accepted.includes(link.class));
  const waiting = links.some((link) => link.decision === null && !accepted.includes(link.class));
  const states = held.map((link) => membershipState(link, link.asOf));
  const best = held[0];
  sql.run(
    `UPDATE entry_state SET enrolment = ?, link_class = ?, membership_id = ?
     WHERE entry_id IN (SELECT id FROM roster_entry WHERE person_id = ?)`,
    enrolmentOf(states, waiting),
    best === undefined ? null : best.decision === 'same' ? 'decided' : best.class,
    best?.membershipId ?? null,
    personId,
  );
}
