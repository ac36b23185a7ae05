/**
 * Names people are called by, as the run itself shows them. Where an equal number and birth date vouch for a pair, a
 * one-word name that stands against another name altogether time and again (JO, UDIN, IPAH) is how a clerk calls
 * somebody, not what the register has. So another name speaks less against a pair that has such a name, and more
 * against all others. Counted by content over all sure pairs: neither row order nor side matters.
 */
import type { PairList } from '../assign/pair-list.ts';
import { nameLevel, unpackEvidence } from '../features/levels.ts';
import { callNameSteps, type Prepared, rowFlag, setCallName } from '../features/prepared.ts';
import { idKind } from '../normalise/number-id.ts';
import { noPoll, type Poll, pollMask } from '../poll.ts';
import { type Side, wordCount } from '../side.ts';
import type { Scorer } from './scorer.ts';

/** Sure pairs under another name from which a name may be a call name. */
const leastOther = 3;
/** Sure pairs that every name is taken to have under its own name besides those counted. */
const priorPairs = 4;

const isOwnDate = (p: Prepared, row: number): boolean =>
  p.date[row] !== 0 && (p.flags[row]! & rowFlag.dateFromNik) === 0;

/** The name of a row that has one word only; 0 for any other row. */
const oneWordName = (side: Side, row: number): number =>
  wordCount(side, row) === 1 ? side.nameKey[row]! : 0;

function hasEqualNik(a: Side, l: number, b: Side, r: number): boolean {
  if (a.nikKind[l] === idKind.none || b.nikKind[r] === idKind.none) return false;
  return a.nikHi[l] === b.nikHi[r] && a.nikLo[l] === b.nikLo[r];
}

function isOtherName(left: Side, l: number, right: Side, r: number, scorer: Scorer): boolean {
  if (left.nameKey[l] === right.nameKey[r] || left.joinKey[l] === right.joinKey[r]) return false;
  scorer.weigh(l, r);
  return unpackEvidence(scorer.score.evidence).name === nameLevel.differs;
}

/** A sure pair: its rows, and their names where they have one word only. */
type Visit = (l: number, r: number, names: readonly [a: number, b: number]) => void;

/** Visits the pairs of which a row has a one-word name, for which number and own birth date vouch. */
function eachSurePair(
  left: Prepared,
  right: Prepared,
  pairs: PairList,
  isByNik: boolean,
  poll: Poll,
  visit: Visit,
): void {
  for (let i = 0; i < pairs.size; i++) {
    if ((i & pollMask) === 0) poll();
    const l = pairs.left[i]!;
    const r = pairs.right[i]!;
    const a = oneWordName(left.side, l);
    const b = oneWordName(right.side, r);
    if (a === 0 && b === 0) continue;
    if (left.date[l] !== right.date[r] || !isOwnDate(left, l) || !isOwnDate(right, r)) continue;
    if (isByNik || !hasEqualNik(left.side, l, right.side, r)) visit(l, r, [a, b]);
  }
}

/** Adds one to each name's count, where `counts` may grow or has the name. */
function countNames(counts: Map<number, number>, names: readonly number[], grows: boolean): void {
  for (const name of names) {
    const held = counts.get(name);
    if (name !== 0 && (grows || held !== undefined)) counts.set(name, (held ?? 0) + 1);
  }
}

/** Marks the rows of both sides whose name is a call name. */
export function learnCallNames(
  left: Prepared,
  right: Prepared,
  nikPairs: PairList,
  kpjPairs: PairList,
  scorer: Scorer,
  poll: Poll = noPoll,
): void {
  const visitAll = (visit: Visit): void => {
    eachSurePair(left, right, nikPairs, true, poll, visit);
    eachSurePair(left, right, kpjPairs, false, poll, visit);
  };
  const others = new Map<number, number>();
  visitAll((l, r, names) => {
    if (isOtherName(left.side, l, right.side, r, scorer)) countNames(others, names, true);
  });
  const often = [...others].filter(([, count]) => count >= leastOther);
  if (often.length === 0) return;
  const seen = new Map(often.map(([name]) => [name, 0]));
  visitAll((_l, _r, names) => countNames(seen, names, false));
  const steps = new Map<number, number>();
  for (const [name, count] of often) {
    const share = count / ((seen.get(name) ?? 0) + priorPairs);
    steps.set(name, Math.round(share * callNameSteps));
  }
  for (const p of [left, right]) {
    for (let row = 0; row < p.side.rows; row++) {
      const step = steps.get(oneWordName(p.side, row)) ?? 0;
      if (step > 0) setCallName(p, row, step);
    }
  }
}
