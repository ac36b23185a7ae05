/** Payments recorded on a budget year. Adding and taking back are deeds; rows are never deleted. */
import { AppError } from '../../domain/app-error.ts';
import type { FundSource, Roster } from '../../domain/segments.ts';
import type { ReadSql, ReadStore, WriteSql } from '../store.ts';

/** A payment as it is entered. `amount` is whole rupiah. */
export interface NewPayment {
  readonly year: number;
  /** Month the premium is for (BLTH), `YYYY-MM`. */
  readonly period: string;
  readonly roster: Roster;
  readonly fundSource: FundSource;
  readonly accountCode: string | null;
  readonly unitId: number | null;
  readonly billingCode: string | null;
  readonly persons: number;
  readonly amount: number;
  readonly paidOn: string;
  readonly note: string;
  readonly fileName: string | null;
  readonly sourceRow: number | null;
}

export interface PaymentRow extends NewPayment {
  readonly id: number;
  readonly unitName: string | null;
}

const columns = `r.id, r.year, r.period, r.roster, r.fund_source AS fundSource,
  r.account_code AS accountCode, r.unit_id AS unitId, u.name AS unitName, r.billing_code AS billingCode,
  r.persons, r.amount_rupiah AS amount, r.paid_on AS paidOn, r.note, r.file_name AS fileName,
  r.source_row AS sourceRow`;

