/** First stage: pairs with an equal NIK or KPJ, each weighed, heaviest taken first. */

import { allRows } from '../block/key-index.ts';
import { dateLevel, nameLevel, unpackEvidence } from '../features/levels.ts';
import type { Prepared } from '../features/prepared.ts';
import { type Assistant, doShares } from '../share/assistant.ts';
import type { Desk } from '../share/work.ts';
import type { Claims } from './claims.ts';
import { addLink, classOfLink, type LinkList } from './link-list.ts';
import { orderPairs } from './order-pairs.ts';
import { filterPairs, type PairList } from './pair-list.ts';

/** Pairs of one share of the weighing. */
const pairsPerShare = 8192;

/** Bits, prior included, from which an equal number links without more ado. */
const enough = 10;

export interface NumberStage {
  readonly pairs: PairList;
  readonly left: Prepared;
  readonly right: Prepared;
  readonly desk: Desk;
  readonly assistant: Assistant | undefined;
  /** log2 of the prior odds. */
  readonly prior: number;
  readonly claims: Claims;
  readonly links: LinkList;
  readonly isBarred: (l: number, r: number) => boolean;
}

/**
 * True where nothing asks for a second look: names agree, and birth dates agree, nearly agree or are unknown
 * (or names agree wholly). The rest competes with all other candidates: a relative's NIK is common.
 */
export function isClean(evidence: number): boolean {
  const { name, date } = unpackEvidence(evidence);
  if (name >= nameLevel.partial) return false;
  return date <= dateLevel.defaulted || (name >= nameLevel.exact && name <= nameLevel.spacing);
}

const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);

/** Takes pair i if nothing asks for a second look and both rows are free. */
function takeIfClean(stage: NumberStage, i: number): void {
  const { pairs, claims } = stage;
  const weight = pairs.bits[i]! + stage.prior;
  const evidence = pairs.evidence[i]!;
  const l = pairs.left[i]!;
  const r = pairs.right[i]!;
  if (weight < enough || !isClean(evidence) || !claims.isFree(l, r)) return;
  claims.claim(l, r);
  addLink(stage.links, l, r, probabilityOf(weight), weight, evidence, classOfLink(evidence));
}

/** Places of pairs of which a row's duplicate group stands in another pair too; the rest need no order. */
function contestedPairs({ pairs, left, right }: NumberStage): Int32Array {
  const timesLeft = new Uint8Array(left.side.rows);
  const timesRight = new Uint8Array(right.side.rows);
  for (let i = 0; i < pairs.size; i++) {
    const l = left.group[pairs.left[i]!]!;
    const r = right.group[pairs.right[i]!]!;
    timesLeft[l] = Math.min(2, timesLeft[l]! + 1);
    timesRight[r] = Math.min(2, timesRight[r]! + 1);
  }
  return allRows(pairs.size).filter(
    (i) =>
      timesLeft[left.group[pairs.left[i]!]!] === 2 ||
      timesRight[right.group[pairs.right[i]!]!] === 2,
  );
}

/** Weighs and takes; what is not taken stays in `pairs`. Yields the share done. */
export function* acceptByNumber(stage: NumberStage): Generator<number, void> {
  const { pairs, desk, assistant, claims, isBarred } = stage;
  yield 0;
  const isOpen = (i: number): boolean => claims.isFree(pairs.left[i]!, pairs.right[i]!);
  filterPairs(pairs, (i) => isOpen(i) && !isBarred(pairs.left[i]!, pairs.right[i]!));
  const shares = Math.ceil(pairs.size / pairsPerShare);
  yield* doShares(desk, assistant, { kind: 'numbers', shares, pairs, each: pairsPerShare });
  const contested = contestedPairs(stage);
  const isContested = new Uint8Array(pairs.size);
  for (const i of contested) isContested[i] = 1;
  for (let i = 0; i < pairs.size; i++) if (isContested[i] === 0) takeIfClean(stage, i);
  const { left, right } = stage;
  for (const i of orderPairs(
    contested,
    pairs.bits,
    pairs.left,
    pairs.right,
    left.side,
    right.side,
  )) {
    takeIfClean(stage, i);
  }
  filterPairs(pairs, isOpen);
}
