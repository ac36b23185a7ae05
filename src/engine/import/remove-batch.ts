/** Getting rid of batches that never became a plan, and of the rows of plans that were dropped. */
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { deleteBatch, deleteSomeStaged, unfinishedBatches } from '../../store/import/batches.ts';
import type { WriteStore } from '../../store/store.ts';

/** Names the maker of a batch: this process, and which of its attempts. */
export function newMaker(): string {
  return `${process.pid}:${randomUUID()}`;
}

/** Deletes a batch's staged rows, some at a time: others write and the thread answers in between. */
export async function removeStagedRows(store: WriteStore, batchId: number): Promise<void> {
  while (store.transact([], (sql) => deleteSomeStaged(sql, batchId))) await turn();
}

/** Deletes a batch that never became a plan. */
export async function removeBatch(store: WriteStore, batchId: number): Promise<void> {
  await removeStagedRows(store, batchId);
  store.transact([], (sql) => deleteBatch(sql, batchId));
}

/** Deletes what an earlier process left half made when it was ended. */
export async function dropUnfinished(store: WriteStore): Promise<void> {
  for (const id of unfinishedBatches(store, String(process.pid))) await removeBatch(store, id);
}
