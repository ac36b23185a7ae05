/**
 * What a filter comes to. Everything here keeps one promise: no question costs a look at every row of the table. A
 * filter that lets few through is answered by their ids; one that lets many through is met soon on a walk in the
 * list's order; which of the two it is, is asked first, of an index alone.
 */
import type { Enrolment, EntryStatus, FundSource, Roster } from '../../domain/segments.ts';
import type { ReadSql } from '../store.ts';
import { positionHas } from './position-words.ts';
import { type Condition, type Everyone, givesFew, type Part, searchedFor } from './search-words.ts';

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

/** What a filter comes to, as the head of a list reads it and as a whole list or a count does. */
export interface Narrowed {
  /** The whole list is at hand in one short query. */
  readonly few: boolean;
  /** The conditions for a walk in the list's order, up to as many rows as a page has; all of them when few. */
  readonly walked: readonly Condition[];
  /** The conditions for reading all of them in one query that sorts; null when that would take long. */
  readonly together: readonly Condition[] | null;
  /** For reading all of them in the order of names: what the index of names answers … */
  readonly inNames: readonly Condition[];
  /** … and who passes the rest. */
  readonly among: readonly Everyone[];
}

// A district's people are read and sorted in some ten milliseconds up to this number; beyond it a page is sooner found
// on a walk through the names.
const fewOfUnit = 20_000;
/** Up to so many found on a look through the names are given by their ids. */
const fewFound = 5_000;

/** Roster, name, person, fund and status stand in this index: a walk over it alone takes a microsecond for ten rows. */
export const namesIndex = 'roster_entry_sorted';

export function narrow(sql: ReadSql, filter: RosterFilter): Narrowed {
  const { roster, unitId } = filter;
  const ofRoster = { sql: 'e.roster = ?', params: [roster] };
  const parts = partsOf(sql, filter);
  const conditions = parts.map(({ condition }) => condition);
  if (parts.some(({ few }) => few)) {
    const inUnit = unitId === undefined ? [] : [ofUnit('+e.unit_id', unitId)];
    return fewOnes([notBy(ofRoster), ...inUnit, ...conditions]);
  }
  if (unitId !== undefined) return narrowUnit(sql, filter, unitId, conditions);
  const walked = [ofRoster, ...conditions];
  const found = mayBeFew(filter, parts) ? findFew(sql, walked) : null;
  if (found !== null) return fewOnes([amongIds(found)]);
  return {
    few: false,
    walked,
    together: null,
    inNames: [
      ofRoster,
      ...parts.flatMap(({ condition, all }) => (all === undefined ? [condition] : [])),
    ],
    among: parts.flatMap(({ all }) => all ?? []),
  };
}

function fewOnes(conditions: readonly Condition[]): Narrowed {
  return { few: true, walked: conditions, together: conditions, inNames: [], among: [] };
}

/** A unit's rows are found by the unit and sorted; walking the whole roster for a few of them takes seconds. */
function narrowUnit(
  sql: ReadSql,
  { roster }: RosterFilter,
  unitId: number,
  conditions: readonly Condition[],
): Narrowed {
  const ofRoster = { sql: 'e.roster = ?', params: [roster] };
  const together = [notBy(ofRoster), ofUnit('e.unit_id', unitId), ...conditions];
  const units = ofUnit('unit_id', unitId);
  const small = givesFew(
    sql,
    `SELECT 1 FROM roster_entry WHERE roster = ? AND ${units.sql}`,
    [roster, ...units.params],
    fewOfUnit,
  );
  const walked = small ? together : [ofRoster, ofUnit('+e.unit_id', unitId), ...conditions];
  return { few: false, walked, together, inNames: [], among: [] };
}

function partsOf(sql: ReadSql, filter: RosterFilter): readonly Part[] {
  const { roster, status, fundSource, hasNik, position, enrolment, search } = filter;
  const parts: Part[] = [];
  if (status !== undefined) parts.push(statusIs(sql, roster, status));
  if (fundSource !== undefined) {
    parts.push({ few: false, condition: { sql: '+e.fund_source = ?', params: [fundSource] } });
  }
  if (hasNik !== undefined) parts.push(withNik(sql, hasNik));
  if (enrolment !== undefined) parts.push(...enrolmentIs(sql, enrolment));
  if (position !== undefined && position.trim() !== '') {
    parts.push(positionHas(sql, roster, position.trim()));
  }
  return [...parts, ...searchedFor(sql, search)];
}

