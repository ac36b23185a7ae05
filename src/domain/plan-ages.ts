/** Until which month of the year age lets someone be paid for. */
import { type PlanGroups, type PlanSort, valueAt } from './plan-groups.ts';
import type { PlanAssumptions } from './plan-types.ts';

type Retirement = Pick<PlanAssumptions, 'retirementAges'>;

/** Last month (0…11) someone of a group is paid for by age: 11 when age ends nothing this year, −1 when it ended before. */
export function lastMonthByAge(
  sort: PlanSort,
  birth: number,
  year: number,
  assumptions: Retirement,
  bpuMaxAge: number,
): number {
  if (birth === 0) return 11;
  const born = Math.floor(birth / 2);
  const first = birth % 2;
  const ends: number[] = [];
  if (sort.segment === 'bpu') ends.push(born + (bpuMaxAge + 1) * 12 - first);
  const retirement = assumptions.retirementAges[sort.employerGroup];
  // Retirement is on the first of the month after the birthday: the month of the birthday is still paid.
  if (retirement !== undefined) ends.push(born + retirement * 12);
  if (ends.length === 0) return 11;
  return Math.max(-1, Math.min(11, Math.min(...ends) - year * 12));
}

/** Sets of ages kept for one year's workers: scenarios side by side mostly share them. */
const mostKept = 4;
const kept = new WeakMap<PlanGroups, Map<string, Int8Array>>();

/** `lastMonthByAge` of every row. Not to be written to: it is kept for the next scenario with the same ages. */
export function lastMonthsByAge(
  groups: PlanGroups,
  assumptions: Retirement,
  bpuMaxAge: number,
): Int8Array {
  const known = kept.get(groups) ?? new Map<string, Int8Array>();
  kept.set(groups, known);
  const key = `${bpuMaxAge} ${JSON.stringify(Object.entries(assumptions.retirementAges).toSorted())}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const last = new Int8Array(groups.size);
  for (let row = 0; row < groups.size; row += 1) {
    const sort = groups.sorts[valueAt(groups.sort, row)];
    const birth = valueAt(groups.birth, row);
    last[row] =
      sort === undefined ? 11 : lastMonthByAge(sort, birth, groups.year, assumptions, bpuMaxAge);
  }
  const [oldest] = known.keys();
  if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
  known.set(key, last);
  return last;
}
