/** What the words of a search ask of an entry: words of the name, or the start of a NIK or KPJ. */
import type { ReadSql, SqlValue } from '../store.ts';
import { personKey } from '../unit-key.ts';

export interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export interface Narrowing {
  readonly conditions: readonly Condition[];
  /** True when so few entries are left that they are best looked up by their ids and then sorted. */
  readonly few: boolean;
}

/**
 * Up to so many are looked up one by one. Of more, enough for a page come by soon on a walk through the list in its
 * order, where each entry only answers whether it is one.
 */
const fewEntries = 2_000;

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
export function searchedFor(sql: ReadSql, search: string | undefined): Narrowing {
  const key = search === undefined ? '' : personKey(search);
  if (key === '') return { conditions: [], few: false };
  const digits = key.replaceAll(' ', '');
  return /^\d{3,}$/.test(digits) ? numberStarts(sql, digits) : nameHas(sql, key);
}

/** Trigrams need three letters; a shorter word begins a word of the name, and alone the whole name. */
function nameHas(sql: ReadSql, key: string): Narrowing {
  if (key.length < 3) {
    const start = {
      sql: 'e.sort_name >= ? AND e.sort_name < ?',
      params: [key, `${key}\uffff`],
    };
    return { conditions: [start], few: false };
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
  return { conditions: [...inName, ...begun], few };
}

/** By the start of the number; where nobody's begins so, by digits within it. */
function numberStarts(sql: ReadSql, digits: string): Narrowing {
  const range = [digits, `${digits}:`];
  const people = 'SELECT id FROM person WHERE nik >= ? AND nik < ?';
  const cards = 'SELECT id FROM roster_entry WHERE kpj >= ? AND kpj < ?';
  const both = `SELECT 1 FROM (${people} UNION ALL ${cards})`;
  if (!givesFew(sql, both, [...range, ...range])) {
    const begins = `((SELECT p.nik FROM person p WHERE p.id = e.person_id) BETWEEN ? AND ? OR e.kpj BETWEEN ? AND ?)`;
    return { conditions: [{ sql: begins, params: [...range, ...range] }], few: false };
  }
  const anyone = sql.pluck<number>(`SELECT EXISTS (${both})`, ...range, ...range)[0] === 1;
  if (anyone) return { conditions: [anyOf(people, cards, range)], few: true };
  const within = [`%${digits}%`];
  const peopleWithin = 'SELECT id FROM person WHERE nik IS NOT NULL AND nik LIKE ?';
  const cardsWithin = 'SELECT id FROM roster_entry WHERE kpj IS NOT NULL AND kpj LIKE ?';
  return { conditions: [anyOf(peopleWithin, cardsWithin, within)], few: true };
}

function anyOf(people: string, cards: string, params: readonly SqlValue[]): Condition {
  const entries = `SELECT n.id FROM roster_entry n WHERE n.person_id IN (${people}) UNION ALL ${cards}`;
  return { sql: `e.id IN (${entries})`, params: [...params, ...params] };
}
