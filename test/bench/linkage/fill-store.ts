/** A store with both lists of a scene in it, committed: bulk SQL, past the import that has its own bench. */
import { createStore } from '../../../src/store/open-store.ts';
import type { WriteSql } from '../../../src/store/store.ts';
import type { Row, Scene } from './generator.ts';

const months =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  );

/** The generator's dates as the import leaves them. */
function isoOf(text: string): string | null {
  if (text === '' || /^\d{4}-/.test(text)) return text === '' ? null : text;
  const [day = '', month = '', year = ''] = text.split(/[-/ ]/);
  const number = /^\d+$/.test(month) ? Number(month) : 1 + months.indexOf(month);
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const orNull = (text: string): string | null => (text === '' ? null : text.replaceAll("'", ''));
const at = '2026-11-01T00:00:00.000Z';

function addBatch(sql: WriteSql, id: number, kind: string): void {
  sql.run(
    `INSERT INTO import_batch (id, kind, state, file_name, bytes, sha256, facts, choices, sheets, counts,
       issue_counts, staged_at, committed_at)
     VALUES (?, ?, 'committed', 'bench.csv', 1, ?, '{}', '{}', '[]', '{}', '{}', ?, ?)`,
    id,
    kind,
    String(id).repeat(64),
    at,
    at,
  );
}

function addUnits(sql: WriteSql, rows: readonly Row[]): ReadonlyMap<string, number> {
  sql.run(`INSERT INTO unit (id, kind, name, name_key) VALUES (1, 'kecamatan', 'Kota', 'kota')`);
  const units = new Map<string, number>();
  const add = sql.prepare(
    `INSERT INTO unit (id, kind, name, name_key, parent_id) VALUES (?, 'desa', ?, ?, 1)`,
  );
  for (const { village } of rows) {
    if (village === '' || units.has(village)) continue;
    units.set(village, units.size + 2);
    add(units.size + 1, village, village);
  }
  return units;
}

function addRoster(sql: WriteSql, rows: readonly Row[]): void {
  const units = addUnits(sql, rows);
  const person = sql.prepare(
    `INSERT INTO person (id, nik, name, name_key, birth_date, sex, batch_id) VALUES (?, ?, ?, ?, ?, ?, 1)`,
  );
  const entry = sql.prepare(
    `INSERT INTO roster_entry (id, person_id, roster, unit_id, segment, employer_group, kpj, wage_sen, status,
       sort_name, sort_birth, batch_id) VALUES (?, ?, 'desa', ?, 'pu', 'perangkat-desa', ?, ?, 'aktif', ?, ?, 1)`,
  );
  rows.forEach((row, i) => {
    const birth = isoOf(row.birthDate);
    person(i + 1, orNull(row.nik), row.name, row.name.toUpperCase(), birth, orNull(row.sex));
    const wage = Number(row.wage) * 100;
    entry(i + 1, i + 1, units.get(row.village) ?? null, orNull(row.kpj), wage, row.name, birth);
  });
}

function addExport(sql: WriteSql, rows: readonly Row[]): void {
  sql.run(
    `INSERT INTO bpjs_export (id, batch_id, kind, period) VALUES (1, 2, 'bpjs-pu', '2026-10')`,
  );
  const add = sql.prepare(
    `INSERT INTO membership (id, export_id, nik, kpj, name, birth_date, sex, place, wage_sen, joined_on, ended_on,
       source_sheet, source_row) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, '2020-01-01', ?, '', ?)`,
  );
  rows.forEach((row, i) => {
    const ended = i % 12 === 0 ? '2025-06-30' : null;
    const { nik, kpj, name, sex, village } = row;
    const birth = isoOf(row.birthDate);
    const wage = Number(row.wage) * 100;
    add(
      i + 1,
      orNull(nik),
      orNull(kpj),
      name,
      birth,
      orNull(sex),
      orNull(village),
      wage,
      ended,
      i + 1,
    );
  });
}

function withoutIndexes(sql: WriteSql, tables: readonly string[], work: () => void): void {
  const indexes = sql
    .all<{ name: string; tbl_name: string; sql: string }>(
      `SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`,
    )
    .filter((index) => tables.includes(index.tbl_name));
  for (const { name } of indexes) sql.run(`DROP INDEX ${name}`);
  work();
  for (const index of indexes) sql.run(index.sql);
}

export const benchPassphrase = 'kata sandi uji';

/** Creates the store at `path`; person and membership ids are row numbers from 1. */
export function fillStore(path: string, scene: Scene): void {
  using store = createStore({ path, passphrase: benchPassphrase });
  store.transact(['roster', 'bpjs'], (sql) => {
    sql.run(
      `INSERT INTO regency_profile (id, code, name, province, fiscal_year)
       VALUES (1, '33.29', 'Brebes', 'Jawa Tengah', 2027)`,
    );
    addBatch(sql, 1, 'desa');
    addBatch(sql, 2, 'bpjs-pu');
    withoutIndexes(sql, ['person', 'roster_entry', 'membership'], () => {
      addRoster(sql, scene.left);
      addExport(sql, scene.right);
    });
  });
}
