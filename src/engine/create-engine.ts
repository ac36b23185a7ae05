/** The engine: every use case behind the contract's one table of routes. Plain Node, no window. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteName } from '../contract/routes.ts';
import type { EngineConfig, EngineContext } from './context.ts';
import { handlers } from './handlers.ts';
import { createJobs } from './jobs.ts';
import { createSession } from './session.ts';

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
