/** A thread that keeps a year's workers and answers for as long as the engine wants it: nothing is read twice. */
import { parentPort } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import { type PlanGround, planGround } from '../../domain/plan-compute.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { type NamedGround, planOperations } from './operations.ts';
import type { PlanAnswer, PlanAsk, PlanBasis } from './protocol.ts';
import { type PlanData, readPlanData } from './read-groups.ts';

/** Answers until it is told `{ t: 'end' }`. The store is open only while it is read. */
export const planServeTask: Task<Record<string, never>, null> = async (_input, task) => {
  const port = parentPort;
  if (port === null) throw new Error('the plan is served from a thread');
  const keep = groundKeeper(task);
  const { promise, resolve } = Promise.withResolvers<null>();
  port.on('message', (message: PlanAsk | { readonly t: 'end' }) => {
    if (message.t === 'end') {
      resolve(null);
      return;
    }
    port.postMessage(answer(message, keep));
  });
  await promise;
  port.removeAllListeners('message');
  return null;
};

function answer(
  { id, operation, basis, input }: PlanAsk,
  keep: (basis: PlanBasis) => NamedGround,
): PlanAnswer {
  try {
    // The engine's handlers pair each operation with its own input.
    const run = planOperations[operation] as (ground: NamedGround, input: unknown) => unknown;
    return { t: 'answer', id, value: run(keep(basis), input) };
  } catch (error) {
    return {
      t: 'refused',
      id,
      error: error instanceof AppError ? error.toData() : null,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** Reads the workers when the store has changed, and only then; the last year asked for is kept. */
function groundKeeper(task: TaskContext): (basis: PlanBasis) => NamedGround {
  let data: PlanData | null = null;
  let key = '';
  let ground: PlanGround | null = null;
  return (basis) => {
    const { year, versions, settings, tables, bases } = basis;
    const wanted = `${year} ${versions}`;
    if (data === null || key !== wanted) {
      using store = openStoreReader(needAccess(task));
      data = readPlanData(store, task.resourcesDir, year);
      key = wanted;
      ground = null;
    }
    const places = new Map(data.units.map(({ id }, place) => [id, place]));
    const unitPlace = (unitId: number) => places.get(unitId) ?? -1;
    const { groups, units } = data;
    // The count of people is the dear part; it holds as long as the people do.
    ground =
      ground === null
        ? planGround({ groups, bases, settings, tables, unitPlace })
        : { ...ground, bases, settings, tables };
    return { ground, units };
  };
}
