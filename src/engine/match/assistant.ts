/** A second thread that weighs along with the matcher: the matcher's `Assistant`, over a port and shared memory. */
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { Assistant, DoneShare, Offer } from '../../linkage/share/assistant.ts';
import type { Work } from '../../linkage/share/work.ts';
import type { TaskContext } from '../worker/task.ts';
import type { AssistInput, AssistOrder } from './assist-task.ts';

type Helper = NonNullable<TaskContext['helper']>;

/** Longest wait for the other thread's next share, in milliseconds. */
const patience = 20;

/** More than any work has shares: nothing is left to take. */
const noneLeft = 1 << 30;

export interface SecondThread extends Disposable {
  readonly assistant: Assistant;
}

/** Starts the thread; it is of help from when it has loaded, and ends when disposed of. */
export function startAssistant(helper: Helper): SecondThread {
  const { port1: mine, port2: theirs } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  let failure: unknown;
  const input: AssistInput = { port: theirs, signal };
  helper('match.assist', input, [theirs]).catch((error: unknown) => {
    failure = error;
  });
  const tell = (order: AssistOrder): void => mine.postMessage(order);
  let seen = 0;
  let last: Int32Array | undefined;

  function collect(): DoneShare[] {
    if (failure !== undefined) throw failure;
    seen = Atomics.load(signal, 0);
    const done: DoneShare[] = [];
    for (let next = receiveMessageOnPort(mine); next; next = receiveMessageOnPort(mine)) {
      // What `assist-task.ts` posts, and nothing else.
      done.push(next.message as DoneShare);
    }
    return done;
  }

  function offer(work: Work): Offer {
    const counter = new Int32Array(new SharedArrayBuffer(4));
    last = counter;
    tell({ t: 'work', work, counter });
    return {
      take() {
        const share = Atomics.add(counter, 0, 1);
        return share < work.shares ? share : -1;
      },
      collect,
      wait: () => void Atomics.wait(signal, 0, seen, patience),
      close: () => void Atomics.store(counter, 0, noneLeft),
    };
  }

  const leave = (): void => {
    if (last !== undefined) Atomics.store(last, 0, noneLeft);
    mine.close();
  };

  return {
    assistant: {
      sit: ({ left, right, frequencies, weights }) =>
        tell({ t: 'sit', desk: { left, right, frequencies, weights } }),
      offer,
      leave,
    },
    [Symbol.dispose]: leave,
  };
}
