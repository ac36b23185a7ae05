/** A scenario computed: who is priced, what it costs, what coverage it reaches. The pure part of a live recomputation. */
import type { Rupiah } from './brand.ts';
import { computeBudget } from './budget.ts';
import type { Budget, BudgetSettings, BudgetTables } from './budget-types.ts';
import { monthIndexOf, monthOfIndex } from './month.ts';
import {
  type CountedPeople,
  type CoverageBasis,
  costPerPoint,
  countPeople,
  movementsOf,
  type PlanCoverage,
  planCoverage,
} from './plan-coverage.ts';
import type { PlanGroups } from './plan-groups.ts';
import {
  applyAssumptions,
  budgetGroupsOf,
  type PlanCell,
  type PlanFrame,
  type PlanPeople,
} from './plan-people.ts';
import { costOfParts, createPartPricer } from './plan-prices.ts';
import {
  type Candidates,
  chooseCandidates,
  enrolCandidates,
  type PlanChoice,
} from './plan-target.ts';
import { type PlanAssumptions, type PlanTarget, rosterOfGroup } from './plan-types.ts';
import type { Roster } from './segments.ts';

/** What stays the same while an assumption moves. */
export interface PlanGround {
  readonly groups: PlanGroups;
  readonly counted: CountedPeople;
  readonly bases: readonly CoverageBasis[];
  /** The regency's own settings; a scenario's rules, growth and reserve stand above them. */
  readonly settings: BudgetSettings;
  readonly tables: BudgetTables;
  readonly unitPlace: (unitId: number) => number;
}

export interface PlanResult {
  readonly people: PlanPeople;
  readonly budget: Budget;
  /** Premium those left out as covered or listed twice would have cost. */
  readonly saving: Rupiah;
  readonly excludedPersons: number;
  readonly now: PlanCoverage;
  readonly reached: PlanCoverage;
  /** Persons not active now and paid for at the end, and what they cost. */
  readonly added: number;
  readonly addedCost: Rupiah;
  readonly costPerPoint: Rupiah | null;
  /** Set for scenarios with a target. */
  readonly choice: (PlanChoice & { readonly candidates: Candidates }) | null;
}

/** Gathers what is common to all scenarios of a year. */
export function planGround(parts: Omit<PlanGround, 'counted'>): PlanGround {
  return { ...parts, counted: countPeople(parts.groups) };
}

/** The regency's settings with a scenario's assumptions put above them. */
export function settingsOf(ground: PlanGround, assumptions: PlanAssumptions): BudgetSettings {
  const { settings } = ground;
  const { rules, growthBasisPoints, bufferBasisPoints, from } = assumptions;
  return {
    ...settings,
    year: ground.groups.year,
    rules: { ...settings.rules, ...rules },
    ...(growthBasisPoints === null ? {} : { wageGrowth: { basisPoints: growthBasisPoints, from } }),
    ...(bufferBasisPoints === null ? {} : { bufferBasisPoints }),
  };
}

/** Whom a target enrols, without pricing the rest. */
export function chooseForTarget(
  ground: PlanGround,
  assumptions: PlanAssumptions,
  target: PlanTarget,
): PlanChoice & { readonly candidates: Candidates } {
  const { groups, bases, counted } = ground;
  const candidates = candidatesOf(ground, assumptions, target);
  const choice = chooseCandidates(groups, candidates, target.goal, planCoverage(counted, bases));
  return { ...choice, candidates };
}

/** The latest candidates of a ground: their order is the dear part, and a goal that moves leaves it as it is. */
const latest = new WeakMap<PlanGround, { readonly key: string; readonly candidates: Candidates }>();

function candidatesOf(
  ground: PlanGround,
  assumptions: PlanAssumptions,
  target: PlanTarget,
): Candidates {
  const { from, to, rules, growthBasisPoints, retirementAges } = assumptions;
  const { goal: _, ...aim } = target;
  const key = JSON.stringify([from, to, rules, growthBasisPoints, retirementAges, aim]);
  const known = latest.get(ground);
  if (known?.key === key) return known.candidates;
  const candidates = findCandidates(ground, assumptions, target);
  latest.set(ground, { key, candidates });
  return candidates;
}

