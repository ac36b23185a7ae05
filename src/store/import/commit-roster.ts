/** Applies the rows of a roster's plan. Every function works inside the one transaction of its commit. */
import type { FundSource, Roster } from '../../domain/segments.ts';
import type { ReadSql, WriteSql } from '../store.ts';
import { ensureOpd } from './opd.ts';
import { entryColumns, personColumns, rowJson } from './row-json.ts';

export interface RosterCommit {
  readonly batchId: number;
  readonly journalId: number;
  readonly roster: Roster;
  /** Fund source of added entries whose file does not say. */
  readonly usualFund: FundSource;
  /** Ids of added rows are these plus the staged row's seq. */
  readonly personBase: number;
  readonly entryBase: number;
}

export interface SeqRange {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

export function idBases(sql: ReadSql): { personBase: number; entryBase: number } {
  const highest = (table: string) =>
    sql.pluck<number>(`SELECT ifnull(max(id), 0) FROM ${table}`)[0] ?? 0;
  // Ids once used stay used: the journal may still speak of a row that is gone.
  const journalled = (entity: string) =>
    sql.pluck<number>(
      'SELECT ifnull(max(entity_id), 0) FROM journal_change WHERE entity = ?',
      entity,
    )[0] ?? 0;
  return {
    personBase: Math.max(highest('person'), journalled('person')),
    entryBase: Math.max(highest('roster_entry'), journalled('roster_entry')),
  };
}

/** Adds the OPD that only this file names, for rows to find by name; gives the ids of those added. */
export function addNewUnits(sql: WriteSql, batchId: number): number[] {
  const names = sql.pluck<string>(
    `SELECT DISTINCT "values" ->> 'newUnit' FROM staged_row
     WHERE batch_id = ? AND action IN ('add', 'update') AND "values" ->> 'newUnit' IS NOT NULL`,
    batchId,
  );
  const added: number[] = [];
  for (const name of names) {
    const unit = ensureOpd(sql, name);
    if (unit.added) added.push(unit.id);
    sql.run('INSERT INTO temp.commit_unit (name, id) VALUES (?, ?)', name, unit.id);
  }
  return added;
}

/** Temporary tables of one commit: the rows at hand with their values parsed once, and the units just added. */
export function openWorkTables(sql: WriteSql): Disposable {
  sql.run(`CREATE TEMP TABLE IF NOT EXISTS commit_row (
    seq INTEGER PRIMARY KEY, person_id INTEGER, sheet TEXT, source_row INTEGER, v BLOB) STRICT`);
  sql.run('CREATE TEMP TABLE IF NOT EXISTS commit_unit (name TEXT PRIMARY KEY, id INTEGER) STRICT');
  const clear = () => {
    sql.run('DELETE FROM temp.commit_row');
    sql.run('DELETE FROM temp.commit_unit');
  };
  clear();
  return { [Symbol.dispose]: clear };
}

// The values are parsed once and read many times: binary JSON needs no parsing.
const takeRows = `
INSERT INTO temp.commit_row (seq, person_id, sheet, source_row, v)
SELECT seq, person_id, sheet, source_row, jsonb("values") FROM staged_row
WHERE batch_id = ? AND seq BETWEEN ? AND ? AND action = 'add' ORDER BY seq`;

const addPersons = `
INSERT INTO person (id, nik, name, name_key, birth_date, birth_place, sex, address, phone, deceased, batch_id)
SELECT ? + seq, v ->> 'nik', v ->> 'name', v ->> 'nameKey', v ->> 'birthDate', v ->> 'birthPlace', v ->> 'sex',
  v ->> 'address', v ->> 'phone', v ->> 'deceased', ?
FROM temp.commit_row WHERE person_id IS NULL ORDER BY seq`;

const addEntries = `
INSERT INTO roster_entry (id, person_id, roster, unit_id, segment, employer_group, position, job_kind, kpj, wage_sen,
  fund_source, status, start_date, end_date, decree, desil, note, sort_name, batch_id, source_sheet, source_row)
SELECT ? + seq, ifnull(person_id, ? + seq), ?,
  ifnull(v ->> 'unitId', (SELECT u.id FROM temp.commit_unit u WHERE u.name = v ->> 'newUnit')),
  v ->> 'segment', v ->> 'employerGroup', v ->> 'position', v ->> 'jobKind', v ->> 'kpj', v ->> 'wageSen',
  ifnull(v ->> 'fundSource', ?), v ->> 'status', v ->> 'startDate', v ->> 'endDate', v ->> 'decree', v ->> 'desil',
  v ->> 'note',
  CASE WHEN person_id IS NULL THEN v ->> 'nameKey' ELSE (SELECT p.name_key FROM person p WHERE p.id = person_id) END,
  ?, sheet, source_row
FROM temp.commit_row ORDER BY seq`;

const addSearch = `
INSERT INTO entry_search (rowid, name, ids)
SELECT e.id, p.name, ifnull(p.nik, '') || ' ' || ifnull(e.kpj, '')
FROM roster_entry e JOIN person p ON p.id = e.person_id WHERE e.id BETWEEN ? AND ? ORDER BY e.id`;

// An added person is told by its batch_id; an entry is journalled, since its history is looked up by its id.
const journalAdded = `
INSERT INTO journal_change (journal_id, entity, entity_id, before, after)
SELECT ?, 'roster_entry', ? + seq, NULL, NULL FROM temp.commit_row ORDER BY seq`;

/** Adds the people and entries of a range of staged rows. */
export function addRosterRows(sql: WriteSql, commit: RosterCommit, { from, to }: SeqRange): void {
  const { batchId, journalId, roster, usualFund, personBase, entryBase } = commit;
  sql.run('DELETE FROM temp.commit_row');
  sql.run(takeRows, batchId, from, to);
  sql.run(addPersons, personBase, batchId);
  sql.run(addEntries, entryBase, personBase, roster, usualFund, batchId);
  sql.run(addSearch, entryBase + from, entryBase + to);
  sql.run(journalAdded, journalId, entryBase);
}

/** Of each field of a plan's row: the table and column it is kept in. */
const keptIn: Readonly<Record<string, readonly ['person' | 'roster_entry', string]>> = {
  name: ['person', 'name'],
  nik: ['person', 'nik'],
  birthDate: ['person', 'birth_date'],
  birthPlace: ['person', 'birth_place'],
  sex: ['person', 'sex'],
  address: ['person', 'address'],
  phone: ['person', 'phone'],
  deceased: ['person', 'deceased'],
  position: ['roster_entry', 'position'],
  jobKind: ['roster_entry', 'job_kind'],
  kpj: ['roster_entry', 'kpj'],
  wageSen: ['roster_entry', 'wage_sen'],
  fundSource: ['roster_entry', 'fund_source'],
  startDate: ['roster_entry', 'start_date'],
  endDate: ['roster_entry', 'end_date'],
  decree: ['roster_entry', 'decree'],
  desil: ['roster_entry', 'desil'],
  note: ['roster_entry', 'note'],
  status: ['roster_entry', 'status'],
  unit: ['roster_entry', 'unit_id'],
};

interface UpdateRow {
  readonly person_id: number;
  readonly entry_id: number;
  readonly values: string;
}

type Value = string | number | null;

/** Updates what the rows of a range change, with before and after in the journal. */
export function updateRosterRows(sql: WriteSql, commit: RosterCommit, range: SeqRange): void {
  const rows = sql.all<UpdateRow>(
    `SELECT person_id, entry_id, "values" FROM staged_row
     WHERE batch_id = ? AND seq BETWEEN ? AND ? AND action = 'update' ORDER BY seq`,
    commit.batchId,
    range.from,
    range.to,
  );
  for (const { person_id, entry_id, values } of rows) {
    const { person, entry } = changesOf(JSON.parse(values) as Record<string, Value>);
    if (entry.get('unit_id') === null) entry.set('unit_id', newUnitId(sql, values));
    updateRow(sql, commit.journalId, 'person', person_id, person);
    updateRow(sql, commit.journalId, 'roster_entry', entry_id, entry);
    if (person.has('name')) sortAnew(sql, person_id);
    const searched = person.has('name') || person.has('nik') || entry.has('kpj');
    if (searched) refreshSearch(sql, person_id);
  }
}

function newUnitId(sql: WriteSql, values: string): number | null {
  const query = `SELECT id FROM temp.commit_unit WHERE name = ? ->> 'newUnit'`;
  return sql.pluck<number>(query, values)[0] ?? null;
}

/** The columns a plan's row sets, by table. */
function changesOf(values: Readonly<Record<string, Value>>) {
  const person = new Map<string, Value>();
  const entry = new Map<string, Value>();
  for (const field of String(values['changed'] ?? '').split(',')) {
    if (field === 'employerGroup') {
      entry.set('employer_group', values['employerGroup'] ?? null);
      entry.set('segment', values['segment'] ?? null);
    }
    const kept = keptIn[field];
    if (kept === undefined) continue;
    const value = values[field === 'unit' ? 'unitId' : field] ?? null;
    (kept[0] === 'person' ? person : entry).set(kept[1], value);
  }
  if (person.has('name')) person.set('name_key', values['nameKey'] ?? null);
  return { person, entry };
}

function updateRow(
  sql: WriteSql,
  journalId: number,
  table: 'person' | 'roster_entry',
  id: number,
  changes: ReadonlyMap<string, Value>,
): void {
  if (changes.size === 0) return;
  const columns = table === 'person' ? personColumns : entryColumns;
  const json = rowJson(columns);
  // Two rows of one file may change one person; the first "before" is the one to go back to.
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, '${table}', id, ${json} FROM ${table} WHERE id = ? ON CONFLICT DO NOTHING`,
    journalId,
    id,
  );
  const sets = [...changes.keys()].map((column) => `${column} = ?`);
  if (table === 'roster_entry') sets.push('version = version + 1');
  sql.run(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = ?`, ...changes.values(), id);
  sql.run(
    `UPDATE journal_change SET after = (SELECT ${json} FROM ${table} WHERE id = ?)
     WHERE journal_id = ? AND entity = '${table}' AND entity_id = ?`,
    id,
    journalId,
    id,
  );
}

/** A person's new name is the sort name of all their entries. */
export function sortAnew(sql: WriteSql, personId: number): void {
  sql.run(
    `UPDATE roster_entry SET sort_name = (SELECT name_key FROM person WHERE id = person_id)
     WHERE person_id = ?`,
    personId,
  );
}

/** Writes the search rows of all of a person's entries again. */
export function refreshSearch(sql: WriteSql, personId: number): void {
  sql.run(
    'DELETE FROM entry_search WHERE rowid IN (SELECT id FROM roster_entry WHERE person_id = ?)',
    personId,
  );
  sql.run(
    `INSERT INTO entry_search (rowid, name, ids)
     SELECT e.id, p.name, ifnull(p.nik, '') || ' ' || ifnull(e.kpj, '')
     FROM roster_entry e JOIN person p ON p.id = e.person_id WHERE p.id = ?`,
    personId,
  );
}
