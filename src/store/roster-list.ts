/** The entries of a roster that a filter lets through, in an order: their head, all of them, and their number. */
import { type Enrolment, enrolments } from '../domain/segments.ts';
import { membership, type NamedRow, noMembers } from './roster/members.ts';
import { joined, type Narrowed, namesIndex, narrow, type RosterFilter } from './roster/narrow.ts';
import { byName, idsInRun, keyOf, type RosterSort, runsOf } from './roster/roster-order.ts';
import type { Condition } from './roster/search-words.ts';
import type { ReadSql, ReadStore } from './store.ts';

const idsAtOnce = 5_000;
const namesAtOnce = 5_000;

/** A filtered roster. What its words and filters come to was looked up when it was made. */
export interface RosterList {
  /** True when the whole list is at hand in one short query. */
  readonly few: boolean;
  /** The first ids in order: the list need not be made for them. */
  readonly first: (sort: RosterSort, limit: number) => number[];
  /**
   * Every id in order, a slice at a time: each step is one query of some milliseconds, and between two of them the
   * store may be used for something else. Ask its version before each: a list over two states is no list.
   */
  readonly slices: (sort: RosterSort) => Generator<readonly number[]>;
  /** The number of entries in parts to be added up; each step some milliseconds. */
  readonly counts: () => Generator<number>;
  /** The queries whose answers, one after the other, are the list. */
  readonly queries: (sort: RosterSort) => readonly Condition[];
}

/** The list of a filter. */
export function rosterList({ sql }: ReadStore, filter: RosterFilter): RosterList {
  const narrowed = narrow(sql, filter);
  const { few, walked, together } = narrowed;
  const sorted = walked === together;
  const queries = (sort: RosterSort) =>
    runsOf(sql, sort).map((run) => idsInRun(walked, run, { sorted }));
  return {
    few,
    first(sort, limit) {
      const ids: number[] = [];
      for (const query of queries(sort)) {
        if (ids.length >= limit) break;
        ids.push(...sql.pluck<number>(`${query.sql} LIMIT ?`, ...query.params, limit - ids.length));
      }
      return ids;
    },
    slices: (sort) => slicesOf(sql, filter, narrowed, sort),
    counts: () => counts(sql, filter, narrowed),
    queries,
  };
}

/** Ids of every entry the filter lets through, in order (4 bytes each). */
export function listEntryIds(store: ReadStore, filter: RosterFilter, sort: RosterSort): Int32Array {
  return Int32Array.from([...rosterList(store, filter).slices(sort)].flat());
}

function slicesOf(
  sql: ReadSql,
  filter: RosterFilter,
  narrowed: Narrowed,
  sort: RosterSort,
): Generator<readonly number[]> {
  if (sort.by === 'enrolment') return byEnrolment(sql, filter, narrowed, sort.descending);
  if (sort.by === 'name') return inNames(sql, filter, narrowed, sort.descending);
  return inOrder(sql, filter, narrowed, sort);
}

/** In the order of names, which one index answers. */
function* inNames(
  sql: ReadSql,
  { roster }: RosterFilter,
  { together, inNames: asked, among }: Narrowed,
  descending: boolean,
): Generator<readonly number[]> {
  const run = byName(descending);
  if (together !== null) {
    yield allOf(sql, idsInRun(together, run, { sorted: true }));
    return;
  }
  const steps = membership(sql, among);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield [];
  const passes = step.value;
  for (const range of nameRanges(sql, roster, descending)) {
    const conditions = [...asked, range];
    yield passes === null
      ? allOf(sql, idsInRun(conditions, run))
      : rowsOf(sql, idsInRun(conditions, run, { withPerson: true }))
          .filter(passes)
          .map(([id]) => id);
  }
}

