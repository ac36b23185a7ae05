/** The other end of {@link startAssistant}: takes shares of the matcher's work until the port is closed. */
import type { MessagePort } from 'node:worker_threads';
import { type Desk, doShare, newDesk, openWork, type Work } from '../../linkage/share/work.ts';
import type { Task } from '../worker/task.ts';

export interface AssistInput {
  readonly port: MessagePort;
  /** Raised by one with every share done. */
  readonly signal: Int32Array;
}

export type AssistOrder =
  | { readonly t: 'sit'; readonly desk: Pick<Desk, 'left' | 'right' | 'frequencies' | 'weights'> }
  | {
      readonly t: 'work';
      readonly work: Work;
      /** The next share to take. */
      readonly counter: Int32Array;
    };

function buffersOf(columns: readonly ArrayBufferView[]): ArrayBuffer[] {
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

function takeShares(desk: Desk, work: Work, counter: Int32Array, input: AssistInput): void {
  let isOpen = false;
  for (;;) {
    const share = Atomics.add(counter, 0, 1);
    if (share >= work.shares) break;
    if (!isOpen) openWork(desk, work);
    isOpen = true;
    const result = doShare(desk, work, share);
    const { pairs } = result;
    const columns = pairs === null ? [] : [pairs.left, pairs.right, pairs.bits, pairs.evidence];
    input.port.postMessage([share, result], buffersOf(columns));
    Atomics.add(input.signal, 0, 1);
    Atomics.notify(input.signal, 0);
  }
  desk.pass = null;
}

export const assistTask: Task<AssistInput, null> = (input) => {
  const { promise, resolve, reject } = Promise.withResolvers<null>();
  let desk: Desk | undefined;
  input.port.on('message', (order: AssistOrder) => {
    try {
      if (order.t === 'sit') desk = newDesk(order.desk);
      else if (desk !== undefined) takeShares(desk, order.work, order.counter, input);
    } catch (error) {
      reject(error);
      input.port.close();
    }
  });
  input.port.on('close', () => resolve(null));
  return promise;
};
