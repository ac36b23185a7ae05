import { AppError } from './app-error.ts';
import type { Month, Rupiah, Sen } from './brand.ts';
import { addToLine, type BudgetLine, finishLine, totalLinesByMonth } from './budget-lines.ts';
import { type BudgetPlan, createBudgetPlans } from './budget-plans.ts';
import type {
  Budget,
  BudgetAssumption,
  BudgetGap,
  BudgetGapReason,
  BudgetGroup,
  BudgetSettings,
  BudgetTables,
} from './budget-types.ts';
import { sumRupiah } from './money.ts';
import { monthIndexOf, monthsOfYear } from './month.ts';
import { type Assumption, assumptionsOf, priceComponent } from './premium.ts';
import { type FundSource, programmes, type Roster, rosters } from './segments.ts';
import { resolveWageBase, type WageBase } from './wage-base.ts';

interface Ledger {
  readonly planFor: ReturnType<typeof createBudgetPlans>['planFor'];
  readonly gaps: Map<string, BudgetGap>;
  readonly notes: Map<string, BudgetAssumption>;
  readonly monthPersons: Float64Array;
  readonly rosterPersons: Map<Roster, number>;
  readonly january: number;
}

/** Group counts stay within what a nation has. */
const largestGroup = 300_000_000;

function requireGroup(group: BudgetGroup): void {
  if (
    !Number.isSafeInteger(group.persons) ||
    group.persons < 0 ||
    group.persons > largestGroup ||
    (group.wage !== null && !Number.isSafeInteger(group.wage))
  ) {
    throw new AppError('budget.invalid', {
      at: { field: 'groups' },
      params: { persons: String(group.persons), wage: String(group.wage) },
    });
  }
}

function addGap(ledger: Ledger, group: BudgetGroup, reason: BudgetGapReason): void {
  const { roster, employerGroup } = group;
  const key = `${reason} ${roster} ${employerGroup}`;
  const persons = (ledger.gaps.get(key)?.persons ?? 0) + group.persons;
  ledger.gaps.set(key, { reason, roster, employerGroup, persons });
}

function addNote(ledger: Ledger, note: Omit<BudgetAssumption, 'persons'>, persons: number): void {
  const key = `${note.code} ${note.row}`;
  const before = ledger.notes.get(key)?.persons ?? 0;
  ledger.notes.set(key, { ...note, persons: before + persons });
}

interface MonthSpan {
  readonly from: number;
  readonly to: number;
}

/** First and last month index within the year (0…11), or the reason there is none. */
function monthsWithin(group: BudgetGroup, january: number): MonthSpan | BudgetGapReason {
  const from = group.from == null ? 0 : monthIndexOf(group.from) - january;
  const to = group.to == null ? 11 : monthIndexOf(group.to) - january;
  if (group.from != null && group.to != null && from > to) return 'months-reversed';
  if (from > 11 || to < 0) return 'outside-year';
  return { from: Math.max(0, from), to: Math.min(11, to) };
}

/** Books one group's months on its lines, and returns the assumptions met on the way. */
function bookPremium(
  plan: BudgetPlan,
  wage: Sen,
  span: MonthSpan,
  persons: number,
): ReadonlyMap<string, Assumption> | null {
  let met: Map<string, Assumption> | null = null;
  for (const stretch of plan.stretches) {
    const from = Math.max(span.from, stretch.from);
    const to = Math.min(span.to, stretch.to);
    if (from > to) continue;
    for (const { component, line } of stretch.parts) {
      addToLine(line, from, to, priceComponent(component, wage, plan.rounding), persons);
      for (const assumption of assumptionsOf(component, wage)) {
        met ??= new Map();
        met.set(`${assumption.code} ${assumption.row}`, assumption);
      }
    }
  }
  for (const line of plan.lines) line.people += persons;
  return met;
}

function countPersons(ledger: Ledger, group: BudgetGroup, span: MonthSpan): void {
  for (let month = span.from; month <= span.to; month += 1) {
    ledger.monthPersons[month] = (ledger.monthPersons[month] ?? 0) + group.persons;
  }
  const before = ledger.rosterPersons.get(group.roster) ?? 0;
  ledger.rosterPersons.set(group.roster, before + group.persons);
}

/** A group ready to be priced. */
interface Priceable {
  readonly span: MonthSpan;
  readonly fund: FundSource;
  readonly plan: BudgetPlan;
  readonly base: Extract<WageBase, { ok: true }>;
}

/** What is needed to price a group, or the reason it cannot be. */
function prepare(
  group: BudgetGroup,
  settings: BudgetSettings,
  tables: BudgetTables,
  ledger: Ledger,
): Priceable | BudgetGapReason {
  const span = monthsWithin(group, ledger.january);
  if (typeof span === 'string') return span;
  const fund = group.fundSource ?? settings.fundWhenMissing?.[group.employerGroup];
  if (fund === undefined) return 'fund-missing';
  const plan = ledger.planFor(group, fund);
  const person = { wage: group.wage, position: group.position ?? null };
  const base = resolveWageBase(plan.rule.wageBase, person, tables.wageBases);
  return base.ok ? { span, fund, plan, base } : base.gap;
}

