/** What a handler is given: the open store, the clock, the worker, the way to report progress. */
import type { ChangedArea } from '../contract/messages.ts';
import type { Jobs } from './jobs.ts';
import type { LogLine } from './log.ts';
import type { Session } from './session.ts';

/** What a shell gives the engine. */
export interface EngineConfig {
  /** Folder with tariffs, accounts, fonts and templates. */
  readonly resourcesDir: string;
  /** The module that worker threads run. */
  readonly workerUrl: URL;
  /** Where the engine keeps its own small files (recent stores, the sample); null keeps none. */
  readonly dataDir: string | null;
  readonly now: () => Date;
  /** Set when `now` always gives the same instant (tests, the demo), so that workers keep to it. */
  readonly fixedClock?: boolean;
  readonly log: (line: LogLine) => void;
  /** Turns an opaque FileId into a path the user chose; rejects an id it did not hand out. */
  readonly resolveFile: (id: string) => Promise<string>;
  /** Gives a path the engine itself made or remembers an id the page may use. */
  readonly grantFile: (path: string) => string;
}

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
