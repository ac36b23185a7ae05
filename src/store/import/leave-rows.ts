/** People of a roster whom its full list does not name: found for the plan, left on commit, put back by undo. */
import type { EntryStatus, Roster, Segment, Sex } from '../../domain/segments.ts';
import type { ReadStore, WriteSql } from '../store.ts';
import { type RosterCommit, type SeqRange, updateRow } from './commit-roster.ts';

/** The reason kept with the status of who left this way; a list that names them again brings them back. */
export const leftByList = 'tidak-ada-di-berkas';

export interface MissingEntry {
  readonly entryId: number;
  readonly personId: number;
  readonly name: string;
  readonly nik: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly kpj: string | null;
  readonly unit: string | null;
  readonly unitId: number | null;
  readonly segment: Segment;
  readonly position: string | null;
  readonly jobKind: string | null;
  readonly status: EntryStatus;
}

export interface MissingQuery {
  readonly batchId: number;
  readonly roster: Roster;
  readonly scope: 'units' | 'roster';
}

const missing = `
SELECT e.id AS entryId, p.id AS personId, p.name, p.nik, p.birth_date AS birthDate, p.sex, e.kpj, u.name AS unit,
  e.unit_id AS unitId, e.segment, e.position, e.job_kind AS jobKind, e.status
FROM roster_entry e JOIN person p ON p.id = e.person_id LEFT JOIN unit u ON u.id = e.unit_id
WHERE e.id > ? AND e.roster = ? AND e.status <> 'keluar'
  AND NOT EXISTS (SELECT 1 FROM temp.named_entry n WHERE n.id = e.id)
  AND (? = 'roster' OR e.unit_id IN (SELECT id FROM temp.named_unit))
ORDER BY e.id LIMIT ?`;

/**
 * Makes the reader of the entries that no row of the batch means, by id, some at a time. `units` keeps to units that
 * rows of the batch name; an entry without a unit then stays out of it.
 */
export function missingEntries(sql: WriteSql, { batchId, roster, scope }: MissingQuery) {
  sql.run('CREATE TEMP TABLE IF NOT EXISTS named_entry (id INTEGER PRIMARY KEY) STRICT');
  sql.run('CREATE TEMP TABLE IF NOT EXISTS named_unit (id INTEGER PRIMARY KEY) STRICT');
  sql.run('DELETE FROM temp.named_entry');
  sql.run('DELETE FROM temp.named_unit');
  sql.run(
    `INSERT OR IGNORE INTO temp.named_entry SELECT entry_id FROM staged_row
     WHERE batch_id = ? AND entry_id IS NOT NULL`,
    batchId,
  );
  sql.run(
    `INSERT OR IGNORE INTO temp.named_unit SELECT "values" ->> 'unitId' FROM staged_row
     WHERE batch_id = ? AND "values" ->> 'unitId' IS NOT NULL`,
    batchId,
  );
  return (after: number, limit: number): MissingEntry[] =>
    sql.all<MissingEntry>(missing, after, roster, scope, limit);
}

export interface OpenRow {
  readonly name: string;
  readonly birthDate: string | null;
  readonly action: 'add' | 'conflict';
}

/** Rows of the batch that found nobody in the roster, or could not be settled. */
export function openRows(sql: WriteSql, batchId: number): IterableIterator<OpenRow> {
  return sql.iterate<OpenRow>(
    `SELECT "values" ->> 'name' AS name, "values" ->> 'birthDate' AS birthDate, action FROM staged_row
     WHERE batch_id = ? AND action IN ('add', 'conflict') AND "values" ->> 'name' IS NOT NULL`,
    batchId,
  );
}

/** Takes the plan's leavers out, before they are planned anew. */
export function dropLeaveRows(sql: WriteSql, batchId: number): void {
  sql.run(`DELETE FROM staged_row WHERE batch_id = ? AND action = 'leave'`, batchId);
}

export interface LeaverOutcome {
  readonly seq: number;
  readonly action: 'leave' | 'same';
  readonly severity: 'error' | 'warning' | 'info' | null;
  readonly issues: string | null;
}

/** Lets somebody stay whom the list does not name, or leave after all; whom the row means stays as it is. */
export function setLeaver(sql: WriteSql, batchId: number, row: LeaverOutcome): void {
  sql.run(
    'UPDATE staged_row SET action = ?, severity = ?, issues = ? WHERE batch_id = ? AND seq = ?',
    row.action,
    row.severity,
    row.issues,
    batchId,
    row.seq,
  );
}

/** Who would leave, by entry, in the order of the plan. */
export function leavingEntries(store: ReadStore, batchId: number): number[] {
  return store.sql.pluck<number>(
    `SELECT entry_id FROM staged_row WHERE batch_id = ? AND action = 'leave' ORDER BY seq`,
    batchId,
  );
}

export interface LeavingUnit {
  readonly unitName: string;
  /** Who stands in the unit now, those that left aside. */
  readonly present: number;
  readonly leave: number;
}

/** The plan's leavers by unit, most first. */
export function leavingByUnit(store: ReadStore, batchId: number, roster: Roster): LeavingUnit[] {
  return store.sql.all<LeavingUnit>(
    `SELECT ifnull(u.name, '') AS unitName, count(*) AS leave,
       (SELECT count(*) FROM roster_entry o
        WHERE o.unit_id IS e.unit_id AND o.roster = ? AND o.status <> 'keluar') AS present
     FROM staged_row s JOIN roster_entry e ON e.id = s.entry_id LEFT JOIN unit u ON u.id = e.unit_id
     WHERE s.batch_id = ? AND s.action = 'leave' GROUP BY e.unit_id ORDER BY leave DESC, unitName`,
    roster,
    batchId,
  );
}

/** Makes what lets the leavers of a range of staged rows leave, with before and after in the journal. */
export function rosterLeaver(sql: WriteSql, commit: RosterCommit): (range: SeqRange) => void {
  const changes = new Map([
    ['status', 'keluar'],
    ['status_reason', leftByList],
  ]);
  return ({ from, to }) => {
    const entries = sql.pluck<number>(
      `SELECT entry_id FROM staged_row
       WHERE batch_id = ? AND seq BETWEEN ? AND ? AND action = 'leave' ORDER BY seq`,
      commit.batchId,
      from,
      to,
    );
    for (const id of entries) updateRow(sql, commit.journalId, 'roster_entry', id, changes);
  };
}
