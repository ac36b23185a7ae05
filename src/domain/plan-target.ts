/** Whom to enrol first, and how many: up to a coverage, or as far as an amount goes. Exact and the same every time. */
import type { Rupiah } from './brand.ts';
import { monthIndexOf } from './month.ts';
import { lastMonthsByAge } from './plan-ages.ts';
import { isCounted, type PlanCoverage } from './plan-coverage.ts';
import { type PlanGroups, type PlanSort, planMarks, valueAt } from './plan-groups.ts';
import type { ChosenPersons } from './plan-people.ts';
import type { EnrolKey, PlanAssumptions, PlanGoal, PlanTarget } from './plan-types.ts';
import { enrolments, rosters } from './segments.ts';

/** Rows someone may be enrolled from, in the order they are taken. */
export interface Candidates {
  readonly rows: readonly number[];
  /** Rupiah for one person of each row, first to last month of the plan. */
  readonly costs: ReadonlyMap<number, Rupiah>;
  readonly persons: number;
  /** Not enrolled, but without wage or fund: they cannot be priced, so they cannot be planned. */
  readonly unpriced: number;
  /** Leaves by age or contract before the plan's last month: would not count then. */
  readonly leavingSoon: number;
  /** Whether they are members is still to be checked by an officer. */
  readonly toCheck: number;
}

/** Premium of one person over months `from`…`to` (0…11) of the year; null when it cannot be priced. */
export type PersonPricer = (sort: PlanSort, from: number, to: number) => Rupiah | null;

/** The outcome of a choice. */
export interface PlanChoice {
  readonly chosen: ChosenPersons;
  readonly persons: number;
  readonly cost: Rupiah;
  /** Persons the goal asks for; null for an amount. */
  readonly wanted: number | null;
  /** Persons the goal asks for beyond all candidates. */
  readonly lacking: number;
  /** What is left of an amount; null for other goals. */
  readonly spare: Rupiah | null;
}

const aktif = enrolments.indexOf('aktif');
const toCheckAt = enrolments.indexOf('perlu-periksa');

/**
 * Everyone living, not active, of the asked rosters, counted once, who can be priced and is still there in the last
 * month; sorted by the order's keys, what is equal by roster, unit and row.
 */
export function enrolCandidates(
  groups: PlanGroups,
  assumptions: PlanAssumptions,
  target: PlanTarget,
  tools: { readonly bpuMaxAge: number; readonly price: PersonPricer },
): Candidates {
  const january = groups.year * 12;
  const last = Math.min(11, monthIndexOf(assumptions.to) - january);
  const start = Math.max(
    0,
    monthIndexOf(target.from) - january,
    monthIndexOf(assumptions.from) - january,
  );
  const lastMonths = lastMonthsByAge(groups, assumptions, tools.bpuMaxAge);
  const bySort = new Map<number, Rupiah | null>();
  const rows: number[] = [];
  const costs = new Map<number, Rupiah>();
  const counts = { persons: 0, unpriced: 0, leavingSoon: 0, toCheck: 0 };
  for (let row = 0; row < groups.size; row += 1) {
    const enrolment = valueAt(groups.enrolment, row);
    const at = valueAt(groups.sort, row);
    const sort = groups.sorts[at];
    if (
      sort === undefined ||
      enrolment === aktif ||
      planMarks[valueAt(groups.mark, row)] !== 'none'
    )
      continue;
    if (!target.rosters.includes(sort.roster)) continue;
    const persons = valueAt(groups.persons, row);
    if (enrolment === toCheckAt) {
      counts.toCheck += persons;
      continue;
    }
    const from = Math.max(start, sort.from === null ? 0 : monthIndexOf(sort.from) - january);
    const ends = sort.to === null ? 11 : monthIndexOf(sort.to) - january;
    const byAge = lastMonths[row] ?? 11;
    if (Math.min(ends, byAge) < last || from > last) {
      counts.leavingSoon += persons;
      continue;
    }
    let cost = bySort.get(at);
    if (cost === undefined) {
      cost = tools.price(sort, from, last);
      bySort.set(at, cost);
    }
    if (cost === null) {
      counts.unpriced += persons;
      continue;
    }
    rows.push(row);
    costs.set(row, cost);
    counts.persons += persons;
  }
  return { rows: inOrder(rows, groups, target, costs), costs, ...counts };
}

