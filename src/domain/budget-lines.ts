import type { AccountChoice } from './account-codes.ts';
import { apportion } from './apportion.ts';
import type { Month, Rupiah } from './brand.ts';
import { divideRounded, exactScale, MILLION, type RoundingMode, rupiah } from './money.ts';
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
  /** The line's part of the reserve, per month of the year; all zero without one. */
  readonly buffers: readonly Rupiah[];
  readonly buffer: Rupiah;
}

/**
 * A line being added up, as differences: what begins in a month is added there and taken off after its last one, so
 * that a person costs two additions and not twelve. All are doubles holding integers. The amount of any month is a sum
 * of non-negative integers; one that passed 2^53 is still past it when the differences are summed, and is refused there.
 */
export interface OpenLine {
  readonly key: BudgetLineKey;
  readonly amounts: Float64Array;
  /** Only where the total is what gets rounded: sen × millionths not yet moved to `exact`, always below 2^53. */
  readonly units: Float64Array;
  /** Rupiah over `exactScale`. */
  readonly exact: bigint[];
  /** Persons per month; set once all are counted. */
  persons: readonly number[];
  people: number;
}

/** One difference more than months: what ends in December is taken off after it. */
const slots = 13;

/** A line with nothing in it yet. */
export function openLine(key: BudgetLineKey): OpenLine {
  return {
    key,
    amounts: new Float64Array(slots),
    units: new Float64Array(slots),
    exact: Array<bigint>(slots).fill(0n),
    persons: Array<number>(12).fill(0),
    people: 0,
  };
}

/** Adds equal persons with one monthly amount each, months `from`…`to` of the year (0…11, both included). */
export function addToLine(
  { amounts }: OpenLine,
  from: number,
  to: number,
  amount: Rupiah,
  persons: number,
): void {
  const sum = amount * persons;
  amounts[from] = (amounts[from] ?? 0) + sum;
  amounts[to + 1] = (amounts[to + 1] ?? 0) - sum;
}

/** As `addToLine`, nothing rounded: `base` sen at `rate` and `share` millionths, for `persons`. */
export function addExactly(
  { units, exact }: OpenLine,
  from: number,
  to: number,
  part: { readonly base: number; readonly rate: number; readonly share: number },
  persons: number,
): void {
  const product = part.base * part.rate * persons;
  if (part.share !== MILLION || product > Number.MAX_SAFE_INTEGER) {
    const sum = BigInt(part.base) * BigInt(part.rate) * BigInt(part.share) * BigInt(persons);
    exact[from] = (exact[from] ?? 0n) + sum;
    exact[to + 1] = (exact[to + 1] ?? 0n) - sum;
    return;
  }
  for (const [slot, change] of [[from, product] as const, [to + 1, -product] as const]) {
    const before = units[slot] ?? 0;
    if (Number.isSafeInteger(before + change)) {
      units[slot] = before + change;
    } else {
      exact[slot] = (exact[slot] ?? 0n) + BigInt(before) * 1_000_000n;
      units[slot] = change;
    }
  }
}

/** Running sums of differences: the months themselves. */
function monthsOf(differences: Float64Array): Rupiah[] {
  let sum = 0;
  return Array.from(differences.subarray(0, 12), (change) => {
    sum += change;
    return rupiah(sum);
  });
}

function exactMonthsOf({ units, exact }: OpenLine): bigint[] {
  let sum = 0n;
  return exact.slice(0, 12).map((change, month) => {
    sum += change + BigInt(units[month] ?? 0) * 1_000_000n;
    return sum;
  });
}

const noBuffer: readonly Rupiah[] = Array<Rupiah>(12).fill(rupiah(0));

/** Closes a line with its monthly amounts; throws `input.invalid` when a sum left the safe integers. */
function finishLine(line: OpenLine, amounts: readonly Rupiah[]): BudgetLine {
  const { persons } = line;
  return {
    ...line.key,
    amounts,
    persons,
    people: line.people,
    personMonths: persons.reduce((sum, count) => sum + count, 0),
    total: rupiah(amounts.reduce<number>((sum, amount) => sum + amount, 0)),
    buffers: noBuffer,
    buffer: rupiah(0),
  };
}

/** Closes lines whose amounts were rounded person by person. */
export function finishLines(lines: readonly OpenLine[]): readonly BudgetLine[] {
  return lines.map((line) => finishLine(line, monthsOf(line.amounts)));
}

/**
 * Closes lines added up exactly: their sum is rounded once, and the months of the lines are cut to whole rupiah by
 * largest remainder so that they add up to it. The order of `lines` decides ties.
 */
export function finishExactly(
  lines: readonly OpenLine[],
  mode: RoundingMode,
): readonly BudgetLine[] {
  const cells = lines.flatMap(exactMonthsOf);
  const whole = apportion(cells, exactScale, divideRounded(sumOf(cells), exactScale, mode));
  return lines.map((line, index) => finishLine(line, monthsAt(whole, index)));
}

/**
 * Puts a reserve on top: `basisPoints` of the lines' total, rounded once, handed to the months of the lines by largest
 * remainder, so that it adds up in every grouping.
 */
export function withBuffer(
  lines: readonly BudgetLine[],
  basisPoints: number,
  mode: RoundingMode,
): readonly BudgetLine[] {
  if (basisPoints === 0) return lines;
  const cells = lines.flatMap((line) =>
    line.amounts.map((amount) => BigInt(amount) * BigInt(basisPoints)),
  );
  const whole = apportion(cells, 10_000n, divideRounded(sumOf(cells), 10_000n, mode));
  return lines.map((line, index) => {
    const buffers = monthsAt(whole, index);
    return { ...line, buffers, buffer: rupiah(buffers.reduce<number>((a, b) => a + b, 0)) };
  });
}

function sumOf(cells: readonly bigint[]): bigint {
  return cells.reduce((sum, cell) => sum + cell, 0n);
}

function monthsAt(cells: readonly bigint[], index: number): readonly Rupiah[] {
  return cells.slice(index * 12, index * 12 + 12).map((cell) => rupiah(Number(cell)));
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
