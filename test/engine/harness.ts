/** A real engine over a real store in a temporary folder, with a clock that stands still. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RouteIn, RouteName, RouteOut } from '../../src/contract/routes.ts';
import { AppError, type ErrorCode } from '../../src/domain/app-error.ts';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';
import type { LogLine } from '../../src/engine/log.ts';
import { call } from '../../src/engine/router.ts';
import { threadModule } from '../../src/engine/worker/thread-module.ts';

export const testNow = '2026-11-23T05:00:00.000Z';
export const testPassphrase = 'kata sandi uji';

export interface TestEngine extends AsyncDisposable {
  readonly dir: string;
  readonly engine: Engine;
  readonly log: LogLine[];
  readonly grant: (path: string) => string;
  readonly pathOf: (id: string) => string;
  /** Calls a route, checks its answer against the contract, throws its AppError. */
  readonly call: <N extends RouteName>(name: N, input: RouteIn<N>) => Promise<RouteOut<N>>;
  /** The code of the AppError a call ends with. */
  readonly codeOf: <N extends RouteName>(name: N, input: RouteIn<N>) => Promise<ErrorCode | 'ok'>;
  readonly newStore: (name?: string) => Promise<void>;
}

export function makeTestEngine(): TestEngine {
  const dir = mkdtempSync(join(tmpdir(), 'padan-engine-'));
  const paths = new Map<string, string>();
  const log: LogLine[] = [];
  const grant = (path: string): string => {
    const id = `test-${String(paths.size).padStart(6, '0')}`;
    paths.set(id, path);
    return id;
  };
  const pathOf = (id: string): string => {
    const path = paths.get(id);
    if (path === undefined) throw new AppError('not-found', { params: { what: 'file' } });
    return path;
  };
  mkdirSync(join(dir, 'data'));
  const engine = createEngine({
    resourcesDir: resolve('resources'),
    workerUrl: threadModule(),
    dataDir: join(dir, 'data'),
    now: () => new Date(testNow),
    fixedClock: true,
    log: (line) => log.push(line),
    resolveFile: async (id) => pathOf(id),
    grantFile: grant,
  });
  let calls = 0;
  const ask: TestEngine['call'] = (name, input) => {
    calls += 1;
    return call(engine, name, input, { id: `t-${calls}`, checkOutput: true });
  };
  return {
    dir,
    engine,
    log,
    grant,
    pathOf,
    call: ask,
    codeOf: async (name, input) => {
      try {
        await ask(name, input);
        return 'ok';
      } catch (error) {
        if (error instanceof AppError) return error.code;
        throw error;
      }
    },
    newStore: async (name = 'uji.padan') => {
      await ask('store.create', {
        file: grant(join(dir, name)),
        passphrase: testPassphrase,
        regencyCode: '33.29',
        fiscalYear: 2027,
      });
    },
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
