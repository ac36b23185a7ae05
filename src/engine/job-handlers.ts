import type { Handlers } from './handler.ts';

export const jobHandlers: Handlers<'job.cancel'> = {
  /** Cancelling a job that has just ended is no mistake. */
  'job.cancel'({ jobId }, { engine }) {
    engine.jobs.cancel(jobId);
    return { ok: true };
  },
};
