/** From groups and assumptions to the people priced: who counts, until which month, and who is left out and why. */
import { apportion } from './apportion.ts';
import type { Month } from './brand.ts';
import type { BudgetGroup } from './budget-types.ts';
import { monthIndexOf, monthOfIndex } from './month.ts';
import { lastMonthsByAge } from './plan-ages.ts';
import {
  type PlanGroups,
  type PlanMark,
  type PlanSort,
  planMarks,
  valueAt,
} from './plan-groups.ts';
import { type PlanAssumptions, rosterOfGroup } from './plan-types.ts';
import { type Enrolment, enrolments, type Roster, rosters } from './segments.ts';

/** Why people of a scope are not priced. */
export type PlanLeftOut = Exclude<PlanMark, 'none'> | 'over-65' | 'retired';

/** People alike in sort, unit and months. */
export interface PlanCell {
  readonly sort: PlanSort;
  /** Place in the list of units; −1 for none. */
  readonly unit: number;
  /** First and last month paid for, 0…11. */
  readonly from: number;
  readonly to: number;
  /** True for those whose membership is active already. */
  readonly active: boolean;
  /** True for rows of people who stand in a roster before this one: paid for again, never counted again. */
  readonly twice: boolean;
  readonly persons: number;
}

export interface PlanPeople {
  readonly cells: readonly PlanCell[];
  /** Those left out for being paid for elsewhere or twice: what their premium would have cost is the saving. */
  readonly excluded: readonly PlanCell[];
  readonly leftOut: readonly {
    readonly code: PlanLeftOut;
    readonly roster: Roster;
    readonly persons: number;
  }[];
  /** Active members of the scope who are not paid for even in its first month: too old, or left before it. */
  readonly departed: Readonly<Record<Roster, number>>;
  /** Non-ASN who leave as planned, the second rows of a person left out. */
  readonly leaving: number;
  /** Planned leavers for whom there was nobody left to leave. */
  readonly leaversTooMany: number;
}

/** What the law and the year add to the assumptions. */
export interface PlanFrame {
  /** Highest age of BPU registration: paid for until the day before the birthday after it. */
  readonly bpuMaxAge: number;
  /** False gathers people of all units in one cell of unit −1; planned leavers still leave unit by unit. */
  readonly byUnit?: boolean;
  /** Place of a unit id in the list of units, −1 where there is none. */
  readonly unitPlace: (unitId: number) => number;
}

/** Persons of each row that are chosen for enrolment, for scenarios with a target; absent rows count 0. */
export type ChosenPersons = ReadonlyMap<number, number>;

const aktif = enrolments.indexOf('aktif');
const missing = enrolments.indexOf('belum');

/** Whether a scope counts an enrolment state. */
function inScope(scope: PlanAssumptions['scope'], enrolment: number): boolean {
  if (scope === 'active') return enrolment === aktif;
  return scope === 'missing' ? enrolment === missing : true;
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Months of work of each sort within the months of the plan; null outside. */
function windowsOf(groups: PlanGroups, from: Month, to: Month): readonly (Window | null)[] {
  const january = groups.year * 12;
  const [start, end] = [monthIndexOf(from) - january, monthIndexOf(to) - january];
  return groups.sorts.map((sort) => {
    const first = sort.from === null ? 0 : monthIndexOf(sort.from) - january;
    const last = sort.to === null ? 11 : monthIndexOf(sort.to) - january;
    const window = { from: Math.max(start, first, 0), to: Math.min(end, last, 11) };
    return window.from > window.to ? null : window;
  });
}

interface Tally {
  readonly cells: Map<number, number>;
  readonly unitCount: number;
}

// A cell's number: sort, unit (shifted by one), first month, last month, counted twice, active.
function cellNumber(unitCount: number, sort: number, unit: number, months: Window, bits: number) {
  return (((sort * unitCount + unit + 1) * 12 + months.from) * 12 + months.to) * 4 + bits;
}

function addTo(tally: Tally, cell: number, persons: number): void {
  tally.cells.set(cell, (tally.cells.get(cell) ?? 0) + persons);
}

function cellsOf(groups: PlanGroups, tally: Tally): PlanCell[] {
  return [...tally.cells]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, persons]): PlanCell[] => {
      const active = number % 2 === 1;
      const twice = Math.floor(number / 2) % 2 === 1;
      const to = Math.floor(number / 4) % 12;
      const from = Math.floor(number / 48) % 12;
      const rest = Math.floor(number / 576);
      const sort = groups.sorts[Math.floor(rest / tally.unitCount)];
      if (sort === undefined) return [];
      return [{ sort, unit: (rest % tally.unitCount) - 1, from, to, active, twice, persons }];
    });
}

