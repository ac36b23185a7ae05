/** What stands behind one budget line: the wages most of its people have, each with its reckoning. */
import type { BudgetLineDetail, BudgetLineQuery } from '../../contract/budget-routes.ts';
import { accountFor } from '../../domain/account-codes.ts';
import type { Sen } from '../../domain/brand.ts';
import { defaultGroupRule, placeOf } from '../../domain/budget-plans.ts';
import { resolveWageBase } from '../../domain/wage-base.ts';
import { listPriceGroups, type PriceGroup } from '../../store/price-groups.ts';
import type { ReadStore } from '../../store/store.ts';
import { explainPremium } from './explain-entry.ts';
import { type PriceContext, priceContext } from './price-context.ts';

const shown = 10;

/** The groups with most persons on the line; the others are counted. Throws `tariff.missing`. */
export function budgetLineDetail(
  store: ReadStore,
  resourcesDir: string,
  query: BudgetLineQuery,
): BudgetLineDetail {
  const context = priceContext(store, resourcesDir, query.year);
  const largest: PriceGroup[] = [];
  let groups = 0;
  let persons = 0;
  for (const group of listPriceGroups(store, query.year, query.scope, query.unitId !== null)) {
    if (!isOnLine(group, query, context)) continue;
    groups += 1;
    persons += group.persons;
    keepLargest(largest, group);
  }
  const rows = largest.map((group): BudgetLineDetail['rows'][number] => {
    const explained = explainPremium(context, group);
    return {
      employerGroup: group.employerGroup,
      persons: group.persons,
      from: group.fromMonth,
      to: group.toMonth,
      wageText: explained.wageText,
      gap: explained.gap,
      stretches: explained.stretches.map(({ from, to, lines }) => {
        const line = lines.find(
          ({ programme, payer }) => programme === query.programme && payer === query.payer,
        );
        return { from, to, amount: line?.amount ?? 0, text: line?.text ?? '' };
      }),
    };
  });
  return { rows, otherGroups: groups - rows.length, groups, persons };
}

function isOnLine(group: PriceGroup, query: BudgetLineQuery, context: PriceContext): boolean {
  if (group.leftOut !== null || group.roster !== query.roster) return false;
  if (group.unitId !== query.unitId) return false;
  const { employerGroup, position } = group;
  const fundSource = group.fundSource ?? context.settings.fundWhenMissing?.[employerGroup] ?? null;
  if (fundSource !== query.fundSource) return false;
  const { programme, year } = query;
  const asked = { employerGroup, programme, fundSource, year, position };
  if ((accountFor(context.tables.accounts, asked).code ?? '') !== query.accountCode) return false;
  return hasWage(group, context);
}

/** Who has no wage to be priced on is among the budget's gaps, not on its lines. */
function hasWage(group: PriceGroup, { settings, tables }: PriceContext): boolean {
  const { employerGroup, segment, position } = group;
  const rule =
    settings.rules?.[`${employerGroup}/${segment}`] ?? defaultGroupRule(employerGroup, segment);
  const person = { wage: group.wageSen as Sen | null, position }; // the column is CHECKed
  return resolveWageBase(rule.wageBase, person, tables.wageBases, placeOf(settings)).ok;
}

function keepLargest(largest: PriceGroup[], group: PriceGroup): void {
  if (largest.length === shown && group.persons <= (largest.at(-1)?.persons ?? 0)) return;
  const at = largest.findIndex(({ persons }) => persons < group.persons);
  largest.splice(at === -1 ? largest.length : at, 0, group);
  if (largest.length > shown) largest.pop();
}
