/** Stages one file after the other in a thread of its own, so that one that hangs can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../src/domain/app-error.ts';
import type { ImportKind } from '../../../src/domain/segments.ts';
import { removeBatch } from '../../../src/engine/import/remove-batch.ts';
import { stageInto } from '../../../src/engine/import/stage-task.ts';
import type { TaskContext } from '../../../src/engine/worker/task.ts';
import { openStoreInWorker } from '../../../src/store/open-store.ts';

export interface FuzzCase {
  readonly path: string;
  readonly kind: ImportKind;
}

/** `staged`, the code of a typed error, or `untyped: …`; with the thread's memory after it. */
export interface FuzzAnswer {
  readonly outcome: string;
  readonly rss: number;
}

const { access, resourcesDir } = workerData as {
  access: { path: string; passphrase: string };
  resourcesDir: string;
};

// Opened once: the key of an encrypted store costs more than most of these files.
const store = openStoreInWorker(access);
const task: TaskContext = {
  access,
  resourcesDir,
  now: () => new Date('2026-11-22T03:00:00Z'),
  signal: new AbortController().signal,
  progress: () => undefined,
};

/** The whole staging task: read, understood, checked, planned, written; then removed again. */
async function outcomeOf({ path, kind }: FuzzCase): Promise<string> {
  try {
    const { batchId } = await stageInto(store, { path, kind }, task);
    await removeBatch(store, batchId);
    return 'staged';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    return `untyped: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

parentPort?.on('message', async (one: FuzzCase) => {
  const outcome = await outcomeOf(one);
  const answer: FuzzAnswer = { outcome, rss: process.memoryUsage.rss() };
  parentPort?.postMessage(answer);
});
