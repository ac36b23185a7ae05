import { accountFor } from './account-codes.ts';
import type { Sen } from './brand.ts';
import { type OpenLine, openLine } from './budget-lines.ts';
import type { BudgetGroup, BudgetSettings, BudgetTables, GroupRule } from './budget-types.ts';
import { defaultRoundingRule, type RoundingRule } from './money.ts';
import { monthIndexOf, monthOfIndex } from './month.ts';
import {
  defaultProgrammes,
  type LeastWage,
  type PremiumComponent,
  planPremium,
} from './premium-plan.ts';
import {
  type EmployerGroup,
  type FundSource,
  fundKindOf,
  type Programme,
  type Roster,
  type Segment,
} from './segments.ts';
import { type SiltapPosition, siltapPositionOf } from './siltap-position.ts';
import { tariffChangeMonths } from './tariff.ts';
import { defaultWageBase, minimumWageInForce, type WagePlace } from './wage-base.ts';

/** The rule of a kind of worker unless the regency sets its own: JKK and JKM, usual wage base, risk class I. */
export function defaultGroupRule(employerGroup: EmployerGroup, segment: Segment): GroupRule {
  return { programmes: defaultProgrammes, wageBase: defaultWageBase(employerGroup, segment) };
}

/** Months of the year (0…11, both included) with one tariff, and the line each component is booked on. */
export interface BudgetStretch {
  readonly from: number;
  readonly to: number;
  /** Wages have grown by then. */
  readonly grown: boolean;
  readonly parts: readonly { readonly component: PremiumComponent; readonly line: OpenLine }[];
}

/** Months of the year in which one component keeps one price, over as many stretches as that holds. */
export interface BudgetRange {
  readonly from: number;
  readonly to: number;
  readonly grown: boolean;
  readonly component: PremiumComponent;
  readonly line: OpenLine;
}

/** Persons counted by their first and last month (`from` × 12 + `to`), and a wage that stands for them all. */
export interface SpanTally {
  readonly wage: Sen;
  readonly spans: Float64Array;
}

/** Everything a group needs except its wage, months and count; made once for all groups of a kind. */
export interface BudgetPlan {
  readonly roster: Roster;
  readonly ranges: readonly BudgetRange[];
  /** By bracket for workers without wages; under 0 for all others, whose notes do not depend on the wage. */
  readonly tallies: Map<number, SpanTally>;
  readonly rule: GroupRule;
  readonly rounding: RoundingRule;
  readonly segment: Segment;
  readonly stretches: readonly BudgetStretch[];
}

/** The year cut where the tariff table changes. */
function stretchesOf(year: number, changes: readonly string[]): { from: number; to: number }[] {
  const starts = [0];
  for (let month = 1; month < 12; month += 1) {
    if (changes.includes(monthOfIndex(year * 12 + month))) starts.push(month);
  }
  return starts.map((from, index) => ({ from, to: (starts[index + 1] ?? 12) - 1 }));
}

/** Where minimum wages are looked up; null when the settings name no region. */
export function placeOf({ region, year }: BudgetSettings): WagePlace | null {
  return region === undefined ? null : { region, year };
}

/** First month of the year (0…11) with grown wages, or 12. */
function growthMonth({ wageGrowth, year }: BudgetSettings): number {
  if (wageGrowth === undefined || wageGrowth.basisPoints === 0) return 12;
  return Math.max(0, monthIndexOf(wageGrowth.from) - year * 12);
}

/** A programme outside the four is priced only where its switch is on. */
export function switchedOn(
  programmes: readonly Programme[],
  settings: Pick<BudgetSettings, 'jkp' | 'health'>,
): readonly Programme[] {
  return programmes.filter(
    (one) =>
      (one !== 'jkp' || settings.jkp === true) && (one !== 'jkn' || settings.health === true),
  );
}

