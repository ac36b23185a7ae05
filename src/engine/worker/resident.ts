/**
 * The engine's side of a thread that answers questions for as long as a store is open: started when first asked, ended
 * with the store or after some idle minutes. Unlike a job's thread it may keep what it has read.
 */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import type { EngineContext } from '../context.ts';
import type { ResidentAnswer, ResidentAsk, TaskMessage, TaskStart } from './protocol.ts';
import { asError } from './run-beside.ts';
import type { ResidentName } from './tasks.ts';

/** A thread nobody asks for this long is ended; its memory goes with it. */
const idleMs = 5 * 60_000;

interface Resident {
  readonly name: ResidentName;
  readonly worker: Worker;
  readonly path: string;
  readonly waiting: Map<number, PromiseWithResolvers<unknown>>;
  timer: NodeJS.Timeout | undefined;
  next: number;
}

type Residents = Map<ResidentName, Resident>;
const residents = new WeakMap<EngineContext['session'], Residents>();

/** Asks a resident thread; throws the AppError it answers with, or `store.not-open`. */
export async function askResident(
  engine: EngineContext,
  name: ResidentName,
  question: unknown,
): Promise<unknown> {
  const resident = residentOf(engine, name);
  const id = resident.next;
  resident.next += 1;
  const waiting = Promise.withResolvers<unknown>();
  resident.waiting.set(id, waiting);
  resident.worker.ref();
  clearTimeout(resident.timer);
  const ask: ResidentAsk = { t: 'ask', id, question };
  resident.worker.postMessage(ask);
  return await waiting.promise;
}

function residentsOf({ session }: EngineContext): Residents {
  const known = residents.get(session);
  if (known !== undefined) return known;
  const none: Residents = new Map();
  residents.set(session, none);
  return none;
}

function residentOf(engine: EngineContext, name: ResidentName): Resident {
  const { session } = engine;
  const access = session.access();
  const { path } = access;
  const known = residentsOf(engine).get(name);
  if (known !== undefined && known.path === path) return known;
  if (known !== undefined) end(engine, known);
  const start: TaskStart = {
    name,
    input: {},
    access,
    resourcesDir: engine.resourcesDir,
    fixedNow: null,
    workerUrl: engine.workerUrl.href,
    stop: new SharedArrayBuffer(4),
  };
  const worker = new Worker(engine.workerUrl, { workerData: start });
  const resident: Resident = { name, worker, path, waiting: new Map(), timer: undefined, next: 1 };
  residentsOf(engine).set(name, resident);
  worker.on('message', (message: ResidentAnswer | TaskMessage) => take(engine, resident, message));
  worker.on('error', (error) => lose(engine, resident, error));
  worker.on('exit', (code) => lose(engine, resident, new Error(`${name} ended (${code})`)));
  session.onClose(() => end(engine, resident));
  return resident;
}

function take(
  engine: EngineContext,
  resident: Resident,
  message: ResidentAnswer | TaskMessage,
): void {
  if (message.t === 'failed') {
    lose(engine, resident, new Error(message.detail));
    return;
  }
  if (message.t !== 'answer' && message.t !== 'refused') return;
  const waiting = resident.waiting.get(message.id);
  resident.waiting.delete(message.id);
  if (resident.waiting.size === 0) rest(engine, resident);
  if (message.t === 'answer') waiting?.resolve(message.value);
  else waiting?.reject(asError(message.error, message.detail));
}

/** An idle thread keeps nothing alive, and goes after a while. */
function rest(engine: EngineContext, resident: Resident): void {
  resident.worker.unref();
  resident.timer = setTimeout(() => end(engine, resident), idleMs);
  resident.timer.unref();
}

function end(engine: EngineContext, resident: Resident): void {
  lose(engine, resident, new AppError('store.not-open'));
  void resident.worker.terminate();
}

/** Everything still asked for fails; the next question starts a new thread. */
function lose(engine: EngineContext, resident: Resident, reason: Error): void {
  clearTimeout(resident.timer);
  const all = residentsOf(engine);
  if (all.get(resident.name) === resident) all.delete(resident.name);
  for (const waiting of resident.waiting.values()) waiting.reject(reason);
  resident.waiting.clear();
}
