/**
 * The page's end of the bridge: calls in, results and events out, over whatever port it is handed.
 * Queries asked while the engine was gone are asked again of the new one; commands and jobs are not,
 * because nobody knows how far they came.
 */
import type {
  ChangedArea,
  EngineMessage,
  JobProgress,
  Reply,
  Request,
} from '../../contract/messages.ts';
import { type RouteIn, type RouteName, type RouteOut, routes } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { type ClientState, createStateCell, type StateCell } from './client-state.ts';

/** A port to the engine; a test hands in its own. */
export interface EnginePort {
  /** Starts hearing what the engine says. Called once. */
  listen(listener: (data: unknown) => void): void;
  postMessage(message: unknown): void;
  close(): void;
}

/** Where ports come from: one at the start, another each time the engine was started again. */
export interface PortSource {
  listen(handlers: {
    connected(port: EnginePort): void;
    /** The engine ended; `restarting` when another port will follow. */
    gone(restarting: boolean): void;
  }): () => void;
}

export interface CallOptions {
  readonly onProgress?: (progress: JobProgress) => void;
  /** Hears the id under which a job can be cancelled, before it starts. */
  readonly onId?: (id: string) => void;
}

/** What the app asks of the engine. */
export interface EngineClient {
  call<N extends RouteName>(
    route: N,
    input: RouteIn<N>,
    options?: CallOptions,
  ): Promise<RouteOut<N>>;
  cancel(jobId: string): Promise<void>;
  /** Hears which areas of the store changed, and `null` when a new engine answered. */
  onChanged(listener: (areas: readonly ChangedArea[] | null) => void): () => void;
  subscribe(listener: () => void): () => void;
  state(): ClientState;
  close(): void;
}

interface Pending {
  readonly message: Request;
  readonly replayable: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
  readonly onProgress: ((progress: JobProgress) => void) | undefined;
}

interface ClientParts {
  readonly pending: Map<string, Pending>;
  readonly changed: Set<(areas: readonly ChangedArea[] | null) => void>;
  readonly cell: StateCell;
}

/** A client over `source`; `newId` names calls and must never repeat within a page. */
export function createEngineClient(
  source: PortSource,
  newId: () => string = () => crypto.randomUUID(),
): EngineClient {
  const parts: ClientParts = { pending: new Map(), changed: new Set(), cell: createStateCell() };
  // The newest port speaks; an older one of the same engine still brings the answers it was asked for.
  const wire: { port: EnginePort | null; all: EnginePort[] } = { port: null, all: [] };
  const hangUp = () => {
    for (const port of wire.all) port.close();
    wire.port = null;
    wire.all = [];
  };

  const stop = source.listen({
    connected(port) {
      wire.port = port;
      wire.all.push(port);
      port.listen((data) => receive(parts, data));
      greet(parts, port);
    },
    gone(restarting) {
      hangUp();
      dropUnreplayable(parts);
      parts.cell.set({ connection: restarting ? 'gone' : 'lost', jobs: [] });
    },
  });

  function call<N extends RouteName>(route: N, input: RouteIn<N>, options: CallOptions = {}) {
    const message: Request = { t: 'call', id: newId(), route, in: input };
    options.onId?.(message.id);
    return new Promise<RouteOut<N>>((resolve, reject) => {
      parts.pending.set(message.id, {
        message,
        replayable: routes[route].kind === 'query',
        // The engine was built from the same contract table, and its tests parse every answer.
        resolve: (value) => resolve(value as RouteOut<N>),
        reject,
        onProgress: options.onProgress,
      });
      wire.port?.postMessage(message);
    });
  }

  return {
    call,
    cancel: async (jobId) => {
      await call('job.cancel', { jobId });
    },
    onChanged(listener) {
      parts.changed.add(listener);
      return () => parts.changed.delete(listener);
    },
    subscribe: parts.cell.subscribe,
    state: parts.cell.get,
    close() {
      stop();
      hangUp();
    },
  };
}

/** Asks a fresh engine everything that is still open, and says so when it replaces one that was lost. */
function greet(parts: ClientParts, port: EnginePort): void {
  const before = parts.cell.get();
  if (before.connection === 'ready') return;
  for (const { message } of parts.pending.values()) port.postMessage(message);
  const restarts = before.connection === 'connecting' ? before.restarts : before.restarts + 1;
  parts.cell.set({ connection: 'ready', restarts });
  if (restarts > before.restarts) for (const listener of parts.changed) listener(null);
}

function dropUnreplayable(parts: ClientParts): void {
  for (const [id, entry] of parts.pending) {
    if (entry.replayable) continue;
    parts.pending.delete(id);
    entry.reject(new AppError('bridge.engine-gone', { params: { route: entry.message.route } }));
  }
}

function receive(parts: ClientParts, data: unknown): void {
  if (!isEngineMessage(data)) return;
  switch (data.t) {
    case 'result':
      settle(parts, data);
      return;
    case 'progress':
      parts.pending.get(data.job.jobId)?.onProgress?.(data.job);
      parts.cell.setJob(data.job);
      return;
    case 'job-ended':
      parts.cell.endJob(data.jobId);
      return;
    case 'changed':
      for (const listener of parts.changed) listener(data.areas);
  }
}

function settle(parts: ClientParts, reply: Reply): void {
  const entry = parts.pending.get(reply.id);
  parts.cell.endJob(reply.id);
  if (entry === undefined) return;
  parts.pending.delete(reply.id);
  if (reply.ok) {
    entry.resolve(reply.value);
    return;
  }
  const { code, at, params } = reply.error;
  entry.reject(new AppError(code, at === undefined ? { params } : { at, params }));
}

/** The port is ours alone, but a message of an unknown kind must not break the page. */
function isEngineMessage(value: unknown): value is EngineMessage {
  if (typeof value !== 'object' || value === null || !('t' in value)) return false;
  return (
    value.t === 'result' ||
    value.t === 'progress' ||
    value.t === 'job-ended' ||
    value.t === 'changed'
  );
}
