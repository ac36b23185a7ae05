/** What a handler is given: the open store, the clock, the worker, the way to report progress. */
import type { ChangedArea } from '../contract/messages.ts';
import type { EngineConfig } from './create-engine.ts';
import type { Jobs } from './jobs.ts';
import type { Session } from './session.ts';

export interface EngineContext extends EngineConfig {
  readonly samplesDir: string;
  readonly jobs: Jobs;
  readonly session: Session;
}

/** Passed to each call of a handler. */
export interface CallContext {
  readonly engine: EngineContext;
  /** Aborted when the job is cancelled or the engine ends. */
  readonly signal: AbortSignal;
  /** Reports progress of a job; ignored for queries and commands. */
  readonly progress: (stage: string, done: number, total: number | null) => void;
  /** Tells every page that an area has changed. */
  readonly changed: (...areas: readonly ChangedArea[]) => void;
}
