import { AppError } from './app-error.ts';
import type { Month, Rupiah, Sen } from './brand.ts';
import {
  defaultRounding,
  MILLION,
  multiplyRate,
  type RoundingMode,
  rupiah,
  sen,
  senOfRupiah,
} from './money.ts';
import type { Confidence } from './resource-schema.ts';
import { type FundKind, type Payer, type Programme, programmes, type Segment } from './segments.ts';
import { bpuTableFor, bracketFor, ceilingFor, ratesFor, reliefFor } from './tariff.ts';
import type { BpuTable, ReliefRow, RiskClass, Sector, TariffTable } from './tariff-table.ts';

/** Everything but the wage that decides a premium. */
export interface PremiumTerms {
  readonly segment: Segment;
  /** JKK risk group of wage earners; default 1, offices and government. */
  readonly riskClass?: RiskClass | undefined;
  /** Default `jkk, jkm`, the least that SE Mendagri 842.2/5193/SJ asks for. */
  readonly programmes?: readonly Programme[] | undefined;
  readonly month: Month;
  readonly fund: FundKind;
  /** Default `other`. */
  readonly sector?: Sector | undefined;
  /** Applied to each component on its own; default half-up. */
  readonly rounding?: RoundingMode | undefined;
}

export interface PremiumQuery extends PremiumTerms {
  /** Monthly wage, or for BPU the declared monthly income. */
  readonly wage: Sen;
}

/** Something a figure rests on that is not settled law; shown on screen and on paper. */
export interface Assumption {
  readonly code: 'tariff-unverified' | 'ceiling-carried' | 'relief-unclear';
  /** Id of the table row. */
  readonly row: string;
  readonly source: string;
}

/** How a component is measured. */
export type PremiumRate =
  | { readonly kind: 'rate'; readonly millionths: number }
  | { readonly kind: 'nominal'; readonly amount: Rupiah; readonly bracket: number };

/** One component of one person's premium for one month. */
export interface PremiumLine {
  readonly programme: Programme;
  /** `employer` is whoever pays on the worker's behalf: for BPU that is the region, the village or the donor. */
  readonly payer: Payer;
  /** Wage that counts (after a ceiling), or the bracket's base. */
  readonly base: Sen;
  /** The wage before the ceiling when the ceiling lowered it. */
  readonly cappedFrom: Sen | null;
  readonly rate: PremiumRate;
  /** Part still paid after a relief, in millionths; 1,000,000 without one. */
  readonly share: number;
  readonly amount: Rupiah;
  readonly source: string;
  readonly confidence: Confidence;
  readonly assumptions: readonly Assumption[];
}

/** A component before a wage is known. Made once per month-tariff, then priced for any number of wages. */
export interface PremiumComponent {
  readonly programme: Programme;
  readonly payer: Payer;
  /** Millionths of the wage, or null where the bracket's nominal counts. */
  readonly millionths: number | null;
  readonly cap: Sen | null;
  readonly share: number;
  readonly bpuTable: BpuTable | null;
  readonly source: string;
  readonly confidence: Confidence;
  readonly assumptions: readonly Assumption[];
}

/** The components of a premium under given terms. */
export interface PremiumPlan {
  readonly components: readonly PremiumComponent[];
  readonly rounding: RoundingMode;
}

/** Rp10 billion a month, in sen: anything above is a slip of the keyboard. */
export const largestWage = 1_000_000_000_000;

/** The default programmes. */
export const defaultProgrammes: readonly Programme[] = ['jkk', 'jkm'];

/** Throws `input.invalid` unless a wage is whole sen, above zero and below Rp10 billion a month. */
export function requireWage(wage: Sen): Sen {
  const reason = !Number.isSafeInteger(wage)
    ? 'not-an-amount'
    : wage <= 0
      ? 'not-positive'
      : wage > largestWage
        ? 'too-large'
        : null;
  if (reason === null) return wage;
  throw new AppError('input.invalid', {
    at: { field: 'wage' },
    params: { reason, value: String(wage) },
  });
}

