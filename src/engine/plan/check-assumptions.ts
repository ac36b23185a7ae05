/** What a schema cannot say of assumptions: months of the year they are for, programmes a segment has, wages that exist. */
import { AppError } from '../../domain/app-error.ts';
import type { BudgetTables } from '../../domain/budget-types.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';

/** Throws `plan.invalid` naming the field. */
export function checkAssumptions(
  year: number,
  assumptions: PlanAssumptions,
  tables: BudgetTables,
): void {
  const { from, to, recruitments, leavings } = assumptions;
  checkMonth(year, from, 'from');
  checkMonth(year, to, 'to');
  if (to < from) refuse('to', 'reversed', `${from} ${to}`);
  for (const { from: start, segment, employerGroup } of recruitments) {
    checkMonth(year, start, 'recruitments');
    const kind = `${employerGroup}/${segment}`;
    if (kind === 'non-asn/bpu' || kind === 'rentan/pu')
      refuse('recruitments', 'not-for-segment', kind);
  }
  for (const one of leavings) checkMonth(year, one.from, 'leavings');
  checkTarget(year, assumptions);
  checkRules(assumptions, tables);
}

function checkTarget(year: number, { target, from, to }: PlanAssumptions): void {
  if (target === null) return;
  const { order, rosters } = target;
  checkMonth(year, target.from, 'target');
  if (target.from < from || target.from > to) refuse('target', 'outside-months', target.from);
  if (new Set(order).size !== order.length) refuse('target', 'order-repeats', order.join(' '));
  if (new Set(rosters).size !== rosters.length)
    refuse('target', 'rosters-repeat', rosters.join(' '));
}

function checkRules({ rules }: PlanAssumptions, { wageBases }: BudgetTables): void {
  for (const [key, rule] of Object.entries(rules)) {
    if (rule === undefined) continue;
    if (key.endsWith('/bpu') && rule.programmes.some((one) => one === 'jp' || one === 'jkp'))
      refuse('rules', 'not-for-segment', key);
    const { wageBase } = rule;
    const bases = [wageBase, wageBase.kind === 'actual' ? wageBase.ifMissing : undefined];
    for (const base of bases) {
      if (base?.kind !== 'minimum-wage') continue;
      if (!wageBases.minimumWages.some(({ id }) => id === base.id))
        refuse('rules', 'unknown-wage', base.id);
    }
  }
}

function checkMonth(year: number, month: string, field: string): void {
  if (!month.startsWith(`${year}-`)) refuse(field, 'other-year', month);
}

function refuse(field: string, reason: string, value: string): never {
  throw new AppError('plan.invalid', { at: { field }, params: { reason, value } });
}
