/** Getting rid of batches that never became a plan, and of the rows of plans that were dropped. */
import { randomUUID } from 'node:crypto';
import { deleteBatch, deleteSomeStaged, unfinishedBatches } from '../../store/import/batches.ts';
import type { WriteStore } from '../../store/store.ts';

/** Names the maker of a batch: this process, and which of its attempts. */
export function newMaker(): string {
  return `${process.pid}:${randomUUID()}`;
}

/** Deletes a batch's staged rows, some at a time so that others get their turn to write. */
export function removeStagedRows(store: WriteStore, batchId: number): void {
  let more = true;
  while (more) more = store.transact([], (sql) => deleteSomeStaged(sql, batchId));
}

/** Deletes a batch that never became a plan. */
export function removeBatch(store: WriteStore, batchId: number): void {
  removeStagedRows(store, batchId);
  store.transact([], (sql) => deleteBatch(sql, batchId));
}

/** Deletes what an earlier process left half made when it was ended. */
export function dropUnfinished(store: WriteStore): void {
  for (const id of unfinishedBatches(store, String(process.pid))) removeBatch(store, id);
}
