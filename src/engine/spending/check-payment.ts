/** What no schema can say of a payment or a budget line; an error names the row that was sent, from 1. */
import type { Allocation, NewPayment } from '../../contract/spending-routes.ts';
import { normalizeAccountCode } from '../../domain/account-codes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate } from '../../domain/brand.ts';
import { parseCivilDate } from '../../domain/civil-date.ts';
import { paymentKey, standingPayments } from '../../store/spending/payments.ts';
import type { ReadStore } from '../../store/store.ts';
import { unitNames } from '../../store/units.ts';

function invalid(row: number, field: string, reason: string): AppError {
  return new AppError('spending.invalid', { at: { field, row }, params: { reason } });
}

function unitIds(store: ReadStore): ReadonlySet<number> {
  return new Set(unitNames(store).keys());
}

/**
 * Gives the payments as they will be kept (account in the standard notation). Throws `spending.invalid` for a unit that
 * is not there, a day that is none or has not come, a month that does not belong to the budget year; and
 * `spending.duplicate` for one recorded already, or given twice. `replaced` is a payment that goes in the same deed.
 */
export function checkPayments(
  store: ReadStore,
  payments: readonly NewPayment[],
  today: CivilDate,
  replaced: { readonly key: string } | null = null,
): NewPayment[] {
  const units = unitIds(store);
  const kept = payments.map((payment, index) => checkOne(payment, index + 1, units, today));
  const recorded = standingPayments(
    store.sql,
    kept.flatMap(({ billingCode }) => billingCode ?? []),
  );
  const seen = new Set<string>();
  for (const [index, payment] of kept.entries()) {
    if (payment.billingCode === null) continue;
    const key = paymentKey(payment);
    const known = recorded.has(key) && key !== replaced?.key;
    if (known || seen.has(key)) {
      throw new AppError('spending.duplicate', {
        at: { row: index + 1 },
        params: { billing: payment.billingCode, period: payment.period },
      });
    }
    seen.add(key);
  }
  return kept;
}

function checkOne(
  payment: NewPayment,
  row: number,
  units: ReadonlySet<number>,
  today: CivilDate,
): NewPayment {
  const { paidOn, period, year, unitId, accountCode } = payment;
  if (unitId !== null && !units.has(unitId)) throw invalid(row, 'unitId', 'unit.unknown');
  if (parseCivilDate(paidOn) === null) throw invalid(row, 'paidOn', 'date.impossible');
  if (paidOn > today) throw invalid(row, 'paidOn', 'date.in-future');
  // The December premium of wage earners is paid in January, from the new year's budget.
  const periodYear = Number(period.slice(0, 4));
  if (Math.abs(periodYear - year) > 1) throw invalid(row, 'period', 'period.other-year');
  const account = accountCode === null ? null : normalizeAccountCode(accountCode).code;
  return { ...payment, accountCode: account === '' ? null : account };
}

/** Gives the lines as they will be kept; throws `spending.invalid` for an unknown unit or a line given twice. */
export function checkAllocations(store: ReadStore, lines: readonly Allocation[]): Allocation[] {
  const units = unitIds(store);
  const seen = new Set<string>();
  return lines.map((line, index) => {
    const { code } = normalizeAccountCode(line.accountCode);
    if (code === '') throw invalid(index + 1, 'accountCode', 'account.missing');
    if (line.unitId !== null && !units.has(line.unitId)) {
      throw invalid(index + 1, 'unitId', 'unit.unknown');
    }
    const key = `${code} ${line.fundSource} ${line.unitId}`;
    if (seen.has(key)) throw invalid(index + 1, 'accountCode', 'line.twice');
    seen.add(key);
    return { ...line, accountCode: code };
  });
}