/** Adds payments under one deed. */
export function insertPayments(
  sql: WriteSql,
  journalId: number,
  payments: readonly NewPayment[],
): void {
  const insert = sql.prepare(
    `INSERT INTO realisation (year, period, roster, fund_source, account_code, unit_id, billing_code, persons,
       amount_rupiah, paid_on, note, file_name, source_row, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const one of payments) {
    insert(
      one.year,
      one.period,
      one.roster,
      one.fundSource,
      one.accountCode,
      one.unitId,
      one.billingCode,
      one.persons,
      one.amount,
      one.paidOn,
      one.note,
      one.fileName,
      one.sourceRow,
      journalId,
    );
  }
}

/** Takes payments back under one deed; throws `not-found` unless every one of them stands. */
export function removePayments(sql: WriteSql, journalId: number, ids: readonly number[]): void {
  const remove = sql.prepare(
    'UPDATE realisation SET removed_by = ? WHERE id = ? AND removed_by IS NULL',
  );
  for (const id of ids) {
    if (remove(journalId, id).changes !== 1) {
      throw new AppError('not-found', { params: { what: 'payment', id } });
    }
  }
}

export interface PaymentFilter {
  readonly year: number;
  readonly roster?: Roster | undefined;
  readonly unitId?: number | undefined;
}

/** Newest period first; `offset` is small: a year has some hundreds of payments. */
export function listPayments(
  store: ReadStore,
  filter: PaymentFilter,
  offset: number,
  limit: number,
): { rows: PaymentRow[]; total: number; amount: number } {
  const { year, roster = null, unitId = null } = filter;
  const where = `r.year = ? AND r.removed_by IS NULL AND (? IS NULL OR r.roster = ?)
    AND (? IS NULL OR r.unit_id = ?)`;
  const params = [year, roster, roster, unitId, unitId] as const;
  const rows = store.sql.all<PaymentRow>(
    `SELECT ${columns} FROM realisation r LEFT JOIN unit u ON u.id = r.unit_id WHERE ${where}
     ORDER BY r.period DESC, r.id DESC LIMIT ? OFFSET ?`,
    ...params,
    limit,
    offset,
  );
  const sums = store.sql.get<{ total: number; amount: number }>(
    `SELECT count(*) AS total, ifnull(sum(r.amount_rupiah), 0) AS amount FROM realisation r WHERE ${where}`,
    ...params,
  );
  return { rows, total: sums?.total ?? 0, amount: sums?.amount ?? 0 };
}

/** One payment that stands; undefined when there is none of that id. */
export function readPayment(store: ReadStore, id: number): PaymentRow | undefined {
  return store.sql.get<PaymentRow>(
    `SELECT ${columns} FROM realisation r LEFT JOIN unit u ON u.id = r.unit_id
     WHERE r.id = ? AND r.removed_by IS NULL`,
    id,
  );
}

/** All payments that stand of a budget year, oldest period first. */
export function paymentsOfYear(store: ReadStore, year: number): PaymentRow[] {
  return store.sql.all<PaymentRow>(
    `SELECT ${columns} FROM realisation r LEFT JOIN unit u ON u.id = r.unit_id
     WHERE r.year = ? AND r.removed_by IS NULL ORDER BY r.period, r.id`,
    year,
  );
}

/** Years that have payments or budget documents, and the given one, newest first. */
export function spendingYears(store: ReadStore, current: number): number[] {
  const found = store.sql.pluck<number>(
    `SELECT year FROM realisation WHERE removed_by IS NULL
     UNION SELECT year FROM budget_version WHERE removed_by IS NULL ORDER BY 1 DESC`,
  );
  return [...new Set([...found, current])].toSorted((a, b) => b - a);
}

/** Payments for months of a calendar span, by whichever budget year; for who is covered and who is behind. */
export function paymentsForPeriods(store: ReadStore, from: string, to: string): PaymentRow[] {
  return store.sql.all<PaymentRow>(
    `SELECT ${columns} FROM realisation r LEFT JOIN unit u ON u.id = r.unit_id
     WHERE r.period BETWEEN ? AND ? AND r.removed_by IS NULL ORDER BY r.period, r.id`,
    from,
    to,
  );
}

/** What identifies a payment to a person: the same kode iuran, month, roster, fund, account and unit. */
export function paymentKey(payment: {
  readonly billingCode: string | null;
  readonly period: string;
  readonly roster: string;
  readonly fundSource: string;
  readonly accountCode: string | null;
  readonly unitId: number | null;
}): string {
  const { billingCode, period, roster, fundSource, accountCode, unitId } = payment;
  return [billingCode, period, roster, fundSource, accountCode, unitId].join('|');
}

/** Payments that stand and share a kode iuran with the given ones, by `paymentKey`. */
export function standingPayments(
  sql: ReadSql,
  billingCodes: readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const wanted = [...new Set(billingCodes)];
  for (const code of wanted) {
    const rows = sql.all<PaymentRow>(
      `SELECT ${columns} FROM realisation r LEFT JOIN unit u ON u.id = r.unit_id
       WHERE r.billing_code = ? AND r.removed_by IS NULL`,
      code,
    );
    for (const row of rows) found.set(paymentKey(row), row.amount);
  }
  return found;
}

/**
 * Takes a deed on payments or budget documents back: what it added goes, what it removed returns. False where
 * something it touched was changed since, and then nothing is done.
 */
export function undoSpending(sql: WriteSql, deed: number, undoing: number): boolean {
  const touched = ['realisation', 'budget_version'].map((table) => ({
    table,
    added: sql.pluck<number>(`SELECT id FROM ${table} WHERE journal_id = ?`, deed),
    standing: sql.pluck<number>(
      `SELECT count(*) FROM ${table} WHERE journal_id = ? AND removed_by IS NULL`,
      deed,
    )[0],
    removed: sql.pluck<number>(`SELECT id FROM ${table} WHERE removed_by = ?`, deed),
  }));
  const anything = touched.some(({ added, removed }) => added.length + removed.length > 0);
  if (!anything || touched.some(({ added, standing }) => added.length !== standing)) return false;
  for (const { table, removed } of touched) {
    sql.run(
      `UPDATE ${table} SET removed_by = ? WHERE journal_id = ? AND removed_by IS NULL`,
      undoing,
      deed,
    );
    for (const id of removed) sql.run(`UPDATE ${table} SET removed_by = NULL WHERE id = ?`, id);
  }
  return true;
}
