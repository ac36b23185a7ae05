/** Keeps the engine's process alive and hands it the pages' ports. */
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { type EngineSettings, fromEngine, type ToEngine } from '../engine/messages.ts';
import type { FileRegistry } from './file-registry.ts';
import type { Log } from './log.ts';
import type { Places } from './places.ts';
import { createRestartBudget } from './restart-budget.ts';

const patienceMs = 3_000;

export interface EngineHost {
  /** Gives the engine a page's port; false when there is no engine and none may be started. */
  readonly connect: (port: MessagePortMain) => boolean;
  /** Lets the engine close the store, and ends it if it takes too long. */
  readonly stop: () => Promise<void>;
  /** Resolves when an engine has answered for the first time. */
  readonly whenReady: Promise<void>;
}

interface EngineNeeds {
  readonly places: Places;
  readonly registry: FileRegistry;
  readonly log: Log;
  /** Told after each death; when `restarting`, a new engine already takes ports. */
  readonly onGone: (restarting: boolean) => void;
}

/** Starts the engine; at most three times again within a minute. */
export function startEngine(needs: EngineNeeds): EngineHost {
  const { places, log } = needs;
  const mayRestart = createRestartBudget(3, 60_000, () => performance.now());
  const ready = Promise.withResolvers<void>();
  const settings: EngineSettings = {
    resourcesDir: places.resources,
    dataDir: places.data,
    workerFile: places.worker,
  };
  let child: UtilityProcess | null = null;
  let stopping = false;

  function spawn(): UtilityProcess {
    const engine = utilityProcess.fork(places.engine, [JSON.stringify(settings)], {
      serviceName: 'Padan Engine',
      stdio: 'inherit',
    });
    engine.on('message', (data: unknown) => receive(engine, data, needs, ready.resolve));
    engine.on('exit', (code) => {
      child = null;
      log({ level: stopping ? 'info' : 'error', event: 'engine.exit', code });
      if (stopping) return;
      const restarting = mayRestart();
      if (restarting) child = spawn();
      needs.onGone(restarting);
    });
    return engine;
  }
  child = spawn();

  return {
    whenReady: ready.promise,
    connect(port) {
      if (child === null && !stopping && mayRestart()) child = spawn();
      if (child === null) return false;
      child.postMessage({ t: 'port' } satisfies ToEngine, [port]);
      return true;
    },
    async stop() {
      stopping = true;
      if (child === null) return;
      const engine = child;
      const gone = new Promise<void>((resolve) => engine.once('exit', () => resolve()));
      engine.postMessage({ t: 'stop' } satisfies ToEngine);
      const timer = setTimeout(() => engine.kill(), patienceMs);
      await gone;
      clearTimeout(timer);
    },
  };
}

function receive(
  engine: UtilityProcess,
  data: unknown,
  { registry, log }: EngineNeeds,
  onReady: () => void,
): void {
  const parsed = fromEngine.safeParse(data);
  if (!parsed.success) {
    log({ level: 'warn', event: 'engine.bad-message' });
    return;
  }
  const message = parsed.data;
  switch (message.t) {
    case 'ready':
      onReady();
      return;
    case 'granted':
      registry.adopt(message.id, message.path);
      return;
    case 'log':
      log(message.line);
      return;
    case 'resolve': {
      const path = registry.pathOf(message.id);
      engine.postMessage({ t: 'resolved', ask: message.ask, path } satisfies ToEngine);
    }
  }
}
