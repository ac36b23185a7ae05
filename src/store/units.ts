/** Units: OPD, kecamatan and their desa and kelurahan. */
import type { ReadStore, SqlHolder, WriteSql } from './store.ts';
import { unitKey } from './unit-key.ts';

export interface Area {
  readonly code: string;
  readonly name: string;
}

export interface AreaTree {
  readonly districts: readonly Area[];
  readonly villages: readonly Area[];
}

export interface UnitRow {
  readonly id: number;
  readonly kind: 'opd' | 'kecamatan' | 'desa' | 'kelurahan';
  readonly code: string | null;
  readonly name: string;
  readonly parentId: number | null;
}

/**
 * Adds a regency's districts and villages. Codes are `33.29.01` and `33.29.01.2001`; a village whose last
 * part begins with 1 is a kelurahan (Permendagri 72/2019 notation), any other a desa.
 */
export function addAreas(sql: WriteSql, { districts, villages }: AreaTree): void {
  const insert = sql.prepare(
    'INSERT INTO unit (kind, code, name, name_key, parent_id) VALUES (?, ?, ?, ?, ?)',
  );
  const idOf = new Map<string, number>();
  for (const { code, name } of districts) {
    const { lastInsertRowid } = insert('kecamatan', code, name, unitKey(name), null);
    idOf.set(code, Number(lastInsertRowid));
  }
  const taken = new Set<string>();
  for (const { code, name } of villages) {
    const parent = idOf.get(code.slice(0, 8));
    if (parent === undefined) continue;
    const kind = code.slice(9, 10) === '1' ? 'kelurahan' : 'desa';
    const key = unitKey(name);
    const identity = `${kind}|${parent}|${key}`;
    // A few districts list one name twice; the code tells them apart, so it joins the key.
    insert(kind, code, name, taken.has(identity) ? `${key}#${code}` : key, parent);
    taken.add(identity);
  }
}

export async function listUnits(store: ReadStore, kind?: UnitRow['kind']): Promise<UnitRow[]> {
  let query = store.query
    .selectFrom('unit')
    .select(['id', 'kind', 'code', 'name', 'parent_id as parentId'])
    .orderBy('kind')
    .orderBy('name');
  if (kind !== undefined) query = query.where('kind', '=', kind);
  return query.execute();
}

/** Name of every unit, by id. */
export function unitNames({ sql }: ReadStore): Map<number, string> {
  return new Map(
    sql
      .all<{ id: number; name: string }>('SELECT id, name FROM unit')
      .map(({ id, name }) => [id, name]),
  );
}

/** Kind and name of a unit; undefined when there is none of that id. */
export function readUnit(
  { sql }: SqlHolder,
  unitId: number,
): Pick<UnitRow, 'kind' | 'name'> | undefined {
  return sql.get('SELECT kind, name FROM unit WHERE id = ?', unitId);
}
