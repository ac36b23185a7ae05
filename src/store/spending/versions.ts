/** Budget documents of a year: murni, pergeseran, perubahan. The one decided last is in force. */
import { AppError } from '../../domain/app-error.ts';
import type { FundSource } from '../../domain/segments.ts';
import type { BudgetVersionTable } from '../schema/spending-schema.ts';
import type { ReadStore, WriteSql } from '../store.ts';

export type VersionKind = BudgetVersionTable['kind'];

export interface VersionHead {
  readonly id: number;
  readonly year: number;
  readonly kind: VersionKind;
  readonly number: number;
  readonly decidedOn: string;
  readonly basis: string;
  readonly lines: number;
  readonly total: number;
}

export interface AllocationRow {
  readonly accountCode: string;
  readonly accountName: string;
  readonly fundSource: FundSource;
  readonly unitId: number | null;
  readonly unitName: string | null;
  /** Whole rupiah. */
  readonly amount: number;
}

/** In the order they were decided: the last is in force. */
export function listVersions(store: ReadStore, year: number): VersionHead[] {
  return store.sql.all<VersionHead>(
    `SELECT v.id, v.year, v.kind, v.number, v.decided_on AS decidedOn, v.basis,
       (SELECT count(*) FROM budget_allocation a WHERE a.version_id = v.id) AS lines,
       (SELECT ifnull(sum(a.amount_rupiah), 0) FROM budget_allocation a WHERE a.version_id = v.id) AS total
     FROM budget_version v WHERE v.year = ? AND v.removed_by IS NULL
     ORDER BY v.decided_on, CASE v.kind WHEN 'murni' THEN 0 WHEN 'pergeseran' THEN 1 ELSE 2 END, v.number`,
    year,
  );
}

/** Which document an id is; undefined when none that stands is. */
export function readVersion(
  store: ReadStore,
  id: number,
): Pick<VersionHead, 'year' | 'kind' | 'number'> | undefined {
  return store.sql.get(
    'SELECT year, kind, number FROM budget_version WHERE id = ? AND removed_by IS NULL',
    id,
  );
}

/** Lines of one document, in the order they were given. */
export function readAllocations(store: ReadStore, versionId: number): AllocationRow[] {
  return store.sql.all<AllocationRow>(
    `SELECT a.account_code AS accountCode, a.account_name AS accountName, a.fund_source AS fundSource,
       a.unit_id AS unitId, u.name AS unitName, a.amount_rupiah AS amount
     FROM budget_allocation a LEFT JOIN unit u ON u.id = a.unit_id
     WHERE a.version_id = ? ORDER BY a.line`,
    versionId,
  );
}

export interface NewVersion {
  readonly year: number;
  readonly kind: VersionKind;
  readonly number: number;
  readonly decidedOn: string;
  readonly basis: string;
  readonly lines: readonly Omit<AllocationRow, 'unitName'>[];
}

/** Adds a document and gives its id; the caller checked that its name is free and its lines are distinct. */
export function insertVersion(sql: WriteSql, journalId: number, version: NewVersion): number {
  const { lastInsertRowid } = sql.run(
    'INSERT INTO budget_version (year, kind, number, decided_on, basis, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
    version.year,
    version.kind,
    version.number,
    version.decidedOn,
    version.basis,
    journalId,
  );
  const id = Number(lastInsertRowid);
  const insert = sql.prepare(
    `INSERT INTO budget_allocation (version_id, line, account_code, account_name, fund_source, unit_id,
       amount_rupiah) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, line] of version.lines.entries()) {
    const { accountCode, accountName, fundSource, unitId, amount } = line;
    insert(id, index + 1, accountCode, accountName, fundSource, unitId, amount);
  }
  return id;
}

/** Takes a document back; throws `not-found` unless it stands. */
export function removeVersion(sql: WriteSql, journalId: number, id: number): void {
  const { changes } = sql.run(
    'UPDATE budget_version SET removed_by = ? WHERE id = ? AND removed_by IS NULL',
    journalId,
    id,
  );
  if (changes !== 1) throw new AppError('not-found', { params: { what: 'version', id } });
}
