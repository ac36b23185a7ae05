/**
 * Which entries of a roster a filter lets through, in which order. An order is a chain of runs: each run is one
 * index range, and what is unknown comes last whatever the direction, as in a spreadsheet.
 */
import {
  type Enrolment,
  type EntryStatus,
  enrolments,
  entryStatuses,
  type FundSource,
  type Roster,
} from '../domain/segments.ts';
import { type Condition, givesFew, type Narrowing, searchedFor } from './roster/search-words.ts';
import type { ReadSql, ReadStore, SqlValue } from './store.ts';

export interface RosterFilter {
  readonly roster: Roster;
  readonly unitId?: number | undefined;
  readonly status?: EntryStatus | undefined;
  readonly enrolment?: Enrolment | undefined;
  readonly fundSource?: FundSource | undefined;
  readonly hasNik?: boolean | undefined;
  /** Letters that the position or kind of work contains. */
  readonly position?: string | undefined;
  readonly search?: string | undefined;
}

export interface RosterSort {
  readonly by: 'name' | 'unit' | 'position' | 'birthDate' | 'wage' | 'status' | 'enrolment';
  readonly descending: boolean;
}

interface Run {
  readonly where?: Condition;
  readonly order: string;
  /** The columns of the order, for going on after a row. */
  readonly key: readonly string[];
  readonly descending: boolean;
}

const entries = 'roster_entry e';
const idsAtOnce = 10_000;
const namesAtOnce = 25_000;

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

/** The entries of a roster that a filter lets through. */
export function rosterList({ sql }: ReadStore, filter: RosterFilter): RosterList {
  const narrowed = narrow(sql, filter);
  const runs = (sort: RosterSort) =>
    sort.by === 'enrolment' ? enrolmentRuns(sql, sort.descending) : runsOf(sql, sort);
  return {
    few: narrowed.few,
    first(sort, limit) {
      const ids: number[] = [];
      for (const run of runs(sort)) {
        if (ids.length >= limit) break;
        const query = select(narrowed.walked, run, []);
        ids.push(...sql.pluck<number>(`${query.sql} LIMIT ?`, ...query.params, limit - ids.length));
      }
      return ids;
    },
    slices: (sort) =>
      sort.by === 'enrolment'
        ? byEnrolment(sql, narrowed, sort.descending)
        : inSlices(sql, narrowed, runsOf(sql, sort)),
    counts: () => counts(sql, filter.roster, narrowed),
    queries: (sort) => runs(sort).map((run) => select(narrowed.walked, run, [])),
  };
}

/** Ids of every entry the filter lets through, in order (4 bytes each). */
export function listEntryIds(store: ReadStore, filter: RosterFilter, sort: RosterSort): Int32Array {
  return Int32Array.from([...rosterList(store, filter).slices(sort)].flat());
}

function* inSlices(
  sql: ReadSql,
  { looked, together }: Narrowed,
  runs: readonly Run[],
): Generator<readonly number[]> {
  const atOnce = together ? -1 : idsAtOnce;
  for (const run of runs) {
    for (let after: number | null = null; ; ) {
      const query = select(looked, run, keyOf(sql, run, after));
      const ids = sql.pluck<number>(`${query.sql} LIMIT ?`, ...query.params, atOnce);
      if (ids.length > 0) yield ids;
      if (ids.length !== atOnce) break;
      after = ids.at(-1) ?? null;
    }
  }
}

function* counts(sql: ReadSql, roster: Roster, { looked, together }: Narrowed): Generator<number> {
  const { sql: where, params } = joined(looked);
  const count = (range: string, ...ends: readonly string[]) =>
    sql.pluck<number>(
      `SELECT count(*) FROM ${entries} WHERE ${where}${range}`,
      ...params,
      ...ends,
    )[0] ?? 0;
  if (together) {
    yield count('');
    return;
  }
  for (let from = ''; ; ) {
    const to = nameAfter(sql, roster, from);
    if (to === null) {
      yield count(' AND e.sort_name >= ?', from);
      return;
    }
    yield count(' AND e.sort_name >= ? AND e.sort_name < ?', from, to);
    from = to;
  }
}

/** A later name, some thousand entries on; null at the end. */
function nameAfter(sql: ReadSql, roster: Roster, from: string): string | null {
  const next = (condition: string, skip: number) =>
    sql.pluck<string>(
      `SELECT sort_name FROM roster_entry WHERE roster = ? AND sort_name ${condition} ? ORDER BY sort_name LIMIT 1 OFFSET ?`,
      roster,
      from,
      skip,
    )[0] ?? null;
  const name = next('>=', namesAtOnce);
  return name === from ? next('>', 0) : name;
}

