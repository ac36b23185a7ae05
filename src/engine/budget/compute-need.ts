/** The need of a fiscal year from the open store: who is priced, what it costs, what was left out. */

import type { BudgetView } from '../../contract/budget-routes.ts';
import { employerGroupLabels, fundSourceLabels } from '../../contract/words/labels.ts';
import { parseAccountTable } from '../../domain/account-codes.ts';
import type { Month, Sen } from '../../domain/brand.ts';
import { computeBudget } from '../../domain/budget.ts';
import type { BudgetLine } from '../../domain/budget-lines.ts';
import type {
  Budget,
  BudgetAssumption,
  BudgetGroup,
  BudgetTables,
} from '../../domain/budget-types.ts';
import { defaultProgrammes } from '../../domain/premium-plan.ts';
import type { EmployerGroup, FundSource } from '../../domain/segments.ts';
import { parseWageBaseTable } from '../../domain/wage-base.ts';
import { latestRun } from '../../store/links.ts';
import {
  countNotPriced,
  countUnmatched,
  listPriceGroups,
  type PriceGroup,
  type PriceScope,
} from '../../store/price-groups.ts';
import { readProfile } from '../../store/profile.ts';
import type { ReadStore } from '../../store/store.ts';
import { readJson, readTariffTable } from './read-tables.ts';

export interface NeedQuery {
  /** Default: the store's fiscal year. */
  readonly year?: number | undefined;
  readonly scope: PriceScope;
}

/** Throws `tariff.missing` for a year without tariffs. */
export function computeNeed(store: ReadStore, resourcesDir: string, query: NeedQuery): BudgetView {
  const year = query.year ?? readProfile(store).fiscalYear;
  const groups = listPriceGroups(store, year, query.scope);
  const priced = groups.filter((group) => group.leftOut === null);
  const budget = computeBudget(priced.map(asBudgetGroup), { year }, readTables(resourcesDir));
  return {
    year,
    scope: query.scope,
    lines: mergeLines(budget.lines),
    byMonth: budget.byMonth.map(({ month, amount, persons }) => ({ month, amount, persons })),
    byRoster: budget.byRoster.map((row) => ({ ...row })),
    total: budget.total,
    persons: budget.persons,
    gaps: [...leftOut(groups), ...gapsOf(budget)],
    assumptions: assumptionsOf(store, query.scope, budget),
  };
}

/** The shipped tables that pricing needs. */
export function readTables(resourcesDir: string): BudgetTables {
  const accounts = ['accounts/apbd.json', 'accounts/apbdes.json'];
  return {
    tariffs: readTariffTable(resourcesDir),
    wageBases: parseWageBaseTable(readJson(resourcesDir, 'tariffs/wage-bases.json')),
    accounts: parseAccountTable(accounts.map((name) => readJson(resourcesDir, name))),
  };
}

function asBudgetGroup(group: PriceGroup): BudgetGroup {
  return {
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

/** One line an account and programme: employer groups on the same account are added up. */
function mergeLines(lines: readonly BudgetLine[]): BudgetView['lines'] {
  const merged = new Map<string, BudgetView['lines'][number]>();
  for (const { roster, fundSource, account, programme, people, personMonths, total } of lines) {
    const accountCode = account.code ?? '';
    const key = [roster, fundSource, accountCode, programme].join('|');
    const before = merged.get(key);
    merged.set(key, {
      roster,
      fundSource,
      accountCode,
      accountName: account.name ?? withoutCode(account.status),
      programme,
      persons: (before?.persons ?? 0) + people,
      personMonths: (before?.personMonths ?? 0) + personMonths,
      amount: (before?.amount ?? 0) + total,
      verified: (before?.verified ?? true) && account.confidence === 'verified',
    });
  }
  return [...merged.values()];
}

/** What stands for an account where a line has none. */
export function withoutCode(status: BudgetLine['account']['status']): string {
  return status === 'off-budget' ? 'Di luar APBD/APBDes' : 'Belum ada kode rekening';
}

function leftOut(groups: readonly PriceGroup[]): BudgetView['gaps'] {
  const counted = new Map<string, BudgetView['gaps'][number]>();
  for (const { leftOut: code, roster, persons } of groups) {
    if (code === null) continue;
    const before = counted.get(`${code}|${roster}`)?.persons ?? 0;
    counted.set(`${code}|${roster}`, { code, roster, persons: before + persons });
  }
  return [...counted.values()];
}

function gapsOf(budget: Budget): BudgetView['gaps'] {
  const counted = new Map<string, BudgetView['gaps'][number]>();
  for (const { reason, roster, persons } of budget.gaps) {
    const before = counted.get(`${reason}|${roster}`)?.persons ?? 0;
    counted.set(`${reason}|${roster}`, { code: reason, roster, persons: before + persons });
  }
  return [...counted.values()];
}

const ruleWords: Readonly<Record<string, string>> = {
  siltap: 'siltap minimum menurut jabatan',
  fixed: 'dasar upah tetap',
  'bpu-base': 'dasar BPU Rp1.000.000',
};

function assumptionsOf(
  store: ReadStore,
  scope: PriceScope,
  budget: Budget,
): BudgetView['assumptions'] {
  const general: BudgetView['assumptions'] = [
    { code: 'full-year', params: { year: String(budget.year) } },
    { code: 'programmes', params: { programmes: defaultProgrammes.join(', ').toUpperCase() } },
    { code: 'rounding', params: {} },
  ];
  const unmatched = latestRun(store) === undefined ? null : countUnmatched(store);
  if (unmatched === null) general.push({ code: 'never-matched', params: {} });
  else if (unmatched > 0) general.push({ code: 'not-matched-yet', params: { persons: unmatched } });
  if (scope === 'missing') {
    const { inactive, toCheck } = countNotPriced(store);
    if (inactive > 0)
      general.push({ code: 'inactive-not-included', params: { persons: inactive } });
    if (toCheck > 0) general.push({ code: 'to-check-not-included', params: { persons: toCheck } });
  }
  return [...general, ...budget.assumptions.map(asAssumption)];
}

/** A premise of the domain as the contract gives it. */
export function asAssumption({
  code,
  row,
  source,
  persons,
}: BudgetAssumption): BudgetView['assumptions'][number] {
  if (code === 'wage-substituted')
    return { code, params: { rule: ruleWords[row] ?? row, persons } };
  if (code === 'fund-assumed') {
    return { code, params: { fund: fundSourceLabels[row as FundSource] ?? row, persons } };
  }
  if (code === 'account-uncertain') return uncertainAccount(row, source, persons);
  return { code, params: { row, source, persons } };
}

/** The domain names the line by `code group programme`, `tanpa kode` where the table has none. */
function uncertainAccount(
  row: string,
  source: string,
  persons: number,
): BudgetView['assumptions'][number] {
  const parts = row.split(' ');
  const programme = (parts.pop() ?? '').toUpperCase();
  const group = employerGroupLabels[parts.pop() as EmployerGroup] ?? '';
  const account = parts.join(' ');
  if (account === 'tanpa kode') {
    const fund = fundSourceLabels[source as FundSource] ?? source;
    return { code: 'account-missing', params: { programme, group, fund, persons } };
  }
  return { code: 'account-uncertain', params: { account, programme, group, source, persons } };
}