/**
 * Whether it is worth looking. Of one status, position or search alone it is known already that there are many; and
 * what each row has to be asked for lets so many through that a page is full soon, if the rest does too.
 */
function mayBeFew(
  { status, fundSource, hasNik, position, enrolment, search }: RosterFilter,
  parts: readonly Part[],
): boolean {
  if (parts.some(({ perRow }) => perRow === true)) return false;
  if (fundSource !== undefined || hasNik !== undefined || enrolment !== undefined) return true;
  return [status, position, search].filter((one) => one !== undefined).length > 1;
}

/** The ids of all that pass, when they are few; null when they are many. */
function findFew(sql: ReadSql, conditions: readonly Condition[]): readonly number[] | null {
  const { sql: where, params } = joined(conditions);
  const ids = sql.pluck<number>(
    `SELECT e.id FROM roster_entry e INDEXED BY ${namesIndex} WHERE ${where} LIMIT ?`,
    ...params,
    fewFound + 1,
  );
  return ids.length > fewFound ? null : ids;
}

export function amongIds(ids: readonly number[]): Condition {
  return { sql: 'e.id IN (SELECT value FROM json_each(?))', params: [JSON.stringify(ids)] };
}

export function joined(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map((condition) => condition.sql).join(' AND '),
    params: conditions.flatMap((condition) => condition.params),
  };
}

/** The same condition, never looked up by an index of its own. */
function notBy({ sql, params }: Condition): Condition {
  return { sql: `+${sql}`, params };
}

function ofUnit(column: string, unitId: number): Condition {
  return {
    sql: `${column} IN (SELECT id FROM unit WHERE id = ? OR parent_id = ?)`,
    params: [unitId, unitId],
  };
}

function statusIs(sql: ReadSql, roster: Roster, status: EntryStatus): Part {
  const having = 'SELECT id FROM roster_entry WHERE roster = ? AND status = ?';
  const few = givesFew(sql, having, [roster, status]);
  return few
    ? { few, condition: { sql: `e.id IN (${having})`, params: [roster, status] } }
    : { few, condition: { sql: '+e.status = ?', params: [status] } };
}

/** Those without a NIK have a small index of their own, so the person is not read. */
function withNik(sql: ReadSql, hasNik: boolean): Part {
  const people = 'SELECT id FROM person WHERE nik IS NULL';
  if (!hasNik && givesFew(sql, people, [])) {
    const theirs = `SELECT n.id FROM roster_entry n WHERE n.person_id IN (${people})`;
    return { few: true, condition: { sql: `e.id IN (${theirs})`, params: [] } };
  }
  const without =
    'EXISTS (SELECT 1 FROM person p INDEXED BY person_no_nik WHERE p.id = e.person_id AND p.nik IS NULL)';
  return { few: false, condition: { sql: hasNik ? `NOT ${without}` : without, params: [] } };
}

const stateQuery = 'SELECT entry_id FROM entry_state WHERE enrolment = ?';

/** Few are looked up; of many, each entry is asked whether it is one. */
export function inState(sql: ReadSql, enrolment: Enrolment): Part {
  const few = givesFew(sql, stateQuery, [enrolment]);
  const asked = 'EXISTS (SELECT 1 FROM entry_state s WHERE s.entry_id = e.id AND s.enrolment = ?)';
  return { few, condition: { sql: few ? `e.id IN (${stateQuery})` : asked, params: [enrolment] } };
}

/**
 * What was never matched counts with those not registered. Who left is not among them: coverage, whose figures lead
 * here, counts none.
 */
function enrolmentIs(sql: ReadSql, enrolment: Enrolment): readonly Part[] {
  const stays: Part = { few: false, condition: { sql: "+e.status <> 'keluar'", params: [] } };
  if (enrolment !== 'belum') return [stays, inState(sql, enrolment)];
  const other =
    "NOT EXISTS (SELECT 1 FROM entry_state s WHERE s.entry_id = e.id AND s.enrolment <> 'belum')";
  return [stays, { few: false, condition: { sql: other, params: [] } }];
}