/** Enrolment has no index in name order: one pass, put into its groups here. */
function* byEnrolment(
  sql: ReadSql,
  { looked }: Narrowed,
  descending: boolean,
): Generator<readonly number[]> {
  const groups = new Map<Enrolment, number[]>(enrolments.map((one) => [one, []]));
  const unknown: number[] = [];
  for (let after: number | null = null; ; ) {
    const query = select(looked, nameRun, keyOf(sql, nameRun, after));
    const rows: [number, Enrolment | null][] = [
      ...sql.iterateRaw<[number, Enrolment | null]>(
        `SELECT l.id, s.enrolment FROM (${query.sql} LIMIT ?) l LEFT JOIN entry_state s ON s.entry_id = l.id`,
        ...query.params,
        idsAtOnce,
      ),
    ];
    for (const [id, enrolment] of rows) {
      ((enrolment === null ? undefined : groups.get(enrolment)) ?? unknown).push(id);
    }
    if (rows.length < idsAtOnce) break;
    after = rows.at(-1)?.[0] ?? null;
    yield [];
  }
  const known = [...groups.values()];
  yield [...(descending ? known.reverse() : known), unknown].flat();
}

function select(conditions: readonly Condition[], run: Run, after: readonly SqlValue[]): Condition {
  const own = run.where === undefined ? [] : [run.where];
  const { sql, params } = joined([...conditions, ...own]);
  const places = after.map(() => '?').join(', ');
  const later =
    after.length === 0
      ? ''
      : ` AND (${run.key.join(', ')}) ${run.descending ? '<' : '>'} (${places})`;
  return {
    sql: `SELECT e.id FROM ${entries} WHERE ${sql}${later} ORDER BY ${run.order}`,
    params: [...params, ...after],
  };
}

function joined(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map((condition) => condition.sql).join(' AND '),
    params: conditions.flatMap((condition) => condition.params),
  };
}

/** Where a row stands in a run's order; nothing for none. */
function keyOf(sql: ReadSql, { key }: Run, id: number | null): readonly SqlValue[] {
  if (id === null) return [];
  const row = sql.iterateRaw<SqlValue[]>(
    `SELECT ${key.join(', ')} FROM ${entries} WHERE e.id = ?`,
    id,
  );
  return [...row][0] ?? [];
}

function run(key: readonly string[], descending: boolean, where?: Condition): Run {
  const order = key.map((column) => (descending ? `${column} DESC` : column)).join(', ');
  return { key, descending, order, ...(where === undefined ? {} : { where }) };
}

const nameKey = ['e.sort_name', 'e.id'];
const nameRun = run(nameKey, false);

function runsOf(sql: ReadSql, { by, descending }: RosterSort): readonly Run[] {
  switch (by) {
    case 'name':
    case 'enrolment':
      return [run(nameKey, descending)];
    case 'status': {
      const order = descending ? [...entryStatuses].reverse() : entryStatuses;
      return order.map((status) => run(nameKey, false, { sql: 'e.status = ?', params: [status] }));
    }
    case 'unit':
      return byUnit(sql, descending);
    case 'position':
      return byColumn('e.sort_position', descending);
    case 'birthDate':
      return byColumn('e.sort_birth', descending);
    case 'wage':
      return byColumn('e.wage_sen', descending);
  }
}

function byColumn(column: string, descending: boolean): readonly Run[] {
  return [
    run([column, ...nameKey], descending, { sql: `${column} IS NOT NULL`, params: [] }),
    run(nameKey, false, { sql: `${column} IS NULL`, params: [] }),
  ];
}

/** Some hundred units, each one range in name order. */
function byUnit(sql: ReadSql, descending: boolean): readonly Run[] {
  const units = sql.pluck<number>('SELECT id FROM unit ORDER BY name_key, id');
  return [
    ...(descending ? units.reverse() : units).map((unit) =>
      run(nameKey, descending, { sql: 'e.unit_id = ?', params: [unit] }),
    ),
    run(nameKey, false, { sql: 'e.unit_id IS NULL', params: [] }),
  ];
}

