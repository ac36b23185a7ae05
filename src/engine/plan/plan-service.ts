/** The engine's side of the planning thread: started when first asked, ended with the store or after some idle minutes. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import type { EngineContext } from '../context.ts';
import type { TaskMessage, TaskStart } from '../worker/protocol.ts';
import type { PlanOperations } from './operations.ts';
import type { PlanAnswer, PlanAsk, PlanBasis, PlanOperation } from './protocol.ts';

/** A thread nobody asks for this long is ended; its memory goes with it. */
const idleMs = 5 * 60_000;

type InputOf<N extends PlanOperation> = Parameters<PlanOperations[N]>[1];
type OutputOf<N extends PlanOperation> = ReturnType<PlanOperations[N]>;

interface Served {
  readonly worker: Worker;
  readonly path: string;
  readonly waiting: Map<number, PromiseWithResolvers<unknown>>;
  timer: NodeJS.Timeout | undefined;
  next: number;
}

const services = new WeakMap<EngineContext['session'], Served>();

/** Asks the planning thread; throws the AppError it answers with, or `store.not-open`. */
export async function askPlan<N extends PlanOperation>(
  engine: EngineContext,
  operation: N,
  basis: PlanBasis,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const served = serviceOf(engine);
  const id = served.next;
  served.next += 1;
  const waiting = Promise.withResolvers<unknown>();
  served.waiting.set(id, waiting);
  served.worker.ref();
  clearTimeout(served.timer);
  const ask: PlanAsk = { t: 'ask', id, operation, basis, input };
  served.worker.postMessage(ask);
  // The thread runs the operation of that name: its answer has that operation's type.
  return (await waiting.promise) as OutputOf<N>;
}

function serviceOf(engine: EngineContext): Served {
  const { session } = engine;
  const access = session.access();
  const { path } = access;
  const known = services.get(session);
  if (known !== undefined && known.path === path) return known;
  if (known !== undefined) end(engine, known);
  const start: TaskStart = {
    name: 'plan.serve',
    input: {},
    access,
    resourcesDir: engine.resourcesDir,
    fixedNow: null,
    workerUrl: engine.workerUrl.href,
    stop: new SharedArrayBuffer(4),
  };
  const worker = new Worker(engine.workerUrl, { workerData: start });
  const served: Served = { worker, path, waiting: new Map(), timer: undefined, next: 1 };
  services.set(session, served);
  worker.on('message', (message: PlanAnswer | TaskMessage) => take(engine, served, message));
  worker.on('error', (error) => lose(engine, served, error));
  worker.on('exit', (code) => lose(engine, served, new Error(`planning thread ended (${code})`)));
  session.onClose(() => end(engine, served));
  return served;
}

function take(engine: EngineContext, served: Served, message: PlanAnswer | TaskMessage): void {
  if (message.t === 'failed') {
    lose(engine, served, new Error(message.detail));
    return;
  }
  if (message.t !== 'answer' && message.t !== 'refused') return;
  const waiting = served.waiting.get(message.id);
  served.waiting.delete(message.id);
  if (served.waiting.size === 0) rest(engine, served);
  if (message.t === 'answer') waiting?.resolve(message.value);
  else waiting?.reject(asError(message));
}

function asError({ error, detail }: Extract<PlanAnswer, { t: 'refused' }>): Error {
  if (error === null) return new Error(detail);
  const { code, at, params } = error;
  return new AppError(code, { params, ...(at === undefined ? {} : { at }) });
}

/** An idle thread keeps nothing alive, and goes after a while. */
function rest(engine: EngineContext, served: Served): void {
  served.worker.unref();
  served.timer = setTimeout(() => end(engine, served), idleMs);
  served.timer.unref();
}

function end(engine: EngineContext, served: Served): void {
  lose(engine, served, new AppError('store.not-open'));
  void served.worker.terminate();
}

/** Everything still asked for fails; the next question starts a new thread. */
function lose(engine: EngineContext, served: Served, reason: Error): void {
  clearTimeout(served.timer);
  if (services.get(engine.session) === served) services.delete(engine.session);
  for (const waiting of served.waiting.values()) waiting.reject(reason);
  served.waiting.clear();
}
