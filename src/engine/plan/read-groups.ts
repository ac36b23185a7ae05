/** Reads the workers of a year into columns: in a worker thread, once for each state of the store. */
import type { Month, Sen } from '../../domain/brand.ts';
import {
  birthCode,
  type PlanGroups,
  type PlanMark,
  planGroupsBuilder,
} from '../../domain/plan-groups.ts';
import {
  countPlanPeople,
  entriesThatCount,
  iteratePlanPeople,
  listPlanUnits,
  type PlanPersonRow,
  type PlanUnit,
} from '../../store/plan-people.ts';
import type { ReadStore } from '../../store/store.ts';
import { jobRiskTable } from './job-risk.ts';

export interface PlanData {
  readonly groups: PlanGroups;
  readonly units: readonly PlanUnit[];
  /** Entries and the group of each; both empty unless asked for. */
  readonly entries: Int32Array;
  readonly groupOf: Int32Array;
}

/** `progress` is called now and then with the people read so far. */
export function readPlanData(
  store: ReadStore,
  resourcesDir: string,
  year: number,
  options: {
    readonly withEntries?: boolean;
    readonly progress?: (done: number, total: number) => void;
  } = {},
): PlanData {
  const units = listPlanUnits(store);
  const placeOfUnit = new Map(units.map(({ id }, place) => [id, place]));
  const riskOf = jobRiskTable(resourcesDir);
  const counting = entriesThatCount(store);
  const builder = planGroupsBuilder(year);
  const total = countPlanPeople(store);
  const entries = new Int32Array(options.withEntries === true ? total : 0);
  const provisional = new Int32Array(entries.length);
  let done = 0;
  for (const row of iteratePlanPeople(store)) {
    const group = builder.add(personOf(row, year, placeOfUnit, riskOf, counting));
    if (entries.length > 0) {
      entries[done] = row[0];
      provisional[done] = group;
    }
    done += 1;
    if (done % 4096 === 0) options.progress?.(done, total);
  }
  const { groups, place } = builder.finish();
  return { groups, units, entries, groupOf: provisional.map((group) => place[group] ?? 0) };
}

function personOf(
  row: PlanPersonRow,
  year: number,
  placeOfUnit: ReadonlyMap<number, number>,
  riskOf: (job: string) => number,
  counting: ReadonlyMap<number, number>,
) {
  const [entry, person, roster, employerGroup, segment, fundSource, wage, position, jobKind] = row;
  const [, , , , , , , , , unitId, start, end, desil, birth, deceased, enrolment, elsewhere] = row;
  const counts = counting.get(person) ?? entry;
  const mark: PlanMark =
    deceased === 1
      ? 'deceased'
      : counts !== entry
        ? 'other-roster'
        : elsewhere === 1
          ? 'covered-elsewhere'
          : 'none';
  return {
    roster,
    employerGroup,
    segment,
    fundSource,
    // The store's columns are CHECKed to these shapes.
    wage: wage as Sen | null,
    position: employerGroup === 'perangkat-desa' ? position : null,
    from: start !== null && start >= `${year}-01-01` ? (start.slice(0, 7) as Month) : null,
    to: end !== null && end < `${year}-12-01` ? (end.slice(0, 7) as Month) : null,
    unit: unitId === null ? -1 : (placeOfUnit.get(unitId) ?? -1),
    birth: birthCode(birth, year),
    enrolment,
    mark,
    desil: desil ?? 0,
    risk: riskOf(jobKind ?? position ?? ''),
  };
}
