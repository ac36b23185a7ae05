import { z } from 'zod';
import { AppError } from './app-error.ts';
import type { Month } from './brand.ts';
import { fundKinds, payers, programmes, segments } from './segments.ts';
import { riskClasses, sectors } from './tariff-table.ts';

const share = z.int();

/** What a regency may put in place of a shipped row, or beside the shipped rows. */
export const ownTariffValue = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rate'),
    programme: z.enum(programmes),
    payer: z.enum(payers),
    riskClass: z.literal(riskClasses).nullable(),
    withJkp: z.boolean(),
    /** Millionths of the wage: 0,24 % is 2,400. */
    millionths: share,
  }),
  /** A row of the table for workers without wages, by its number. Whole rupiah. */
  z.strictObject({ kind: z.literal('bracket'), no: z.int(), jkk: z.int(), jht: z.int() }),
  z.strictObject({ kind: z.literal('bpu-jkm'), amount: z.int() }),
  z.strictObject({
    kind: z.literal('ceiling'),
    programme: z.enum(programmes),
    amount: z.int(),
  }),
  z.strictObject({
    kind: z.literal('relief'),
    /** Id of the shipped relief it stands for; null for a further one. */
    replaces: z.string().nullable(),
    segment: z.enum(segments),
    programmes: z.array(z.enum(programmes)).min(1),
    sectors: z.array(z.enum(sectors)).min(1).nullable(),
    payShareMillionths: share,
    appliesTo: z.array(z.enum(fundKinds)),
    excludes: z.array(z.enum(fundKinds)),
    unclear: z.array(z.enum(fundKinds)),
  }),
]);
export type OwnTariffValue = Readonly<z.infer<typeof ownTariffValue>>;

/** A tariff row of a regency's own: it holds from a month to a month (null: until further notice), and says why. */
export interface OwnTariff {
  readonly id: number;
  readonly value: OwnTariffValue;
  readonly from: Month;
  readonly to: Month | null;
  /** The legal text the figure was read in. */
  readonly source: string;
  readonly reason: string;
  readonly author: string;
  /** Moment it was entered, ISO. */
  readonly createdAt: string;
}

/** A quarter of the wage for one programme: anything above is a slip of the keyboard (JHT, the highest, is 5,7 %). */
const highestRate = 250_000;
const bounds = {
  nominal: { least: 100, most: 10_000_000 },
  ceiling: { least: 1_000_000, most: 1_000_000_000 },
} as const;

/**
 * Refuses a row nobody can mean: `tariff.absurd` for a rate below 0 or above 25 %, a nominal outside Rp100…Rp10 million,
 * a ceiling outside Rp1 million…Rp1 billion, a share outside 0…100 %; `tariff.reversed` for an end before the start.
 */
export function checkOwnTariff(row: Pick<OwnTariff, 'value' | 'from' | 'to'>): void {
  if (row.to !== null && row.to < row.from) {
    throw new AppError('tariff.reversed', {
      at: { field: 'to' },
      params: { from: row.from, to: row.to },
    });
  }
  const { value } = row;
  switch (value.kind) {
    case 'rate':
      within('millionths', value.millionths, 0, highestRate);
      break;
    case 'bracket':
      within('jkk', value.jkk, bounds.nominal.least, bounds.nominal.most);
      within('jht', value.jht, bounds.nominal.least, bounds.nominal.most);
      break;
    case 'bpu-jkm':
      within('amount', value.amount, bounds.nominal.least, bounds.nominal.most);
      break;
    case 'ceiling':
      within('amount', value.amount, bounds.ceiling.least, bounds.ceiling.most);
      break;
    case 'relief':
      within('payShareMillionths', value.payShareMillionths, 0, 1_000_000);
      break;
  }
}

function within(field: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new AppError('tariff.absurd', { at: { field }, params: { value, least, most } });
}

/** What a row is about, whatever its figure: two rows of one subject must not hold in the same month. */
export function subjectOf(value: OwnTariffValue): string {
  switch (value.kind) {
    case 'rate': {
      const { programme, payer, riskClass, withJkp } = value;
      return `rate ${programme} ${payer} ${riskClass} ${withJkp}`;
    }
    case 'bracket':
      return `bracket ${value.no}`;
    case 'bpu-jkm':
      return 'bpu-jkm';
    case 'ceiling':
      return `ceiling ${value.programme}`;
    case 'relief':
      return `relief ${value.replaces ?? JSON.stringify([value.segment, value.programmes, value.sectors, value.appliesTo])}`;
  }
}