function bookGroup(
  group: BudgetGroup,
  settings: BudgetSettings,
  tables: BudgetTables,
  ledger: Ledger,
): void {
  requireGroup(group);
  const { persons, employerGroup: source } = group;
  if (persons === 0) return;
  const ready = prepare(group, settings, tables, ledger);
  if (typeof ready === 'string') {
    addGap(ledger, group, ready);
    return;
  }
  const { span, fund, plan, base } = ready;
  const met = bookPremium(plan, base.wage, span, persons);
  countPersons(ledger, group, span);
  if (met !== null) for (const assumption of met.values()) addNote(ledger, assumption, persons);
  if (group.fundSource === null) {
    addNote(ledger, { code: 'fund-assumed', row: fund, source }, persons);
  }
  if (base.substituted !== null) {
    addNote(ledger, { code: 'wage-substituted', row: base.substituted, source }, persons);
  }
}

/**
 * The need of a fiscal year: groups × months × programmes, each month by its own tariff, a person's component rounded
 * before it is multiplied. Lines add up to the total in every grouping, and the order of groups does not matter.
 * Amounts are whole rupiah. A million single-person groups take a few seconds; alike persons should come as one group.
 * Throws `tariff.missing` for a year without tariffs, `input.invalid` for programmes a segment does not have, and
 * `budget.invalid` for a group that is no count.
 */
export function computeBudget(
  groups: Iterable<BudgetGroup>,
  settings: BudgetSettings,
  tables: BudgetTables,
): Budget {
  if (!Number.isInteger(settings.year) || settings.year < 2000 || settings.year > 2200) {
    throw new AppError('budget.invalid', {
      at: { field: 'year' },
      params: { value: String(settings.year) },
    });
  }
  const { planFor, openLines } = createBudgetPlans(settings, tables);
  const ledger: Ledger = {
    planFor,
    gaps: new Map(),
    notes: new Map(),
    monthPersons: new Float64Array(12),
    rosterPersons: new Map(),
    january: settings.year * 12,
  };
  for (const group of groups) bookGroup(group, settings, tables, ledger);
  return settle(openLines().map(finishLine), settings, ledger);
}

function noteAccounts(ledger: Ledger, lines: readonly BudgetLine[]): void {
  for (const { account, employerGroup, programme, fundSource, people } of lines) {
    if (account.status === 'off-budget' || account.confidence === 'verified') continue;
    const row = `${account.code ?? 'tanpa kode'} ${employerGroup} ${programme}`;
    const source = account.note ?? fundSource;
    addNote(ledger, { code: 'account-uncertain', row, source }, people);
  }
}

/** True for a line the fund pays: all but the share cut from a wage earner's pay. */
function isBorne(line: BudgetLine, settings: BudgetSettings): boolean {
  return line.segment === 'bpu' || line.payer === 'employer' || settings.workerShareBorne === true;
}

function settle(closed: readonly BudgetLine[], settings: BudgetSettings, ledger: Ledger): Budget {
  const used = closed
    .filter((line) => line.personMonths > 0)
    .toSorted((a, b) => compareText(orderOf(a), orderOf(b)));
  const lines = used.filter((line) => isBorne(line, settings));
  noteAccounts(ledger, lines);
  const sum = (some: readonly BudgetLine[]): Rupiah => sumRupiah(some.map((line) => line.total));
  const months: readonly Month[] = monthsOfYear(settings.year);
  const present = rosters.filter((roster) => ledger.rosterPersons.has(roster));
  return {
    year: settings.year,
    months,
    lines,
    total: sum(lines),
    workerShare: sum(used.filter((line) => !isBorne(line, settings))),
    persons: [...ledger.rosterPersons.values()].reduce((total, persons) => total + persons, 0),
    byMonth: totalLinesByMonth(lines, months).map((row, index) => ({
      ...row,
      persons: ledger.monthPersons[index] ?? 0,
    })),
    byRoster: present.map((roster) => ({
      roster,
      amount: sum(lines.filter((line) => line.roster === roster)),
      persons: ledger.rosterPersons.get(roster) ?? 0,
    })),
    gaps: sortedValues(ledger.gaps),
    assumptions: sortedValues(ledger.notes),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedValues<T>(entries: ReadonlyMap<string, T>): readonly T[] {
  return [...entries].toSorted(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}

function orderOf(line: BudgetLine): string {
  const { unit, roster, employerGroup, segment, fundSource, account, programme, payer } = line;
  return [
    unit ?? '',
    rosters.indexOf(roster),
    fundSource,
    employerGroup,
    segment,
    programmes.indexOf(programme),
    account.code ?? '',
    payer,
  ].join('\u0000');
}
