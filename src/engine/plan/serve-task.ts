/** A thread that keeps a year's workers and answers for as long as the engine wants it: nothing is read twice. */
import { type PlanGround, planGround } from '../../domain/plan-compute.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { serveQuestions } from '../worker/serve-questions.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { type NamedGround, namedGround, planOperations } from './operations.ts';
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
  let kept: { readonly basis: string; readonly named: NamedGround } | null = null;
  let counted: PlanGround['counted'] | null = null;
  return (basis) => {
    const { year, versions, settings, tables, bases } = basis;
    const wanted = `${year} ${versions}`;
    if (data === null || key !== wanted) {
      using store = openStoreReader(needAccess(task));
      data = readPlanData(store, task.resourcesDir, year);
      key = wanted;
      kept = null;
      counted = null;
    }
    // With the same settings, tables and denominators the ground stays the same, and so does what was computed on it.
    const standing = JSON.stringify([settings, tables, bases]);
    if (kept?.basis === standing) return kept.named;
    const places = new Map(data.units.map(({ id }, place) => [id, place]));
    const unitPlace = (unitId: number) => places.get(unitId) ?? -1;
    const { groups, units } = data;
    const parts = { groups, bases, settings, tables, unitPlace };
    // The count of people holds as long as the people do.
    const ground: PlanGround = counted === null ? planGround(parts) : { ...parts, counted };
    counted = ground.counted;
    const named = namedGround(ground, units);
    kept = { basis: standing, named };
    return named;
  };
}
