/** The kinds of work two threads can share, and how a share of each is done. Plain data: it goes to a thread as it is. */
import type { PairList } from '../assign/pair-list.ts';
import { type CountWork, countShare, type FillWork, fillShare } from '../block/block-index.ts';
import { newPass, type Pass, type WeighWork, weighShare } from '../block/weigh-rows.ts';
import type { Frequencies } from '../features/frequencies.ts';
import type { Prepared } from '../features/prepared.ts';
import { noPoll, type Poll } from '../poll.ts';
import { createScorer, type Scorer } from '../score/scorer.ts';
import type { Weights } from '../score/weights.ts';

/** Weighs pairs that are already known; bits and evidence are written beside them. */
export interface NumberWork {
  readonly kind: 'numbers';
  readonly shares: number;
  /** Pairs, and how many of them a share has. Columns in shared memory. */
  readonly pairs: Pick<PairList, 'size' | 'left' | 'right' | 'bits' | 'evidence'>;
  readonly each: number;
}

export type Work = NumberWork | CountWork | FillWork | WeighWork;

/** Pairs found, and pairs weighed for them; no pairs where the share wrote into the work's own columns. */
export interface ShareResult {
  readonly weighed: number;
  readonly pairs: PairList | null;
}

/** What one thread works with. */
export interface Desk {
  readonly left: Prepared;
  readonly right: Prepared;
  readonly frequencies: Frequencies;
  readonly weights: Weights;
  readonly scorer: Scorer;
  /** Asked in the middle of long shares; throws when the run is to end. */
  readonly poll: Poll;
  pass: Pass | null;
}

/** A thread's own desk. */
export function newDesk(
  given: Pick<Desk, 'left' | 'right' | 'frequencies' | 'weights'>,
  poll: Poll = noPoll,
): Desk {
  const { left, right, frequencies, weights } = given;
  const scorer = createScorer(left, right, frequencies, weights);
  return { left, right, frequencies, weights, scorer, poll, pass: null };
}

/** To be called once before the first share of a work. */
export function openWork(desk: Desk, work: Work): void {
  desk.pass = work.kind === 'weigh' ? newPass(desk, work) : null;
}

function weighNumbers(scorer: Scorer, { pairs, each }: NumberWork, share: number): void {
  const end = Math.min(pairs.size, (share + 1) * each);
  for (let i = share * each; i < end; i++) {
    scorer.weigh(pairs.left[i]!, pairs.right[i]!);
    pairs.bits[i] = scorer.score.bits;
    pairs.evidence[i] = scorer.score.evidence;
  }
}

const nothing: ShareResult = { weighed: 0, pairs: null };

/** Does one share. */
export function doShare(desk: Desk, work: Work, share: number): ShareResult {
  switch (work.kind) {
    case 'numbers':
      weighNumbers(desk.scorer, work, share);
      return nothing;
    case 'count':
      countShare(desk, work, share);
      return nothing;
    case 'fill':
      fillShare(desk, work, share);
      return nothing;
    default:
      return desk.pass === null ? nothing : weighShare(desk.pass, share);
  }
}