/** How many units cells tell apart, none among them, and the unit of a row; −1 for all where they are not told apart. */
function unitsOf(groups: PlanGroups, byUnit: boolean) {
  if (!byUnit) return { unitCount: 1, unitOf: () => -1 };
  const unitCount = groups.unit.reduce((most, unit) => Math.max(most, unit), -1) + 2;
  return { unitCount, unitOf: (row: number) => groups.unit[row] ?? -1 };
}

function counter() {
  const counts = new Map<string, number>();
  return {
    add(code: PlanLeftOut, roster: Roster, persons: number) {
      const key = `${code}|${roster}`;
      counts.set(key, (counts.get(key) ?? 0) + persons);
    },
    list(): PlanPeople['leftOut'] {
      return [...counts.keys()].sort().flatMap((key) => {
        const [code, name] = key.split('|');
        const roster = rosters.find((one) => one === name);
        if (roster === undefined) return [];
        return [{ code: code as PlanLeftOut, roster, persons: counts.get(key) ?? 0 }]; // keys are made above
      });
    },
  };
}

/**
 * Applies a scenario's assumptions. `chosen` names the persons a target adds, from `target.from` on. Nobody is counted
 * twice: rows of another roster are left out unless `includeCovered`. The result does not depend on the order of people.
 */
export function applyAssumptions(
  groups: PlanGroups,
  assumptions: PlanAssumptions,
  frame: PlanFrame,
  chosen: ChosenPersons = new Map(),
): PlanPeople {
  // Leavers are shared out over the cells: the same ones leave whether units are told apart afterwards or not.
  const byUnit = frame.byUnit !== false || assumptions.leavings.length > 0;
  const { unitCount, unitOf } = unitsOf(groups, byUnit);
  const lastMonths = lastMonthsByAge(groups, assumptions, frame.bpuMaxAge);
  const included: Tally = { cells: new Map(), unitCount };
  const excluded: Tally = { cells: new Map(), unitCount };
  const left = counter();
  const departed: Record<Roster, number> = { 'non-asn': 0, desa: 0, rentan: 0 };
  const windows = windowsOf(groups, assumptions.from, assumptions.to);
  const start =
    assumptions.target === null ? 0 : monthIndexOf(assumptions.target.from) - groups.year * 12;
  for (let row = 0; row < groups.size; row += 1) {
    const enrolment = valueAt(groups.enrolment, row);
    const whole = inScope(assumptions.scope, enrolment);
    const persons = whole ? valueAt(groups.persons, row) : (chosen.get(row) ?? 0);
    const at = valueAt(groups.sort, row);
    const sort = groups.sorts[at];
    const window = windows[at];
    if (persons === 0 || sort === undefined || window == null) continue;
    const mark = planMarks[valueAt(groups.mark, row)] ?? 'none';
    const last = lastMonths[row] ?? 11;
    const months = {
      from: whole ? window.from : Math.max(window.from, start),
      to: Math.min(window.to, last),
    };
    const reason = leftOutFor(mark, months, window, last, sort, assumptions.includeCovered);
    if (reason !== null) left.add(reason, sort.roster, persons);
    departed[sort.roster] += departedOf(reason, mark, enrolment, persons);
    if (months.to < months.from || mark === 'deceased') continue;
    const bits = (mark === 'other-roster' ? 2 : 0) + (enrolment === aktif ? 1 : 0);
    const number = cellNumber(unitCount, at, unitOf(row), months, bits);
    addTo(reason === null ? included : excluded, number, persons);
  }
  const { cells, tooMany, leaving, gone } = withLeavings(
    cellsOf(groups, included),
    assumptions,
    groups.year,
  );
  return {
    cells: [...cells, ...recruited(assumptions, groups.year, frame)],
    excluded: cellsOf(groups, excluded),
    leftOut: left.list(),
    departed: { ...departed, 'non-asn': departed['non-asn'] + gone },
    leaving,
    leaversTooMany: tooMany,
  };
}

