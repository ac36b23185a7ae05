import { z } from 'zod';
import { AppError } from './app-error.ts';
import type { CivilDate, Month } from './brand.ts';
import { requireCivilDate } from './civil-date.ts';
import { addMonths, monthsBetween } from './month.ts';
import { parseResource, positiveInteger, rowIdentity } from './resource-schema.ts';
import { type Segment, segments } from './segments.ts';

const ruleSchema = z.strictObject({
  ...rowIdentity,
  segment: z.enum(segments),
  dueDay: positiveInteger.max(28),
  monthsAfter: z.int().nonnegative(),
  lapsesAfterUnpaid: positiveInteger,
});
const fileSchema = z.strictObject({
  format: z.literal(1),
  checkedOn: z.iso.date(),
  rules: z.array(ruleSchema),
});

/** When the premium of a month is due, and after how many unpaid months protection ends. */
export type PaymentRule = Readonly<z.infer<typeof ruleSchema>>;
export type PaymentRules = Readonly<Record<Segment, PaymentRule>>;

/** Checks `resources/tariffs/payment-rules.json`; throws `input.invalid` for a wrong shape or a segment without a rule. */
export function parsePaymentRules(file: unknown): PaymentRules {
  const { rules } = parseResource(fileSchema, file, 'payment-rules');
  const of = (segment: Segment): PaymentRule => {
    const [rule, second] = rules.filter((row) => row.segment === segment);
    if (rule === undefined || second !== undefined) {
      throw new AppError('input.invalid', {
        at: { field: 'payment-rules' },
        params: { reason: rule === undefined ? 'missing' : 'duplicate', segment },
      });
    }
    return rule;
  };
  return { pu: of('pu'), bpu: of('bpu') };
}

/** The last day on which the premium of a month (BLTH) is in time. */
export function dueDateOf(period: Month, rule: PaymentRule): CivilDate {
  const month = addMonths(period, rule.monthsAfter);
  return requireCivilDate(`${month}-${String(rule.dueDay).padStart(2, '0')}`, 'dueDay');
}

/** The months from `from` whose premium should be paid by a day: those due before it. Empty before the first is. */
export function dueMonths(from: Month, asOf: CivilDate, rule: PaymentRule): readonly Month[] {
  const months: Month[] = [];
  for (let month = from; dueDateOf(month, rule) < asOf; month = addMonths(month, 1)) {
    months.push(month);
  }
  return months;
}

export const paymentStandings = [
  'lancar',
  'menunggak',
  'akan-nonaktif',
  'nonaktif',
  'belum-bayar',
] as const;
/**
 * `menunggak`: a month is unpaid. `akan-nonaktif`: one more unpaid month ends the protection. `nonaktif`: it has ended.
 * `belum-bayar`: nothing was ever paid in the months looked at.
 */
export type PaymentStanding = (typeof paymentStandings)[number];

export interface Standing {
  readonly standing: PaymentStanding;
  /** Due and unpaid, oldest first. */
  readonly unpaid: readonly Month[];
  /** Due months that are paid. */
  readonly paid: number;
  readonly due: number;
  /** The day after which protection ends if nothing more is paid; null where everything due is paid. */
  readonly lapsesOn: CivilDate | null;
}

/**
 * Where those stand whose premiums of `paid` months arrived, looked at from month `from` on a day. Protection lapses by
 * the unpaid months at the end: older gaps are arrears, but do not switch anything off.
 */
export function standingOf(
  paid: ReadonlySet<Month>,
  from: Month,
  asOf: CivilDate,
  rule: PaymentRule,
): Standing {
  const due = dueMonths(from, asOf, rule);
  const unpaid = due.filter((month) => !paid.has(month));
  const lastPaid = [...paid].toSorted().at(-1) ?? null;
  const last = due.at(-1);
  // Paid ahead counts: months after the last one due may be among `paid`.
  const streak =
    last === undefined
      ? 0
      : lastPaid === null || lastPaid < from
        ? due.length
        : Math.max(0, monthsBetween(lastPaid, last));
  const firstOfStreak = streak === 0 ? undefined : due.at(-streak);
  const lapsesOn =
    firstOfStreak === undefined
      ? null
      : dueDateOf(addMonths(firstOfStreak, rule.lapsesAfterUnpaid - 1), rule);
  const paidDue = due.length - unpaid.length;
  return {
    standing: nameOf({ streak, unpaid: unpaid.length, everPaid: lastPaid !== null, rule }),
    unpaid,
    paid: paidDue,
    due: due.length,
    lapsesOn,
  };
}

interface Counted {
  readonly streak: number;
  readonly unpaid: number;
  readonly everPaid: boolean;
  readonly rule: PaymentRule;
}

function nameOf({ streak, unpaid, everPaid, rule }: Counted): PaymentStanding {
  if (unpaid === 0) return 'lancar';
  if (!everPaid) return 'belum-bayar';
  if (streak >= rule.lapsesAfterUnpaid) return 'nonaktif';
  return streak === rule.lapsesAfterUnpaid - 1 ? 'akan-nonaktif' : 'menunggak';
}
