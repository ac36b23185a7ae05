/**
 * The two sides of a reconciliation as the matcher reads them: in id order, thousands of rows at a time in one
 * run of bytes. A million rows so make no million arrays of strings.
 */
import { payerKey } from './payer-key.ts';
import type { ReadStore, SqlValue } from './store.ts';

/** Ends a field, and a row, within a block; texts are read without these two. */
export const blockMark = { field: 31, row: 30 } as const;

/** Rows of one block and the id to go on from. */
export interface RowBlock {
  /** Null where no row of the range counts. */
  readonly bytes: Uint8Array | null;
  readonly lastId: number;
}

export interface SideCount {
  readonly people: number;
  readonly entries: number;
  readonly memberships: number;
}

const blockRows = 8_192;

const text = (column: string): string =>
  `replace(replace(ifnull(${column}, ''), char(${blockMark.field}), ' '), char(${blockMark.row}), ' ')`;

const rowsOf = (fields: readonly string[]): string =>
  `group_concat(concat_ws(char(${blockMark.field}), ${fields.join(', ')}), char(${blockMark.row}))`;

export function countSides(store: ReadStore): SideCount {
  const roster = store.sql.get<{ people: number; entries: number }>(
    `SELECT count(DISTINCT person_id) AS people, count(*) AS entries FROM roster_entry WHERE status <> 'keluar'`,
  );
  const memberships = store.sql.pluck<number>(
    'SELECT count(*) FROM membership m JOIN bpjs_export x ON x.id = m.export_id WHERE x.active = 1',
  )[0];
  return {
    people: roster?.people ?? 0,
    entries: roster?.entries ?? 0,
    memberships: memberships ?? 0,
  };
}

function blockAfter(
  store: ReadStore,
  sql: string,
  ...params: readonly SqlValue[]
): RowBlock | undefined {
  const row = store.sql.get<{ bytes: Uint8Array | null; lastId: number | null }>(
    sql,
    ...params,
    blockRows,
  );
  if (row === undefined || row.lastId === null) return undefined;
  return { bytes: row.bytes, lastId: row.lastId };
}

/** Fields of a row of {@link readPeopleAfter}, in their order; `entries` are numbers with a blank between. */
export const peopleFields = [
  'person',
  'nik',
  'name',
  'birthDate',
  'sex',
  'kpj',
  'village',
  'entries',
] as const;

/** Every person still in a roster, once, with a KPJ and a village from any of their entries. */
export function readPeopleAfter(store: ReadStore, after: number): RowBlock | undefined {
  const own = ['id', text('nik'), text('name'), text('birth_date'), text('sex'), 'held'];
  const held = `SELECT concat_ws(char(${blockMark.field}), ${text('max(e.kpj)')},
      ${text(`max(CASE WHEN u.kind IN ('desa', 'kelurahan') THEN u.name END)`)}, group_concat(e.id, ' '))
    FROM roster_entry e LEFT JOIN unit u ON u.id = e.unit_id
    WHERE e.person_id = p.id AND e.status <> 'keluar' HAVING count(*) > 0`;
  return blockAfter(
    store,
    `SELECT max(id) AS lastId, CAST(${rowsOf(own)} FILTER (WHERE held IS NOT NULL) AS BLOB) AS bytes FROM (
       SELECT p.id, p.nik, p.name, p.birth_date, p.sex, (${held}) AS held
       FROM person p WHERE p.id > ? ORDER BY p.id LIMIT ?)`,
    after,
  );
}

/** Fields of a row of {@link membershipReader}, in their order. */
export const membershipFields = [
  'membership',
  'nik',
  'kpj',
  'name',
  'birthDate',
  'sex',
  'place',
  'joinedOn',
  'endedOn',
  'graceUntil',
] as const;

/**
 * Reads the memberships of the exports that count now, block by block; undefined after the last. A list of a month
 * ends the memberships that it alone knows (`export_reach`, asked once for all blocks).
 */
export function membershipReader(store: ReadStore): (after: number) => RowBlock | undefined {
  const fields = [
    'id',
    text('nik'),
    text('kpj'),
    text('name'),
    text('birth_date'),
    text('sex'),
    text('place'),
    text('joined_on'),
    text('ended_on'),
    text('grace_until'),
  ];
  const reach = JSON.stringify(
    store.sql.all('SELECT export_id AS x, payer AS p, ended_on AS e FROM export_reach'),
  );
  const sql = `WITH reach AS MATERIALIZED (
      SELECT value ->> 'x' AS export_id, value ->> 'p' AS payer, value ->> 'e' AS ended_on FROM json_each(?))
    SELECT max(id) AS lastId, CAST(${rowsOf(fields)} AS BLOB) AS bytes FROM (
      SELECT m.id, m.nik, m.kpj, m.name, m.birth_date, m.sex, m.place, m.joined_on,
        coalesce(m.ended_on, r.ended_on) AS ended_on, m.grace_until
      FROM membership m LEFT JOIN reach r ON r.export_id = m.export_id AND r.payer = ${payerKey('m')}
      WHERE m.id > ? AND m.export_id IN (SELECT id FROM bpjs_export WHERE active = 1)
      ORDER BY m.id LIMIT ?)`;
  return (after) => blockAfter(store, sql, reach, after);
}