/** In another order: who is in the list is read in the order of names, then the whole roster in the order asked for. */
function* inOrder(
  sql: ReadSql,
  filter: RosterFilter,
  narrowed: Narrowed,
  sort: RosterSort,
): Generator<readonly number[]> {
  const { together } = narrowed;
  const runs = runsOf(sql, sort);
  if (together !== null) {
    for (const run of runs) yield allOf(sql, idsInRun(together, run, { sorted: true }));
    return;
  }
  const ofRoster = { sql: 'e.roster = ?', params: [filter.roster] };
  const everybody = narrowed.inNames.length === 1 && narrowed.among.length === 0;
  const members = everybody ? null : noMembers(sql, 'entry');
  if (members !== null) {
    for (const ids of inNames(sql, filter, narrowed, false)) {
      members.add(ids);
      yield [];
    }
  }
  for (const run of runs) {
    for (let after: number | null = null; ; ) {
      const query = idsInRun([ofRoster], run, { after: keyOf(sql, run, after) });
      const ids = sql.pluck<number>(`${query.sql} LIMIT ?`, ...query.params, idsAtOnce);
      if (ids.length > 0) yield members === null ? ids : ids.filter(members.has);
      if (ids.length !== idsAtOnce) break;
      after = ids.at(-1) ?? null;
    }
  }
}

function* counts(sql: ReadSql, filter: RosterFilter, narrowed: Narrowed): Generator<number> {
  const { together, inNames: asked, among } = narrowed;
  if (together !== null || among.length > 0) {
    for (const ids of inNames(sql, filter, narrowed, false)) yield ids.length;
    return;
  }
  const { sql: where, params } = joined(asked);
  for (const range of nameRanges(sql, filter.roster, false)) {
    yield sql.pluck<number>(
      `SELECT count(*) FROM roster_entry e INDEXED BY ${namesIndex} WHERE ${where} AND ${range.sql}`,
      ...params,
      ...range.params,
    )[0] ?? 0;
  }
}

function allOf(sql: ReadSql, query: Condition): number[] {
  return sql.pluck<number>(query.sql, ...query.params);
}

function rowsOf(sql: ReadSql, query: Condition): NamedRow[] {
  return [...sql.iterateRaw<NamedRow>(query.sql, ...query.params)];
}

/** Ranges of names, some thousand entries each, that together are the roster. */
function* nameRanges(sql: ReadSql, roster: string, descending: boolean): Generator<Condition> {
  const [from, upTo] = descending ? ['<=', '>'] : ['>=', '<'];
  for (let begin: string | null = descending ? null : ''; ; ) {
    const end = nameAfter(sql, roster, begin, descending);
    const begun = begin === null ? [] : [begin];
    const ended = end === null ? [] : [end];
    const bounds = [
      ...begun.map(() => `e.sort_name ${from} ?`),
      ...ended.map(() => `e.sort_name ${upTo} ?`),
    ];
    yield {
      sql: bounds.length === 0 ? 'e.sort_name IS NOT NULL' : bounds.join(' AND '),
      params: [...begun, ...ended],
    };
    if (end === null) return;
    begin = end;
  }
}

/** A name further on, by some thousand entries; null at the end. */
function nameAfter(
  sql: ReadSql,
  roster: string,
  begin: string | null,
  descending: boolean,
): string | null {
  const order = descending ? ' DESC' : '';
  const next = (comparison: string, skip: number) =>
    sql.pluck<string>(
      `SELECT sort_name FROM roster_entry INDEXED BY ${namesIndex} WHERE roster = ?${
        begin === null ? '' : ` AND sort_name ${comparison} ?`
      } ORDER BY sort_name${order} LIMIT 1 OFFSET ?`,
      roster,
      ...(begin === null ? [] : [begin]),
      skip,
    )[0] ?? null;
  const name = next(descending ? '<=' : '>=', namesAtOnce);
  return begin !== null && name === begin ? next(descending ? '<' : '>', 0) : name;
}

/** Enrolment has no index in name order: one pass, put into its groups here. */
function* byEnrolment(
  sql: ReadSql,
  filter: RosterFilter,
  narrowed: Narrowed,
  descending: boolean,
): Generator<readonly number[]> {
  const groups = new Map<Enrolment, number[]>(enrolments.map((one) => [one, []]));
  const unknown: number[] = [];
  for (const ids of inNames(sql, filter, narrowed, false)) {
    const rows = sql.iterateRaw<[number, Enrolment | null]>(
      `SELECT w.value, s.enrolment FROM json_each(?) w
       LEFT JOIN entry_state s ON s.entry_id = w.value ORDER BY w.key`,
      JSON.stringify(ids),
    );
    for (const [id, enrolment] of rows) {
      ((enrolment === null ? undefined : groups.get(enrolment)) ?? unknown).push(id);
    }
    yield [];
  }
  const known = [...groups.values()];
  yield [...(descending ? known.reverse() : known), unknown].flat();
}

export type { RosterFilter, RosterSort };
