/** Takes links and review candidates from the weighed pairs of the open rows. */
import { evidenceFlag, kpjLevel, nikLevel, unpackEvidence } from '../features/levels.ts';
import type { Posterior } from '../score/posterior.ts';
import type { Side } from '../side.ts';
import { linkClass, type Thresholds } from '../types.ts';
import { isClean } from './accept-numbers.ts';
import type { Claims } from './claims.ts';
import { addLink, classOfLink, type LinkList, newLinkList } from './link-list.ts';
import { orderPairs } from './order-pairs.ts';
import type { PairList } from './pair-list.ts';

/** Rivals kept for a left row. */
const rivals = 5;

/** Never linked without a person's look. */
const needsLook = evidenceFlag.contradiction | evidenceFlag.lookOnly;

/** An equal number under another name and birth date is more often a relative's than a slip: only near certainty links. */
const nearCertain = 0.95;

function isDoubtfulNumber(evidence: number, probability: number): boolean {
  if (probability >= nearCertain || isClean(evidence)) return false;
  const found = classOfLink(evidence);
  return found === linkClass.nik || found === linkClass.kpj;
}

/** Positions whose probability lies in [low, high). */
function between(posterior: Posterior, low: number, high: number): Int32Array {
  const { probability } = posterior;
  const out: number[] = [];
  for (let i = 0; i < probability.length; i++) {
    if (probability[i]! >= low && probability[i]! < high) out.push(i);
  }
  return Int32Array.from(out);
}

/** Links every free pair at or above the accepting threshold, heaviest first. */
export function linkOpenPairs(
  pairs: PairList,
  posterior: Posterior,
  thresholds: Thresholds,
  left: Side,
  right: Side,
  claims: Claims,
  links: LinkList,
): void {
  const selected = between(posterior, thresholds.accept, 2);
  for (const i of orderPairs(selected, posterior.weight, pairs.left, pairs.right, left, right)) {
    const l = pairs.left[i]!;
    const r = pairs.right[i]!;
    const evidence = pairs.evidence[i]!;
    if ((evidence & needsLook) !== 0 || !claims.isFree(l, r)) continue;
    if (isDoubtfulNumber(evidence, posterior.probability[i]!)) continue;
    claims.claim(l, r);
    addLink(
      links,
      l,
      r,
      posterior.probability[i]!,
      posterior.weight[i]!,
      evidence,
      classOfLink(evidence),
    );
  }
}

/** An equal number that nothing else bears out: whose it is, only a person can say. */
function isUnsupportedNumber(evidence: number, probability: number, review: number): boolean {
  if (probability >= review) return false;
  const { nik, kpj } = unpackEvidence(evidence);
  return nik === nikLevel.exact || kpj === kpjLevel.exact;
}

/**
 * Candidates between the two thresholds and equal numbers below them, whose rows are both still free, and conflicts of
 * rows not both linked; best first, at most five a left row.
 */
export function collectReview(
  pairs: PairList,
  posterior: Posterior,
  thresholds: Thresholds,
  left: Side,
  right: Side,
  claims: Claims,
): LinkList {
  const selected: number[] = [];
  for (let i = 0; i < pairs.size; i++) {
    const isConflict = (pairs.evidence[i]! & evidenceFlag.contradiction) !== 0;
    const l = pairs.left[i]!;
    const r = pairs.right[i]!;
    if (isConflict ? !claims.isLeftFree(l) && !claims.isRightFree(r) : !claims.isFree(l, r))
      continue;
    const isShown =
      isConflict ||
      posterior.probability[i]! >= thresholds.review ||
      isUnsupportedNumber(pairs.evidence[i]!, posterior.probability[i]!, thresholds.review);
    if (isShown) selected.push(i);
  }
  const order = orderPairs(
    Int32Array.from(selected),
    posterior.probability,
    pairs.left,
    pairs.right,
    left,
    right,
  );
  const list = newLinkList(order.length);
  const held = new Map<number, number>();
  for (const i of order) {
    const l = pairs.left[i]!;
    const n = held.get(l) ?? 0;
    if (n === rivals) continue;
    held.set(l, n + 1);
    const isConflict =
      (pairs.evidence[i]! & evidenceFlag.contradiction) !== 0 ||
      isUnsupportedNumber(pairs.evidence[i]!, posterior.probability[i]!, thresholds.review);
    addLink(
      list,
      l,
      pairs.right[i]!,
      posterior.probability[i]!,
      posterior.weight[i]!,
      pairs.evidence[i]! | (n > 0 ? evidenceFlag.rival : 0),
      isConflict ? linkClass.conflict : linkClass.review,
    );
  }
  return list;
}