/** One run a state that anybody is in; each walks the names, so only the head of a list is read this way. */
function enrolmentRuns(sql: ReadSql, descending: boolean): readonly Run[] {
  const present = enrolments.filter(
    (one) =>
      sql.pluck<number>('SELECT EXISTS (SELECT 1 FROM entry_state WHERE enrolment = ?)', one)[0] ===
      1,
  );
  const known = (descending ? present.reverse() : present).map((one) =>
    run(nameKey, false, inState(one, givesFew(sql, stateQuery, [one]))),
  );
  const unknown = 'NOT EXISTS (SELECT 1 FROM entry_state s WHERE s.entry_id = e.id)';
  return [...known, run(nameKey, false, { sql: unknown, params: [] })];
}

const stateQuery = 'SELECT entry_id FROM entry_state WHERE enrolment = ?';

/** Few are looked up; of many, each entry is asked whether it is one. */
function inState(enrolment: Enrolment, few: boolean): Condition {
  const asked = 'EXISTS (SELECT 1 FROM entry_state s WHERE s.entry_id = e.id AND s.enrolment = ?)';
  return { sql: few ? `e.id IN (${stateQuery})` : asked, params: [enrolment] };
}

/** What a filter comes to, as the head of a list reads it and as a whole list or a count does. */
interface Narrowed {
  readonly few: boolean;
  /** The conditions for a walk in the list's order, up to as many rows as a page has. */
  readonly walked: readonly Condition[];
  /** The conditions for reading all of them. */
  readonly looked: readonly Condition[];
  /** True when all are read by one query, sorted in it. */
  readonly together: boolean;
}

// A district's people are read and sorted in some ten milliseconds up to this number; beyond it a page is sooner found
// on a walk through the names.
const fewOfUnit = 20_000;

function narrow(sql: ReadSql, filter: RosterFilter): Narrowed {
  const enrolled = enrolmentIs(sql, filter.enrolment);
  const search = searchedFor(sql, filter.search);
  const few = enrolled.few || search.few;
  const rest = [...ownColumns(filter), ...enrolled.conditions, ...search.conditions];
  const { roster, unitId } = filter;
  const walk = { sql: few ? '+e.roster = ?' : 'e.roster = ?', params: [roster] };
  if (unitId === undefined) {
    const all = [walk, ...rest];
    return { few, walked: all, looked: all, together: few };
  }
  // A unit's rows are found by the unit and sorted; walking the whole roster for a few of them takes seconds.
  const inUnit = [{ sql: '+e.roster = ?', params: [roster] }, ofUnit('e.unit_id', unitId), ...rest];
  const units = ofUnit('unit_id', unitId);
  const small =
    few ||
    givesFew(
      sql,
      `SELECT 1 FROM roster_entry WHERE roster = ? AND ${units.sql}`,
      [roster, ...units.params],
      fewOfUnit,
    );
  const walked = small ? inUnit : [walk, ofUnit('+e.unit_id', unitId), ...rest];
  return { few, walked, looked: inUnit, together: true };
}

function ofUnit(column: string, unitId: number): Condition {
  return {
    sql: `${column} IN (SELECT id FROM unit WHERE id = ? OR parent_id = ?)`,
    params: [unitId, unitId],
  };
}

function ownColumns(filter: RosterFilter): Condition[] {
  const { status, fundSource, hasNik, position } = filter;
  const found: Condition[] = [];
  if (status !== undefined) found.push({ sql: 'e.status = ?', params: [status] });
  if (fundSource !== undefined) found.push({ sql: 'e.fund_source = ?', params: [fundSource] });
  if (hasNik !== undefined) {
    const sql = `(SELECT p.nik FROM person p WHERE p.id = e.person_id) IS ${hasNik ? 'NOT ' : ''}NULL`;
    found.push({ sql, params: [] });
  }
  if (position !== undefined && position.trim() !== '') {
    const text = position.trim().replace(/[\\%_]/g, '\\$&');
    found.push({ sql: `e.sort_position LIKE ? ESCAPE '\\'`, params: [`%${text}%`] });
  }
  return found;
}

/**
 * What was never matched counts with those not registered. Who left is not among them: coverage, whose figures lead
 * here, counts none.
 */
function enrolmentIs(sql: ReadSql, enrolment: Enrolment | undefined): Narrowing {
  if (enrolment === undefined) return { conditions: [], few: false };
  const stays = { sql: "e.status <> 'keluar'", params: [] };
  if (enrolment === 'belum') {
    const other =
      "NOT EXISTS (SELECT 1 FROM entry_state s WHERE s.entry_id = e.id AND s.enrolment <> 'belum')";
    return { conditions: [stays, { sql: other, params: [] }], few: false };
  }
  const few = givesFew(sql, stateQuery, [enrolment]);
  return { conditions: [stays, inState(enrolment, few)], few };
}
