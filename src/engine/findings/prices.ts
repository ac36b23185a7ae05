/** The monthly premium of any worker, by the regency's tariffs and settings of the run's year. */
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate, Sen } from '../../domain/brand.ts';
import { defaultGroupRule, leastWageOf, placeOf, switchedOn } from '../../domain/budget-plans.ts';
import type { GroupRule } from '../../domain/budget-types.ts';
import { monthOf } from '../../domain/month.ts';
import { priceComponents } from '../../domain/premium.ts';
import { largestWage, type PremiumPlan, planPremium } from '../../domain/premium-plan.ts';
import {
  type FundKind,
  fundKindOf,
  memberProgrammes,
  type Segment,
} from '../../domain/segments.ts';
import { resolveWageBase } from '../../domain/wage-base.ts';
import type { PriceOf } from '../../store/findings/scratch.ts';
import type { ReadSql } from '../../store/store.ts';
import { type PriceContext, priceContext } from '../budget/price-context.ts';

export interface Pricing {
  readonly priceOf: PriceOf;
  /** Premium of all payers for a wage earner's reported wage and programmes, in rupiah. */
  readonly due: (wageSen: number, flags: readonly (0 | 1 | null)[]) => number | null;
}

/** The prices of a day, from the store that the transaction stands in. */
export function pricingAt(sql: ReadSql, resourcesDir: string, asOf: string): Pricing {
  return createPricing(priceContext({ sql }, resourcesDir, Number(asOf.slice(0, 4))), asOf);
}

/** A month that the tariffs do not cover prices nothing; it stops no run. */
export function createPricing({ settings, tables }: PriceContext, asOf: string): Pricing {
  const month = monthOf(asOf as CivilDate); // the run's day was checked by its route
  const leastWage = leastWageOf(settings, tables);
  const plans = new Map<string, PremiumPlan | null>();

  const planFor = (
    segment: Segment,
    fund: FundKind,
    rule: Pick<GroupRule, 'programmes' | 'riskClass'>,
  ) => {
    const key = `${segment} ${fund} ${rule.riskClass ?? ''} ${rule.programmes.join()}`;
    const known = plans.get(key);
    if (known !== undefined) return known;
    const terms = { ...rule, segment, month, fund, leastWage, rounding: settings.rounding };
    const made = tryPlan(() => planPremium(terms, tables.tariffs));
    plans.set(key, made);
    return made;
  };

  return {
    priceOf({ segment, employerGroup, fundSource, wageSen, position }) {
      const rule =
        settings.rules?.[`${employerGroup}/${segment}`] ?? defaultGroupRule(employerGroup, segment);
      const person = { wage: wageSen as Sen | null, position };
      const base = resolveWageBase(rule.wageBase, person, tables.wageBases, placeOf(settings));
      if (!base.ok) return { premium: null, baseSen: null };
      const fund = fundSource ?? settings.fundWhenMissing?.[employerGroup] ?? null;
      const wanted = { ...rule, programmes: switchedOn(rule.programmes, settings) };
      const plan = planFor(segment, fund === null ? 'apbd' : fundKindOf(fund), wanted);
      if (plan === null) return { premium: null, baseSen: base.wage };
      const amounts = priceComponents(plan.components, base.wage, plan.rounding);
      // The worker's own share is cut from wages: no fund pays it unless the regency bears it.
      const borne = plan.components.flatMap(({ payer }, at) =>
        segment === 'bpu' || payer === 'employer' || settings.workerShareBorne === true
          ? [amounts[at] ?? 0]
          : [],
      );
      return { premium: borne.reduce<number>((sum, one) => sum + one, 0), baseSen: base.wage };
    },
    due(wageSen, flags) {
      const wanted = memberProgrammes.filter((_, at) => flags[at] === 1);
      if (wanted.length === 0 || wageSen <= 0 || wageSen > largestWage) return null;
      const plan = planFor('pu', 'apbd', { programmes: wanted });
      if (plan === null) return null;
      const amounts = priceComponents(plan.components, wageSen as Sen, plan.rounding);
      return amounts.reduce<number>((sum, one) => sum + one, 0);
    },
  };
}

function tryPlan(make: () => PremiumPlan): PremiumPlan | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof AppError && error.code === 'tariff.missing') return null;
    throw error;
  }
}
