/** Entry of a worker thread: runs one task and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import { stopState, type TaskMessage, type TaskStart } from './protocol.ts';
import { runBeside } from './run-beside.ts';
import type { Task, TaskContext } from './task.ts';
import { type TaskName, tasks } from './tasks.ts';

const gapMs = 50;

async function main(start: TaskStart, send: (message: TaskMessage) => void): Promise<void> {
  const stop = new Int32Array(start.stop);
  const abort = new AbortController();
  const { fixedNow } = start;
  let sentAt = 0;
  let lastStage = '';
  const context: TaskContext = {
    access: start.access,
    resourcesDir: start.resourcesDir,
    now: () => (fixedNow === null ? new Date() : new Date(fixedNow)),
    signal: abort.signal,
    early: (output) => send({ t: 'done', output }),
    helper: (name, input, transfer) => runBeside({ ...start, name, input }, transfer),
    isStopped: () => Atomics.load(stop, 0) === stopState.asked,
    settle() {
      const was = Atomics.compareExchange(stop, 0, stopState.running, stopState.settled);
      if (was === stopState.asked) throw new AppError('job.cancelled');
    },
    progress(stage, done, total) {
      if (Atomics.load(stop, 0) === stopState.asked) abort.abort();
      const at = performance.now();
      if (stage === lastStage && at - sentAt < gapMs) return;
      lastStage = stage;
      sentAt = at;
      send({ t: 'progress', stage, done, total });
    },
  };
  try {
    if (!Object.hasOwn(tasks, start.name)) throw new Error(`unknown task ${start.name}`);
    // The table pairs each name with its own input; the caller's `runTask` checked it.
    const task = tasks[start.name as TaskName] as Task<unknown, unknown>;
    send({ t: 'done', output: await task(start.input, context) });
  } catch (error) {
    send({
      t: 'failed',
      error: error instanceof AppError ? error.toData() : null,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

if (parentPort !== null) {
  const port = parentPort;
  await main(workerData as TaskStart, (message) => port.postMessage(message));
}
