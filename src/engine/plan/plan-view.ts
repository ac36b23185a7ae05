/** A computed scenario as the contract gives it. */
import type { PlanPart, PlanView } from '../../contract/plan-routes.ts';
import type { BudgetLine } from '../../domain/budget-lines.ts';
import { totalLinesBy } from '../../domain/budget-lines.ts';
import type { PlanResult } from '../../domain/plan-compute.ts';
import type { PlanUnit } from '../../store/plan-people.ts';
import { asAssumption } from '../budget/budget-assumptions.ts';

/** Parts of the total by a property of the lines, with the different persons on them. */
export function partsBy(
  lines: readonly BudgetLine[],
  keyOf: (line: BudgetLine) => string,
  persons: (lines: readonly BudgetLine[]) => number,
): PlanPart[] {
  return totalLinesBy(lines, keyOf).map(({ key, amount }) => ({
    key,
    amount,
    persons: persons(lines.filter((line) => keyOf(line) === key)),
  }));
}

/**
 * Different persons on some lines: each kind of worker stands on a line for every programme, so the most of one
 * programme counts, kind by kind.
 */
export function peopleOn(lines: readonly BudgetLine[]): number {
  const kinds = new Map<string, Map<string, number>>();
  for (const line of lines) {
    const { unit, roster, employerGroup, segment, fundSource, programme, payer, people } = line;
    const kind = `${unit ?? ''}|${roster}|${employerGroup}|${segment}|${fundSource}`;
    const counts = kinds.get(kind) ?? new Map<string, number>();
    kinds.set(kind, counts);
    const key = `${programme}|${payer}`;
    counts.set(key, (counts.get(key) ?? 0) + people);
  }
  return [...kinds.values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0);
}

export function planViewOf(result: PlanResult): PlanView {
  const { budget, people, choice } = result;
  const { lines } = budget;
  return {
    total: budget.total,
    buffer: budget.buffer,
    workerShare: budget.workerShare,
    persons: budget.persons,
    byMonth: budget.byMonth.map((row) => ({ ...row })),
    byProgramme: partsBy(lines, (line) => line.programme, peopleOn),
    bySource: partsBy(lines, (line) => line.fundSource, peopleOn),
    byRoster: budget.byRoster.map(({ roster, amount, persons }) => ({
      key: roster,
      amount,
      persons,
    })),
    now: mutable(result.now),
    reached: mutable(result.reached),
    added: result.added,
    addedCost: result.addedCost,
    costPerPoint: result.costPerPoint,
    excludedPersons: result.excludedPersons,
    saving: result.saving,
    leftOut: people.leftOut.map((row) => ({ ...row })),
    leaversTooMany: people.leaversTooMany,
    gaps: gapsOf(budget.gaps),
    assumptions: budget.assumptions.map(asAssumption),
    choice:
      choice === null
        ? null
        : {
            wanted: choice.wanted,
            persons: choice.persons,
            lacking: choice.lacking,
            spare: choice.spare,
            cost: choice.cost,
          },
  };
}

function mutable(coverage: PlanResult['now']): PlanView['now'] {
  return { ...coverage, segments: coverage.segments.map((one) => ({ ...one })) };
}

function gapsOf(gaps: PlanResult['budget']['gaps']): PlanView['gaps'] {
  const counted = new Map<string, PlanView['gaps'][number]>();
  for (const { reason: code, roster, persons } of gaps) {
    const before = counted.get(`${code}|${roster}`)?.persons ?? 0;
    counted.set(`${code}|${roster}`, { code, roster, persons: before + persons });
  }
  return [...counted.values()];
}

/** Names of units by their id. */
export function unitNameById(units: readonly PlanUnit[]): (unitId: number) => string {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return (unitId) => unitName(byId.get(unitId));
}

/** A unit with the kecamatan that tells it from its namesakes. */
export function unitName(unit: PlanUnit | undefined): string {
  if (unit === undefined) return 'Tanpa unit';
  return unit.parentName === null ? unit.name : `${unit.name}, Kec. ${unit.parentName}`;
}
