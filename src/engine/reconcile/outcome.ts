/** From the matcher's pairs to the rows of a run: links by person and membership, states by entry. */
import type { MembershipState } from '../../domain/enrolment.ts';
import { enrolmentOf } from '../../domain/enrolment.ts';
import type { Enrolment } from '../../domain/segments.ts';
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
export function* listLinks(
  sides: LoadedSides,
  result: LinkageResult,
  decided: ReadonlySet<string>,
): Generator<NewLink> {
  const groups = result.duplicates.right;
  const members = groupMembers(groups);
  const { links: accepted, candidates } = result;
  for (let at = 0; at < accepted.size; at += 1) {
    const right = accepted.rightRow[at] ?? 0;
    const all = members.get(groups[right] ?? right) ?? [right];
    for (const row of all) yield newLink(sides, accepted, at, row, decided);
  }
  const queue = [...candidates.class.keys()].sort((a, b) => queueOrder(candidates, a, b));
  for (const at of queue) {
    yield newLink(sides, candidates, at, candidates.rightRow[at] ?? 0, decided);
  }
}

/** Memberships that accepted pairs and candidates make links of; people by class of their links. */
export function countLinks(
  result: LinkageResult,
  decided: ReadonlySet<string>,
): { readonly links: number; readonly people: Readonly<Record<string, number>> } {
  const people: Record<string, number> = {};
  const sizes = new Map<number, number>();
  for (const [row, root] of result.duplicates.right.entries()) {
    if (row !== root) sizes.set(root, (sizes.get(root) ?? 1) + 1);
  }
  const seen = new Set<string>();
  let links = 0;
  const count = (pairs: PairTable, at: number, isAccepted: boolean): void => {
    const right = pairs.rightRow[at] ?? 0;
    const group = result.duplicates.right[right] ?? right;
    links += isAccepted ? (sizes.get(group) ?? 1) : 1;
    const name = classOfPair(pairs, at, decided);
    if (!isAccepted) {
      const key = `${name}${pairs.leftRow[at]}`;
      if (seen.has(key)) return;
      seen.add(key);
    }
    people[name] = (people[name] ?? 0) + 1;
  };
  for (let at = 0; at < result.links.size; at += 1) count(result.links, at, true);
  for (let at = 0; at < result.candidates.size; at += 1) count(result.candidates, at, false);
  return { links, people };
}

function classOfPair(pairs: PairTable, at: number, decided: ReadonlySet<string>): LinkClass {
  if (decided.size > 0 && decided.has(`${pairs.leftRow[at]}/${pairs.rightRow[at]}`))
    return 'decided';
  return classNames[pairs.class[at] ?? 0] ?? 'review';
}

function newLink(
  sides: LoadedSides,
  pairs: PairTable,
  at: number,
  rightRow: number,
  decided: ReadonlySet<string>,
): NewLink {
  const leftRow = pairs.leftRow[at] ?? 0;
  return {
    personId: sides.personIds[leftRow] ?? 0,
    membershipId: sides.membershipIds[rightRow] ?? 0,
    class: classOfPair(pairs, at, decided),
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
    const group = rightMembers.get(result.duplicates.right[right] ?? right);
    const states =
      group === undefined
        ? (sides.membershipStates[right] ?? 0)
        : group.reduce((bits, row) => bits | (sides.membershipStates[row] ?? 0), 0);
    const name = classNames[links.class[at] ?? 0] ?? null;
    settle(standing, left, { right, states, class: name });
    for (const row of leftMembers.get(leftGroups[left] ?? left) ?? []) {
      if (row !== left) settle(standing, row, { right, states, class: 'duplicate' });
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

/** The state of every entry, in the order in which they were loaded. */
export function* listStates(sides: LoadedSides, standing: Standing): Generator<NewState> {
  const { entryIds, entryRows, membershipIds } = sides;
  for (const [at, entryId] of entryIds.entries()) {
    const row = entryRows[at] ?? -1;
    const right = standing.membership[row] ?? -1;
    yield {
      entryId,
      enrolment: enrolmentByBits(standing.states[row] ?? 0, standing.waiting[row] === 1),
      linkClass: standing.class[row] ?? null,
      membershipId: right < 0 ? null : (membershipIds[right] ?? null),
    };
  }
}

/** `enrolmentOf` for each of the few sets of states, looked up a million times. */
const enrolments = new Map<number, Enrolment>();

function enrolmentByBits(bits: number, isWaiting: boolean): Enrolment {
  const key = bits * 2 + (isWaiting ? 1 : 0);
  const known = enrolments.get(key);
  if (known !== undefined) return known;
  const enrolment = enrolmentOf(statesOf(bits), isWaiting);
  enrolments.set(key, enrolment);
  return enrolment;
}

function statesOf(bits: number): MembershipState[] {
  return (['aktif', 'grace', 'nonaktif'] as const).filter(
    (state) => (bits & stateBit[state]) !== 0,
  );
}
