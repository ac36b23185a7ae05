/**
 * Payments against allocations: what is left of each budget line, and what the year will come to. A regency pays
 * several programmes with one kode iuran, so a payment that names no account is split over the lines it can belong to.
 */

import type { Month, Rupiah } from './brand.ts';
import { divideRounded, rupiah, sumRupiah } from './money.ts';
import type { FundSource } from './segments.ts';
import { splitByWeights } from './split-by-weights.ts';

/** One line of a budget document. `unitId` null: centralised. */
export interface AllocationLine {
  readonly accountCode: string;
  readonly accountName: string;
  readonly fundSource: FundSource;
  readonly unitId: number | null;
  readonly allocated: Rupiah;
}

/** One payment as recorded. `accountCode` null: the kode iuran covers several accounts. */
export interface PaymentFact {
  /** Month the premium is for (BLTH). */
  readonly period: Month;
  readonly fundSource: FundSource;
  readonly accountCode: string | null;
  readonly unitId: number | null;
  readonly amount: Rupiah;
}

export interface LineProgress extends AllocationLine {
  readonly paid: Rupiah;
  /** Below zero where more was paid than allocated. */
  readonly remaining: Rupiah;
  readonly byMonth: ReadonlyMap<Month, Rupiah>;
  /** Paid so far plus the months that are still to be paid. */
  readonly projected: Rupiah;
  /** How far the projection goes beyond the allocation; 0 where it does not. */
  readonly shortfall: Rupiah;
}

export interface Progress {
  readonly lines: readonly LineProgress[];
  /** Payments that no line of the budget is for, as lines with nothing allocated. */
  readonly outside: readonly LineProgress[];
  readonly allocated: Rupiah;
  readonly paid: Rupiah;
  readonly remaining: Rupiah;
  readonly projected: Rupiah;
}

/**
 * Books every payment on the lines of the budget in force. A payment goes to the lines of its fund that fit its account
 * and unit: the unit's own lines before centralised ones; among several it is split by their allocation
 * (`splitByWeights`). `year` is the twelve months of the budget year, in order. The sum of `paid` over lines and `outside`
 * is the sum of the payments.
 */
export function trackSpending(
  allocations: readonly AllocationLine[],
  payments: readonly PaymentFact[],
  year: readonly Month[],
): Progress {
  const booked = new Map<AllocationLine, Map<Month, Rupiah>>();
  const strays = new Map<string, AllocationLine>();
  for (const line of allocations) booked.set(line, new Map());
  for (const payment of payments) {
    const fitting = linesFor(allocations, payment);
    const lines = fitting.length > 0 ? fitting : [strayFor(strays, payment)];
    const parts = splitByWeights(
      payment.amount,
      lines.map(({ allocated }) => allocated),
    );
    for (const [index, line] of lines.entries()) {
      const months = booked.get(line) ?? new Map<Month, Rupiah>();
      booked.set(line, months);
      const before = months.get(payment.period) ?? rupiah(0);
      months.set(payment.period, rupiah(before + (parts[index] ?? 0)));
    }
  }
  const finish = (line: AllocationLine) => finishLine(line, booked.get(line) ?? new Map(), year);
  const lines = allocations.map(finish);
  const outside = [...strays.values()].map(finish);
  const all = [...lines, ...outside];
  const allocated = sumRupiah(all.map((line) => line.allocated));
  const paid = sumRupiah(all.map((line) => line.paid));
  return {
    lines,
    outside,
    allocated,
    paid,
    remaining: rupiah(allocated - paid),
    projected: sumRupiah(all.map((line) => line.projected)),
  };
}

function linesFor(allocations: readonly AllocationLine[], payment: PaymentFact): AllocationLine[] {
  const fitting = allocations.filter(
    (line) =>
      line.fundSource === payment.fundSource &&
      (payment.accountCode === null || line.accountCode === payment.accountCode),
  );
  const own = fitting.filter(({ unitId }) => unitId !== null && unitId === payment.unitId);
  if (own.length > 0) return own;
  const central = fitting.filter(({ unitId }) => unitId === null);
  if (central.length > 0) return central;
  // A centralised payment where the budget stands with the units is spread over all of them.
  return payment.unitId === null ? fitting : [];
}

function strayFor(strays: Map<string, AllocationLine>, payment: PaymentFact): AllocationLine {
  const { fundSource, accountCode, unitId } = payment;
  const key = `${fundSource} ${accountCode ?? ''} ${unitId ?? ''}`;
  const known = strays.get(key);
  if (known !== undefined) return known;
  const line: AllocationLine = {
    accountCode: accountCode ?? '',
    accountName: '',
    fundSource,
    unitId,
    allocated: rupiah(0),
  };
  strays.set(key, line);
  return line;
}

function finishLine(
  line: AllocationLine,
  byMonth: ReadonlyMap<Month, Rupiah>,
  year: readonly Month[],
): LineProgress {
  const paid = sumRupiah(byMonth.values());
  const projected = projectYear(byMonth, year);
  return {
    ...line,
    paid,
    remaining: rupiah(line.allocated - paid),
    byMonth,
    projected,
    shortfall: rupiah(Math.max(0, projected - line.allocated)),
  };
}

/** Months of payments that the monthly rate is taken from. */
export const projectionMonths = 3;

/**
 * What a year comes to: all that was paid, plus, for each month of `year` after the first paid one that has no payment,
 * the mean of the last three paid months (half up). Nothing paid in the year: nothing is projected.
 */
export function projectYear(byMonth: ReadonlyMap<Month, Rupiah>, year: readonly Month[]): Rupiah {
  const paid = sumRupiah(byMonth.values());
  const inYear = year.filter((month) => (byMonth.get(month) ?? 0) > 0);
  const first = inYear[0];
  if (first === undefined) return paid;
  const last = inYear.slice(-projectionMonths).map((month) => byMonth.get(month) ?? rupiah(0));
  const rate = Number(divideRounded(BigInt(sumRupiah(last)), BigInt(last.length), 'half-up'));
  const open = year.filter((month) => month >= first && !((byMonth.get(month) ?? 0) > 0)).length;
  return rupiah(paid + rate * open);
}
