/** Counting whom a budget prices: by first and last month while it runs, by month, line and roster at its end. */
import type { Sen } from './brand.ts';
import type { OpenLine } from './budget-lines.ts';
import type { BudgetPlan } from './budget-plans.ts';
import { assumptionsOf } from './premium.ts';
import type { Assumption } from './premium-plan.ts';
import type { Roster } from './segments.ts';
import { bracketFor } from './tariff.ts';

/** Months of the year, 0…11, both included. */
export interface MonthSpan {
  readonly from: number;
  readonly to: number;
}

/** Counts a group by its months; what its price rests on is asked once for all of one count, at the end. */
export function tally(plan: BudgetPlan, wage: Sen, span: MonthSpan, persons: number): void {
  const table = plan.ranges[0]?.component.bpuTable ?? null;
  const key = table === null ? 0 : bracketFor(table, wage).no;
  let counted = plan.tallies.get(key);
  if (counted === undefined) {
    counted = { wage, spans: new Float64Array(144) };
    plan.tallies.set(key, counted);
  }
  const at = span.from * 12 + span.to;
  counted.spans[at] = (counted.spans[at] ?? 0) + persons;
}

/** Who is priced: persons of each month, and of each roster. */
export interface People {
  readonly byMonth: readonly number[];
  readonly byRoster: ReadonlyMap<Roster, number>;
}

/** Turns the counts by first and last month into persons of months, lines and rosters, and into notes. */
export function countPeople(
  plans: readonly BudgetPlan[],
  addNote: (note: Assumption, persons: number) => void,
): People {
  const byMonth = Array<number>(12).fill(0);
  const byRoster = new Map<Roster, number>();
  for (const plan of plans) {
    const monthly = Array<number>(12).fill(0);
    let all = 0;
    for (const { wage, spans } of plan.tallies.values()) {
      spans.forEach((persons, at) => {
        if (persons === 0) return;
        const span = { from: Math.floor(at / 12), to: at % 12 };
        for (let month = span.from; month <= span.to; month += 1)
          monthly[month] = (monthly[month] ?? 0) + persons;
        all += persons;
        for (const note of notesOf(plan, wage, span)) addNote(note, persons);
      });
    }
    monthly.forEach((persons, month) => {
      byMonth[month] = (byMonth[month] ?? 0) + persons;
    });
    if (all > 0) byRoster.set(plan.roster, (byRoster.get(plan.roster) ?? 0) + all);
    countOnLines(plan, monthly, all);
  }
  return { byMonth, byRoster };
}

function countOnLines(plan: BudgetPlan, monthly: readonly number[], all: number): void {
  const lines = new Set<OpenLine>();
  for (const { from, to, parts } of plan.stretches) {
    for (const { line } of parts) {
      lines.add(line);
      line.persons = line.persons.map((before, month) =>
        month < from || month > to ? before : before + (monthly[month] ?? 0),
      );
    }
  }
  for (const line of lines) line.people += all;
}

/** What the price of these months rests on, each thing once. */
function notesOf(plan: BudgetPlan, wage: Sen, span: MonthSpan): Iterable<Assumption> {
  const met = new Map<string, Assumption>();
  for (const { from, to, parts } of plan.stretches) {
    if (to < span.from || from > span.to) continue;
    for (const { component } of parts) {
      for (const note of assumptionsOf(component, wage)) met.set(`${note.code} ${note.row}`, note);
    }
  }
  return met.values();
}
