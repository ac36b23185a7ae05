import { AppError } from './app-error.ts';
import type { Month, Rupiah, Sen } from './brand.ts';
import {
  addExactly,
  addToLine,
  type BudgetLine,
  type BudgetLineKey,
  finishExactly,
  finishLines,
  type OpenLine,
  totalLinesByMonth,
  withBuffer,
} from './budget-lines.ts';
import { countPeople, type MonthSpan, type People, tally } from './budget-people.ts';
import { type BudgetPlan, createBudgetPlans, placeOf } from './budget-plans.ts';
import type {
  Budget,
  BudgetAssumption,
  BudgetGap,
  BudgetGapReason,
  BudgetGroup,
  BudgetSettings,
  BudgetTables,
  WageGrowth,
} from './budget-types.ts';
import { defaultRoundingRule, divideRounded, sen, sumRupiah } from './money.ts';
import { monthIndexOf, monthsOfYear } from './month.ts';
import { exactParts, priceComponent, priceComponents } from './premium.ts';
import { type FundSource, programmes, rosters, type Segment } from './segments.ts';
import type { SiltapPosition } from './siltap-position.ts';
import {
  type MinimumWage,
  minimumWageInForce,
  resolveWageBase,
  siltapRow,
  type WageBase,
  type WageBaseTable,
  type WagePlace,
} from './wage-base.ts';

/** A floor a wage can lie below. */
type LeastRow = MinimumWage | WageBaseTable['siltap'][number];

