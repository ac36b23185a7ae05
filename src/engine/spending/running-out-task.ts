/** BPU members whose paid time runs out soon; a scan of memberships, so it runs in a worker. */
import type { RouteIn, RouteOut } from '../../contract/routes.ts';
import { addDays } from '../../domain/civil-date.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { listRunningOut } from '../../store/spending/paid-groups.ts';
import { civilToday } from '../civil-today.ts';
import { needAccess, type Task } from '../worker/task.ts';

export const runningOutTask: Task<
  RouteIn<'spending.runningOut'>,
  RouteOut<'spending.runningOut'>
> = async ({ days, offset, limit }, task) => {
  using store = openStoreReader(needAccess(task));
  const asOf = civilToday(task.now());
  const all = listRunningOut(store, { from: asOf, to: addDays(asOf, days) });
  return {
    asOf,
    rows: all.slice(offset, offset + limit),
    total: all.length,
    inGrace: all.filter(({ endedOn }) => endedOn < asOf).length,
  };
};
