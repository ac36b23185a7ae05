import { accountFor } from './account-codes.ts';
import { type OpenLine, openLine } from './budget-lines.ts';
import type { BudgetGroup, BudgetSettings, BudgetTables, GroupRule } from './budget-types.ts';
import { defaultRounding, type RoundingMode } from './money.ts';
import { monthOfIndex } from './month.ts';
import { defaultProgrammes, type PremiumComponent, planPremium } from './premium.ts';
import { type EmployerGroup, type FundSource, fundKindOf, type Segment } from './segments.ts';
import { siltapPositionOf } from './siltap-position.ts';
import { tariffChangeMonths } from './tariff.ts';
import { defaultWageBase } from './wage-base.ts';

/** The rule of a kind of worker unless the regency sets its own: JKK and JKM, usual wage base, risk class I. */
export function defaultGroupRule(employerGroup: EmployerGroup, segment: Segment): GroupRule {
  return { programmes: defaultProgrammes, wageBase: defaultWageBase(employerGroup, segment) };
}

/** Months of the year (0…11, both included) with one tariff, and the line each component is booked on. */
export interface BudgetStretch {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly { readonly component: PremiumComponent; readonly line: OpenLine }[];
}

/** Everything a group needs except its wage, months and count; made once for all groups of a kind. */
export interface BudgetPlan {
  readonly rule: GroupRule;
  readonly rounding: RoundingMode;
  readonly stretches: readonly BudgetStretch[];
  readonly lines: readonly OpenLine[];
}

/** The year cut where the tariff table changes. */
function stretchesOf(year: number, changes: readonly string[]): { from: number; to: number }[] {
  const starts = [0];
  for (let month = 1; month < 12; month += 1) {
    if (changes.includes(monthOfIndex(year * 12 + month))) starts.push(month);
  }
  return starts.map((from, index) => ({ from, to: (starts[index + 1] ?? 12) - 1 }));
}

/** Makes plans on demand and keeps them, with the lines they book on. */
export function createBudgetPlans(
  settings: BudgetSettings,
  tables: BudgetTables,
): {
  readonly planFor: (group: BudgetGroup, fund: FundSource) => BudgetPlan;
  readonly openLines: () => readonly OpenLine[];
} {
  const stretches = stretchesOf(settings.year, tariffChangeMonths(tables.tariffs));
  const plans = new Map<string, BudgetPlan>();
  const lines = new Map<string, OpenLine>();
  const positions = new Map<string, string>();
  const rounding = settings.rounding ?? defaultRounding;

  function lineFor(group: BudgetGroup, fund: FundSource, component: PremiumComponent): OpenLine {
    const { roster, employerGroup, segment, position } = group;
    const unit = group.unit ?? null;
    const { programme, payer } = component;
    const query = { employerGroup, programme, fundSource: fund, year: settings.year, position };
    const account = accountFor(tables.accounts, query);
    const identity = [unit ?? '', roster, employerGroup, segment, fund, programme, payer];
    const key = JSON.stringify([...identity, account.code]);
    const known = lines.get(key);
    if (known !== undefined) return known;
    const line = openLine({
      unit,
      roster,
      employerGroup,
      segment,
      fundSource: fund,
      account,
      programme,
      payer,
    });
    lines.set(key, line);
    return line;
  }

  function makePlan(group: BudgetGroup, fund: FundSource): BudgetPlan {
    const { employerGroup, segment, sector } = group;
    const rule =
      settings.rules?.[`${employerGroup}/${segment}`] ?? defaultGroupRule(employerGroup, segment);
    const { programmes, riskClass } = rule;
    const priced = stretches.map(({ from, to }): BudgetStretch => {
      const month = monthOfIndex(settings.year * 12 + from);
      const terms = { segment, riskClass, programmes, month, fund: fundKindOf(fund), sector };
      const parts = planPremium({ ...terms, rounding }, tables.tariffs).components.map(
        (component) => ({ component, line: lineFor(group, fund, component) }),
      );
      return { from, to, parts };
    });
    const used = new Set(priced.flatMap((stretch) => stretch.parts.map((part) => part.line)));
    return { rule, rounding, stretches: priced, lines: [...used] };
  }

  /** Few distinct positions name many people: what each means is looked up once. */
  function positionClass(position: string): string {
    const known = positions.get(position);
    if (known !== undefined) return known;
    const found = siltapPositionOf(position) ?? '';
    positions.set(position, found);
    return found;
  }

  function planFor(group: BudgetGroup, fund: FundSource): BudgetPlan {
    const { roster, employerGroup, segment, sector, unit, position } = group;
    const kind = `${roster} ${employerGroup} ${segment} ${fund} ${sector ?? ''} `;
    const key = `${kind}${positionClass(position ?? '')} ${unit ?? ''}`;
    const known = plans.get(key);
    if (known !== undefined) return known;
    const plan = makePlan(group, fund);
    plans.set(key, plan);
    return plan;
  }

  return { planFor, openLines: () => [...lines.values()] };
}
