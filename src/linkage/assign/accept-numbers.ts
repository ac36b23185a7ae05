/** First stage: pairs with an equal NIK or KPJ, each weighed, heaviest taken first. */

import { allRows } from '../block/key-index.ts';
import { dateLevel, nameLevel, unpackEvidence } from '../features/levels.ts';
import type { Prepared } from '../features/prepared.ts';
import type { Scorer } from '../score/scorer.ts';
import type { Claims } from './claims.ts';
import { addLink, classOfLink, type LinkList } from './link-list.ts';
import { orderPairs } from './order-pairs.ts';
import { filterPairs, type PairList } from './pair-list.ts';

/** Bits, prior included, from which an equal number links without more ado. */
const enough = 10;

export interface NumberStage {
  readonly pairs: PairList;
  readonly left: Prepared;
  readonly right: Prepared;
  readonly scorer: Scorer;
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
function isClean(evidence: number): boolean {
  const { name, date } = unpackEvidence(evidence);
  if (name >= nameLevel.partial) return false;
  return date <= dateLevel.defaulted || (name >= nameLevel.exact && name <= nameLevel.spacing);
}

const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);

/** Weighs and takes; what is not taken stays in `pairs`. Yields the share done. */
export function* acceptByNumber(stage: NumberStage): Generator<number, void> {
  const { pairs, scorer, claims, links, isBarred } = stage;
  filterPairs(pairs, (i) => claims.isFree(pairs.left[i]!, pairs.right[i]!));
  for (let i = 0; i < pairs.size; i++) {
    if ((i & 8191) === 8191) yield i / pairs.size;
    scorer.weigh(pairs.left[i]!, pairs.right[i]!);
    pairs.bits[i] = scorer.score.bits;
    pairs.evidence[i] = scorer.score.evidence;
  }
  filterPairs(pairs, (i) => !isBarred(pairs.left[i]!, pairs.right[i]!));
  const order = orderPairs(
    allRows(pairs.size),
    pairs.bits,
    pairs.left,
    pairs.right,
    stage.left.side,
    stage.right.side,
  );
  yield 1;
  for (const i of order) {
    const weight = pairs.bits[i]! + stage.prior;
    if (weight < enough) break;
    const evidence = pairs.evidence[i]!;
    if (!isClean(evidence)) continue;
    const l = pairs.left[i]!;
    const r = pairs.right[i]!;
    if (!claims.isFree(l, r)) continue;
    claims.claim(l, r);
    addLink(links, l, r, probabilityOf(weight), weight, evidence, classOfLink(evidence));
  }
  filterPairs(pairs, (i) => claims.isFree(pairs.left[i]!, pairs.right[i]!));
}
