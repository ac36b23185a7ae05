/** Serves an engine over one message port: replies to calls, and every event the engine has. */
import { type ChangedArea, type EngineMessage, request } from '../contract/messages.ts';
import type { AppErrorData } from '../domain/app-error.ts';
import type { Engine } from './create-engine.ts';
import { callRoute } from './router.ts';

/** The half of a MessagePort (Electron's or Node's) that is used here. */
export interface PortLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start?(): void;
  close(): void;
}

const badRequest: AppErrorData = { code: 'bridge.bad-request', params: { reason: 'message' } };

const ports = new WeakMap<Engine, Set<(message: EngineMessage) => void>>();

/** Starts answering; dispose to stop. Jobs of a port that goes away keep running. */
export function servePort(engine: Engine, port: PortLike): Disposable {
  const everyone = ports.get(engine) ?? new Set();
  ports.set(engine, everyone);
  let open = true;
  const send = (message: EngineMessage) => {
    if (open) port.postMessage(message);
  };
  everyone.add(send);

  const { jobs } = engine.context;
  const offProgress = jobs.onProgress((job) => send({ t: 'progress', job }));
  const offEnded = jobs.onEnded((jobId) => send({ t: 'job-ended', jobId }));
  // A page that reloads learns at once what is still running.
  for (const job of jobs.running()) send({ t: 'progress', job });

  const stop = () => {
    open = false;
    everyone.delete(send);
    offProgress();
    offEnded();
  };

  port.on('message', ({ data }) => {
    const parsed = request.safeParse(data);
    if (!parsed.success) {
      const id = (data as { id?: unknown } | null)?.id;
      // Who gave an id waits for an answer; a message without one is no call.
      if (typeof id === 'string') send({ t: 'result', id, ok: false, error: badRequest });
      return;
    }
    const { id, route } = parsed.data;
    const changed = (...areas: readonly ChangedArea[]) => {
      for (const tell of everyone) tell({ t: 'changed', areas });
    };
    void callRoute(engine, route, parsed.data.in, { id, changed }).then((result) =>
      send({ t: 'result', id, ...result }),
    );
  });
  port.on('close', stop);
  port.start?.();

  return { [Symbol.dispose]: stop };
}
