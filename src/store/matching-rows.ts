/** The two sides of a reconciliation as the matcher reads them, streamed in id order. */
import { payerKey } from './payer-key.ts';
import type { ReadStore } from './store.ts';

/** person id, nik, kpj, name, birth date, sex, village, district. */
export type LeftRow = readonly [
  id: number,
  nik: string | null,
  kpj: string | null,
  name: string,
  birthDate: string | null,
  sex: string | null,
  village: string | null,
  district: string | null,
];

/** membership id, nik, kpj, name, birth date, sex, place, null, joined on, ended on, grace until. */
export type RightRow = readonly [
  id: number,
  nik: string | null,
  kpj: string | null,
  name: string,
  birthDate: string | null,
  sex: string | null,
  village: string | null,
  district: null,
  joinedOn: string | null,
  endedOn: string | null,
  graceUntil: string | null,
];

export interface SideCount {
  readonly people: number;
  readonly memberships: number;
}

export function countSides(store: ReadStore): SideCount {
  const one = (sql: string) => store.sql.pluck<number>(sql)[0] ?? 0;
  return {
    people: one(`SELECT count(DISTINCT person_id) FROM roster_entry WHERE status <> 'keluar'`),
    memberships: one(
      'SELECT count(*) FROM membership m JOIN bpjs_export x ON x.id = m.export_id WHERE x.active = 1',
    ),
  };
}

/** Every person still in a roster, once, with a KPJ and a village from any of their entries. */
export function iteratePeople(store: ReadStore): IterableIterator<LeftRow> {
  return store.sql.iterateRaw<LeftRow>(
    `SELECT p.id, p.nik, max(e.kpj), p.name, p.birth_date, p.sex,
       max(CASE WHEN u.kind IN ('desa', 'kelurahan') THEN u.name END),
       max(CASE WHEN u.kind = 'kecamatan' THEN u.name ELSE up.name END)
     FROM person p
     JOIN roster_entry e ON e.person_id = p.id AND e.status <> 'keluar'
     LEFT JOIN unit u ON u.id = e.unit_id
     LEFT JOIN unit up ON up.id = u.parent_id
     GROUP BY p.id ORDER BY p.id`,
  );
}

/** Every membership of the exports that count now; a list of a month ends the memberships it alone knows. */
export function iterateMemberships(store: ReadStore): IterableIterator<RightRow> {
  return store.sql.iterateRaw<RightRow>(
    `WITH reach AS MATERIALIZED (SELECT * FROM export_reach)
     SELECT m.id, m.nik, m.kpj, m.name, m.birth_date, m.sex, m.place, NULL, m.joined_on,
       coalesce(m.ended_on, r.ended_on), m.grace_until
     FROM membership m JOIN bpjs_export x ON x.id = m.export_id
     LEFT JOIN reach r ON r.export_id = m.export_id AND r.payer = ${payerKey('m')}
     WHERE x.active = 1 ORDER BY m.id`,
  );
}

/** Every entry that a run gives a state, with its person. */
export function iterateEntries(
  store: ReadStore,
): IterableIterator<readonly [entryId: number, personId: number]> {
  return store.sql.iterateRaw<readonly [number, number]>(
    `SELECT id, person_id FROM roster_entry WHERE status <> 'keluar' ORDER BY id`,
  );
}
