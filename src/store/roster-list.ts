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
import type { ReadStore, SqlValue } from './store.ts';
import { personKey } from './unit-key.ts';

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

interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

interface Run {
  readonly from: string;
  readonly where?: Condition;
  readonly order: string;
}

const entries = 'roster_entry e';
const byName = 'e.sort_name, e.id';
const byNameBack = 'e.sort_name DESC, e.id DESC';

/** Ids of every entry the filter lets through, in order (4 bytes each). */
export function listEntryIds(store: ReadStore, filter: RosterFilter, sort: RosterSort): Int32Array {
  if (sort.by === 'enrolment') return byEnrolment(store, filter, sort.descending);
  const ids: number[] = [];
  for (const run of runsOf(sort)) {
    const { sql, params } = select(filter, run);
    for (const [id] of store.sql.iterateRaw<[number]>(sql, ...params)) ids.push(id);
  }
  return Int32Array.from(ids);
}

/** The first ids in order: no position index is needed for them. */
export function firstEntryIds(
  store: ReadStore,
  filter: RosterFilter,
  sort: RosterSort,
  limit: number,
): number[] {
  const ids: number[] = [];
  for (const run of runsOf(sort)) {
    if (ids.length >= limit) break;
    const { sql, params } = select(filter, run);
    ids.push(...store.sql.pluck<number>(`${sql} LIMIT ?`, ...params, limit - ids.length));
  }
  return ids;
}

/** True when the head of the list can be read without reading the whole list. */
export function hasQuickHead(sort: RosterSort): boolean {
  return sort.by !== 'enrolment';
}

export function countEntries(store: ReadStore, filter: RosterFilter): number {
  const { sql, params } = conditions(filter);
  return store.sql.pluck<number>(`SELECT count(*) FROM ${entries} WHERE ${sql}`, ...params)[0] ?? 0;
}

/** Enrolment has no index in name order: one pass, put into its groups here. */
function byEnrolment(store: ReadStore, filter: RosterFilter, descending: boolean): Int32Array {
  const groups = new Map<Enrolment, number[]>(enrolments.map((one) => [one, []]));
  const unknown: number[] = [];
  const { sql, params } = conditions(filter);
  const rows = store.sql.iterateRaw<[number, Enrolment | null]>(
    `SELECT e.id, s.enrolment FROM ${entries} LEFT JOIN entry_state s ON s.entry_id = e.id
     WHERE ${sql} ORDER BY ${byName}`,
    ...params,
  );
  for (const [id, enrolment] of rows) {
    ((enrolment === null ? undefined : groups.get(enrolment)) ?? unknown).push(id);
  }
  const known = [...groups.values()];
  return Int32Array.from([...(descending ? known.reverse() : known), unknown].flat());
}

/** The queries whose answers, one after the other, are the list. */
export function listQueries(filter: RosterFilter, sort: RosterSort): readonly Condition[] {
  return runsOf(sort).map((run) => select(filter, run));
}

function select(filter: RosterFilter, run: Run): Condition {
  const narrowed = conditions(filter);
  const own = run.where === undefined ? '' : ` AND ${run.where.sql}`;
  return {
    sql: `SELECT e.id FROM ${run.from} WHERE ${narrowed.sql}${own} ORDER BY ${run.order}`,
    params: [...narrowed.params, ...(run.where?.params ?? [])],
  };
}

function runsOf({ by, descending }: RosterSort): readonly Run[] {
  switch (by) {
    case 'name':
    case 'enrolment':
      return [{ from: entries, order: descending ? byNameBack : byName }];
    case 'status': {
      const order = descending ? [...entryStatuses].reverse() : entryStatuses;
      return order.map((status) => ({
        from: entries,
        where: { sql: 'e.status = ?', params: [status] },
        order: byName,
      }));
    }
    case 'unit':
      return byUnit(descending);
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
    {
      from: entries,
      where: { sql: `${column} IS NOT NULL`, params: [] },
      order: descending ? `${column} DESC, ${byNameBack}` : `${column}, ${byName}`,
    },
    { from: entries, where: { sql: `${column} IS NULL`, params: [] }, order: byName },
  ];
}

/** The cross join keeps the units outside: each is then one range in name order. */
function byUnit(descending: boolean): readonly Run[] {
  return [
    {
      from: `unit u CROSS JOIN ${entries}`,
      where: { sql: 'e.unit_id = u.id', params: [] },
      order: descending
        ? `u.name_key DESC, u.id DESC, ${byNameBack}`
        : `u.name_key, u.id, ${byName}`,
    },
    { from: entries, where: { sql: 'e.unit_id IS NULL', params: [] }, order: byName },
  ];
}

function conditions(filter: RosterFilter): Condition {
  const parts = [
    // A unit's few rows are found by the unit and sorted; walking the whole roster for them takes seconds.
    {
      sql: filter.unitId === undefined ? 'e.roster = ?' : '+e.roster = ?',
      params: [filter.roster],
    },
    ...ownColumns(filter),
    ...enrolmentIs(filter.enrolment),
    ...words(filter.search),
  ];
  return {
    sql: parts.map((part) => part.sql).join(' AND '),
    params: parts.flatMap((part) => part.params),
  };
}

function ownColumns(filter: RosterFilter): Condition[] {
  const { unitId, status, fundSource, hasNik, position } = filter;
  const found: Condition[] = [];
  if (unitId !== undefined) {
    const sql = 'e.unit_id IN (SELECT id FROM unit WHERE id = ? OR parent_id = ?)';
    found.push({ sql, params: [unitId, unitId] });
  }
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
function enrolmentIs(enrolment: Enrolment | undefined): Condition[] {
  if (enrolment === undefined) return [];
  const stays = { sql: "e.status <> 'keluar'", params: [] };
  if (enrolment === 'belum') {
    const sql = "e.id NOT IN (SELECT entry_id FROM entry_state WHERE enrolment <> 'belum')";
    return [stays, { sql, params: [] }];
  }
  const sql = 'e.id IN (SELECT entry_id FROM entry_state WHERE enrolment = ?)';
  return [stays, { sql, params: [enrolment] }];
}

/** Trigrams need three letters; shorter words are left to the name's start. */
function words(search: string | undefined): Condition[] {
  const key = search === undefined ? '' : personKey(search);
  if (key === '') return [];
  if (key.length < 3) {
    return [{ sql: 'e.sort_name >= ? AND e.sort_name < ?', params: [key, `${key}\uffff`] }];
  }
  return [
    {
      sql: 'e.id IN (SELECT rowid FROM entry_search WHERE entry_search MATCH ?)',
      params: [ftsQuery(key)],
    },
  ];
}

/** Every word must occur. */
function ftsQuery(key: string): string {
  const long = key.split(' ').filter((word) => word.length >= 3);
  const asked = long.length > 0 ? long : [key];
  return asked.map((word) => `"${word}"`).join(' AND ');
}
