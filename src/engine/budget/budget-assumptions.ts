/** What a budget rests on, as codes with numbers that the screen and the packet turn into sentences. */
import type { BudgetView } from '../../contract/budget-routes.ts';
import { roundingModeWords, roundingScopeWords } from '../../contract/words/budget-words.ts';
import { employerGroupLabels, fundLabelOf } from '../../contract/words/labels.ts';
import type { Budget, BudgetAssumption, BudgetSettings } from '../../domain/budget-types.ts';
import { formatRupiah } from '../../domain/format-id.ts';
import { defaultRoundingRule } from '../../domain/money.ts';
import { defaultProgrammes } from '../../domain/premium-plan.ts';
import { type EmployerGroup, programmes } from '../../domain/segments.ts';
import { latestRun } from '../../store/links.ts';
import { countNotPriced, countUnmatched, type PriceScope } from '../../store/price-groups.ts';
import type { ReadStore } from '../../store/store.ts';

/** Wage rules as a sentence says them. */
export const ruleWords: Readonly<Record<string, string>> = {
  siltap: 'siltap minimum menurut jabatan',
  fixed: 'dasar upah tetap',
  'bpu-base': 'dasar BPU Rp1.000.000',
  umk: 'UMK',
  ump: 'UMP',
  'minimum-wage': 'upah minimum',
  actual: 'upah di daftar',
};

/** The settings the figures were made with, who is not in them, and everything the reckoning had to assume. */
export function budgetAssumptions(
  store: ReadStore,
  scope: PriceScope,
  budget: Budget,
  settings: BudgetSettings,
): BudgetView['assumptions'] {
  const rounding = settings.rounding ?? defaultRoundingRule;
  const general: BudgetView['assumptions'] = [
    { code: 'full-year', params: { year: String(budget.year) } },
    { code: 'programmes', params: { programmes: programmesSentence(budget) } },
    {
      code: 'rounding',
      params: { what: roundingScopeWords[rounding.per], how: roundingModeWords[rounding.mode] },
    },
  ];
  if (budget.workerShare > 0) {
    general.push({ code: 'worker-share', params: { amount: formatRupiah(budget.workerShare) } });
  }
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

/** `JKK, JKM`, or by group where they differ: `JKK, JKM, JHT (non-ASN); JKK, JKM (pekerja rentan)`. */
function programmesSentence(budget: Budget): string {
  const sets = new Map<string, Set<string>>();
  for (const group of new Set(budget.lines.map((line) => line.employerGroup))) {
    const used = new Set(
      budget.lines.filter((line) => line.employerGroup === group).map((line) => line.programme),
    );
    const words = programmes.filter((one) => used.has(one)).map((one) => one.toUpperCase());
    const key = words.join(', ');
    sets.set(key, (sets.get(key) ?? new Set()).add(employerGroupLabels[group]));
  }
  if (sets.size === 0) return defaultProgrammes.join(', ').toUpperCase();
  if (sets.size === 1) return [...sets.keys()].join('');
  return [...sets].map(([words, groups]) => `${words} (${[...groups].join(', ')})`).join('; ');
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
    return { code, params: { fund: fundLabelOf(row), persons } };
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
    const fund = fundLabelOf(source);
    return { code: 'account-missing', params: { programme, group, fund, persons } };
  }
  return { code: 'account-uncertain', params: { account, programme, group, source, persons } };
}
