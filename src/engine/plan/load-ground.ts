/** What a task plans with: the workers of a year, read with progress. */
import { type PlanGround, planGround } from '../../domain/plan-compute.ts';
import type { ReadStore } from '../../store/store.ts';
import type { TaskContext } from '../worker/task.ts';
import type { PlanBasis } from './protocol.ts';
import { type PlanData, readPlanData } from './read-groups.ts';

/** The ground of a year read for one task, with the entries where asked for. */
export function loadGround(
  store: ReadStore,
  basis: PlanBasis,
  task: TaskContext,
  withEntries = false,
): PlanData & { readonly ground: PlanGround } {
  const data = readPlanData(store, task.resourcesDir, basis.year, {
    withEntries,
    progress: (done, total) => {
      task.progress('load', done, total);
      task.signal.throwIfAborted();
    },
  });
  const places = new Map(data.units.map(({ id }, place) => [id, place]));
  const { settings, tables, bases } = basis;
  const unitPlace = (unitId: number) => places.get(unitId) ?? -1;
  return {
    ...data,
    ground: planGround({ groups: data.groups, bases, settings, tables, unitPlace }),
  };
}
