import { z } from 'zod';
import { AppError } from './app-error.ts';
import {
  monthSchema,
  ownMark,
  parseResource,
  positiveInteger,
  refuseOverlaps,
  rowIdentity,
} from './resource-schema.ts';
import { fundKinds, payers, programmes, segments } from './segments.ts';

/** Sectors that reliefs tell apart (PP 50/2025: transport from January 2026, the others from April). */
export const sectors = ['transport', 'other'] as const;
export type Sector = (typeof sectors)[number];

/** JKK risk groups I to V (PP 44/2015 Lampiran I); offices and government are I. */
export const riskClasses = [1, 2, 3, 4, 5] as const;
export type RiskClass = (typeof riskClasses)[number];

const span = { from: monthSchema, to: monthSchema.nullable() };
const own = { own: ownMark.optional() };

const rateSchema = z.strictObject({
  ...rowIdentity,
  ...span,
  programme: z.enum(programmes),
  segment: z.literal('pu'),
  payer: z.enum(payers),
  /** Null where the rate does not depend on risk. */
  riskClass: z.literal(riskClasses).nullable(),
  /** True for the rate of members of JKP, of whose JKK a part is recomposed (PP 6/2025). */
  withJkp: z.boolean().optional(),
  millionths: z.int().min(0).max(1_000_000),
  ...own,
});

const bracketSchema = z.strictObject({
  no: positiveInteger,
  /** Lower bound in whole rupiah; the row reaches up to the next row's lower bound. */
  incomeFrom: z.int().min(0),
  base: positiveInteger,
  jkk: positiveInteger,
  jht: positiveInteger,
  confidence: rowIdentity.confidence,
  /** Only where it is not the table's. */
  source: rowIdentity.source.optional(),
  ...own,
});

const bpuTableSchema = z.strictObject({
  id: rowIdentity.id,
  ...span,
  jkm: positiveInteger,
  jkmConfidence: rowIdentity.confidence,
  /** Only where it is not the table's. */
  jkmSource: rowIdentity.source.optional(),
  jkmOwn: ownMark.optional(),
  source: rowIdentity.source,
  jhtSource: rowIdentity.source,
  rows: z.array(bracketSchema).min(1),
});

const ceilingSchema = z.strictObject({
  ...rowIdentity,
  ...span,
  programme: z.enum(programmes),
  year: positiveInteger,
  amount: positiveInteger,
  ...own,
});

/** A programme whose premium counts at least from the UMK. */
const floorSchema = z.strictObject({
  ...rowIdentity,
  ...span,
  programme: z.enum(programmes),
  basis: z.literal('umk'),
});

const reliefSchema = z.strictObject({
  ...rowIdentity,
  ...span,
  segment: z.enum(segments),
  programmes: z.array(z.enum(programmes)).min(1),
  /** Null: every sector. */
  sectors: z.array(z.enum(sectors)).min(1).nullable(),
  /** The part still paid, in millionths. */
  payShareMillionths: z.int().min(0).max(1_000_000),
  appliesTo: z.array(z.enum(fundKinds)),
  excludes: z.array(z.enum(fundKinds)),
  /** Funds on which the text is silent: no relief is assumed, and the assumption is shown. */
  unclear: z.array(z.enum(fundKinds)),
  ...own,
});

const pensionAgeSchema = z.strictObject({
  ...rowIdentity,
  from: monthSchema,
  age: positiveInteger,
});

const tableSchema = z.strictObject({
  format: z.literal(1),
  name: z.string(),
  checkedOn: z.iso.date(),
  note: z.string().optional(),
  rates: z.array(rateSchema),
  bpuTables: z.array(bpuTableSchema),
  ceilings: z.array(ceilingSchema),
  floors: z.array(floorSchema),
  reliefs: z.array(reliefSchema),
  pensionAges: z.array(pensionAgeSchema),
  bpuAge: z.strictObject({ ...rowIdentity, maxAtRegistration: positiveInteger }),
});

/** A percentage of the wage, for one programme, payer and risk class. */
export type RateRow = Readonly<z.infer<typeof rateSchema>>;
/** One row of the table for workers without wages. */
export type BpuBracket = Readonly<z.infer<typeof bracketSchema>>;
/** The 33 rows of PP 44/2015 Lampiran II and the months they hold. */
export type BpuTable = Readonly<z.infer<typeof bpuTableSchema>>;
/** The most of a wage that counts for a programme. */
export type CeilingRow = Readonly<z.infer<typeof ceilingSchema>>;
/** A programme's least wage. */
export type FloorRow = Readonly<z.infer<typeof floorSchema>>;
/** A part of the premium waived for a period, for some funds. */
export type ReliefRow = Readonly<z.infer<typeof reliefSchema>>;
/** The whole effective-dated table, checked. */
export type TariffTable = Readonly<z.infer<typeof tableSchema>>;

function refuseUnsortedBrackets(table: BpuTable): void {
  table.rows.forEach((row, index) => {
    const before = table.rows[index - 1];
    const first = before === undefined && row.incomeFrom === 0;
    if (first || (before !== undefined && before.incomeFrom < row.incomeFrom)) return;
    throw new AppError('input.invalid', {
      at: { field: `tariffs.bpuTables.${table.id}` },
      params: { reason: 'bracket-order', rows: [String(row.no)] },
    });
  });
}

/** Reliefs overlap when segment, a programme, a sector and a fund coincide in one month. */
function reliefKeys(row: ReliefRow): ReliefRow[] {
  const keys: ReliefRow[] = [];
  for (const programme of row.programmes) {
    for (const sector of row.sectors ?? sectors) {
      for (const fund of row.appliesTo) {
        keys.push({ ...row, programmes: [programme], sectors: [sector], appliesTo: [fund] });
      }
    }
  }
  return keys;
}

/**
 * Checks a tariff table read from `resources/tariffs/bpjs-ketenagakerjaan.json` or edited by a regency. Shape, ranges,
 * ascending brackets, and no two rows of one key in force in the same month; else `input.invalid` naming the rows.
 */
export function parseTariffTable(value: unknown): TariffTable {
  const table = parseResource(tableSchema, value, 'tariffs');
  refuseOverlaps(
    table.rates,
    (row) =>
      `${row.segment} ${row.programme} ${row.payer} ${row.riskClass} ${row.withJkp === true}`,
    'tariffs.rates',
  );
  refuseOverlaps(table.bpuTables, () => '', 'tariffs.bpuTables');
  refuseOverlaps(table.floors, (row) => row.programme, 'tariffs.floors');
  refuseOverlaps(table.ceilings, (row) => row.programme, 'tariffs.ceilings');
  refuseOverlaps(
    table.reliefs.flatMap(reliefKeys),
    (row) => `${row.segment} ${row.programmes[0]} ${row.sectors?.[0]} ${row.appliesTo[0]}`,
    'tariffs.reliefs',
  );
  for (const bpuTable of table.bpuTables) refuseUnsortedBrackets(bpuTable);
  return table;
}
