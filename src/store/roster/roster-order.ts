/**
 * The order of a list as a chain of runs: each run is one index range, and what is unknown comes last whatever the
 * direction, as in a spreadsheet.
 */
import { enrolments, entryStatuses } from '../../domain/segments.ts';
import type { ReadSql, SqlValue } from '../store.ts';
import { inState, joined, namesIndex } from './narrow.ts';
import type { Condition } from './search-words.ts';

export interface RosterSort {
  readonly by: 'name' | 'unit' | 'position' | 'birthDate' | 'wage' | 'status' | 'enrolment';
  readonly descending: boolean;
}

/** One range of an index, in its order. */
export interface Run {
  readonly where?: Condition;
  readonly order: string;
  /** The columns of the order, for going on after a row. */
  readonly key: readonly string[];
  readonly descending: boolean;
  /** The index that holds the range. */
  readonly index: string;
}

const nameKey = ['e.sort_name', 'e.id'];
/** As the index of names holds them: among namesakes any fixed order will do, and this one need not be sorted. */
const inNamesKey = ['e.sort_name', 'e.person_id', 'e.fund_source', 'e.status', 'e.id'];

/** The runs of an order; enrolment has no index, so only the head of a list is read this way. */
export function runsOf(sql: ReadSql, { by, descending }: RosterSort): readonly Run[] {
  switch (by) {
    case 'name':
      return [byName(descending)];
    case 'status': {
      const order = descending ? [...entryStatuses].reverse() : entryStatuses;
      return order.map((status) =>
        run(nameKey, false, 'roster_entry_status', { sql: 'e.status = ?', params: [status] }),
      );
    }
    case 'unit':
      return byUnit(sql, descending);
    case 'position':
      return byColumn('e.sort_position', descending, 'roster_entry_position');
    case 'birthDate':
      return byColumn('e.sort_birth', descending, 'roster_entry_birth');
    case 'wage':
      return byColumn('e.wage_sen', descending, 'roster_entry_wage');
    case 'enrolment':
      return byEnrolment(sql, descending);
  }
}

/** The order of names, in which every list can be read. */
export function byName(descending: boolean): Run {
  return run(inNamesKey, descending, namesIndex);
}

/** The ids of a run that pass, from a row of it on. */
export function idsInRun(
  conditions: readonly Condition[],
  { where, order, key, descending, index }: Run,
  options: {
    readonly after?: readonly SqlValue[];
    readonly sorted?: boolean;
    readonly withPerson?: boolean;
  } = {},
): Condition {
  const { after = [], sorted = false, withPerson = false } = options;
  const { sql, params } = joined([...conditions, ...(where === undefined ? [] : [where])]);
  const places = after.map(() => '?').join(', ');
  const later =
    after.length === 0 ? '' : ` AND (${key.join(', ')}) ${descending ? '<' : '>'} (${places})`;
  // Told the index, the planner reads the list in its order; left to itself it may read all and sort.
  const from = sorted ? 'roster_entry e' : `roster_entry e INDEXED BY ${index}`;
  return {
    sql: `SELECT e.id${withPerson ? ', e.person_id' : ''} FROM ${from} WHERE ${sql}${later} ORDER BY ${order}`,
    params: [...params, ...after],
  };
}

/** Where a row stands in a run's order; nothing for none. */
export function keyOf(sql: ReadSql, { key }: Run, id: number | null): readonly SqlValue[] {
  if (id === null) return [];
  const row = sql.iterateRaw<SqlValue[]>(
    `SELECT ${key.join(', ')} FROM roster_entry e WHERE e.id = ?`,
    id,
  );
  return [...row][0] ?? [];
}

function run(key: readonly string[], descending: boolean, index: string, where?: Condition): Run {
  const order = key.map((column) => (descending ? `${column} DESC` : column)).join(', ');
  return { key, descending, order, index, ...(where === undefined ? {} : { where }) };
}

function byColumn(column: string, descending: boolean, index: string): readonly Run[] {
  return [
    run([column, ...nameKey], descending, index, { sql: `${column} IS NOT NULL`, params: [] }),
    run(nameKey, false, index, { sql: `${column} IS NULL`, params: [] }),
  ];
}

/** Some hundred units, each one range in name order. */
function byUnit(sql: ReadSql, descending: boolean): readonly Run[] {
  const units = sql.pluck<number>('SELECT id FROM unit ORDER BY name_key, id');
  const ofUnit = (where: Condition, down: boolean) =>
    run(nameKey, down, 'roster_entry_unit', where);
  return [
    ...(descending ? units.reverse() : units).map((unit) =>
      ofUnit({ sql: 'e.unit_id = ?', params: [unit] }, descending),
    ),
    ofUnit({ sql: 'e.unit_id IS NULL', params: [] }, false),
  ];
}

/** One run a state that anybody is in; each walks the names. */
function byEnrolment(sql: ReadSql, descending: boolean): readonly Run[] {
  const present = enrolments.filter(
    (one) =>
      sql.pluck<number>('SELECT EXISTS (SELECT 1 FROM entry_state WHERE enrolment = ?)', one)[0] ===
      1,
  );
  const known = (descending ? present.reverse() : present).map((one) =>
    run(inNamesKey, false, namesIndex, inState(sql, one).condition),
  );
  const unknown = 'NOT EXISTS (SELECT 1 FROM entry_state s WHERE s.entry_id = e.id)';
  return [...known, run(inNamesKey, false, namesIndex, { sql: unknown, params: [] })];
}
