/** Stages one file after the other in a thread of its own, so that one that hangs can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../src/domain/app-error.ts';
import type { ImportKind } from '../../../src/domain/segments.ts';
import { createColumnTally } from '../../../src/engine/import/column-profile.ts';
import { openForKind } from '../../../src/engine/import/open-file.ts';
import { readSheet } from '../../../src/engine/import/read-sheet.ts';
import { removeBatch } from '../../../src/engine/import/remove-batch.ts';
import { dayOf, stageTask } from '../../../src/engine/import/stage-task.ts';
import { openStoreInWorker } from '../../../src/store/open-store.ts';

export interface FuzzCase {
  readonly path: string;
  readonly kind: ImportKind;
  /** Through the whole staging task with its store; else only as far as reading and understanding goes. */
  readonly whole: boolean;
}

/** `staged` or `read`, the code of a typed error, or `untyped: …`; with the thread's memory after it. */
export interface FuzzAnswer {
  readonly outcome: string;
  readonly rss: number;
}

const { access, resourcesDir } = workerData as {
  access: { path: string; passphrase: string };
  resourcesDir: string;
};

/** Finds heads and columns, tells people from totals, decides on the columns: the first half of staging. */
async function understand({ path, kind }: FuzzCase): Promise<void> {
  const { signal } = new AbortController();
  const { source, layouts } = await openForKind({ path, kind }, signal);
  for (const layout of layouts) {
    const asOf = dayOf(new Date('2026-11-22T03:00:00Z'));
    const tally = createColumnTally({ at: layout.at, asOf, date1904: source.facts.date1904 });
    const nothing = () => undefined;
    await readSheet(source, layout, { data: tally.see, aside: nothing, batch: nothing }, signal);
    tally.profile();
  }
}

async function outcomeOf(one: FuzzCase): Promise<string> {
  const { path, kind } = one;
  try {
    if (!one.whole) {
      await understand(one);
      return 'read';
    }
    const { batchId } = await stageTask(
      { path, kind },
      {
        access,
        resourcesDir,
        now: () => new Date('2026-11-22T03:00:00Z'),
        signal: new AbortController().signal,
        progress: () => undefined,
      },
    );
    using store = openStoreInWorker(access);
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
