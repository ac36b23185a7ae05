/** The use case behind `padan match LEFT.csv RIGHT.csv --out PAIRS.csv`: two files in, one file of pairs out. */
import { stat } from 'node:fs/promises';
import { shareSides } from '../../linkage/side-builder.ts';
import type { LinkageProgress, LinkageResult, Thresholds } from '../../linkage/types.ts';
import type { TaskContext } from '../worker/task.ts';
import { startAssistant } from './assistant.ts';
import { stopIfAborted } from './file-chunks.ts';
import { type People, readPeople } from './read-people.ts';
import { peopleOf, type ReadInput } from './read-task.ts';
import { runSteps } from './run-steps.ts';
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
  /** Second threads; the pairs are the same without. */
  readonly helper?: TaskContext['helper'];
  /** Bytes of both files from which they are used, where it is not to be the usual. */
  readonly helpFrom?: number;
}

export interface MatchSummary extends MatchCounts {
  /** Thresholds and model in use, for the record. */
  readonly model: LinkageResult['model'];
}

/** Bytes of both files together from which a second thread pays for its start. */
const enoughForTwo = 6_000_000;

type Helper = NonNullable<TaskContext['helper']>;

/** The helper where the files are large enough; a file that is not there is the reader's to tell. */
async function helperFor(input: MatchFilesInput): Promise<Helper | undefined> {
  const { helper, helpFrom = enoughForTwo } = input;
  if (helper === undefined) return undefined;
  const sizes = await Promise.all(
    [input.left, input.right].map(async (path) => {
      const found = await stat(path).catch(() => undefined);
      return found?.size ?? 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) >= helpFrom ? helper : undefined;
}

async function readOneByOne(input: MatchFilesInput): Promise<[left: People, right: People]> {
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
  return [left, right];
}

/** Both files at once, the right one in a thread of its own. An error of the left file is told first. */
async function readSideBySide(
  input: MatchFilesInput,
  helper: Helper,
): Promise<[left: People, right: People]> {
  const { signal, onProgress } = input;
  const order: ReadInput = { path: input.right };
  const reading = helper('match.read', order, []).then(
    (output) => ({ output }),
    (error: unknown) => ({ error }),
  );
  const left = await readPeople(input.left, {
    signal,
    onProgress: (done) => onProgress?.({ stage: 'read-left', done }),
  });
  onProgress?.({ stage: 'read-right', done: 0 });
  const read = await reading;
  stopIfAborted(signal);
  if ('error' in read) throw read.error;
  const right = peopleOf(read.output);
  const [leftSide, rightSide] = shareSides(left.side, right.side);
  return [
    { ...left, side: leftSide },
    { ...right, side: rightSide },
  ];
}

async function reconcilePeople(
  left: People,
  right: People,
  input: MatchFilesInput,
  helper: Helper | undefined,
): Promise<LinkageResult> {
  using second = helper === undefined ? undefined : startAssistant(helper);
  const { thresholds, signal } = input;
  const options = {
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(signal === undefined ? {} : { signal }),
    assistant: second?.assistant,
  };
  return await runSteps(left.side, right.side, options, input.onProgress);
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
  const helper = await helperFor(input);
  const [left, right] = await (helper === undefined
    ? readOneByOne(input)
    : readSideBySide(input, helper));
  const result = await reconcilePeople(left, right, input, helper);
  stopIfAborted(signal);
  onProgress?.({ stage: 'write', done: 0 });
  const counts = await writePairs(input.out, left, right, result);
  onProgress?.({ stage: 'write', done: 1 });
  return { ...counts, model: result.model };
}
