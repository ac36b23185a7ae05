/** Applies the rows of a roster's plan. Every function works inside the one transaction of its commit. */
import type { FundSource, Roster } from '../../domain/segments.ts';
import { refuseUnlistedFund } from '../own-funds.ts';
import type { ReadSql, WriteSql } from '../store.ts';
import { personKey } from '../unit-key.ts';
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

/**
 * Whether an entry stands in a unit that is not there. Bulk commits do not look up the references of each row; people
 * are joined when entries are added, units are asked about here, once each.
 */
export function hasLostUnits(sql: ReadSql): boolean {
  return (
    sql.get(
      `WITH RECURSIVE used (id) AS (
         SELECT min(unit_id) FROM roster_entry
         UNION ALL SELECT (SELECT min(e.unit_id) FROM roster_entry e WHERE e.unit_id > used.id) FROM used
           WHERE used.id IS NOT NULL)
       SELECT id FROM used WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM unit)`,
    ) !== undefined
  );
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

/** The temporary table of one commit: OPD it adds, by the name its rows give them. */
export function openWorkTable(sql: WriteSql): Disposable {
  sql.run('CREATE TEMP TABLE IF NOT EXISTS commit_unit (name TEXT PRIMARY KEY, id INTEGER) STRICT');
  const clear = () => sql.run('DELETE FROM temp.commit_unit');
  clear();
  return { [Symbol.dispose]: clear };
}

const addedRows = `(SELECT seq, sheet, source_row, person_id, "values" AS v FROM staged_row
  WHERE batch_id = ? AND seq BETWEEN ? AND ? AND action = 'add' ORDER BY seq)`;

const addPeople = `
INSERT INTO person
  (id, nik, name, name_key, birth_date, birth_place, sex, marital, address, phone, deceased, batch_id)
SELECT ? + seq, v ->> 'nik', v ->> 'name', person_key(v ->> 'name'), v ->> 'birthDate', v ->> 'birthPlace', v ->> 'sex',
  v ->> 'marital', v ->> 'address', v ->> 'phone', ifnull(v ->> 'deceased', 0), ?
FROM ${addedRows} WHERE person_id IS NULL`;

// What entries are sorted by is their person's, on record or just added; LEFT, so that nobody is left out unheard.
const addEntries = `
INSERT INTO roster_entry (id, person_id, roster, unit_id, segment, employer_group, position, job_kind, kpj, wage_sen,
  fund_source, status, start_date, end_date, decree, nip, desil, dtsen_id, note, sort_name, sort_birth, sort_position,
  batch_id, source_sheet, source_row)
SELECT ? + seq, ifnull(person_id, ? + seq), ?,
  ifnull(v ->> 'unitId', (SELECT u.id FROM temp.commit_unit u WHERE u.name = v ->> 'newUnit')),
  v ->> 'segment', v ->> 'employerGroup', v ->> 'position', v ->> 'jobKind', v ->> 'kpj', v ->> 'wageSen',
  ifnull(v ->> 'fundSource', ?), v ->> 'status', v ->> 'startDate', v ->> 'endDate', v ->> 'decree', v ->> 'nip',
  v ->> 'desil', v ->> 'dtsenId', v ->> 'note', p.name_key, p.birth_date, ifnull(v ->> 'position', v ->> 'jobKind'),
  ?, sheet, source_row
FROM ${addedRows} LEFT JOIN person p ON p.id = ifnull(person_id, ? + seq)`;

type Value = string | number | null;
type Values = Readonly<Record<string, Value | undefined>>;

/**
 * Who was added is told by the batch_id of person and entry, so the journal keeps no row for each of them.
 *
 * Makes what adds the people and entries of a range of staged rows. Two statements a range: each of thirty values
 * bound from JavaScript would cost as much as all the rest of its row.
 */
export function rosterAdder(sql: WriteSql, commit: RosterCommit): (range: SeqRange) => void {
  const { batchId, roster, usualFund, personBase, entryBase } = commit;
  return ({ from, to }) => {
    sql.run(addPeople, personBase, batchId, batchId, from, to);
    sql.run(
      addEntries,
      entryBase,
      personBase,
      roster,
      usualFund,
      batchId,
      batchId,
      from,
      to,
      personBase,
    );
    // The rows just added are at hand; the list may have become another since the plan read it.
    const [unlisted] = sql.pluck<string>(unlistedFund, entryBase + from, entryBase + to);
    if (unlisted !== undefined) refuseUnlistedFund({ sql }, unlisted);
  };
}

const unlistedFund = `SELECT fund_source FROM roster_entry WHERE id BETWEEN ? AND ?
  AND instr(fund_source, ':') AND fund_source NOT IN (SELECT id FROM own_fund) LIMIT 1`;

/** Finds the OPD of this commit by name; remembers them, there are few. */
function newUnitFinder(sql: WriteSql): (name: Value) => number | null {
  const query = 'SELECT name, id FROM temp.commit_unit';
  const ids = new Map(
    sql.all<{ name: string; id: number }>(query).map(({ name, id }) => [name, id]),
  );
  return (name) => (typeof name === 'string' ? (ids.get(name) ?? null) : null);
}

// FTS5 writes out its work whenever it fills this much memory; each time makes a segment to be merged later.
const bulkHashBytes = 32 * 1024 * 1024;
const usualHashBytes = 1024 * 1024;

/**
 * Adds the search rows of a commit's entries, after all of them: any other statement in between makes FTS5 write out
 * what it has gathered.
 */
export function addSearchRows(sql: WriteSql, commit: RosterCommit, last: number): void {
  const gather = (bytes: number) => {
    // A literal: FTS5 refuses a number that arrives as a float, as bound ones do.
    sql.run(`INSERT INTO entry_search (entry_search, rank) VALUES ('hashsize', ${bytes})`);
  };
  gather(bulkHashBytes);
  sql.run(
    `INSERT INTO entry_search (rowid, name)
     SELECT id, sort_name FROM roster_entry WHERE id BETWEEN ? AND ? ORDER BY id`,
    commit.entryBase + 1,
    commit.entryBase + last,
  );
  gather(usualHashBytes);
}

/** Of each field of a plan's row: the table and column it is kept in. */
const keptIn: Readonly<Record<string, readonly ['person' | 'roster_entry', string]>> = {
  name: ['person', 'name'],
  nik: ['person', 'nik'],
  birthDate: ['person', 'birth_date'],
  birthPlace: ['person', 'birth_place'],
  sex: ['person', 'sex'],
  marital: ['person', 'marital'],
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
  nip: ['roster_entry', 'nip'],
  desil: ['roster_entry', 'desil'],
  dtsenId: ['roster_entry', 'dtsen_id'],
  note: ['roster_entry', 'note'],
  status: ['roster_entry', 'status'],
  statusReason: ['roster_entry', 'status_reason'],
  unit: ['roster_entry', 'unit_id'],
};

interface UpdateRow {
  readonly person_id: number;
  readonly entry_id: number;
  readonly values: string;
}

/**
 * Makes what updates the rows of a range that change somebody, with before and after in the journal. Both this and
 * `rosterAdder` throw `fund.unknown` for a source that is off the list.
 */
export function rosterUpdater(sql: WriteSql, commit: RosterCommit): (range: SeqRange) => void {
  const unitOf = newUnitFinder(sql);
  const refuseFund = fundRefuser(sql);
  return (range) => {
    const rows = sql.all<UpdateRow>(
      `SELECT person_id, entry_id, "values" FROM staged_row
       WHERE batch_id = ? AND seq BETWEEN ? AND ? AND action = 'update' ORDER BY seq`,
      commit.batchId,
      range.from,
      range.to,
    );
    for (const row of rows) {
      const values = JSON.parse(row.values) as Values;
      const { person, entry } = changesOf(values);
      refuseFund(entry.get('fund_source'));
      if (entry.get('unit_id') === null) entry.set('unit_id', unitOf(values['newUnit'] ?? null));
      updateRow(sql, commit.journalId, 'person', row.person_id, person);
      updateRow(sql, commit.journalId, 'roster_entry', row.entry_id, entry);
      if (person.has('name') || person.has('birth_date')) sortAnew(sql, row.person_id);
      if (person.has('name')) refreshSearch(sql, row.person_id);
    }
  };
}

/** Asks of each source once: rows have few different ones. */
function fundRefuser(sql: WriteSql): (fund: Value | undefined) => void {
  const listed = new Set<Value>();
  return (fund) => {
    if (typeof fund !== 'string' || listed.has(fund)) return;
    refuseUnlistedFund({ sql }, fund);
    listed.add(fund);
  };
}

/** The columns a plan's row sets, by table. */
function changesOf(values: Values) {
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
  if (person.has('name')) person.set('name_key', personKey(String(values['name'])));
  return { person, entry };
}

/** Sets columns of one row, its before and after in the journal. */
export function updateRow(
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

/** A person's new name and birth date are what all their entries are sorted by. */
export function sortAnew(sql: WriteSql, personId: number): void {
  sql.run(
    `UPDATE roster_entry SET sort_position = ifnull(position, job_kind), (sort_name, sort_birth) =
       (SELECT name_key, birth_date FROM person WHERE id = person_id)
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
    `INSERT INTO entry_search (rowid, name)
     SELECT id, sort_name FROM roster_entry WHERE person_id = ?`,
    personId,
  );
}