/** The UMK that JKN counts from at least; null where it is not known. */
export function leastWageOf(settings: BudgetSettings, tables: BudgetTables): LeastWage | null {
  const place = placeOf(settings);
  const found = minimumWageInForce(tables.wageBases, 'umk', place);
  return found === null
    ? null
    : { wage: found.row.sen, row: found.row.id, source: found.row.source };
}

/** Stretches of one component that follow one another at one price are one range. */
function rangesOf(stretches: readonly BudgetStretch[]): BudgetRange[] {
  const ranges: BudgetRange[] = [];
  for (const { from, to, grown, parts } of stretches) {
    for (const { component, line } of parts) {
      const at = ranges.findIndex(
        (range) =>
          range.line === line &&
          range.to === from - 1 &&
          range.grown === grown &&
          samePrice(range.component, component),
      );
      const before = ranges[at];
      if (before === undefined) ranges.push({ from, to, grown, component, line });
      else ranges[at] = { ...before, to };
    }
  }
  return ranges;
}

function samePrice(a: PremiumComponent, b: PremiumComponent): boolean {
  return (
    a.millionths === b.millionths &&
    a.cap === b.cap &&
    a.floor === b.floor &&
    a.share === b.share &&
    a.bpuTable === b.bpuTable
  );
}

/** Makes plans on demand and keeps them, with the lines they book on. */
export function createBudgetPlans(
  settings: BudgetSettings,
  tables: BudgetTables,
): {
  readonly planFor: (group: BudgetGroup, fund: FundSource) => BudgetPlan;
  readonly openLines: () => readonly OpenLine[];
  readonly plans: () => readonly BudgetPlan[];
  readonly siltapClass: (position: string) => SiltapPosition | null;
} {
  const grownFrom = growthMonth(settings);
  const changes = tariffChangeMonths(tables.tariffs);
  const stretches = stretchesOf(
    settings.year,
    settings.wageGrowth ? [...changes, settings.wageGrowth.from] : changes,
  );
  const leastWage = leastWageOf(settings, tables);
  const plans = new Map<string, BudgetPlan>();
  const lines = new Map<string, OpenLine>();
  const positions = new Map<string, SiltapPosition | null>();
  const rounding = settings.rounding ?? defaultRoundingRule;

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
    const { riskClass } = rule;
    const programmes = switchedOn(rule.programmes, settings);
    const priced = stretches.map(({ from, to }): BudgetStretch => {
      const month = monthOfIndex(settings.year * 12 + from);
      const terms = { segment, riskClass, programmes, month, fund: fundKindOf(fund), sector };
      const parts = planPremium({ ...terms, rounding, leastWage }, tables.tariffs).components.map(
        (component) => ({ component, line: lineFor(group, fund, component) }),
      );
      return { from, to, grown: from >= grownFrom, parts };
    });
    const { roster } = group;
    return {
      roster,
      rule,
      rounding,
      segment,
      stretches: priced,
      ranges: rangesOf(priced),
      tallies: new Map(),
    };
  }

  /** Few distinct positions name many people: what each means is looked up once. */
  function siltapClass(position: string): SiltapPosition | null {
    const known = positions.get(position);
    if (known !== undefined) return known;
    const found = siltapPositionOf(position);
    positions.set(position, found);
    return found;
  }

  function planFor(group: BudgetGroup, fund: FundSource): BudgetPlan {
    const { roster, employerGroup, segment, sector, unit, position } = group;
    const kind = `${roster} ${employerGroup} ${segment} ${fund} ${sector ?? ''} `;
    const key = `${kind}${siltapClass(position ?? '') ?? ''} ${unit ?? ''}`;
    const known = plans.get(key);
    if (known !== undefined) return known;
    const plan = makePlan(group, fund);
    plans.set(key, plan);
    return plan;
  }

  return {
    planFor,
    openLines: () => [...lines.values()],
    plans: () => [...plans.values()],
    siltapClass,
  };
}