interface Ledger {
  readonly planFor: ReturnType<typeof createBudgetPlans>['planFor'];
  readonly gaps: Map<string, BudgetGap>;
  readonly notes: Map<string, BudgetAssumption>;
  readonly low: Map<LeastRow, number>;
  readonly january: number;
  readonly place: WagePlace | null;
  readonly umk: MinimumWage | null;
  readonly siltapClass: (position: string) => SiltapPosition | null;
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

/** First and last month index within the year (0…11), or the reason there is none. */
function monthsWithin(group: BudgetGroup, january: number): MonthSpan | BudgetGapReason {
  const from = group.from == null ? 0 : monthIndexOf(group.from) - january;
  const to = group.to == null ? 11 : monthIndexOf(group.to) - january;
  if (group.from != null && group.to != null && from > to) return 'months-reversed';
  if (from > 11 || to < 0) return 'outside-year';
  return { from: Math.max(0, from), to: Math.min(11, to) };
}

/** Books one group's months on its lines. */
function bookPremium(
  plan: BudgetPlan,
  wages: { readonly now: Sen; readonly grown: Sen },
  span: MonthSpan,
  persons: number,
): void {
  const { per, mode } = plan.rounding;
  if (per === 'person') {
    bookByPerson(plan, wages, span, persons);
    return;
  }
  for (const { component, line, grown, from: first, to: last } of plan.ranges) {
    const from = Math.max(span.from, first);
    const to = Math.min(span.to, last);
    if (from > to) continue;
    const wage = grown ? wages.grown : wages.now;
    if (per === 'total') addExactly(line, from, to, exactParts(component, wage), persons);
    else addToLine(line, from, to, priceComponent(component, wage, mode), persons);
  }
}

function bookByPerson(
  { stretches, rounding }: BudgetPlan,
  wages: { readonly now: Sen; readonly grown: Sen },
  span: MonthSpan,
  persons: number,
): void {
  for (const { parts, grown, from: first, to: last } of stretches) {
    const from = Math.max(span.from, first);
    const to = Math.min(span.to, last);
    if (from > to) continue;
    const components = parts.map((part) => part.component);
    const amounts = priceComponents(components, grown ? wages.grown : wages.now, rounding);
    amounts.forEach((amount, index) => {
      const line = parts[index]?.line;
      if (line !== undefined) addToLine(line, from, to, amount, persons);
    });
  }
}

/** A wage after growth, to the nearest sen; BPU incomes are declared brackets and do not grow. */
export function grownWage(wage: Sen, growth: WageGrowth | undefined, segment: Segment): Sen {
  if (growth === undefined || segment === 'bpu') return wage;
  const exact = BigInt(wage) * BigInt(10_000 + growth.basisPoints);
  return sen(Number(divideRounded(exact, 10_000n, 'half-up')));
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
  const base = resolveWageBase(plan.rule.wageBase, person, tables.wageBases, ledger.place);
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
  const grown = grownWage(base.wage, settings.wageGrowth, group.segment);
  bookPremium(plan, { now: base.wage, grown }, span, persons);
  tally(plan, base.wage, span, persons);
  if (group.fundSource === null) {
    addNote(ledger, { code: 'fund-assumed', row: fund, source }, persons);
  }
  if (base.substituted !== null) {
    addNote(ledger, { code: 'wage-substituted', row: base.substituted, source }, persons);
  }
  if (base.carried !== undefined) {
    const { id, source: decree } = base.carried;
    addNote(ledger, { code: 'minimum-wage-carried', row: id, source: decree }, persons);
  }
  noteLowWage(group, base, tables, ledger);
}

/**
 * Counts people priced at their own wage where that is below the least one known: siltap for village officials (PP
 * 11/2019), else the UMK. The wage is taken as it is; that it is low is said.
 */
function noteLowWage(
  group: BudgetGroup,
  base: Priceable['base'],
  tables: BudgetTables,
  ledger: Ledger,
): void {
  if (group.segment === 'bpu' || base.wage !== group.wage) return;
  const floor =
    group.employerGroup === 'perangkat-desa'
      ? siltapRow(tables.wageBases, ledger.siltapClass(group.position ?? ''))
      : ledger.umk;
  if (floor === null || base.wage >= floor.sen) return;
  ledger.low.set(floor, (ledger.low.get(floor) ?? 0) + group.persons);
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
  requireShares(settings);
  const { planFor, openLines, plans, siltapClass } = createBudgetPlans(settings, tables);
  const place = placeOf(settings);
  const ledger: Ledger = {
    planFor,
    place,
    umk: minimumWageInForce(tables.wageBases, 'umk', place)?.row ?? null,
    siltapClass,
    gaps: new Map(),
    notes: new Map(),
    low: new Map(),
    january: settings.year * 12,
  };
  for (const group of groups) bookGroup(group, settings, tables, ledger);
  const people = countPeople(plans(), (note, count) => addNote(ledger, note, count));
  for (const [{ id, source }, count] of ledger.low) {
    addNote(ledger, { code: 'wage-below-floor', row: id, source }, count);
  }
  return settle(openLines(), settings, ledger, people);
}

/** Growth from −100 % to +1000 %, a reserve from nothing to as much again. */
function requireShares({ wageGrowth, bufferBasisPoints = 0 }: BudgetSettings): void {
  const growth = wageGrowth?.basisPoints ?? 0;
  const bad =
    !Number.isInteger(growth) || growth <= -10_000 || growth > 100_000
      ? 'wageGrowth'
      : !Number.isInteger(bufferBasisPoints) || bufferBasisPoints < 0 || bufferBasisPoints > 10_000
        ? 'bufferBasisPoints'
        : null;
  if (bad === null) return;
  const value = String(bad === 'wageGrowth' ? growth : bufferBasisPoints);
  throw new AppError('budget.invalid', { at: { field: bad }, params: { value } });
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
function isBorne({ segment, payer }: BudgetLineKey, settings: BudgetSettings): boolean {
  return segment === 'bpu' || payer === 'employer' || settings.workerShareBorne === true;
}

function settle(
  open: readonly OpenLine[],
  settings: BudgetSettings,
  ledger: Ledger,
  people: People,
): Budget {
  const { per, mode } = settings.rounding ?? defaultRoundingRule;
  const used = open
    .filter((line) => line.persons.some((count) => count > 0))
    .toSorted((a, b) => compareText(orderOf(a.key), orderOf(b.key)));
  const close = (some: readonly OpenLine[]): readonly BudgetLine[] =>
    per === 'total' ? finishExactly(some, mode) : finishLines(some);
  const borne = close(used.filter((line) => isBorne(line.key, settings)));
  const cut = close(used.filter((line) => !isBorne(line.key, settings)));
  const lines = withBuffer(borne, settings.bufferBasisPoints ?? 0, mode);
  noteAccounts(ledger, lines);
  const sum = (some: readonly BudgetLine[]): Rupiah => sumRupiah(some.map((line) => line.total));
  const months: readonly Month[] = monthsOfYear(settings.year);
  const present = rosters.filter((roster) => people.byRoster.has(roster));
  return {
    year: settings.year,
    months,
    lines,
    total: sum(lines),
    buffer: sumRupiah(lines.map((line) => line.buffer)),
    workerShare: sum(cut),
    persons: [...people.byRoster.values()].reduce((total, persons) => total + persons, 0),
    byMonth: totalLinesByMonth(lines, months).map((row, index) => ({
      ...row,
      persons: people.byMonth[index] ?? 0,
    })),
    byRoster: present.map((roster) => ({
      roster,
      amount: sum(lines.filter((line) => line.roster === roster)),
      persons: people.byRoster.get(roster) ?? 0,
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

function orderOf(line: BudgetLineKey): string {
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
