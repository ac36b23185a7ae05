/** What the page knows of the engine besides answers: is it there, and which jobs run. */
import type { JobProgress } from '../../contract/messages.ts';

export interface ClientState {
  /** `gone`: another engine is being started; `lost`: it could not be. */
  readonly connection: 'connecting' | 'ready' | 'gone' | 'lost';
  /** How often a lost engine was replaced since the page was loaded. */
  readonly restarts: number;
  readonly jobs: readonly JobProgress[];
}

/** A snapshot that React can subscribe to. */
export interface StateCell {
  get(): ClientState;
  set(change: Partial<ClientState>): void;
  setJob(job: JobProgress): void;
  endJob(jobId: string): void;
  subscribe(listener: () => void): () => void;
}

/** A fresh cell: connecting, no jobs. */
export function createStateCell(): StateCell {
  const listeners = new Set<() => void>();
  let state: ClientState = { connection: 'connecting', restarts: 0, jobs: [] };

  function set(change: Partial<ClientState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  return {
    get: () => state,
    set,
    setJob(job) {
      const known = state.jobs.some((one) => one.jobId === job.jobId);
      set({
        jobs: known
          ? state.jobs.map((one) => (one.jobId === job.jobId ? job : one))
          : [...state.jobs, job],
      });
    },
    endJob(jobId) {
      if (!state.jobs.some((one) => one.jobId === jobId)) return;
      set({ jobs: state.jobs.filter((one) => one.jobId !== jobId) });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
