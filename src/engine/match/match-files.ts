/** The use case behind `padan match LEFT.csv RIGHT.csv --out PAIRS.csv`: two files in, one file of pairs out. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { reconcileSteps } from '../../linkage/reconcile.ts';
import type { LinkageProgress, LinkageResult, Thresholds } from '../../linkage/types.ts';
import { stopIfAborted } from './file-chunks.ts';
import { type People, readPeople } from './read-people.ts';
import { type MatchCounts, writePairs } from './write-pairs.ts';

export interface MatchProgress {
  readonly stage: 'read-left' | 'read-right' | LinkageProgress['stage'] | 'write';
  /** Share of the stage done, 0…1. */
  readonly done: number;
}

export interface MatchFilesInput {
  readonly left: string;
  readonly right: string;
  readonly out: string;
  readonly thresholds?: Partial<Thresholds>;
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: MatchProgress) => void;
}

export interface MatchSummary extends MatchCounts {
  /** Thresholds and model in use, for the record. */
  readonly model: LinkageResult['model'];
}

/** Longest stretch of work between two looks at the signal, in milliseconds. */
const turn = 40;

async function reconcilePeople(
  left: People,
  right: People,
  input: MatchFilesInput,
): Promise<LinkageResult> {
  const steps = reconcileSteps(left.side, right.side, {
    ...(input.thresholds === undefined ? {} : { thresholds: input.thresholds }),
  });
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < turn) continue;
    input.onProgress?.(step.value);
    await nextTurn();
    stopIfAborted(input.signal);
    since = performance.now();
  }
}

/**
 * Matches two CSV files with the columns `id,nik,kpj,name,birth_date,sex,village,wage` (any but `id` may be
 * empty or absent) and writes `left_id,right_id,decision,probability,why`:
 * `match` rows are one-to-one; `review` rows are the best candidates below the accepting threshold, also
 * one-to-one; a row without a partner is a `non-match` with the other id empty, for both files.
 * The output is written whole or not at all. Errors: `file.*`, `import.no-header`,
 * `import.missing-columns`, `input.invalid`, `reconcile.nothing-to-match`, `job.cancelled`.
 */
export async function runMatch(input: MatchFilesInput): Promise<MatchSummary> {
  const { signal, onProgress } = input;
  const left = await readPeople(input.left, {
    signal,
    onProgress: (done) => onProgress?.({ stage: 'read-left', done }),
  });
  const right = await readPeople(input.right, {
    signal,
    shareWith: left.side,
    onProgress: (done) => onProgress?.({ stage: 'read-right', done }),
  });
  const result = await reconcilePeople(left, right, input);
  stopIfAborted(signal);
  onProgress?.({ stage: 'write', done: 0 });
  const counts = await writePairs(input.out, left, right, result);
  onProgress?.({ stage: 'write', done: 1 });
  return { ...counts, model: result.model };
}
