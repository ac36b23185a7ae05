/** The need of a fiscal year from the open store: who is priced, what it costs, what was left out. */

import type { BudgetView } from '../../contract/budget-routes.ts';
import type { Month, Sen } from '../../domain/brand.ts';
import { computeBudget } from '../../domain/budget.ts';
import type { BudgetLine } from '../../domain/budget-lines.ts';
import type { Budget, BudgetGroup } from '../../domain/budget-types.ts';
import type { RoundingRule } from '../../domain/money.ts';
import type { PriceGroup, PriceScope } from '../../store/price-groups.ts';
import { iteratePricePeople } from '../../store/price-people.ts';
import { readProfile } from '../../store/profile.ts';
import type { ReadStore } from '../../store/store.ts';
import { unitNames } from '../../store/units.ts';
import { budgetAssumptions } from './budget-assumptions.ts';
import { type PriceContext, priceContext } from './price-context.ts';

export interface NeedQuery {
  /** Default: the store's fiscal year. */
  readonly year?: number | undefined;
  readonly scope: PriceScope;
  /** Lines of non-ASN workers by OPD; default as the year's settings say. */
  readonly byUnit?: boolean | undefined;
  /** Default as the year's settings say. */
  readonly rounding?: RoundingRule | undefined;
}

/** Throws `tariff.missing` for a year without tariffs. */
export function computeNeed(store: ReadStore, resourcesDir: string, query: NeedQuery): BudgetView {
  const year = query.year ?? readProfile(store).fiscalYear;
  const found = priceContext(store, resourcesDir, year);
  const rounding = query.rounding ?? found.settings.rounding;
  const context = { ...found, settings: { ...found.settings, rounding } };
  const byUnit = query.byUnit ?? context.config.perUnit;
  const { budget, leftOut } = priceGroups(store, context, { ...query, year, byUnit });
  const names = byUnit ? unitNames(store) : new Map<number, string>();
  return {
    year,
    scope: query.scope,
    lines: mergeLines(budget.lines, names),
    byMonth: budget.byMonth.map(({ month, amount, persons }) => ({ month, amount, persons })),
    byRoster: budget.byRoster.map((row) => ({ ...row })),
    total: budget.total,
    workerShare: budget.workerShare,
    persons: budget.persons,
    gaps: [...leftOut, ...gapsOf(budget)],
    assumptions: budgetAssumptions(store, query.scope, budget, context.settings),
  };
}

/** Reads the people one by one into the reckoning, so that a million wages never stand in memory together. */
function priceGroups(
  store: ReadStore,
  { settings, tables }: PriceContext,
  query: { readonly year: number; readonly scope: PriceScope; readonly byUnit: boolean },
): { budget: Budget; leftOut: BudgetView['gaps'] } {
  const counted = new Map<string, BudgetView['gaps'][number]>();
  function* priced(): Generator<BudgetGroup> {
    for (const group of iteratePricePeople(store, query.year, query.scope, query.byUnit)) {
      if (group.leftOut === null) yield asBudgetGroup(group);
      else addLeftOut(counted, group.leftOut, group);
    }
  }
  const budget = computeBudget(priced(), settings, tables);
  return { budget, leftOut: [...counted.values()] };
}

/** A group of the store as the reckoning wants it. */
export function asBudgetGroup(group: PriceGroup): BudgetGroup {
  return {
    unit: group.unitId === null ? null : String(group.unitId),
    roster: group.roster,
    segment: group.segment,
    employerGroup: group.employerGroup,
    fundSource: group.fundSource,
    // The store's columns are CHECKed to these shapes.
    wage: group.wageSen as Sen | null,
    position: group.position,
    persons: group.persons,
    from: group.fromMonth as Month | null,
    to: group.toMonth as Month | null,
  };
}

type ViewLine = BudgetView['lines'][number];
interface Merged {
  readonly view: ViewLine;
  readonly monthly: readonly number[];
}

/** One line an account and programme: employer groups on the same account are added up. */
function mergeLines(
  lines: readonly BudgetLine[],
  names: ReadonlyMap<number, string>,
): BudgetView['lines'] {
  const merged = new Map<string, Merged>();
  for (const line of lines) {
    const { roster, fundSource, account, programme, people, personMonths, total, unit } = line;
    const accountCode = account.code ?? '';
    const key = [unit ?? '', roster, fundSource, accountCode, programme, line.payer].join('|');
    const before = merged.get(key);
    const view: ViewLine = {
      unitId: unit === null ? null : Number(unit),
      unitName: unit === null ? null : (names.get(Number(unit)) ?? null),
      roster,
      fundSource,
      accountCode,
      accountName: account.name ?? withoutCode(account.status),
      programme,
      payer: line.payer,
      persons: (before?.view.persons ?? 0) + people,
      personMonths: (before?.view.personMonths ?? 0) + personMonths,
      months: null,
      amount: (before?.view.amount ?? 0) + total,
      verified: (before?.view.verified ?? true) && account.confidence === 'verified',
    };
    const monthly = line.persons.map((count, month) => count + (before?.monthly[month] ?? 0));
    merged.set(key, { view, monthly });
  }
  return [...merged.values()].map(({ view, monthly }) => ({
    ...view,
    months: sameMonths(monthly, view.persons),
  }));
}

/** Number of months when everybody is paid for in the same ones; else null: persons × months is not person-months. */
function sameMonths(monthly: readonly number[], people: number): number | null {
  const together = monthly.every((count) => count === 0 || count === people);
  return together ? monthly.filter((count) => count > 0).length : null;
}

/** What stands for an account where a line has none. */
export function withoutCode(status: BudgetLine['account']['status']): string {
  return status === 'off-budget' ? 'Di luar APBD/APBDes' : 'Belum ada kode rekening';
}

type Gap = BudgetView['gaps'][number];

function addLeftOut(
  counted: Map<string, Gap>,
  code: string,
  { roster, persons }: Omit<Gap, 'code'>,
) {
  const before = counted.get(`${code}|${roster}`)?.persons ?? 0;
  counted.set(`${code}|${roster}`, { code, roster, persons: before + persons });
}

function gapsOf(budget: Budget): BudgetView['gaps'] {
  const counted = new Map<string, Gap>();
  for (const gap of budget.gaps) addLeftOut(counted, gap.reason, gap);
  return [...counted.values()];
}
