/** What the stages of a run share, and what a run over a part of the rows is given. */
import type { PairList } from './assign/pair-list.ts';
import type { Prepared } from './features/prepared.ts';
import type { Poll } from './poll.ts';
import type { MatchChances } from './score/model.ts';
import type { Scorer } from './score/scorer.ts';
import type { Assistant } from './share/assistant.ts';
import type { Desk } from './share/work.ts';

/** Bits below even odds at which a candidate is forgotten. */
export const keepMargin = 8;
/** Bits at which a row's best candidate spares it the second pass. */
export const settledBits = 6;

/** How much looking a pass may do: comparisons and index buckets for each open row. */
export const effort = {
  main: { comparisonsPerRow: 60, bucketsPerRow: 6 },
  second: { comparisonsPerRow: 20, bucketsPerRow: 24 },
} as const;

/** Priors in bits: over all open pairs, and by stratum. */
export interface Priors {
  readonly overall: number;
  readonly priors: Float64Array;
}

/** A mark for each row of both sides. */
export interface Marks {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
}

/** Chances of each level among matches, learnt from sure pairs. */
export interface Learnt {
  readonly chances: MatchChances;
  /** Whether enough pairs have shown what wages say. */
  readonly usesWage: boolean;
}

/** What a run's stages share. */
export interface Run {
  readonly left: Prepared;
  readonly right: Prepared;
  readonly desk: Desk;
  readonly scorer: Scorer;
  readonly assistant: Assistant | undefined;
  readonly isBarred: (l: number, r: number) => boolean;
  readonly poll: Poll;
}

/** A run before its first link. */
export interface PreparedRun extends Run {
  readonly nikPairs: PairList;
  readonly kpjPairs: PairList;
  readonly learnt: Learnt;
}

/** Some of the rows, to be matched by the model of a run over all of them. See `narrow.ts`. */
export interface PartOfRows {
  readonly learnt: Learnt;
  readonly priors: Priors;
  readonly guess: number;
  /** Told once all rows are prepared; gives 1 for each row that the run is to match. */
  readonly narrow: (run: PreparedRun) => Marks;
}
