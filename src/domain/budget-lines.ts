import type { AccountChoice } from './account-codes.ts';
import type { Month, Rupiah } from './brand.ts';
import { rupiah } from './money.ts';
import type { EmployerGroup, FundSource, Payer, Programme, Roster, Segment } from './segments.ts';

/** What a budget line stands for: one programme of one group on one account. */
export interface BudgetLineKey {
  /** Unit as the caller named it; null when the budget is not split by unit. */
  readonly unit: string | null;
  readonly roster: Roster;
  readonly employerGroup: EmployerGroup;
  readonly segment: Segment;
  readonly fundSource: FundSource;
  readonly account: AccountChoice;
  readonly programme: Programme;
  readonly payer: Payer;
}

/** A line of the need, month by month. `total` is the sum of `amounts`, `personMonths` that of `persons`. */
export interface BudgetLine extends BudgetLineKey {
  /** Whole rupiah per month of the year, index 0 = January. */
  readonly amounts: readonly Rupiah[];
  /** Persons paid for per month. */
  readonly persons: readonly number[];
  /** Different persons paid for in the year. */
  readonly people: number;
  readonly personMonths: number;
  readonly total: Rupiah;
}

/**
 * A line being added up. Sums are doubles holding integers: every addend is a non-negative integer, so a sum that ever
 * passed 2^53 is still past it at the end, where `finishLine` refuses it.
 */
export interface OpenLine {
  readonly key: BudgetLineKey;
  readonly amounts: Float64Array;
  readonly persons: Float64Array;
  people: number;
}

/** A line with nothing in it yet. */
export function openLine(key: BudgetLineKey): OpenLine {
  return { key, amounts: new Float64Array(12), persons: new Float64Array(12), people: 0 };
}

/** Adds equal persons with one monthly amount each, months `from`…`to` of the year (0…11, both included). */
export function addToLine(
  line: OpenLine,
  from: number,
  to: number,
  amount: Rupiah,
  persons: number,
): void {
  const { amounts, persons: counts } = line;
  const sum = amount * persons;
  for (let month = from; month <= to; month += 1) {
    amounts[month] = (amounts[month] ?? 0) + sum;
    counts[month] = (counts[month] ?? 0) + persons;
  }
}

/** Closes a line; throws `input.invalid` when a sum left the safe integers. */
export function finishLine(line: OpenLine): BudgetLine {
  const amounts = Array.from(line.amounts, rupiah);
  const persons = Array.from(line.persons);
  return {
    ...line.key,
    amounts,
    persons,
    people: line.people,
    personMonths: persons.reduce((sum, count) => sum + count, 0),
    total: rupiah(amounts.reduce<number>((sum, amount) => sum + amount, 0)),
  };
}

/** Totals of one value of a grouping. */
export interface BudgetGroupTotal {
  readonly key: string;
  readonly amount: Rupiah;
  /** Programme-months paid for: a person with JKK and JKM counts twice a month. */
  readonly programmeMonths: number;
}

/** Adds lines up by any property (`line => line.programme`), in order of first appearance. The groups sum to the total. */
export function totalLinesBy(
  lines: readonly BudgetLine[],
  keyOf: (line: BudgetLine) => string,
): readonly BudgetGroupTotal[] {
  const groups = new Map<string, BudgetGroupTotal>();
  for (const line of lines) {
    const key = keyOf(line);
    const before = groups.get(key);
    groups.set(key, {
      key,
      amount: rupiah((before?.amount ?? 0) + line.total),
      programmeMonths: (before?.programmeMonths ?? 0) + line.personMonths,
    });
  }
  return [...groups.values()];
}

/** Adds lines up month by month; the months sum to the total. */
export function totalLinesByMonth(
  lines: readonly BudgetLine[],
  months: readonly Month[],
): readonly { readonly month: Month; readonly amount: Rupiah }[] {
  return months.map((month, index) => ({
    month,
    amount: rupiah(lines.reduce((sum, line) => sum + (line.amounts[index] ?? 0), 0)),
  }));
}
