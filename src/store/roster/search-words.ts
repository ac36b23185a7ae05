/** What the words of a search ask of an entry: words of the name, or the digits of a NIK or KPJ. */
import type { ReadSql, SqlValue } from '../store.ts';
import { personKey } from '../unit-key.ts';

export interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** Queries that give all who pass: entries by their own ids or by those of their people. */
export interface Everyone {
  /** Each in the order of an index, by `key`, so that it can be read in steps. */
  readonly queries: readonly {
    readonly of: 'entry' | 'person';
    readonly query: Condition;
    readonly key: 'nik' | 'kpj' | 'sort_position';
  }[];
}

/** One thing that a filter asks. */
export interface Part {
  /** True when so few entries are left that they are best looked up by their ids and then sorted. */
  readonly few: boolean;
  /** Asked of the entry `e`. */
  readonly condition: Condition;
  /** All that pass, where the index of names cannot tell. */
  readonly all?: Everyone;
  /** The condition reads more than the index of names and sets of ids. */
  readonly perRow?: true;
}

/**
 * Up to so many are looked up one by one. Of more, enough for a page come by soon on a walk through the list in its
 * order, where each entry only answers whether it is one.
 */
const fewEntries = 2_000;
/** Up to so many ids are put into a set for a walk; of more, a page is full before asking each one costs as much. */
const fewForSet = 20_000;

/** True when a query gives no more rows than `most`: usually, than are worth looking up one by one. */
export function givesFew(
  sql: ReadSql,
  query: string,
  params: readonly SqlValue[],
  most = fewEntries,
): boolean {
  const counted = `SELECT count(*) FROM (${query} LIMIT ${most + 1})`;
  return (sql.pluck<number>(counted, ...params)[0] ?? 0) <= most;
}

/** Every word must occur. */
export function searchedFor(sql: ReadSql, search: string | undefined): readonly Part[] {
  const key = search === undefined ? '' : personKey(search);
  if (key === '') return [];
  const digits = key.replaceAll(' ', '');
  return /^\d{3,}$/.test(digits) ? [numberHas(sql, digits)] : nameHas(sql, key);
}

/** Trigrams need three letters; a shorter word begins a word of the name, and alone the whole name. */
function nameHas(sql: ReadSql, key: string): readonly Part[] {
  if (key.length < 3) {
    const start = {
      sql: 'e.sort_name >= ? AND e.sort_name < ?',
      params: [key, `${key}\uffff`],
    };
    return [{ few: false, condition: start }];
  }
  const words = key.split(' ');
  const long = words.filter((word) => word.length >= 3);
  const asked = long.length > 0 ? long : [key];
  const match = asked.map((word) => `"${word}"`).join(' AND ');
  const matching = 'SELECT rowid FROM entry_search WHERE entry_search MATCH ?';
  const few = givesFew(sql, matching, [match]);
  const inName = few
    ? [{ sql: `e.id IN (${matching})`, params: [match] }]
    : asked.map((word) => ({ sql: 'instr(e.sort_name, ?) > 0', params: [word] }));
  const short = long.length > 0 ? words.filter((word) => word.length < 3) : [];
  const begun = short.map((word) => ({
    sql: `instr(' ' || e.sort_name, ?) > 0`,
    params: [` ${word}`],
  }));
  return [...inName, ...begun].map((condition) => ({ few, condition }));
}

/** By the start of the number; where nobody's begins so, by digits within it. */
function numberHas(sql: ReadSql, digits: string): Part {
  const range = [digits, `${digits}:`];
  const begins: Numbers = {
    people: { sql: 'SELECT id FROM person WHERE nik >= ? AND nik < ?', params: range },
    cards: { sql: 'SELECT id FROM roster_entry WHERE kpj >= ? AND kpj < ?', params: range },
  };
  const { sql: one, params } = eitherOf(begins);
  if (sql.pluck<number>(`SELECT EXISTS (${one})`, ...params)[0] === 1) {
    return amongNumbers(sql, begins, ['>= ?', '< ?'], range);
  }
  // One look through the numbers, kept: asked again in each query it would be made again.
  const like = [`%${digits}%`];
  const numbers: Numbers = {
    people: within(sql, { all: 'SELECT id FROM person', number: 'nik' }, like),
    cards: within(sql, { all: 'SELECT id FROM roster_entry', number: 'kpj' }, like),
  };
  return amongNumbers(sql, numbers, ['LIKE ?'], like);
}

/** Queries for the ids of people by their NIK, and of entries by their KPJ. */
interface Numbers {
  readonly people: Condition;
  readonly cards: Condition;
}

/** The ids a query gives as a list of them, unless they are too many for that. */
function within(
  sql: ReadSql,
  { all, number }: { readonly all: string; readonly number: string },
  like: readonly string[],
): Condition {
  const query = `${all} WHERE ${number} IS NOT NULL AND ${number} LIKE ?`;
  const ids = sql.pluck<number>(`${query} LIMIT ?`, ...like, fewForSet + 1);
  return ids.length > fewForSet
    ? { sql: query, params: like }
    : { sql: `${all} WHERE id IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(ids)] };
}

function eitherOf({ people, cards }: Numbers): Condition {
  return {
    sql: `${people.sql} UNION ALL ${cards.sql}`,
    params: [...people.params, ...cards.params],
  };
}

/** Few or some are looked up; of many, each entry is asked for its numbers. */
function amongNumbers(
  sql: ReadSql,
  numbers: Numbers,
  tests: readonly string[],
  params: readonly string[],
): Part {
  const either = eitherOf(numbers);
  const { people, cards } = numbers;
  const entries = {
    sql: `SELECT n.id FROM roster_entry n WHERE n.person_id IN (${people.sql}) UNION ALL ${cards.sql}`,
    params: either.params,
  };
  if (givesFew(sql, either.sql, either.params)) {
    return { few: true, condition: { ...entries, sql: `e.id IN (${entries.sql})` } };
  }
  const all: Everyone = {
    queries: [
      { of: 'person', query: people, key: 'nik' },
      { of: 'entry', query: cards, key: 'kpj' },
    ],
  };
  if (givesFew(sql, either.sql, either.params, fewForSet)) {
    return { few: false, condition: { ...entries, sql: `+e.id IN (${entries.sql})` }, all };
  }
  const nik = '(SELECT p.nik FROM person p WHERE p.id = e.person_id)';
  const asked = [nik, 'e.kpj'].map(
    (number) => `(${tests.map((test) => `${number} ${test}`).join(' AND ')})`,
  );
  return {
    few: false,
    condition: { sql: `(${asked.join(' OR ')})`, params: [...params, ...params] },
    all,
    perRow: true,
  };
}
