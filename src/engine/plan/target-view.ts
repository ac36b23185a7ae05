/** The target planner's answer: coverage now and after, whom to enrol, what it costs month by month. */
import type { TargetView } from '../../contract/plan-routes.ts';
import { rosterLabels } from '../../contract/words/labels.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Rupiah } from '../../domain/brand.ts';
import { computeBudget } from '../../domain/budget.ts';
import { shareInBasisPoints } from '../../domain/coverage.ts';
import {
  chooseForTarget,
  mergeUnits,
  type PlanGround,
  settingsOf,
} from '../../domain/plan-compute.ts';
import { costPerPoint, planCoverage } from '../../domain/plan-coverage.ts';
import { valueAt } from '../../domain/plan-groups.ts';
import { applyAssumptions } from '../../domain/plan-people.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';
import { rosters } from '../../domain/segments.ts';
import type { PlanUnit } from '../../store/plan-people.ts';
import { partsBy, peopleOn, unitName } from './plan-view.ts';

/** Throws `plan.invalid` for assumptions without a target. */
export function targetViewOf(
  ground: PlanGround,
  units: readonly PlanUnit[],
  assumptions: PlanAssumptions,
): TargetView {
  const { target } = assumptions;
  if (target === null) throw new AppError('plan.invalid', { at: { field: 'target' } });
  const { groups, counted, bases, tables } = ground;
  const choice = chooseForTarget(ground, assumptions, target);
  const only = { ...assumptions, recruitments: [], leavings: [] };
  const frame = {
    bpuMaxAge: tables.tariffs.bpuAge.maxAtRegistration,
    unitPlace: ground.unitPlace,
  };
  // Only the chosen: an empty list of rows in scope, and the persons taken of each.
  const { cells } = applyAssumptions(
    onlyChosen(ground, choice.chosen),
    { ...only, scope: 'all' },
    frame,
  );
  const from = { ...settingsOf(ground, assumptions), bufferBasisPoints: 0 };
  const late = cells.map((cell) => ({
    ...cell,
    from: Math.max(cell.from, monthNumber(target.from)),
  }));
  const budget = computeBudget(mergeUnits(late, groups.year), from, tables);
  const now = planCoverage(counted, bases);
  const added = new Map(rosters.map((roster) => [roster, 0]));
  for (const [row, persons] of choice.chosen) {
    const roster = groups.sorts[valueAt(groups.sort, row)]?.roster ?? 'rentan';
    added.set(roster, (added.get(roster) ?? 0) + persons);
  }
  const movement = (roster: (typeof rosters)[number]) => ({
    added: added.get(roster) ?? 0,
    lost: 0,
    joined: 0,
    gone: 0,
  });
  const reached = planCoverage(counted, bases, {
    'non-asn': movement('non-asn'),
    desa: movement('desa'),
    rentan: movement('rentan'),
  });
  const { wanted, persons, lacking, spare, candidates } = choice;
  const sources = [...new Set(budget.lines.map((line) => line.fundSource))];
  return {
    now: copy(now),
    reached: copy(reached),
    wanted,
    persons,
    lacking,
    cost: budget.total,
    spare:
      spare === null || target.goal.kind !== 'budget' ? null : target.goal.amount - budget.total,
    costPerPoint: costPerPoint(budget.total, persons, reached.workers),
    candidates: candidates.persons,
    unpriced: candidates.unpriced,
    leavingSoon: candidates.leavingSoon,
    toCheck: candidates.toCheck,
    bySource: partsBy(budget.lines, (line) => line.fundSource, peopleOn),
    byMonth: budget.byMonth.map((row) => ({ ...row })),
    sourceMonths: sources.map((fundSource) => ({
      fundSource,
      amounts: budget.months.map((_, at) =>
        budget.lines.reduce(
          (sum, line) => (line.fundSource === fundSource ? sum + (line.amounts[at] ?? 0) : sum),
          0,
        ),
      ),
    })),
    groups: groupsOf(ground, units, choice),
    curve: curveOf(choice, reached.workers, now.active),
  };
}

