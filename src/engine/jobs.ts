/** Long work: who runs, how far it is, how it is stopped. Progress is sent at most ten times a second. */
import type { JobProgress } from '../contract/messages.ts';
import { AppError } from '../domain/app-error.ts';

const minimumGapMs = 100;

export interface JobHandle {
  readonly signal: AbortSignal;
  readonly progress: (stage: string, done: number, total: number | null) => void;
}

export interface Jobs {
  /** Runs `work` as job `id`; its progress goes to `report` and to every listener. */
  readonly run: <Result>(
    id: string,
    route: string,
    work: (handle: JobHandle) => Promise<Result>,
  ) => Promise<Result>;
  /** Asks a job to stop; false when there is none of that id. */
  readonly cancel: (id: string) => boolean;
  /** Stops every job, or every other than the one with the given signal, and waits for their ends. */
  readonly cancelAll: (except?: AbortSignal) => Promise<void>;
  readonly running: () => readonly JobProgress[];
  readonly onProgress: (listener: (job: JobProgress) => void) => () => void;
  readonly onEnded: (listener: (jobId: string) => void) => () => void;
}

interface RunningJob {
  readonly abort: AbortController;
  readonly ended: Promise<unknown>;
  last: JobProgress;
  sentAt: number;
}

export function createJobs(now: () => Date): Jobs {
  const jobs = new Map<string, RunningJob>();
  const progressListeners = new Set<(job: JobProgress) => void>();
  const endListeners = new Set<(jobId: string) => void>();

  const report = (job: RunningJob, stage: string, done: number, total: number | null) => {
    const at = now().getTime();
    const sameStage = stage === job.last.stage;
    job.last = { ...job.last, stage, done, total };
    if (sameStage && at - job.sentAt < minimumGapMs && done !== total) return;
    job.sentAt = at;
    for (const listener of progressListeners) listener(job.last);
  };

  const run: Jobs['run'] = async (id, route, work) => {
    if (jobs.has(id)) throw new AppError('bridge.bad-request', { params: { reason: 'job-id' } });
    const abort = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const last = {
      jobId: id,
      route,
      stage: 'start',
      done: 0,
      total: null,
      startedAt: now().toISOString(),
    };
    const job: RunningJob = { abort, ended, last, sentAt: 0 };
    jobs.set(id, job);
    report(job, 'start', 0, null);
    try {
      // Work that ended well stands, also when a cancel came too late to stop it: saying otherwise of a
      // committed change would be untrue.
      return await work({
        signal: abort.signal,
        progress: (stage, done, total) => report(job, stage, done, total),
      });
    } catch (error) {
      if (abort.signal.aborted) throw new AppError('job.cancelled', { cause: error });
      throw error;
    } finally {
      jobs.delete(id);
      end();
      for (const listener of endListeners) listener(id);
    }
  };

  return {
    run,
    cancel(id) {
      const job = jobs.get(id);
      job?.abort.abort();
      return job !== undefined;
    },
    async cancelAll(except) {
      const others = [...jobs.values()].filter(({ abort }) => abort.signal !== except);
      for (const { abort } of others) abort.abort();
      await untilAborted(except, Promise.all(others.map(({ ended }) => ended)));
    },
    running: () => [...jobs.values()].map((job) => job.last),
    onProgress(listener) {
      progressListeners.add(listener);
      return () => progressListeners.delete(listener);
    },
    onEnded(listener) {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
  };
}

/** Two jobs that stop each other must not wait for each other: the one stopped gives up its wait. */
async function untilAborted(signal: AbortSignal | undefined, wait: Promise<unknown>) {
  if (signal === undefined) {
    await wait;
    return;
  }
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new AppError('job.cancelled'));
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await Promise.race([wait, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
