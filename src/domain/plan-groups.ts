/** The workers of a year gathered into compact columns: read once, recomputed from as often as an assumption moves. */
import type { Month, Sen } from './brand.ts';
import {
  type EmployerGroup,
  type Enrolment,
  enrolments,
  type FundSource,
  type Roster,
  type Segment,
} from './segments.ts';

/** Why someone is not counted unless asked for: dead, in a roster before this one, paid for by another employer. */
export const planMarks = ['none', 'deceased', 'other-roster', 'covered-elsewhere'] as const;
export type PlanMark = (typeof planMarks)[number];

/** Everything about a worker that decides the premium, except the unit and the days of life. */
export interface PlanSort {
  readonly roster: Roster;
  readonly employerGroup: EmployerGroup;
  readonly segment: Segment;
  readonly fundSource: FundSource | null;
  readonly wage: Sen | null;
  /** Given for village officials only. */
  readonly position: string | null;
  /** First and last month of work inside the year. */
  readonly from: Month | null;
  readonly to: Month | null;
}

/** One worker as the store tells it. */
export interface PlanPerson extends PlanSort {
  /** Place of the unit in the list of units; −1 for none. */
  readonly unit: number;
  /** `birthCode`, or 0. */
  readonly birth: number;
  readonly enrolment: Enrolment;
  readonly mark: PlanMark;
  /** 0 is unknown. */
  readonly desil: number;
  /** 1 slight … 3 high; 0 is unknown. */
  readonly risk: number;
}

/**
 * Equal workers as columns: row i of every array speaks of the same group. Groups stand in an order that does not
 * depend on the order of people.
 */
export interface PlanGroups {
  readonly year: number;
  readonly sorts: readonly PlanSort[];
  readonly size: number;
  readonly sort: Int32Array;
  readonly unit: Int32Array;
  readonly birth: Int32Array;
  readonly enrolment: Uint8Array;
  readonly mark: Uint8Array;
  readonly desil: Uint8Array;
  readonly risk: Uint8Array;
  readonly persons: Int32Array;
}

/** A column's value of a row. */
export function valueAt(column: Int32Array | Uint8Array | Float64Array, row: number): number {
  return column[row] ?? 0;
}

/** Collects people one by one; `finish` gives the columns and says where each person's group went. */
export interface PlanGroupsBuilder {
  /** Returns a provisional number of the group; `finish().place` turns it into a row. */
  readonly add: (person: PlanPerson) => number;
  readonly finish: () => { readonly groups: PlanGroups; readonly place: Int32Array };
}

/** Months since year 0 of the birth, doubled, plus 1 for those born on the first; 0 where age decides nothing that year. */
export function birthCode(birth: string | null, year: number): number {
  if (birth === null) return 0;
  const born = Number(birth.slice(0, 4));
  if (!(born > 0) || year - born < 49) return 0;
  // Past ninety only the fact matters.
  if (year - born > 90) return (year - 90) * 24;
  return (born * 12 + Number(birth.slice(5, 7)) - 1) * 2 + (birth.slice(8, 10) === '01' ? 1 : 0);
}

function sortKey(one: PlanSort): string {
  const { roster, employerGroup, segment, fundSource, wage, position, from, to } = one;
  return `${roster}|${employerGroup}|${segment}|${fundSource ?? ''}|${wage ?? ''}|${from ?? ''}|${to ?? ''}|${position ?? ''}`;
}

interface Collected {
  readonly sort: number;
  readonly unit: number;
  readonly birth: number;
  readonly bits: number;
  persons: number;
}

const bitsOf = (enrolment: number, mark: number, desil: number, risk: number): number =>
  ((enrolment * 4 + mark) * 16 + desil) * 4 + risk;

/** Makes a builder for a fiscal year. */
export function planGroupsBuilder(year: number): PlanGroupsBuilder {
  const sorts: PlanSort[] = [];
  const keys: string[] = [];
  const sortOf = new Map<string, number>();
  const found = new Map<string, number>();
  const groups: Collected[] = [];

  function placeOfSort(person: PlanPerson): number {
    const key = sortKey(person);
    const known = sortOf.get(key);
    if (known !== undefined) return known;
    const { roster, employerGroup, segment, fundSource, wage, position, from, to } = person;
    sorts.push({ roster, employerGroup, segment, fundSource, wage, position, from, to });
    keys.push(key);
    sortOf.set(key, sorts.length - 1);
    return sorts.length - 1;
  }

  function add(person: PlanPerson): number {
    const sort = placeOfSort(person);
    const { unit, birth, enrolment, mark, desil, risk } = person;
    const bits = bitsOf(enrolments.indexOf(enrolment), planMarks.indexOf(mark), desil, risk);
    const key = `${sort}/${unit}/${birth}/${bits}`;
    const known = found.get(key);
    const group = known === undefined ? undefined : groups[known];
    if (known !== undefined && group !== undefined) {
      group.persons += 1;
      return known;
    }
    groups.push({ sort, unit, birth, bits, persons: 1 });
    found.set(key, groups.length - 1);
    return groups.length - 1;
  }

  return {
    add,
    finish() {
      const order = [...keys.keys()].sort((a, b) => compareText(keys[a] ?? '', keys[b] ?? ''));
      const rank = new Int32Array(sorts.length);
      for (const [at, old] of order.entries()) rank[old] = at;
      return settle(
        year,
        order.flatMap((old) => sorts[old] ?? []),
        groups,
        rank,
      );
    },
  };
}

function settle(
  year: number,
  sorts: readonly PlanSort[],
  groups: readonly Collected[],
  rank: Int32Array,
): { groups: PlanGroups; place: Int32Array } {
  const size = groups.length;
  const columns = {
    sort: new Int32Array(size),
    unit: new Int32Array(size),
    birth: new Int32Array(size),
    enrolment: new Uint8Array(size),
    mark: new Uint8Array(size),
    desil: new Uint8Array(size),
    risk: new Uint8Array(size),
    persons: new Int32Array(size),
  };
  const place = new Int32Array(size);
  const order = [...groups.keys()].sort((left, right) => {
    const [a, b] = [groups[left], groups[right]];
    if (a === undefined || b === undefined) return 0;
    return (
      (rank[a.sort] ?? 0) - (rank[b.sort] ?? 0) ||
      a.unit - b.unit ||
      a.birth - b.birth ||
      a.bits - b.bits
    );
  });
  for (const [row, old] of order.entries()) {
    const group = groups[old];
    if (group === undefined) continue;
    place[old] = row;
    columns.sort[row] = rank[group.sort] ?? 0;
    columns.unit[row] = group.unit;
    columns.birth[row] = group.birth;
    columns.risk[row] = group.bits % 4;
    columns.desil[row] = Math.floor(group.bits / 4) % 16;
    columns.mark[row] = Math.floor(group.bits / 64) % 4;
    columns.enrolment[row] = Math.floor(group.bits / 256);
    columns.persons[row] = group.persons;
  }
  return { groups: { year, sorts, size, ...columns }, place };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
