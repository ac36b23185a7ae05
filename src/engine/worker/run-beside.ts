/** Runs a task in a second thread for a task that is already in one; cancel reaches both. */
import { type Transferable, Worker } from 'node:worker_threads';
import { AppError, type AppErrorData } from '../../domain/app-error.ts';
import { stopState, type TaskMessage, type TaskStart } from './protocol.ts';
import type { StoreAccess, TaskContext } from './task.ts';

/** Gives the task's output; throws its AppError. The thread ends with the one that started it. */
export function runBeside(start: TaskStart, transfer: readonly Transferable[]): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const worker = new Worker(new URL(start.workerUrl), {
    workerData: start,
    transferList: [...transfer],
  });
  worker.on('message', (message: TaskMessage) => {
    if (message.t === 'done') resolve(message.output);
    else if (message.t === 'failed') reject(asError(message.error, message.detail));
  });
  worker.on('error', (error) => reject(asError(null, String(error))));
  worker.on('exit', (code) => reject(asError(null, `worker ended (${code})`)));
  return promise;
}

export interface Helpers extends Disposable {
  readonly helper: NonNullable<TaskContext['helper']>;
}

/**
 * Threads for work that is no job of its own: the command line's. They open the store they are given `access` to, if
 * any. Disposing tells them to stop.
 */
export function openHelpers(workerUrl: URL, access: StoreAccess | null = null): Helpers {
  const stop = new SharedArrayBuffer(4);
  const common = {
    workerUrl: workerUrl.href,
    access,
    resourcesDir: '',
    fixedNow: null,
    stop,
  };
  return {
    helper: (name, input, transfer) => runBeside({ ...common, name, input }, transfer),
    [Symbol.dispose]: () => void Atomics.store(new Int32Array(stop), 0, stopState.asked),
  };
}

/** The error a task ended with, typed again on this side. */
export function asError(error: AppErrorData | null, detail: string): Error {
  if (error === null) return new Error(detail);
  return new AppError(error.code, {
    ...(error.at === undefined ? {} : { at: error.at }),
    params: error.params,
  });
}
