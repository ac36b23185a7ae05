/** Scenarios of a fiscal year and the denominators a regency names, with what was done to them in the journal. */

import type { CivilDate } from '../domain/brand.ts';
import type { CoverageBasis, CoverageSegment } from '../domain/plan-coverage.ts';
import type { PlanAssumptions, PlanKind } from '../domain/plan-types.ts';
import type { ReadSql, ReadStore, WriteSql } from './store.ts';

export interface Scenario {
  readonly id: number;
  readonly year: number;
  readonly name: string;
  readonly kind: PlanKind;
  readonly assumptions: PlanAssumptions;
  readonly version: number;
  readonly updatedAt: string;
}

interface ScenarioRow {
  readonly id: number;
  readonly year: number;
  readonly name: string;
  readonly kind: PlanKind;
  readonly assumptions: string;
  readonly version: number;
  readonly updated_at: string;
}

const columns = 'id, year, name, kind, assumptions, version, updated_at';

function asScenario(row: ScenarioRow): Scenario {
  const { id, year, name, kind, version } = row;
  // Written by `insertScenario` and `updateScenario` only, which take checked assumptions.
  const assumptions = JSON.parse(row.assumptions) as PlanAssumptions;
  return { id, year, name, kind, assumptions, version, updatedAt: row.updated_at };
}

/** Scenarios of a year, oldest first. */
export function listScenarios(store: ReadStore, year: number): Scenario[] {
  return store.sql
    .all<ScenarioRow>(`SELECT ${columns} FROM budget_scenario WHERE year = ? ORDER BY id`, year)
    .map(asScenario);
}

/** Undefined when there is none of that id. */
export function findScenario(sql: ReadSql, id: number): Scenario | undefined {
  const row = sql.get<ScenarioRow>(`SELECT ${columns} FROM budget_scenario WHERE id = ?`, id);
  return row === undefined ? undefined : asScenario(row);
}

/** True when another scenario of the year bears the name, whatever its capitals. */
export function isNameTaken(sql: ReadSql, year: number, name: string, exceptId = 0): boolean {
  return (
    sql.get(
      'SELECT 1 FROM budget_scenario WHERE year = ? AND name = ? COLLATE NOCASE AND id <> ?',
      year,
      name,
      exceptId,
    ) !== undefined
  );
}

const rowJson = `json_object('id', id, 'year', year, 'name', name, 'kind', kind, 'assumptions', assumptions,
  'version', version, 'created_at', created_at, 'updated_at', updated_at)`;

function imageOf(sql: ReadSql, id: number): string | null {
  return sql.pluck<string>(`SELECT ${rowJson} FROM budget_scenario WHERE id = ?`, id)[0] ?? null;
}

function recordChange(
  sql: WriteSql,
  journalId: number,
  id: number,
  before: string | null,
  after: string | null,
): void {
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before, after) VALUES (?, 'budget_scenario', ?, ?, ?)`,
    journalId,
    id,
    before,
    after,
  );
}

export interface NewScenario {
  readonly year: number;
  readonly name: string;
  readonly kind: PlanKind;
  readonly assumptions: PlanAssumptions;
  readonly at: string;
}

/** Adds a scenario and gives its id. */
export function insertScenario(sql: WriteSql, journalId: number, one: NewScenario): number {
  const { lastInsertRowid } = sql.run(
    `INSERT INTO budget_scenario (year, name, kind, assumptions, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)`,
    one.year,
    one.name,
    one.kind,
    JSON.stringify(one.assumptions),
    one.at,
    one.at,
  );
  const id = Number(lastInsertRowid);
  recordChange(sql, journalId, id, null, imageOf(sql, id));
  return id;
}

/** Writes name and assumptions anew. */
export function updateScenario(
  sql: WriteSql,
  journalId: number,
  id: number,
  change: { readonly name: string; readonly assumptions: PlanAssumptions; readonly at: string },
): void {
  const before = imageOf(sql, id);
  sql.run(
    'UPDATE budget_scenario SET name = ?, assumptions = ?, updated_at = ?, version = version + 1 WHERE id = ?',
    change.name,
    JSON.stringify(change.assumptions),
    change.at,
    id,
  );
  recordChange(sql, journalId, id, before, imageOf(sql, id));
}

/** Takes a scenario out; its image stays in the journal. */
export function deleteScenario(sql: WriteSql, journalId: number, id: number): void {
  const before = imageOf(sql, id);
  sql.run('DELETE FROM budget_scenario WHERE id = ?', id);
  recordChange(sql, journalId, id, before, null);
}

/** Name and year of the scenario a journal row took away; undefined when it took none. */
export function deletedScenario(
  sql: ReadSql,
  journalId: number,
): { readonly name: string; readonly year: number } | undefined {
  return sql.get(
    `SELECT json_extract(before, '$.name') AS name, json_extract(before, '$.year') AS year FROM journal_change
     WHERE journal_id = ? AND entity = 'budget_scenario' AND before IS NOT NULL AND after IS NULL`,
    journalId,
  );
}

/** Puts back what a deletion of the journal took away; undefined when that journal row deleted none or it is there again. */
export function restoreScenario(
  sql: WriteSql,
  deletedBy: number,
  journalId: number,
): { readonly id: number; readonly name: string; readonly year: number } | undefined {
  const change = sql.get<{ id: number; before: string }>(
    `SELECT c.entity_id AS id, c.before FROM journal_change c JOIN journal j ON j.id = c.journal_id
     WHERE c.journal_id = ? AND c.entity = 'budget_scenario' AND j.action = 'plan.delete' AND c.before IS NOT NULL`,
    deletedBy,
  );
  if (change === undefined || findScenario(sql, change.id) !== undefined) return undefined;
  sql.run(
    `WITH image (doc) AS (SELECT ?)
     INSERT INTO budget_scenario (id, year, name, kind, assumptions, version, created_at, updated_at)
     SELECT json_extract(doc, '$.id'), json_extract(doc, '$.year'), json_extract(doc, '$.name'), json_extract(doc, '$.kind'),
       json_extract(doc, '$.assumptions'), json_extract(doc, '$.version') + 1, json_extract(doc, '$.created_at'),
       json_extract(doc, '$.updated_at') FROM image`,
    change.before,
  );
  recordChange(sql, journalId, change.id, null, imageOf(sql, change.id));
  const back = findScenario(sql, change.id);
  return back === undefined ? undefined : { id: back.id, name: back.name, year: back.year };
}

/** Denominators the regency named for a year. */
export function listCoverageBases(store: ReadStore, year: number): CoverageBasis[] {
  return store.sql.all<{
    segment: CoverageSegment;
    workers: number;
    active: number | null;
    source: string;
    asOf: CivilDate;
  }>(
    `SELECT segment, workers, active, source, as_of AS asOf FROM coverage_basis WHERE year = ? ORDER BY segment`,
    year,
  );
}

/** Sets a segment's denominator, or takes it away with null. */
export function setCoverageBasis(
  sql: WriteSql,
  year: number,
  segment: CoverageSegment,
  basis: Omit<CoverageBasis, 'segment'> | null,
): void {
  sql.run('DELETE FROM coverage_basis WHERE year = ? AND segment = ?', year, segment);
  if (basis === null) return;
  sql.run(
    'INSERT INTO coverage_basis (year, segment, workers, active, source, as_of) VALUES (?, ?, ?, ?, ?, ?)',
    year,
    segment,
    basis.workers,
    basis.active,
    basis.source,
    basis.asOf,
  );
}
