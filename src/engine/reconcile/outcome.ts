/** From the matcher's pairs to the rows of a run: links by person and membership, states by entry. */
import type { MembershipState } from '../../domain/enrolment.ts';
import { enrolmentOf } from '../../domain/enrolment.ts';
import { type LinkageResult, linkClass, type PairTable } from '../../linkage/types.ts';
import type { NewLink, NewState } from '../../store/links.ts';
import type { LinkClass } from '../../store/schema/matching-schema.ts';
import { type LoadedSides, stateBit } from './load-sides.ts';

const classNames: Readonly<Record<number, LinkClass>> = {
  [linkClass.nik]: 'nik',
  [linkClass.kpj]: 'kpj',
  [linkClass.strong]: 'strong',
  [linkClass.review]: 'review',
  [linkClass.conflict]: 'conflict',
};

/** Where each row of the roster's side stands after the run. */
export interface Standing {
  /** Bits of `stateBit` of all linked memberships. */
  readonly states: Uint8Array;
  /** 1 where a candidate waits for review. */
  readonly waiting: Uint8Array;
  /** First linked membership's row, −1 for none. */
  readonly membership: Int32Array;
  readonly class: (LinkClass | 'duplicate' | null)[];
}

/** Rows of each duplicate group of more than one row, by the group's lowest row. */
export function groupMembers(groups: Int32Array): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  for (const [row, root] of groups.entries()) {
    if (row === root) continue;
    const group = members.get(root) ?? [root];
    members.set(root, group);
    group.push(row);
  }
  return members;
}

/**
 * Links to be stored: each accepted pair with every membership of the same group (a person holds a set of
 * them), then the queue: pairs nearest to even odds first, conflicts after, heavier first among equals.
 */
export function listLinks(
  sides: LoadedSides,
  result: LinkageResult,
  decided: ReadonlySet<string>,
): NewLink[] {
  const groups = result.duplicates.right;
  const members = groupMembers(groups);
  const links: NewLink[] = [];
  const { links: accepted, candidates } = result;
  for (let at = 0; at < accepted.size; at += 1) {
    const right = accepted.rightRow[at] ?? 0;
    const all = members.get(groups[right] ?? right) ?? [right];
    for (const row of all) links.push(newLink(sides, accepted, at, row, decided));
  }
  const queue = [...candidates.class.keys()].sort((a, b) => queueOrder(candidates, a, b));
  for (const at of queue) {
    links.push(newLink(sides, candidates, at, candidates.rightRow[at] ?? 0, decided));
  }
  return links;
}

function newLink(
  sides: LoadedSides,
  pairs: PairTable,
  at: number,
  rightRow: number,
  decided: ReadonlySet<string>,
): NewLink {
  const leftRow = pairs.leftRow[at] ?? 0;
  const byOfficer = decided.has(`${leftRow}/${pairs.rightRow[at]}`);
  return {
    personId: sides.personIds[leftRow] ?? 0,
    membershipId: sides.membershipIds[rightRow] ?? 0,
    class: byOfficer ? 'decided' : (classNames[pairs.class[at] ?? 0] ?? 'review'),
    probability: Math.min(1, Math.max(0, pairs.probability[at] ?? 0)),
    weight: pairs.weight[at] ?? 0,
    evidence: pairs.evidence[at] ?? 0,
  };
}

function queueOrder(pairs: PairTable, a: number, b: number): number {
  const conflict = (at: number) => (pairs.class[at] === linkClass.conflict ? 1 : 0);
  const doubt = (at: number) => Math.abs((pairs.probability[at] ?? 0) - 0.5);
  return conflict(a) - conflict(b) || doubt(a) - doubt(b) || a - b;
}

/** Duplicates in a roster stand where the one of them stands that was linked. */
export function standings(sides: LoadedSides, result: LinkageResult): Standing {
  const rows = sides.personIds.length;
  const standing: Standing = {
    states: new Uint8Array(rows),
    waiting: new Uint8Array(rows),
    membership: new Int32Array(rows).fill(-1),
    class: new Array<LinkClass | null>(rows).fill(null),
  };
  const rightMembers = groupMembers(result.duplicates.right);
  const leftMembers = groupMembers(result.duplicates.left);
  const leftGroups = result.duplicates.left;
  const { links, candidates } = result;
  for (let at = 0; at < links.size; at += 1) {
    const left = links.leftRow[at] ?? 0;
    const right = links.rightRow[at] ?? 0;
    const group = rightMembers.get(result.duplicates.right[right] ?? right) ?? [right];
    const states = group.reduce((bits, row) => bits | (sides.membershipStates[row] ?? 0), 0);
    const name = classNames[links.class[at] ?? 0] ?? null;
    for (const row of leftMembers.get(leftGroups[left] ?? left) ?? [left]) {
      settle(standing, row, { right, states, class: row === left ? name : 'duplicate' });
    }
  }
  for (let at = 0; at < candidates.size; at += 1) {
    const left = candidates.leftRow[at] ?? 0;
    for (const row of leftMembers.get(leftGroups[left] ?? left) ?? [left])
      standing.waiting[row] = 1;
  }
  return standing;
}

interface Linked {
  readonly right: number;
  readonly states: number;
  readonly class: LinkClass | 'duplicate' | null;
}

/** A row's own link outranks what it has from its duplicate. */
function settle(standing: Standing, row: number, linked: Linked): void {
  standing.states[row] = (standing.states[row] ?? 0) | linked.states;
  const own = linked.class !== 'duplicate';
  if (!own && standing.class[row] !== null) return;
  standing.membership[row] = linked.right;
  standing.class[row] = linked.class;
}

/** The state of every entry, in the order the entries are given. */
export function* listStates(
  sides: LoadedSides,
  standing: Standing,
  entries: Iterable<readonly [entryId: number, personId: number]>,
): Generator<NewState> {
  const largest = sides.personIds.reduce((max, id) => Math.max(max, id), 0);
  const rowOfPerson = new Int32Array(largest + 1).fill(-1);
  for (const [row, id] of sides.personIds.entries()) rowOfPerson[id] = row;
  for (const [entryId, personId] of entries) {
    const row = rowOfPerson[personId] ?? -1;
    const right = standing.membership[row] ?? -1;
    yield {
      entryId,
      enrolment: enrolmentOf(statesOf(standing.states[row] ?? 0), standing.waiting[row] === 1),
      linkClass: standing.class[row] ?? null,
      membershipId: right < 0 ? null : (sides.membershipIds[right] ?? null),
    };
  }
}

function statesOf(bits: number): MembershipState[] {
  return (['aktif', 'grace', 'nonaktif'] as const).filter(
    (state) => (bits & stateBit[state]) !== 0,
  );
}
