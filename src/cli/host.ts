/** The engine as the command line hosts it: paths come from the user's own words, so an id is given each. */
import { resolve } from 'node:path';
import type { RouteIn, RouteName, RouteOut } from '../contract/routes.ts';
import { AppError } from '../domain/app-error.ts';
import { createEngine, type Engine } from '../engine/create-engine.ts';
import { call } from '../engine/router.ts';
import { resourcesDir } from './resources.ts';
import { workerUrl } from './worker-url.ts';

export interface Host extends AsyncDisposable {
  readonly engine: Engine;
  readonly call: <N extends RouteName>(name: N, input: RouteIn<N>) => Promise<RouteOut<N>>;
  /** An id for a path, as a dialog would give. */
  readonly grant: (path: string) => string;
  readonly pathOf: (id: string) => string;
  readonly passphrase: () => string;
  readonly openStore: (path: string) => Promise<void>;
}

export interface HostOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
  readonly now?: () => Date;
  readonly fixedClock?: boolean;
}

export function createHost({
  env,
  log,
  now = () => new Date(),
  fixedClock = false,
}: HostOptions): Host {
  const paths = new Map<string, string>();
  const grant = (path: string): string => {
    const id = `file-${String(paths.size + 1).padStart(6, '0')}`;
    paths.set(id, resolve(path));
    return id;
  };
  const pathOf = (id: string): string => {
    const path = paths.get(id);
    if (path === undefined) throw new AppError('not-found', { params: { what: 'file' } });
    return path;
  };
  const engine = createEngine({
    resourcesDir,
    workerUrl,
    dataDir: null,
    now,
    fixedClock,
    log: (line) => log(JSON.stringify(line)),
    resolveFile: async (id) => pathOf(id),
    grantFile: grant,
  });
  const passphrase = (): string => {
    const given = env.PADAN_PASSPHRASE;
    if (given === undefined || given === '') {
      throw new AppError('usage', {
        params: { reason: 'no-passphrase', detail: 'PADAN_PASSPHRASE' },
      });
    }
    return given;
  };
  let calls = 0;
  const ask: Host['call'] = (name, input) => {
    calls += 1;
    return call(engine, name, input, { id: `cli-${calls}` });
  };
  return {
    engine,
    call: ask,
    grant,
    pathOf,
    passphrase,
    openStore: async (path) => {
      await ask('store.open', { file: grant(path), passphrase: passphrase() });
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}
