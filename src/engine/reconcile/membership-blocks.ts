/** Blocks of memberships for `loadSides`: read when they are asked for, or beforehand by a second thread. */
import { MessageChannel } from 'node:worker_threads';
import { membershipReader, type RowBlock } from '../../store/matching-rows.ts';
import type { ReadStore } from '../../store/store.ts';
import type { TaskContext } from '../worker/task.ts';
import type { ReadMembershipsInput } from './read-memberships-task.ts';

/** Memberships from which reading them beside the people pays for a thread's start. */
const enoughForTwo = 100_000;

export interface MembershipBlocks extends Disposable {
  readonly blocks: AsyncIterable<RowBlock>;
}

/** Begins to read at once where a second thread pays. Whatever it meets is thrown by the iteration. */
export function membershipBlocks(
  store: ReadStore,
  memberships: number,
  helper: TaskContext['helper'],
): MembershipBlocks {
  return helper === undefined || memberships < enoughForTwo
    ? { blocks: blocksOf(store), [Symbol.dispose]: () => undefined }
    : blocksAhead(helper);
}

async function* blocksOf(store: ReadStore): AsyncGenerator<RowBlock> {
  const next = membershipReader(store);
  for (let block = next(0); block !== undefined; block = next(block.lastId)) yield block;
}

/** As a second thread reads them; those not yet taken wait in memory (about 100 bytes a membership). */
export function blocksAhead(helper: NonNullable<TaskContext['helper']>): MembershipBlocks {
  const { port1: mine, port2: theirs } = new MessageChannel();
  const waiting: (RowBlock | null)[] = [];
  let failure: unknown;
  let changed = Promise.withResolvers<void>();
  const tell = () => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  mine.on('message', (block: RowBlock | null) => {
    waiting.push(block);
    tell();
  });
  const input: ReadMembershipsInput = { port: theirs };
  helper('reconcile.readMemberships', input, [theirs]).catch((error: unknown) => {
    failure = error;
    tell();
  });
  async function* blocks(): AsyncGenerator<RowBlock> {
    for (;;) {
      const block = waiting.shift();
      if (block === null) return;
      if (block !== undefined) yield block;
      else if (failure !== undefined) throw failure;
      else await changed.promise;
    }
  }
  return { blocks: blocks(), [Symbol.dispose]: () => mine.close() };
}