/** Programmes without repeats in the order of the law; throws `input.invalid` for none, or JP for BPU. */
export function checkProgrammes(
  asked: readonly Programme[] | undefined,
  segment: Segment,
): readonly Programme[] {
  const wanted = programmes.filter((programme) => (asked ?? defaultProgrammes).includes(programme));
  if (wanted.length === 0) {
    throw new AppError('input.invalid', {
      at: { field: 'programmes' },
      params: { reason: 'none' },
    });
  }
  // PP 45/2015: the pension programme is for workers with wages.
  if (segment === 'bpu' && wanted.includes('jp')) {
    throw new AppError('input.invalid', {
      at: { field: 'programmes' },
      params: { reason: 'not-for-segment', programme: 'jp', segment },
    });
  }
  return wanted;
}

function unverified(row: { id: string; source: string; confidence: Confidence }): Assumption[] {
  if (row.confidence === 'verified') return [];
  return [{ code: 'tariff-unverified', row: row.id, source: row.source }];
}

interface ReliefPart {
  readonly share: number;
  readonly row: ReliefRow | null;
  readonly assumptions: readonly Assumption[];
}

function reliefPart(table: TariffTable, terms: PremiumTerms, programme: Programme): ReliefPart {
  const { segment, month, fund, sector = 'other' } = terms;
  const relief = reliefFor(table, { segment, programme, month, fund, sector });
  if (relief.kind === 'applies') {
    const { row } = relief;
    return { share: row.payShareMillionths, row, assumptions: unverified(row) };
  }
  if (relief.kind !== 'unclear') return { share: MILLION, row: null, assumptions: [] };
  const { id, source } = relief.row;
  const assumption: Assumption = { code: 'relief-unclear', row: id, source };
  return { share: MILLION, row: null, assumptions: [assumption] };
}

function withRelief(source: string, relief: ReliefRow | null): string {
  return relief === null ? source : `${source}; ${relief.source}`;
}

function wageComponents(
  table: TariffTable,
  terms: PremiumTerms,
  programme: Programme,
): PremiumComponent[] {
  const relief = reliefPart(table, terms, programme);
  const ceiling = ceilingFor(table, programme, terms.month);
  const ceilingNotes: Assumption[] =
    ceiling === null
      ? []
      : ceiling.carried
        ? [{ code: 'ceiling-carried', row: ceiling.row.id, source: ceiling.row.source }]
        : unverified(ceiling.row);
  return ratesFor(table, programme, terms.riskClass ?? 1, terms.month).map((row) => ({
    programme,
    payer: row.payer,
    millionths: row.millionths,
    cap: ceiling === null ? null : sen(ceiling.row.amount * 100),
    share: relief.share,
    bpuTable: null,
    source: withRelief(row.source, relief.row),
    confidence: row.confidence,
    assumptions: [...unverified(row), ...ceilingNotes, ...relief.assumptions],
  }));
}

function bpuComponent(
  table: TariffTable,
  terms: PremiumTerms,
  programme: Programme,
): PremiumComponent {
  const relief = reliefPart(table, terms, programme);
  const bpuTable = bpuTableFor(table, terms.month);
  const source = programme === 'jht' ? bpuTable.jhtSource : bpuTable.source;
  return {
    programme,
    payer: terms.fund === 'mandiri' ? 'worker' : 'employer',
    millionths: null,
    cap: null,
    share: relief.share,
    bpuTable,
    source: withRelief(source, relief.row),
    confidence: bpuTable.jkmConfidence,
    assumptions: relief.assumptions,
  };
}

/**
 * Looks up every component that the terms ask for. Throws `tariff.missing` for a month the table does not cover and
 * `input.invalid` for programmes the segment does not have.
 */
export function planPremium(terms: PremiumTerms, table: TariffTable): PremiumPlan {
  const wanted = checkProgrammes(terms.programmes, terms.segment);
  const components =
    terms.segment === 'bpu'
      ? wanted.map((programme) => bpuComponent(table, terms, programme))
      : wanted.flatMap((programme) => wageComponents(table, terms, programme));
  return { components, rounding: terms.rounding ?? defaultRounding };
}

