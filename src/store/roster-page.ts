/** Pages of a roster in name order, any filter, by position; and the counts they need. */
import { sql } from 'kysely';
import type {
  Enrolment,
  EntryStatus,
  FundSource,
  Roster,
  Segment,
  Sex,
} from '../domain/segments.ts';
import type { ReadStore } from './store.ts';
import { personKey } from './unit-key.ts';

export interface RosterFilter {
  readonly roster: Roster;
  readonly unitId?: number | undefined;
  readonly status?: EntryStatus | undefined;
  readonly enrolment?: Enrolment | undefined;
  readonly search?: string | undefined;
}

export interface RosterPageRow {
  readonly id: number;
  readonly personId: number;
  readonly name: string;
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly parentUnitName: string | null;
  readonly position: string | null;
  readonly segment: Segment;
  readonly wageSen: number | null;
  readonly fundSource: FundSource | null;
  readonly status: EntryStatus;
  /** Null until a run of the matcher has seen the entry. */
  readonly enrolment: Enrolment | null;
}

/** Ids of every entry the filter lets through, in name order (4 bytes each). */
export async function listEntryIds(store: ReadStore, filter: RosterFilter): Promise<Int32Array> {
  const { sql: text, parameters } = filtered(store, filter)
    .select('e.id')
    .orderBy('e.sort_name')
    .orderBy('e.id')
    .compile();
  const ids: number[] = [];
  for (const [id] of store.sql.iterateRaw<[number]>(text, ...(parameters as string[])))
    ids.push(id);
  return Int32Array.from(ids);
}

export async function countEntries(store: ReadStore, filter: RosterFilter): Promise<number> {
  const { count } = await filtered(store, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The first ids in name order: no position index is needed for them. */
export async function firstEntryIds(
  store: ReadStore,
  filter: RosterFilter,
  limit: number,
): Promise<number[]> {
  const rows = await filtered(store, filter)
    .select('e.id')
    .orderBy('e.sort_name')
    .orderBy('e.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** With an enrolment asked for, who left is not among them: coverage, whose figures lead here, counts none. */
function filtered(store: ReadStore, filter: RosterFilter) {
  const words = filter.search === undefined ? '' : personKey(filter.search);
  return store.query
    .selectFrom('roster_entry as e')
    .$if(filter.enrolment !== undefined, (query) =>
      query.where(({ eb, selectFrom }) => {
        const states = selectFrom('entry_state').select('entry_id');
        return filter.enrolment === 'belum'
          ? eb('e.id', 'not in', states.where('enrolment', '<>', 'belum'))
          : eb('e.id', 'in', states.where('enrolment', '=', filter.enrolment ?? 'belum'));
      }),
    )
    .where('e.roster', '=', filter.roster)
    .$if(filter.enrolment !== undefined, (query) => query.where('e.status', '<>', 'keluar'))
    .$if(filter.unitId !== undefined, (query) =>
      query.where('e.unit_id', 'in', (eb) =>
        eb
          .selectFrom('unit')
          .select('id')
          .where((or) =>
            or.or([or('id', '=', filter.unitId ?? 0), or('parent_id', '=', filter.unitId ?? 0)]),
          ),
      ),
    )
    .$if(filter.status !== undefined, (query) =>
      query.where('e.status', '=', filter.status ?? 'aktif'),
    )
    .$if(words.length >= 3, (query) =>
      query.where(
        sql<boolean>`e.id IN (SELECT rowid FROM entry_search WHERE entry_search MATCH ${ftsQuery(words)})`,
      ),
    )
    .$if(words.length > 0 && words.length < 3, (query) =>
      query.where('e.sort_name', '>=', words).where('e.sort_name', '<', `${words}\uffff`),
    );
}

/** Every word must occur; trigrams need three letters, shorter words are left to the name's start. */
function ftsQuery(words: string): string {
  const long = words.split(' ').filter((word) => word.length >= 3);
  const asked = long.length > 0 ? long : [words];
  return asked.map((word) => `"${word}"`).join(' AND ');
}

/** The rows of the given ids, in that order. */
export async function readEntries(
  store: ReadStore,
  ids: readonly number[],
): Promise<RosterPageRow[]> {
  if (ids.length === 0) return [];
  const rows = await store.query
    .selectFrom('roster_entry as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('unit as u', 'u.id', 'e.unit_id')
    .leftJoin('unit as up', 'up.id', 'u.parent_id')
    .leftJoin('entry_state as s', 's.entry_id', 'e.id')
    .select([
      'e.id',
      'e.person_id as personId',
      'p.name',
      'p.nik',
      'e.kpj',
      'p.birth_date as birthDate',
      'p.sex',
      'e.unit_id as unitId',
      'u.name as unitName',
      'up.name as parentUnitName',
      'e.position',
      'e.segment',
      'e.wage_sen as wageSen',
      'e.fund_source as fundSource',
      'e.status',
      's.enrolment',
    ])
    .where('e.id', 'in', [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [row];
  });
}
