import { AppError } from './app-error.ts';
import type { Month, Rupiah, Sen } from './brand.ts';
import { senToPlainText } from './format-id.ts';
import {
  defaultRoundingRule,
  divideRounded,
  exactScale,
  type RoundingRule,
  rupiah,
  sumRupiah,
} from './money.ts';
import { monthRange } from './month.ts';
import { exactAmount, exactParts, linesOf, type PremiumLine } from './premium.ts';
import { type LeastWage, planPremium, requireWage } from './premium-plan.ts';
import type { FundKind, Payer, Programme, Segment } from './segments.ts';
import type { RiskClass, Sector, TariffTable } from './tariff-table.ts';

/** The segments a planner asks for by name. Non-ASN and village officials are wage earners of risk class I. */
export const plannerSegments = ['non-asn', 'desa', 'bpu'] as const;
export type PlannerSegment = (typeof plannerSegments)[number];

/** A premium for equal persons over some months. */
export interface ScheduleQuery {
  readonly segment: PlannerSegment;
  readonly wage: Sen;
  readonly persons: number;
  readonly from: Month;
  /** Number of months, 1…120. */
  readonly months: number;
  readonly fund: FundKind;
  readonly programmes?: readonly Programme[] | undefined;
  readonly riskClass?: RiskClass | undefined;
  readonly sector?: Sector | undefined;
  readonly rounding?: RoundingRule | undefined;
  readonly leastWage?: LeastWage | null | undefined;
}

/** One month of a schedule; lines and `perPerson` are for one person. */
export interface ScheduleMonth {
  readonly month: Month;
  readonly perPerson: Rupiah;
  readonly lines: readonly PremiumLine[];
}

/** A priced schedule. `total` = Σ byPayer, and Σ perPerson × persons unless the total is what is rounded. */
export interface PremiumSchedule {
  readonly total: Rupiah;
  readonly byPayer: Readonly<Record<Payer, Rupiah>>;
  readonly months: readonly ScheduleMonth[];
}

/** The legal segment behind a planner's word. */
export function segmentOfPlanner(segment: PlannerSegment): Segment {
  return segment === 'bpu' ? 'bpu' : 'pu';
}

function requireCount(value: number, max: number, field: string): void {
  if (Number.isSafeInteger(value) && value >= 1 && value <= max) return;
  throw new AppError('input.invalid', {
    at: { field },
    params: { reason: 'out-of-range', value: String(value), max },
  });
}

/**
 * Prices equal persons month by month, each by the tariff in force in that month. Amounts are whole rupiah; a person's
 * premium is rounded first and then multiplied, as it is billed. Where the rounding rule says `total`, what each payer
 * pays is added up exactly and rounded once; the months still show one person. Throws `input.invalid`, `tariff.missing`.
 */
export function premiumSchedule(query: ScheduleQuery, table: TariffTable): PremiumSchedule {
  requireCount(query.persons, 100_000_000, 'persons');
  requireCount(query.months, 120, 'months');
  const wage = requireWage(query.wage);
  const paid: Record<Payer, bigint> = { employer: 0n, worker: 0n };
  const { per, mode } = query.rounding ?? defaultRoundingRule;
  const segment = segmentOfPlanner(query.segment);
  const months = monthRange(query.from, query.months).map((month): ScheduleMonth => {
    const plan = planPremium({ ...query, segment, month }, table);
    const lines = linesOf(plan, wage);
    plan.components.forEach((part, index) => {
      const rounded = BigInt(lines[index]?.amount ?? 0) * exactScale;
      paid[part.payer] += per === 'total' ? exactAmount(exactParts(part, wage)) : rounded;
    });
    return { month, perPerson: sumRupiah(lines.map((line) => line.amount)), lines };
  });
  const total = (payer: Payer): Rupiah =>
    rupiah(Number(divideRounded(paid[payer] * BigInt(query.persons), exactScale, mode)));
  const byPayer = { employer: total('employer'), worker: total('worker') };
  return { total: sumRupiah(Object.values(byPayer)), byPayer, months };
}

/** A schedule as `padan premium --json` prints it: plain values, amounts in whole rupiah. */
export interface PremiumScheduleJson {
  readonly total: number;
  readonly byPayer: Readonly<Record<Payer, number>>;
  readonly months: readonly {
    readonly month: string;
    readonly perPerson: number;
    readonly lines: readonly {
      readonly programme: Programme;
      readonly payer: Payer;
      /** Rupiah; only a wage with sen has decimals. */
      readonly base: number;
      /** `0.24%`, or `nominal` for an amount per bracket. */
      readonly rate: string;
      readonly amount: number;
      readonly source: string;
    }[];
  }[];
}

function rateText(line: PremiumLine): string {
  const rest = line.rate.kind === 'nominal' ? 'nominal' : percentText(line.rate.millionths);
  return line.share === 1_000_000 ? rest : `${rest} x ${percentText(line.share)}`;
}

function percentText(millionths: number): string {
  const whole = Math.floor(millionths / 10_000);
  const tail = String(millionths % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${whole}${tail === '' ? '' : `.${tail}`}%`;
}

/** Turns a schedule into the value that `padan premium --json` prints. */
export function scheduleJson(schedule: PremiumSchedule): PremiumScheduleJson {
  return {
    total: schedule.total,
    byPayer: schedule.byPayer,
    months: schedule.months.map(({ month, perPerson, lines }) => ({
      month,
      perPerson,
      lines: lines.map((line) => ({
        programme: line.programme,
        payer: line.payer,
        base: Number(senToPlainText(line.base)),
        rate: rateText(line),
        amount: line.amount,
        source:
          line.confidence === 'verified' ? line.source : `${line.source} (belum diverifikasi)`,
      })),
    })),
  };
}
