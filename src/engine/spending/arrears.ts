/** Who is behind: each group of people against the payments that are theirs. */
import { join } from 'node:path';
import type { RouteOut } from '../../contract/routes.ts';
import type { ArrearsRow } from '../../contract/spending-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate, Month } from '../../domain/brand.ts';
import { monthsOfYear } from '../../domain/month.ts';
import {
  dueDateOf,
  type PaymentRules,
  parsePaymentRules,
  type Standing,
  standingOf,
} from '../../domain/payment-rules.ts';
import { type Roster, segments } from '../../domain/segments.ts';
import { openStoreReader } from '../../store/open-store.ts';
import {
  exportedPeriods,
  listPaidGroups,
  type PaidGroup,
  readPaidGroup,
} from '../../store/spending/paid-groups.ts';
import { type PaymentRow, paymentsForPeriods } from '../../store/spending/payments.ts';
import type { ReadStore } from '../../store/store.ts';
import { readJson } from '../budget/read-tables.ts';
import { civilToday } from '../civil-today.ts';
import { needAccess, type Task } from '../worker/task.ts';

/** The day a year is judged on: today, or its last day once it is over. */
export function judgedOn(year: number, today: CivilDate): CivilDate {
  // The premium of December is due in January: the whole of January is still looked at.
  const end = `${year + 1}-01-31`;
  return today > end ? (end as CivilDate) : today;
}

export function readPaymentRules(resourcesDir: string): PaymentRules {
  return parsePaymentRules(readJson(resourcesDir, join('tariffs', 'payment-rules.json')));
}

/**
 * Months that were paid for a group: payments of its roster and fund, made for its unit, for the kecamatan over it, or
 * for all units at once. A group without a fund takes any.
 */
function monthsPaidFor(group: PaidGroup, payments: readonly PaymentRow[]): Set<Month> {
  const months = new Set<Month>();
  for (const { roster, fundSource, unitId, period } of payments) {
    const theirs =
      roster === group.roster &&
      (group.fundSource === null || fundSource === group.fundSource) &&
      (unitId === null || unitId === group.unitId || unitId === group.parentId);
    // The store's column is CHECKed to this shape.
    if (theirs) months.add(period as Month);
  }
  return months;
}

interface Judging {
  readonly year: number;
  readonly asOf: CivilDate;
  readonly rules: PaymentRules;
  readonly payments: readonly PaymentRow[];
}

function judge(group: PaidGroup, { year, asOf, rules, payments }: Judging): Standing {
  const [january, december] = [monthsOfYear(year)[0], monthsOfYear(year).at(-1)];
  if (january === undefined || december === undefined) throw new Error('a year has months');
  const rule = rules[group.segment];
  const paid = monthsPaidFor(group, payments);
  // Nothing past December belongs to this year, however late it is looked at.
  const last = asOf > dueDateOf(december, rule) ? nextDay(dueDateOf(december, rule)) : asOf;
  return standingOf(paid, january, last, rule);
}

/** `dueDateOf` is never a month's last day (day 28 at most), so the next day is in the same month. */
function nextDay(date: CivilDate): CivilDate {
  return `${date.slice(0, 8)}${String(Number(date.slice(8)) + 1).padStart(2, '0')}` as CivilDate;
}

export interface ArrearsInput {
  readonly year: number;
  readonly roster: Roster;
}

export type ArrearsOutput = RouteOut<'spending.arrears'>;

const worst = { nonaktif: 0, 'akan-nonaktif': 1, 'belum-bayar': 2, menunggak: 3, lancar: 4 };

/** Groups of one roster, those worst off first. */
export const arrearsTask: Task<ArrearsInput, ArrearsOutput> = async ({ year, roster }, task) => {
  using store = openStoreReader(needAccess(task));
  const judging: Judging = {
    year,
    asOf: judgedOn(year, civilToday(task.now())),
    rules: readPaymentRules(task.resourcesDir),
    payments: paymentsForPeriods(store, `${year}-01`, `${year}-12`),
  };
  const rows = listPaidGroups(store, roster)
    .map((group) => asRow(group, judge(group, judging)))
    .toSorted((a, b) => worst[a.standing] - worst[b.standing] || b.persons - a.persons);
  const sum = (list: readonly ArrearsRow[]) => list.reduce((all, { persons }) => all + persons, 0);
  return {
    asOf: judging.asOf,
    rows,
    persons: sum(rows),
    behind: sum(rows.filter(({ standing }) => standing !== 'lancar')),
    rules: segments
      .filter((segment) => rows.some((row) => row.segment === segment))
      .map((segment) => {
        const { source, confidence } = judging.rules[segment];
        return { segment, source, verified: confidence === 'verified' };
      }),
  };
};

function asRow(group: PaidGroup, standing: Standing): ArrearsRow {
  const { paid, due } = standing;
  return {
    roster: group.roster,
    segment: group.segment,
    unitId: group.unitId,
    unitName: group.unitName,
    parentName: group.parentName,
    fundSource: group.fundSource,
    persons: group.persons,
    standing: standing.standing,
    paid,
    due,
    unpaid: [...standing.unpaid],
    lapsesOn: standing.lapsesOn,
    paidPersonMonths: paid * group.persons,
    duePersonMonths: due * group.persons,
  };
}

/** One person's year; throws `not-found`. */
export function personMonths(
  store: ReadStore,
  resourcesDir: string,
  today: CivilDate,
  { entryId, year }: { readonly entryId: number; readonly year: number },
): RouteOut<'spending.personMonths'> {
  const group = readPaidGroup(store, entryId);
  if (group === undefined)
    throw new AppError('not-found', { params: { what: 'entry', id: entryId } });
  const rules = readPaymentRules(resourcesDir);
  const payments = paymentsForPeriods(store, `${year}-01`, `${year}-12`);
  const asOf = judgedOn(year, today);
  const { standing, lapsesOn } = judge(group, { year, asOf, rules, payments });
  const paid = monthsPaidFor(group, payments);
  const rule = rules[group.segment];
  return {
    year,
    months: monthsOfYear(year).map((month) => {
      const dueOn = dueDateOf(month, rule);
      const state = paid.has(month) ? 'paid' : dueOn < asOf ? 'unpaid' : 'not-due';
      return { month, state, dueOn };
    }),
    exported: exportedPeriods(store, entryId).filter((period) => period.startsWith(`${year}-`)),
    standing,
    lapsesOn,
  };
}