function monthNumber(month: string): number {
  return Number(month.slice(5, 7)) - 1;
}

function copy(coverage: ReturnType<typeof planCoverage>): TargetView['now'] {
  return { ...coverage, segments: coverage.segments.map((one) => ({ ...one })) };
}

function onlyChosen(
  { groups }: PlanGround,
  chosen: ReadonlyMap<number, number>,
): PlanGround['groups'] {
  const persons = new Int32Array(groups.size);
  for (const [row, count] of chosen) persons[row] = count;
  return { ...groups, persons };
}

type Choice = ReturnType<typeof chooseForTarget>;
type TargetGroup = TargetView['groups']['unit'][number];

/** Candidates and the chosen by what the reader may want to see them by; each list adds up to the whole. */
function groupsOf(
  ground: PlanGround,
  units: readonly PlanUnit[],
  choice: Choice,
): TargetView['groups'] {
  const { groups } = ground;
  const workers = planCoverage(ground.counted, ground.bases).workers;
  const by = (keyOf: (row: number) => number, label: (key: number) => string): TargetGroup[] => {
    const counts = new Map<number, { candidates: number; persons: number; cost: number }>();
    for (const row of choice.candidates.rows) {
      const key = keyOf(row);
      const found = counts.get(key) ?? { candidates: 0, persons: 0, cost: 0 };
      counts.set(key, found);
      const taken = choice.chosen.get(row) ?? 0;
      found.candidates += valueAt(groups.persons, row);
      found.persons += taken;
      found.cost += taken * (choice.candidates.costs.get(row) ?? 0);
    }
    return [...counts]
      .toSorted(([a], [b]) => a - b)
      .map(([key, found]) => ({
        label: label(key),
        ...found,
        costPerPoint: costPerPoint(found.cost as Rupiah, found.persons, workers), // sums of whole rupiah
      }));
  };
  const rosterOf = (row: number) =>
    rosters.indexOf(groups.sorts[valueAt(groups.sort, row)]?.roster ?? 'rentan');
  return {
    roster: by(rosterOf, (key) => rosterLabels[rosters[key] ?? 'rentan']),
    unit: by(
      (row) => groups.unit[row] ?? -1,
      (key) => unitName(units[key]),
    ),
    desil: by(
      (row) => valueAt(groups.desil, row) || 11,
      (key) => (key > 10 ? 'Desil tidak diketahui' : `Desil ${key}`),
    ),
    risk: by(
      (row) => 3 - valueAt(groups.risk, row),
      (key) => riskNames[key] ?? '',
    ),
  };
}

const riskNames = ['Risiko tinggi', 'Risiko sedang', 'Risiko ringan', 'Risiko tidak diketahui'];

/** What has been spent and reached after each twentieth of the chosen, in their order. */
function curveOf(choice: Choice, workers: number, active: number): TargetView['curve'] {
  const points: TargetView['curve'] = [
    { persons: 0, cost: 0, basisPoints: shareInBasisPoints(active, workers) },
  ];
  const stops = Array.from({ length: 20 }, (_, at) => Math.ceil((choice.persons * (at + 1)) / 20));
  let persons = 0;
  let cost = 0;
  let at = 0;
  for (const row of choice.candidates.rows) {
    const taken = choice.chosen.get(row) ?? 0;
    const each = choice.candidates.costs.get(row) ?? 0;
    let left = taken;
    for (
      let stop = stops[at];
      left > 0 && stop !== undefined && persons + left >= stop;
      stop = stops[at]
    ) {
      const step = Math.max(0, stop - persons);
      persons += step;
      cost += step * each;
      left -= step;
      at += 1;
      if (step > 0) {
        const basisPoints = shareInBasisPoints(active + persons, workers);
        points.push({ persons, cost, basisPoints });
      }
    }
    persons += left;
    cost += left * each;
  }
  return points;
}
