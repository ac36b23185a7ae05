/** What one person costs, component by component and month by month: for choosing whom to enrol and for printed lines. */
import type { Rupiah } from './brand.ts';
import { grownWage } from './budget.ts';
import type { BudgetLineKey } from './budget-lines.ts';
import { createBudgetPlans, placeOf } from './budget-plans.ts';
import type { BudgetGroup, BudgetSettings, BudgetTables } from './budget-types.ts';
import { rupiah } from './money.ts';
import { monthIndexOf } from './month.ts';
import { priceComponents } from './premium.ts';
import { resolveWageBase } from './wage-base.ts';

/** A price one person pays in the months `from`…`to` (0…11) on one line. */
export interface PricePart {
  readonly line: BudgetLineKey;
  readonly from: number;
  readonly to: number;
  readonly price: Rupiah;
}

/** The parts of one person of a group; empty when the group cannot be priced. */
export type PartPricer = (group: BudgetGroup) => readonly PricePart[];

/**
 * Prices persons as `computeBudget` does, so that parts × persons add up to it (under rounding of the total: person by
 * person, and the difference is the caller's to show). Parts that the worker's wage bears are left out. Throws
 * `tariff.missing` for a year without tariffs.
 */
export function createPartPricer(settings: BudgetSettings, tables: BudgetTables): PartPricer {
  const { planFor } = createBudgetPlans(settings, tables);
  const place = placeOf(settings);
  const january = settings.year * 12;
  return (group) => {
    const fund = group.fundSource ?? settings.fundWhenMissing?.[group.employerGroup];
    if (fund === undefined) return [];
    const first = group.from == null ? 0 : Math.max(0, monthIndexOf(group.from) - january);
    const last = group.to == null ? 11 : Math.min(11, monthIndexOf(group.to) - january);
    const plan = planFor(group, fund);
    const person = { wage: group.wage, position: group.position ?? null };
    const base = resolveWageBase(plan.rule.wageBase, person, tables.wageBases, place);
    if (!base.ok) return [];
    const grown = grownWage(base.wage, settings.wageGrowth, group.segment);
    const parts: PricePart[] = [];
    for (const stretch of plan.stretches) {
      const months = { from: Math.max(first, stretch.from), to: Math.min(last, stretch.to) };
      if (months.from > months.to) continue;
      const components = stretch.parts.map((part) => part.component);
      const prices = priceComponents(components, stretch.grown ? grown : base.wage, plan.rounding);
      const lines = stretch.parts.map((part) => part.line.key);
      parts.push(...borneParts(lines, prices, months, settings.workerShareBorne === true));
    }
    return parts;
  };
}

function borneParts(
  lines: readonly BudgetLineKey[],
  prices: readonly Rupiah[],
  months: { readonly from: number; readonly to: number },
  workerShareBorne: boolean,
): PricePart[] {
  return lines.flatMap((line, at): PricePart[] => {
    const price = prices[at];
    const borne = workerShareBorne || line.segment === 'bpu' || line.payer === 'employer';
    return price === undefined || !borne ? [] : [{ line, ...months, price }];
  });
}

/** All that one person's parts cost over their months; null for nobody that can be priced. */
export function costOfParts(parts: readonly PricePart[]): Rupiah | null {
  if (parts.length === 0) return null;
  return rupiah(parts.reduce((sum, { from, to, price }) => sum + price * (to - from + 1), 0));
}
