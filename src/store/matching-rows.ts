/**
 * The two sides of a reconciliation as the matcher reads them: in id order, thousands of rows at a time in one
 * run of bytes. A million rows so make no million arrays of strings.
 */
import type { ReadStore } from './store.ts';

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

function blockAfter(store: ReadStore, sql: string, after: number): RowBlock | undefined {
  const row = store.sql.get<{ bytes: Uint8Array | null; lastId: number | null }>(
    sql,
    after,
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

/** Fields of a row of {@link readMembershipsAfter}, in their order. */
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

/** Memberships of the exports that count now; undefined after the last. */
export function readMembershipsAfter(store: ReadStore, after: number): RowBlock | undefined {
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
  return blockAfter(
    store,
    `SELECT max(id) AS lastId, CAST(${rowsOf(fields)} AS BLOB) AS bytes FROM (
       SELECT * FROM membership
       WHERE id > ? AND export_id IN (SELECT id FROM bpjs_export WHERE active = 1) ORDER BY id LIMIT ?)`,
    after,
  );
}