/** A number for each row that sorts as the key says; smaller goes first. */
function ranksOf(
  key: EnrolKey,
  groups: PlanGroups,
  target: PlanTarget,
  costs: ReadonlyMap<number, Rupiah>,
): (row: number) => number {
  switch (key) {
    case 'desil':
      return (row) => groups.desil[row] || 11;
    case 'risk':
      return (row) => 3 - valueAt(groups.risk, row);
    case 'cost':
      return (row) => costs.get(row) ?? 0;
    case 'segment':
      return (row) =>
        target.rosters.indexOf(groups.sorts[valueAt(groups.sort, row)]?.roster ?? 'rentan');
    case 'unit': {
      const ranks = unitRanks(groups);
      return (row) => ranks.get(groups.unit[row] ?? -1) ?? 0;
    }
  }
}

/** Units from the least covered to the most; equal ones as they stand in the list. */
function unitRanks(groups: PlanGroups): ReadonlyMap<number, number> {
  const units = new Map<number, { active: number; workers: number }>();
  for (let row = 0; row < groups.size; row += 1) {
    if (!isCounted(groups, row)) continue;
    const unit = groups.unit[row] ?? -1;
    const counted = units.get(unit) ?? { active: 0, workers: 0 };
    const persons = valueAt(groups.persons, row);
    counted.workers += persons;
    if (groups.enrolment[row] === aktif) counted.active += persons;
    units.set(unit, counted);
  }
  const sorted = [...units].sort(
    ([a, left], [b, right]) => left.active * right.workers - right.active * left.workers || a - b,
  );
  return new Map(sorted.map(([unit], rank) => [unit, rank]));
}

function inOrder(
  rows: readonly number[],
  groups: PlanGroups,
  target: PlanTarget,
  costs: ReadonlyMap<number, Rupiah>,
): readonly number[] {
  const ranks = target.order.map((key) => {
    const rankOf = ranksOf(key, groups, target, costs);
    const column = new Float64Array(groups.size);
    for (const row of rows) column[row] = rankOf(row);
    return column;
  });
  const roster = (row: number) =>
    rosters.indexOf(groups.sorts[valueAt(groups.sort, row)]?.roster ?? 'rentan');
  return rows.toSorted((a, b) => {
    for (const column of ranks) {
      const difference = (column[a] ?? 0) - (column[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return roster(a) - roster(b) || (groups.unit[a] ?? 0) - (groups.unit[b] ?? 0) || a - b;
  });
}

/** Persons a goal asks for beyond those active now, rounded up; null for an amount. */
export function personsWanted(
  goal: PlanGoal,
  now: Pick<PlanCoverage, 'active' | 'workers'>,
): number | null {
  if (goal.kind === 'budget') return null;
  const share = Math.ceil((goal.basisPoints * now.workers) / 10_000);
  return Math.max(0, goal.kind === 'points' ? share : share - now.active);
}

/**
 * Takes candidates in order until the goal is reached. For an amount each row is taken as far as the rest of the money
 * goes; a row too dear for the rest is passed over.
 */
export function chooseCandidates(
  groups: PlanGroups,
  candidates: Candidates,
  goal: PlanGoal,
  now: Pick<PlanCoverage, 'active' | 'workers'>,
): PlanChoice {
  const wanted = personsWanted(goal, now);
  const chosen = new Map<number, number>();
  let persons = 0;
  let cost = 0;
  for (const row of candidates.rows) {
    const each = candidates.costs.get(row) ?? 0;
    const there = valueAt(groups.persons, row);
    const room =
      goal.kind === 'budget'
        ? each === 0
          ? there
          : Math.floor((goal.amount - cost) / each)
        : (wanted ?? 0) - persons;
    const taken = Math.min(there, Math.max(0, room));
    if (taken === 0) {
      if (goal.kind === 'budget') continue;
      break;
    }
    chosen.set(row, taken);
    persons += taken;
    cost += taken * each;
  }
  return {
    chosen,
    persons,
    cost: cost as Rupiah, // a sum of whole rupiah below the amount, or checked when it is booked
    wanted,
    lacking: wanted === null ? 0 : Math.max(0, wanted - persons),
    spare: goal.kind === 'budget' ? ((goal.amount - cost) as Rupiah) : null,
  };
}
