/** Coverage of a plan: what is counted, over what, from where and of which day; and what a point of it costs. */
import type { CivilDate, Rupiah } from './brand.ts';
import { shareInBasisPoints } from './coverage.ts';
import { divideRounded, rupiah } from './money.ts';
import { type PlanGroups, planMarks, valueAt } from './plan-groups.ts';
import type { PlanPeople } from './plan-people.ts';
import { enrolments, type Roster, rosters } from './segments.ts';

/** The three rosters and all other workers of the regency. */
export const coverageSegments = [...rosters, 'other'] as const;
export type CoverageSegment = (typeof coverageSegments)[number];

/** A denominator (and, for other workers, a numerator) that the regency names itself. */
export interface CoverageBasis {
  readonly segment: CoverageSegment;
  readonly workers: number;
  /** Given for other workers only: the rosters' own is counted. */
  readonly active: number | null;
  readonly source: string;
  readonly asOf: CivilDate;
}

/** One segment's coverage with where its denominator is from. */
export interface SegmentCoverage {
  readonly segment: CoverageSegment;
  readonly active: number;
  readonly workers: number;
  readonly basisPoints: number | null;
  /** Null: counted from the roster itself. */
  readonly source: string | null;
  readonly asOf: CivilDate | null;
}

export interface PlanCoverage {
  readonly segments: readonly SegmentCoverage[];
  readonly active: number;
  readonly workers: number;
  readonly basisPoints: number | null;
}

const aktif = enrolments.indexOf('aktif');

/** Living people and their active memberships by roster and by unit; a person in two rosters counts once. */
export interface CountedPeople {
  readonly workers: Readonly<Record<Roster, number>>;
  readonly active: Readonly<Record<Roster, number>>;
}

/** Counts the living of each roster, those of a second roster left out. */
export function countPeople(groups: PlanGroups): CountedPeople {
  const workers: Record<Roster, number> = { 'non-asn': 0, desa: 0, rentan: 0 };
  const active: Record<Roster, number> = { 'non-asn': 0, desa: 0, rentan: 0 };
  for (let row = 0; row < groups.size; row += 1) {
    if (!isCounted(groups, row)) continue;
    const roster = groups.sorts[valueAt(groups.sort, row)]?.roster;
    if (roster === undefined) continue;
    const persons = valueAt(groups.persons, row);
    workers[roster] += persons;
    if (groups.enrolment[row] === aktif) active[roster] += persons;
  }
  return { workers, active };
}

/** False for the dead and for a person's second row. */
export function isCounted(groups: PlanGroups, row: number): boolean {
  const mark = planMarks[valueAt(groups.mark, row)];
  return mark === 'none' || mark === 'covered-elsewhere';
}

/** How a plan changes the counts of a roster by its last month. */
export interface PlanMovement {
  /** Not active now, paid for in the last month. */
  readonly added: number;
  /** Active now, no longer paid for in the last month. */
  readonly lost: number;
  /** Recruited, and left: they change how many workers a roster holds. */
  readonly joined: number;
  readonly gone: number;
}

const still: PlanMovement = { added: 0, lost: 0, joined: 0, gone: 0 };
export type PlanMovements = Readonly<Record<Roster, PlanMovement>>;

/** What a plan's people change by the month `last` (0…11). `recruited` persons stand among the added. */
export function movementsOf(
  people: PlanPeople,
  last: number,
  recruited: ReadonlyMap<Roster, number>,
): PlanMovements {
  const result: Record<Roster, PlanMovement> = { 'non-asn': still, desa: still, rentan: still };
  for (const { sort, active, twice, to, persons } of people.cells) {
    if (twice) continue;
    const before = result[sort.roster];
    const ends = to < last;
    result[sort.roster] = {
      ...before,
      added: before.added + (active || ends ? 0 : persons),
      lost: before.lost + (active && ends ? persons : 0),
      gone: before.gone + (ends ? persons : 0),
    };
  }
  for (const roster of rosters) {
    result[roster] = { ...result[roster], joined: recruited.get(roster) ?? 0 };
  }
  return result;
}

/** Coverage now, or after movements. Denominators the regency named stand as they are; counted ones follow the rosters. */
export function planCoverage(
  counted: CountedPeople,
  bases: readonly CoverageBasis[],
  movements?: PlanMovements,
): PlanCoverage {
  const segments = coverageSegments.flatMap((segment): SegmentCoverage[] => {
    const basis = bases.find((one) => one.segment === segment);
    if (segment === 'other') {
      if (basis === undefined) return [];
      return [line(segment, basis.active ?? 0, basis.workers, basis)];
    }
    const { added, lost, joined, gone } = movements?.[segment] ?? still;
    const active = counted.active[segment] + added - lost;
    const workers = basis?.workers ?? counted.workers[segment] + joined - gone;
    return [line(segment, active, workers, basis)];
  });
  const active = segments.reduce((sum, one) => sum + one.active, 0);
  const workers = segments.reduce((sum, one) => sum + one.workers, 0);
  return { segments, active, workers, basisPoints: shareInBasisPoints(active, workers) };
}

function line(
  segment: CoverageSegment,
  active: number,
  workers: number,
  basis: CoverageBasis | undefined,
): SegmentCoverage {
  return {
    segment,
    active,
    workers,
    basisPoints: shareInBasisPoints(active, workers),
    source: basis?.source ?? null,
    asOf: basis?.asOf ?? null,
  };
}

/**
 * What one percentage point costs: cost × denominator ÷ (persons added × 100), half-up, whole rupiah; null where nobody
 * is added. Persons and denominator are those printed beside it.
 */
export function costPerPoint(cost: Rupiah, added: number, workers: number): Rupiah | null {
  if (added <= 0) return null;
  const exact = divideRounded(BigInt(cost) * BigInt(workers), BigInt(added) * 100n, 'half-up');
  return rupiah(Number(exact));
}