function findCandidates(
  ground: PlanGround,
  assumptions: PlanAssumptions,
  target: PlanTarget,
): Candidates {
  const { groups, tables } = ground;
  const price = createPartPricer(settingsOf(ground, assumptions), tables);
  return enrolCandidates(groups, assumptions, target, {
    bpuMaxAge: tables.tariffs.bpuAge.maxAtRegistration,
    price: (sort, from, to) =>
      costOfParts(
        price({
          ...sort,
          persons: 1,
          from: monthOfIndex(groups.year * 12 + from),
          to: monthOfIndex(groups.year * 12 + to),
        }),
      ),
  });
}

/** The people of a scenario, those a target enrols among them; `byUnit` false where nobody asks in which unit they are. */
export function peopleOf(
  ground: PlanGround,
  assumptions: PlanAssumptions,
  byUnit = true,
): { readonly people: PlanPeople; readonly choice: PlanResult['choice'] } {
  const { target } = assumptions;
  const choice = target === null ? null : chooseForTarget(ground, assumptions, target);
  const frame: PlanFrame = {
    bpuMaxAge: ground.tables.tariffs.bpuAge.maxAtRegistration,
    unitPlace: ground.unitPlace,
    byUnit,
  };
  return { people: applyAssumptions(ground.groups, assumptions, frame, choice?.chosen), choice };
}

/**
 * Computes a scenario. Months add up to the year and every grouping to the total, as in `computeBudget`; nobody is
 * counted twice. Throws what `computeBudget` throws.
 */
export function computePlan(ground: PlanGround, assumptions: PlanAssumptions): PlanResult {
  const { groups, counted, bases, tables } = ground;
  const { year } = groups;
  const settings = settingsOf(ground, assumptions);
  const { people, choice } = peopleOf(ground, assumptions, false);
  const costOf = (cells: readonly PlanCell[]) =>
    computeBudget(mergeUnits(cells, year), { ...settings, bufferBasisPoints: 0 }, tables);
  const budget = computeBudget(mergeUnits(people.cells, year), settings, tables);
  const last = Math.min(11, monthIndexOf(assumptions.to) - year * 12);
  const movements = movementsOf(people, last, joinedBy(assumptions));
  const now = planCoverage(counted, bases);
  const reached = planCoverage(counted, bases, movements);
  const fresh = people.cells.filter((cell) => !cell.active && !cell.twice);
  const added = fresh.reduce((sum, cell) => sum + (cell.to < last ? 0 : cell.persons), 0);
  const addedCost = fresh.length === people.cells.length ? budget.total : costOf(fresh).total;
  const excludedPersons = people.excluded.reduce((sum, cell) => sum + cell.persons, 0);
  return {
    people,
    budget,
    saving: excludedPersons === 0 ? (0 as Rupiah) : costOf(people.excluded).total, // nothing costs nothing
    excludedPersons,
    now,
    reached,
    added,
    addedCost,
    costPerPoint: costPerPoint(addedCost, added, reached.workers),
    choice,
  };
}

function joinedBy({ recruitments }: PlanAssumptions): ReadonlyMap<Roster, number> {
  const joined = new Map<Roster, number>();
  for (const { employerGroup, persons } of recruitments) {
    const roster = rosterOfGroup(employerGroup);
    joined.set(roster, (joined.get(roster) ?? 0) + persons);
  }
  return joined;
}

/** Cells of all units together: a budget that is not split by unit has far fewer groups. */
export function mergeUnits(cells: readonly PlanCell[], year: number) {
  const merged = new Map<PlanCell['sort'], Map<number, PlanCell>>();
  for (const cell of cells) {
    const ofSort = merged.get(cell.sort) ?? new Map<number, PlanCell>();
    merged.set(cell.sort, ofSort);
    const months = cell.from * 12 + cell.to;
    const before = ofSort.get(months);
    ofSort.set(months, { ...cell, persons: cell.persons + (before?.persons ?? 0) });
  }
  return budgetGroupsOf(
    [...merged.values()].flatMap((ofSort) => [...ofSort.values()]),
    year,
  );
}
