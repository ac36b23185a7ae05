/** A thread that keeps a year's workers and answers for as long as the engine wants it: nothing is read twice. */
import { type PlanGround, planGround } from '../../domain/plan-compute.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { serveQuestions } from '../worker/serve-questions.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { type NamedGround, planOperations } from './operations.ts';
import type { PlanBasis, PlanQuestion } from './protocol.ts';
import { type PlanData, readPlanData } from './read-groups.ts';

/** Answers questions of a plan. The store is open only while it is read. */
export const planServeTask: Task<Record<string, never>, null> = (_input, task) => {
  const keep = groundKeeper(task);
  return serveQuestions((question) => {
    const { operation, basis, input } = question as PlanQuestion; // `askPlan` asks nothing else
    // The engine's handlers pair each operation with its own input.
    const run = planOperations[operation] as (ground: NamedGround, input: unknown) => unknown;
    return run(keep(basis), input);
  });
};

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
