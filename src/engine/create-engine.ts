/** The engine: every use case behind the contract's one table of routes. Plain Node, no window. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteName } from '../contract/routes.ts';
import type { EngineContext } from './context.ts';
import { handlers } from './handlers.ts';
import { createJobs } from './jobs.ts';
import type { LogLine } from './log.ts';
import { createSession } from './session.ts';

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

export interface Engine extends AsyncDisposable {
  readonly context: EngineContext;
  readonly handlers: typeof handlers;
  readonly routeNames: readonly RouteName[];
}

/** Makes an engine with no store open. Dispose it to end its jobs and close the store. */
export function createEngine(config: EngineConfig): Engine {
  const jobs = createJobs(config.now);
  const session = createSession();
  const context: EngineContext = {
    ...config,
    samplesDir: join(config.dataDir ?? tmpdir(), 'contoh'),
    jobs,
    session,
  };
  return {
    context,
    handlers,
    routeNames: Object.keys(handlers) as RouteName[],
    async [Symbol.asyncDispose]() {
      await jobs.cancelAll();
      session.close();
    },
  };
}
