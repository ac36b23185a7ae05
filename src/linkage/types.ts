/** What goes into and comes out of a reconciliation. */
import type { Learnt, PartOfRows } from './run.ts';
import type { Calibration } from './score/refit.ts';
import type { Assistant } from './share/assistant.ts';

/** Why two rows are linked, or why a person should look at them. */
export const linkClass = {
  /** Equal NIK, and the rest does not contradict. */
  nik: 1,
  /** Equal KPJ, and the rest does not contradict. */
  kpj: 2,
  /** No equal number, but the evidence reaches the accepting threshold. */
  strong: 3,
  /** Possible; for a person to decide. */
  review: 4,
  /** Equal NIK or KPJ, but name and birth date both contradict. */
  conflict: 5,
} as const;

/** Pairs as columns; entry i of each array belongs together. */
export interface PairTable {
  readonly size: number;
  readonly leftRow: Int32Array;
  readonly rightRow: Int32Array;
  /** Calibrated chance that both rows are one person, 0…1. */
  readonly probability: Float32Array;
  /** Bits of evidence with the prior: log2 of the odds before rivals are counted. */
  readonly weight: Float32Array;
  /** Packed levels; read with `unpackEvidence`. */
  readonly evidence: Int32Array;
  /** Values of {@link linkClass}. */
  readonly class: Uint8Array;
}

export interface Thresholds {
  /** Probability from which a pair is linked without a person's look. */
  readonly accept: number;
  /** Probability from which a pair is shown for review. */
  readonly review: number;
}

/**
 * Accepting from 0.95 keeps wrong links well below one in two thousand on the reference sets, and leaves a namesake
 * of the same birth date with another NIK to a person.
 */
export const defaultThresholds: Thresholds = { accept: 0.95, review: 0.1 };

export interface LinkageProgress {
  readonly stage: 'prepare' | 'numbers' | 'candidates' | 'second-pass' | 'assign';
  /** Share of the stage done, 0…1. */
  readonly done: number;
}

export interface ReconcileOptions {
  readonly thresholds?: Partial<Thresholds>;
  /** Pairs `[leftRow, rightRow]` an officer has confirmed: linked first, whatever their weight. */
  readonly mustLink?: readonly (readonly [number, number])[];
  /** Pairs an officer has rejected: never linked or shown again. */
  readonly cannotLink?: readonly (readonly [number, number])[];
  /** Further rows of the same people as in `cannotLink`: never linked either, but nothing is learnt from them. */
  readonly barredTwins?: readonly (readonly [number, number])[];
  /** Leaves out rows that stand as an earlier run left them. */
  readonly part?: PartOfRows;
  readonly onProgress?: (progress: LinkageProgress) => void;
  /** Asked between batches; an `AbortSignal` fits, and so does a flag in shared memory. */
  readonly signal?: { readonly aborted: boolean };
  /** A second thread that weighs along; the links are the same without one. For {@link reconcileSteps} only. */
  readonly assistant?: Assistant | undefined;
}

export interface LinkageResult {
  /** Accepted links, at most one a row on either side, in the order of the left rows. */
  readonly links: PairTable;
  /** Review candidates and conflicts of rows without a link, best first, at most five a left row. */
  readonly candidates: PairTable;
  /**
   * Other candidates of the rows in `candidates`, at most five a row, and free pairs a lower threshold would
   * show; best first, never among the links or the candidates.
   */
  readonly rivals: PairTable;
  /** Bits of each of `waterfallFields` for each candidate and each rival, side by side; they add up to the weight. */
  readonly waterfalls: { readonly candidates: Float32Array; readonly rivals: Float32Array };
  /** Lowest row of each row's duplicate group; a row that stands alone is its own. */
  readonly duplicates: { readonly left: Int32Array; readonly right: Int32Array };
  /** For the record of a run: what the probabilities were made with. */
  readonly model: {
    readonly version: string;
    /** log2 of the prior odds that an open pair is a match. */
    readonly prior: number;
    /** The same by stratum, and what it was taken for before any pair was weighed: for a run over a part of the rows. */
    readonly priors: readonly number[];
    readonly guess: number;
    readonly learnt: Learnt;
    readonly pairsWeighed: number;
    /** What officers' decisions made of the probabilities. */
    readonly calibration: Calibration;
  };
}
