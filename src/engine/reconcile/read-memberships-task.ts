/** Reads the memberships for a run in a thread of its own, while the run's own thread reads the people. */
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import { membershipReader, type RowBlock } from '../../store/matching-rows.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { needAccess, type Task } from '../worker/task.ts';

export interface ReadMembershipsInput {
  /** Receives each block in its order, and null after the last. */
  readonly port: MessagePort;
}

export const readMembershipsTask: Task<ReadMembershipsInput, null> = async ({ port }, task) => {
  // Read from the first to the last, once: pages need not be kept.
  using store = openStoreReader(needAccess(task), { cacheMb: 8 });
  const next = membershipReader(store);
  for (let block = next(0); block !== undefined; block = next(block.lastId)) {
    if (task.isStopped?.() === true) throw new AppError('job.cancelled');
    send(port, block);
  }
  port.postMessage(null);
  return null;
};

function send(port: MessagePort, { bytes, lastId }: RowBlock): void {
  // A copy of its own can be handed over whole; what the database gave may be part of something larger.
  const own = bytes === null ? null : new Uint8Array(bytes);
  port.postMessage({ bytes: own, lastId } satisfies RowBlock, own === null ? [] : [own.buffer]);
}
