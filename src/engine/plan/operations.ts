/** What can be asked of a year's workers while an assumption moves: pure, over the columns kept in the thread. */
import type { PlanStep, PlanView, planRoutes } from '../../contract/plan-routes.ts';
import type { RouteOut } from '../../contract/routes.ts';
import { employerGroupLabels } from '../../contract/words/labels.ts';
import { computeBudget } from '../../domain/budget.ts';
import { type BudgetLine, totalLinesBy } from '../../domain/budget-lines.ts';
import { computePlan, type PlanGround, peopleOf, settingsOf } from '../../domain/plan-compute.ts';
import { budgetGroupsOf } from '../../domain/plan-people.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';
import type { PlanUnit } from '../../store/plan-people.ts';
import { withoutCode } from '../budget/compute-need.ts';
import { peopleOn, planViewOf, unitName } from './plan-view.ts';
import { targetViewOf } from './target-view.ts';

/** A ground with the names of its units. */
export interface NamedGround {
  readonly ground: PlanGround;
  readonly units: readonly PlanUnit[];
  /** A scenario's figures; those computed last are kept, so that of four side by side only the moved one is computed. */
  readonly viewOf: (assumptions: PlanAssumptions) => PlanView;
}

/** Scenarios side by side, and as many again while one of them is edited. */
const mostViews = 16;

export function namedGround(ground: PlanGround, units: readonly PlanUnit[]): NamedGround {
  const views = new Map<string, PlanView>();
  return {
    ground,
    units,
    viewOf(assumptions) {
      const key = JSON.stringify(assumptions);
      const view = views.get(key) ?? planViewOf(computePlan(ground, assumptions));
      // The latest asked stands last; the first goes.
      views.delete(key);
      views.set(key, view);
      const [oldest] = views.keys();
      if (views.size > mostViews && oldest !== undefined) views.delete(oldest);
      return view;
    },
  };
}

type NeedBy = ReturnType<(typeof planRoutes)['plan.need']['in']['parse']>['by'];

export const planOperations = {
  compare: ({ viewOf }: NamedGround, plans: readonly PlanAssumptions[]): PlanView[] =>
    plans.map(viewOf),
  difference: (
    { viewOf }: NamedGround,
    { from, to }: { from: PlanAssumptions; to: PlanAssumptions },
  ) => differenceOf(viewOf, from, to),
  need: (named: NamedGround, { assumptions, by }: { assumptions: PlanAssumptions; by: NeedBy }) =>
    needBy(named, assumptions, by),
  target: ({ ground, units }: NamedGround, assumptions: PlanAssumptions) =>
    targetViewOf(ground, units, assumptions),
} as const;

export type PlanOperations = typeof planOperations;

/** Assumptions in the order they are exchanged; each takes over what the other scenario says. */
const steps: readonly (readonly [PlanStep['what'], readonly (keyof PlanAssumptions)[]])[] = [
  ['scope', ['scope']],
  ['target', ['target']],
  ['months', ['from', 'to']],
  ['covered', ['includeCovered']],
  ['recruitments', ['recruitments']],
  ['leavings', ['leavings']],
  ['retirement', ['retirementAges']],
  ['rules', ['rules']],
  ['growth', ['growthBasisPoints']],
  ['buffer', ['bufferBasisPoints']],
];

/**
 * From one scenario to another, one assumption after the other: each step's amount is what that exchange alone did at
 * its place, and the steps add up to the whole difference (reserve included).
 */
function differenceOf(viewOf: NamedGround['viewOf'], from: PlanAssumptions, to: PlanAssumptions) {
  const figures = (assumptions: PlanAssumptions) => {
    const { persons, total, buffer } = viewOf(assumptions);
    return { persons, amount: total + buffer };
  };
  let current = from;
  let before = figures(from);
  const first = before;
  const made: PlanStep[] = [];
  for (const [what, keys] of steps) {
    if (keys.every((key) => JSON.stringify(current[key]) === JSON.stringify(to[key]))) continue;
    current = { ...current, ...Object.fromEntries(keys.map((key) => [key, to[key]])) };
    const after = figures(current);
    made.push({
      what,
      persons: after.persons - before.persons,
      amount: after.amount - before.amount,
    });
    before = after;
  }
  return {
    steps: made,
    persons: before.persons - first.persons,
    amount: before.amount - first.amount,
  };
}

/** The need by one grouping; every grouping adds up to the same total. */
function needBy(
  { ground, units }: NamedGround,
  assumptions: PlanAssumptions,
  by: NeedBy,
): RouteOut<'plan.need'> {
  const { people } = peopleOf(ground, assumptions);
  const groups = budgetGroupsOf(people.cells, ground.groups.year, (unit) =>
    by === 'unit' && unit >= 0 ? String(unit) : null,
  );
  const budget = computeBudget(groups, settingsOf(ground, assumptions), ground.tables);
  const { lines, total } = budget;
  if (by === 'month') {
    const rows = budget.byMonth.map(({ month, amount, persons }) => ({
      key: month,
      label: month,
      persons,
      personMonths: persons,
      amount,
    }));
    return { rows, total };
  }
  const keyOf = needKeys[by];
  const labels = new Map(lines.map((line) => [keyOf(line), labelOf(line, by, units)]));
  const rows = totalLinesBy(lines, keyOf).map(({ key, amount, programmeMonths }) => ({
    key,
    label: labels.get(key) ?? key,
    persons: peopleOn(lines.filter((line) => keyOf(line) === key)),
    personMonths: programmeMonths,
    amount,
  }));
  return { rows, total };
}

const needKeys: Readonly<Record<Exclude<NeedBy, 'month'>, (line: BudgetLine) => string>> = {
  roster: (line) => line.roster,
  group: (line) => `${line.employerGroup}/${line.segment}`,
  unit: (line) => line.unit ?? '',
  source: (line) => line.fundSource,
  account: (line) => line.account.code ?? `${line.account.status} ${line.programme}`,
  programme: (line) => line.programme,
};

function labelOf(line: BudgetLine, by: NeedBy, units: readonly PlanUnit[]): string {
  if (by === 'unit') return unitName(units[Number(line.unit ?? '-1')]);
  if (by === 'account') return line.account.name ?? withoutCode(line.account.status);
  if (by === 'group')
    return `${employerGroupLabels[line.employerGroup]} (${line.segment.toUpperCase()})`;
  return '';
}
