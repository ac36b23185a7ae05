/** Runs a task in its own thread for a job: progress out, cancel in, typed errors back. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import type { CallContext } from '../context.ts';
import { stopState, type TaskMessage, type TaskStart } from './protocol.ts';
import { asError } from './run-beside.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

/**
 * A task that does not notice it was asked to stop is ended; its transaction rolls back. Long, because a thread ended
 * inside the database's own code can take the process with it: one statement on a slow disk is waited for.
 */
const patienceMs = 8_000;

export interface RunTaskOptions {
  /** False for tasks that touch no store. */
  readonly store?: boolean;
}

/** Throws the task's AppError, or `job.cancelled` when the call's signal stopped it. */
export function runTask<N extends TaskName>(
  call: CallContext,
  name: N,
  input: TaskInput<N>,
  options: RunTaskOptions = {},
): Promise<TaskOutput<N>> {
  const { engine, signal } = call;
  const stop = new SharedArrayBuffer(4);
  const state = new Int32Array(stop);
  const start: TaskStart = {
    name,
    input,
    workerUrl: engine.workerUrl.href,
    access: options.store === false ? null : engine.session.access(),
    resourcesDir: engine.resourcesDir,
    fixedNow: engine.fixedClock === true ? engine.now().toISOString() : null,
    stop,
  };
  const { promise, resolve, reject } = Promise.withResolvers<TaskOutput<N>>();
  const worker = new Worker(engine.workerUrl, { workerData: start });
  let timer: NodeJS.Timeout | undefined;

  const cancel = () => {
    const was = Atomics.compareExchange(state, 0, stopState.running, stopState.asked);
    if (was === stopState.settled) return;
    timer = setTimeout(() => void worker.terminate(), patienceMs);
  };
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });

  worker.on('message', (message: TaskMessage) => {
    if (message.t === 'progress') call.progress(message.stage, message.done, message.total);
    else if (message.t === 'done') resolve(message.output as TaskOutput<N>);
    else reject(asError(message.error, message.detail));
  });
  worker.on('error', (error) => reject(asError(null, String(error))));
  worker.on('exit', (code) => {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    reject(
      Atomics.load(state, 0) === stopState.asked
        ? new AppError('job.cancelled')
        : asError(null, `worker ended (${code})`),
    );
  });
  return promise;
}
