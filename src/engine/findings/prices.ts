/** The monthly premium of any worker, by the tariff of the run's month. */
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate, Sen } from '../../domain/brand.ts';
import { defaultGroupRule } from '../../domain/budget-plans.ts';
import { monthOf } from '../../domain/month.ts';
import {
  defaultProgrammes,
  largestWage,
  type PremiumPlan,
  planPremium,
  priceComponent,
} from '../../domain/premium.ts';
import {
  type FundKind,
  fundKindOf,
  type Programme,
  programmes,
  type Segment,
} from '../../domain/segments.ts';
import { parseWageBaseTable, resolveWageBase } from '../../domain/wage-base.ts';
import type { PriceOf } from '../../store/findings/scratch.ts';
import { readJson, readTariffTable } from '../budget/read-tables.ts';

export interface Pricing {
  readonly priceOf: PriceOf;
  /** Premium of all payers for a wage earner's reported wage and programmes, in rupiah. */
  readonly due: (wageSen: number, flags: readonly (0 | 1 | null)[]) => number | null;
}

/** Reads the tariffs once. A month that they do not cover prices nothing; it stops no run. */
export function createPricing(resourcesDir: string, asOf: string): Pricing {
  const tariffs = readTariffTable(resourcesDir);
  const wageBases = parseWageBaseTable(readJson(resourcesDir, 'tariffs/wage-bases.json'));
  const month = monthOf(asOf as CivilDate); // the run's day was checked by its route
  const plans = new Map<string, PremiumPlan | null>();

  const planFor = (segment: Segment, fund: FundKind, wanted: readonly Programme[]) => {
    const key = `${segment} ${fund} ${wanted.join()}`;
    const known = plans.get(key);
    if (known !== undefined) return known;
    const made = tryPlan(() => planPremium({ segment, month, fund, programmes: wanted }, tariffs));
    plans.set(key, made);
    return made;
  };

  return {
    priceOf({ segment, employerGroup, fundSource, wageSen, position }) {
      const rule = defaultGroupRule(employerGroup, segment);
      const base = resolveWageBase(
        rule.wageBase,
        { wage: wageSen as Sen | null, position },
        wageBases,
      );
      if (!base.ok) return { premium: null, baseSen: null };
      const fund = fundSource === null ? 'apbd' : fundKindOf(fundSource);
      const plan = planFor(segment, fund, rule.programmes ?? defaultProgrammes);
      if (plan === null) return { premium: null, baseSen: base.wage };
      // The worker's own share is cut from wages: no fund pays it.
      const borne = plan.components.filter(
        ({ payer }) => segment === 'bpu' || payer === 'employer',
      );
      const premium = borne.reduce(
        (sum, component) => sum + priceComponent(component, base.wage, plan.rounding),
        0,
      );
      return { premium, baseSen: base.wage };
    },
    due(wageSen, flags) {
      const wanted = programmes.filter((_, at) => flags[at] === 1);
      if (wanted.length === 0 || wageSen <= 0 || wageSen > largestWage) return null;
      const plan = planFor('pu', 'apbd', wanted);
      if (plan === null) return null;
      return plan.components.reduce(
        (sum, component) => sum + priceComponent(component, wageSen as Sen, plan.rounding),
        0,
      );
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
