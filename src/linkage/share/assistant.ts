/**
 * A second pair of hands. Work is cut into shares; whoever is free takes the next one, and what comes out is put
 * together in the order of the shares, so that two threads give to the bit what one gives. The matcher knows no
 * threads: it is handed an assistant or works alone.
 */
import { type Desk, doShare, openWork, type ShareResult, type Work } from './work.ts';

/** A share's number and what it gave. */
export type DoneShare = readonly [share: number, result: ShareResult];

/** Work that two are at. */
export interface Offer {
  /** The next share nobody has begun; −1 when there is none. */
  readonly take: () => number;
  /** What the assistant has done since the last call. Throws what the assistant met. */
  readonly collect: () => readonly DoneShare[];
  /** Returns when the assistant has done something more, or after a moment. */
  readonly wait: () => void;
  /** Gives the rest up. */
  readonly close: () => void;
}

export interface Assistant {
  /** Tells what all work to come is about; its columns stand in shared memory. */
  readonly sit: (desk: Pick<Desk, 'left' | 'right' | 'frequencies' | 'weights'>) => void;
  readonly offer: (work: Work) => Offer;
  /** No work will come any more: the memory it was about may go. */
  readonly leave: () => void;
}

function* alone(desk: Desk, work: Work, put: (result: ShareResult) => void) {
  openWork(desk, work);
  for (let share = 0; share < work.shares; share++) {
    put(doShare(desk, work, share));
    yield (share + 1) / work.shares;
  }
}

/** Does all shares of the work and hands their results on in order. Yields how far it is. */
export function* doShares(
  desk: Desk,
  assistant: Assistant | undefined,
  work: Work,
  put: (result: ShareResult) => void = () => undefined,
): Generator<number, void> {
  if (assistant === undefined || work.shares < 2) {
    yield* alone(desk, work, put);
    return;
  }
  const offer = assistant.offer(work);
  const done = new Map<number, ShareResult>();
  let next = 0;
  const handOn = (): number => {
    for (const [share, result] of offer.collect()) done.set(share, result);
    for (let result = done.get(next); result !== undefined; result = done.get(next)) {
      put(result);
      done.delete(next++);
    }
    return next / work.shares;
  };
  try {
    openWork(desk, work);
    for (let share = offer.take(); share >= 0; share = offer.take()) {
      done.set(share, doShare(desk, work, share));
      yield handOn();
    }
    while (next < work.shares) {
      offer.wait();
      yield handOn();
    }
  } finally {
    offer.close();
  }
}