function nominalOf(bpuTable: BpuTable, programme: Programme, wage: Sen): number {
  if (programme === 'jkm') return bpuTable.jkm;
  const bracket = bracketFor(bpuTable, wage);
  return programme === 'jht' ? bracket.jht : bracket.jkk;
}

/**
 * One component's amount for a wage: the inner function of a budget. Exact, then rounded once. Expects a wage that
 * `requireWage` let through.
 */
export function priceComponent(
  component: PremiumComponent,
  wage: Sen,
  rounding: RoundingMode,
): Rupiah {
  const { millionths, cap, share, bpuTable, programme } = component;
  if (bpuTable !== null) {
    const nominal = rupiah(nominalOf(bpuTable, programme, wage));
    if (share === MILLION) return nominal;
    return multiplyRate(senOfRupiah(nominal), share, rounding);
  }
  return multiplyRate(cap !== null && wage > cap ? cap : wage, millionths ?? 0, rounding, share);
}

/** What a component's price for a wage rests on; for BPU that depends on the bracket the wage falls into. */
export function assumptionsOf(component: PremiumComponent, wage: Sen): readonly Assumption[] {
  const { bpuTable, programme, assumptions } = component;
  if (bpuTable === null) return assumptions;
  const bracket = programme === 'jkm' ? null : bracketFor(bpuTable, wage);
  const confidence = bracket?.confidence ?? bpuTable.jkmConfidence;
  if (confidence === 'verified') return assumptions;
  const id = bracket === null ? bpuTable.id : `${bpuTable.id}/${bracket.no}`;
  return [...unverified({ id, source: bpuTable.source, confidence }), ...assumptions];
}

function bpuLine(
  component: PremiumComponent,
  bpuTable: BpuTable,
  wage: Sen,
  rounding: RoundingMode,
): PremiumLine {
  const { programme, payer, share, source } = component;
  const bracket = bracketFor(bpuTable, wage);
  const confidence = programme === 'jkm' ? bpuTable.jkmConfidence : bracket.confidence;
  return {
    programme,
    payer,
    base: senOfRupiah(rupiah(bracket.base)),
    cappedFrom: null,
    rate: {
      kind: 'nominal',
      amount: rupiah(nominalOf(bpuTable, programme, wage)),
      bracket: bracket.no,
    },
    share,
    amount: priceComponent(component, wage, rounding),
    source,
    confidence,
    assumptions: assumptionsOf(component, wage),
  };
}

/** One component as a line that says what it was made of. */
export function lineOf(
  component: PremiumComponent,
  wage: Sen,
  rounding: RoundingMode,
): PremiumLine {
  const { programme, payer, millionths, cap, share, bpuTable } = component;
  if (bpuTable !== null) return bpuLine(component, bpuTable, wage, rounding);
  const capped = cap !== null && wage > cap;
  return {
    programme,
    payer,
    base: capped ? cap : wage,
    cappedFrom: capped ? wage : null,
    rate: { kind: 'rate', millionths: millionths ?? 0 },
    share,
    amount: priceComponent(component, wage, rounding),
    source: component.source,
    confidence: component.confidence,
    assumptions: component.assumptions,
  };
}

/**
 * One person's premium for one month, a line per programme and payer, in whole rupiah. PP 44/2015 (JKK, JKM), PP
 * 45/2015 (JP with its ceiling), PP 46/2015 (JHT), reliefs of PP 49/2020 and PP 50/2025. No recomposition of JKP: it is
 * for companies only (PP 6/2025). Throws `input.invalid` and `tariff.missing`.
 */
export function computePremium(query: PremiumQuery, table: TariffTable): readonly PremiumLine[] {
  const wage = requireWage(query.wage);
  const plan = planPremium(query, table);
  return plan.components.map((component) => lineOf(component, wage, plan.rounding));
}
