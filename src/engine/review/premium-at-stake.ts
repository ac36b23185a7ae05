/** What a month of protection costs for a roster entry: the money that hangs on a pair. */
import { AppError } from '../../domain/app-error.ts';
import type { Month, Sen } from '../../domain/brand.ts';
import { type PremiumPlan, planPremium, priceComponent } from '../../domain/premium.ts';
import { fundKindOf } from '../../domain/segments.ts';
import type { TariffTable } from '../../domain/tariff-table.ts';
import { defaultWageBase, resolveWageBase, type WageBaseTable } from '../../domain/wage-base.ts';
import type { EntryFacts } from '../../store/review/entry-facts.ts';

/** A function that prices entries for one month; 0 where the month has no tariff or the entry no wage. */
export function premiumAtStake(
  month: Month,
  tariffs: TariffTable,
  wageBases: WageBaseTable,
): (entry: EntryFacts) => number {
  const plans = new Map<string, PremiumPlan | null>();
  const planFor = ({ segment, fundSource }: EntryFacts): PremiumPlan | null => {
    const fund = fundKindOf(fundSource ?? 'apbd-pad');
    const key = `${segment}|${fund}`;
    const known = plans.get(key);
    if (known !== undefined) return known;
    let plan: PremiumPlan | null = null;
    try {
      plan = planPremium({ segment, fund, month }, tariffs);
    } catch (error) {
      // Without a tariff for the month the queue is still worth ordering; money then counts for nothing.
      if (!(error instanceof AppError) || error.code !== 'tariff.missing') throw error;
    }
    plans.set(key, plan);
    return plan;
  };
  return (entry) => {
    const plan = planFor(entry);
    if (plan === null) return 0;
    const base = resolveWageBase(
      defaultWageBase(entry.employerGroup, entry.segment),
      // The store's column is whole sen.
      { wage: entry.wageSen as Sen | null, position: entry.position },
      wageBases,
    );
    if (!base.ok) return 0;
    return plan.components.reduce(
      (sum, component) => sum + priceComponent(component, base.wage, plan.rounding),
      0,
    );
  };
}