/** Persons whose membership ends with the plan: counted once, and only while it is active. */
function departedOf(
  reason: PlanLeftOut | null,
  mark: PlanMark,
  enrolment: number,
  persons: number,
): number {
  const byAge = reason === 'over-65' || reason === 'retired';
  return byAge && mark !== 'other-roster' && enrolment === aktif ? persons : 0;
}

function leftOutFor(
  mark: PlanMark,
  months: Window,
  window: Window,
  last: number,
  sort: PlanSort,
  includeCovered: boolean,
): PlanLeftOut | null {
  if (mark === 'deceased') return mark;
  if (months.to < months.from) {
    if (last >= window.to) return null;
    return sort.segment === 'bpu' ? 'over-65' : 'retired';
  }
  return mark === 'none' || includeCovered ? null : mark;
}

function recruited(assumptions: PlanAssumptions, year: number, frame: PlanFrame): PlanCell[] {
  const january = year * 12;
  const to = Math.min(11, monthIndexOf(assumptions.to) - january);
  return assumptions.recruitments.flatMap((one): PlanCell[] => {
    const from = Math.max(monthIndexOf(one.from), monthIndexOf(assumptions.from)) - january;
    if (one.persons === 0 || from > to) return [];
    const { employerGroup, segment, fundSource, wage } = one;
    const roster = rosterOfGroup(employerGroup);
    const sort = {
      roster,
      employerGroup,
      segment,
      fundSource,
      wage,
      position: null,
      from: null,
      to: null,
    };
    const unit = one.unitId === null ? -1 : frame.unitPlace(one.unitId);
    return [{ sort, unit, from, to, active: false, twice: false, persons: one.persons }];
  });
}

/** Leavers are taken from all non-ASN alike, in proportion, the largest remainders first: nobody knows their names yet. */
function withLeavings(
  cells: readonly PlanCell[],
  { leavings }: PlanAssumptions,
  year: number,
): {
  cells: readonly PlanCell[];
  tooMany: number;
  /** All who leave, and those of them who are active and gone before the plan's first month. */
  leaving: number;
  gone: number;
} {
  let current = cells;
  let tooMany = 0;
  let leaving = 0;
  let goneBefore = 0;
  // The earlier first: who has left cannot leave again.
  const inTime = leavings.toSorted((a, b) => monthIndexOf(a.from) - monthIndexOf(b.from));
  for (const { persons, from } of inTime) {
    const month = monthIndexOf(from) - year * 12;
    const open = current.map((cell) =>
      cell.sort.employerGroup === 'non-asn' && cell.to >= month ? cell.persons : 0,
    );
    const pool = open.reduce((sum, count) => sum + count, 0);
    const leave = Math.min(persons, pool);
    tooMany += persons - leave;
    const parts =
      pool === 0
        ? []
        : apportion(
            open.map((count) => BigInt(count) * BigInt(leave)),
            BigInt(pool),
            BigInt(leave),
          );
    current = current.flatMap((cell, at): PlanCell[] => {
      const gone = Number(parts[at] ?? 0n);
      if (gone === 0) return [cell];
      const stays = { ...cell, persons: cell.persons - gone };
      const leaves = { ...cell, persons: gone, to: month - 1 };
      if (!cell.twice) leaving += gone;
      if (!cell.twice && cell.active && leaves.to < leaves.from) goneBefore += gone;
      return [stays, leaves].filter((one) => one.persons > 0 && one.to >= one.from);
    });
  }
  return { cells: current, tooMany, leaving, gone: goneBefore };
}

/** Cells as the budget takes them; `unitId` gives the name a unit is booked under. */
export function budgetGroupsOf(
  cells: readonly PlanCell[],
  year: number,
  unitName: (unit: number) => string | null = () => null,
): BudgetGroup[] {
  return cells.map(({ sort, unit, from, to, persons }) => ({
    unit: unitName(unit),
    roster: sort.roster,
    segment: sort.segment,
    employerGroup: sort.employerGroup,
    fundSource: sort.fundSource,
    wage: sort.wage,
    position: sort.position,
    persons,
    from: monthOfIndex(year * 12 + from),
    to: monthOfIndex(year * 12 + to),
  }));
}

/** The enrolment words in the order of the columns. */
export function enrolmentAt(groups: PlanGroups, row: number): Enrolment {
  return enrolments[valueAt(groups.enrolment, row)] ?? 'belum';
}
