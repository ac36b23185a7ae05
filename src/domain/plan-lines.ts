/** Lines as an RKA prints them: persons × months × price is the amount, on every line, exactly. */
import type { Rupiah } from './brand.ts';
import type { BudgetLineKey } from './budget-lines.ts';
import type { BudgetGroup } from './budget-types.ts';
import { rupiah } from './money.ts';
import type { PartPricer } from './plan-prices.ts';

/** One printed line; `amount` = `persons` × `months` × `price`. */
export interface PlanLine extends BudgetLineKey {
  /** First and last month of the year, 0…11. */
  readonly from: number;
  readonly to: number;
  readonly persons: number;
  readonly months: number;
  readonly price: Rupiah;
  readonly amount: Rupiah;
}

/** A run of months with a constant number of persons. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly persons: number;
}

/**
 * Cuts twelve monthly counts into runs that add up to them: the fewest persons of a stretch as one long run, what stands
 * above it cut again. 100 all year and 20 from April become 100 × 12 and 20 × 9.
 */
export function runsOf(counts: ArrayLike<number>): readonly Run[] {
  const runs: Run[] = [];
  const cut = (from: number, to: number, floor: number): void => {
    let start = from;
    while (start <= to) {
      if ((counts[start] ?? 0) <= floor) {
        start += 1;
        continue;
      }
      let end = start;
      while (end < to && (counts[end + 1] ?? 0) > floor) end += 1;
      let least = Number.POSITIVE_INFINITY;
      for (let at = start; at <= end; at += 1) least = Math.min(least, counts[at] ?? 0);
      runs.push({ from: start, to: end, persons: least - floor });
      cut(start, end, least);
      start = end + 1;
    }
  };
  cut(0, counts.length - 1, 0);
  return runs;
}

interface Priced {
  readonly line: BudgetLineKey;
  readonly price: Rupiah;
  readonly counts: Float64Array;
}

/**
 * Printed lines of groups, in the order of unit, fund source, account, programme, group and price. Groups that cannot be
 * priced give none; lines of a price of zero are left out. Amounts are whole rupiah.
 */
export function planLines(groups: readonly BudgetGroup[], price: PartPricer): readonly PlanLine[] {
  const priced = new Map<string, Priced>();
  for (const group of groups) {
    for (const part of price(group)) {
      if (part.price === 0) continue;
      const key = `${keyOf(part.line)}|${String(part.price).padStart(16, '0')}`;
      const found = priced.get(key) ?? {
        line: part.line,
        price: part.price,
        counts: new Float64Array(12),
      };
      priced.set(key, found);
      for (let month = part.from; month <= part.to; month += 1) {
        found.counts[month] = (found.counts[month] ?? 0) + group.persons;
      }
    }
  }
  return [...priced]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([, { line, price: each, counts }]) =>
      runsOf(counts).map((run): PlanLine => {
        const months = run.to - run.from + 1;
        return {
          ...line,
          ...run,
          months,
          price: each,
          amount: rupiah(run.persons * months * each),
        };
      }),
    );
}

function keyOf(line: BudgetLineKey): string {
  const { unit, fundSource, account, programme, roster, employerGroup, segment, payer } = line;
  return [
    unit ?? '',
    fundSource,
    account.code ?? '~',
    programme,
    roster,
    employerGroup,
    segment,
    payer,
  ].join('|');
}
