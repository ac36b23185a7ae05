/** A budget year at a glance: what was decided, what was paid, what the year will come to. */
import type { RouteOut } from '../../contract/routes.ts';
import type { Month } from '../../domain/brand.ts';
import { rupiah } from '../../domain/money.ts';
import { monthsOfYear } from '../../domain/month.ts';
import { type AllocationLine, type LineProgress, trackSpending } from '../../domain/realisation.ts';
import { readProfile } from '../../store/profile.ts';
import { paymentsOfYear, spendingYears } from '../../store/spending/payments.ts';
import { listVersions, readAllocations } from '../../store/spending/versions.ts';
import type { ReadStore } from '../../store/store.ts';

export type Overview = RouteOut<'spending.overview'>;

export function spendingOverview(store: ReadStore, asked: number | undefined): Overview {
  const fiscalYear = readProfile(store).fiscalYear;
  const year = asked ?? fiscalYear;
  const versions = listVersions(store, year);
  const inForce = versions.at(-1) ?? null;
  const rows = inForce === null ? [] : readAllocations(store, inForce.id);
  const payments = paymentsOfYear(store, year);
  const progress = trackSpending(
    rows.map(
      (row): AllocationLine => ({
        accountCode: row.accountCode,
        accountName: row.accountName,
        fundSource: row.fundSource,
        unitId: row.unitId,
        allocated: rupiah(row.amount),
      }),
    ),
    payments.map(({ period, fundSource, accountCode, unitId, amount }) => ({
      // The store's column is CHECKed to this shape.
      period: period as Month,
      fundSource,
      accountCode,
      unitId,
      amount: rupiah(amount),
    })),
    monthsOfYear(year),
  );
  const names = new Map<number, string>();
  for (const { unitId, unitName } of [...rows, ...payments]) {
    if (unitId !== null && unitName !== null) names.set(unitId, unitName);
  }
  const asLine = ({ byMonth: _, ...line }: LineProgress) => ({
    ...line,
    unitName: line.unitId === null ? null : (names.get(line.unitId) ?? null),
  });
  return {
    year,
    years: spendingYears(store, fiscalYear),
    versions,
    inForce: inForce?.id ?? null,
    lines: progress.lines.map(asLine),
    outside: progress.outside.map(asLine),
    allocated: progress.allocated,
    paid: progress.paid,
    remaining: progress.remaining,
    projected: progress.projected,
    byMonth: byMonth(payments, year),
    payments: payments.length,
  };
}

/** Every month of the year, and any other month that was paid from it, in order. */
function byMonth(
  payments: readonly { period: string; amount: number; persons: number }[],
  year: number,
): Overview['byMonth'] {
  const months = new Map<string, { amount: number; persons: number }>(
    monthsOfYear(year).map((month) => [month, { amount: 0, persons: 0 }]),
  );
  for (const { period, amount, persons } of payments) {
    const sum = months.get(period) ?? { amount: 0, persons: 0 };
    months.set(period, { amount: sum.amount + amount, persons: sum.persons + persons });
  }
  return [...months]
    .map(([month, sums]) => ({ month, ...sums }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
