import { AppError } from './app-error.ts';
import type { Month, Sen } from './brand.ts';
import { defaultRoundingRule, MILLION, type RoundingRule, sen } from './money.ts';
import type { Confidence, OwnMark } from './resource-schema.ts';
import { type FundKind, type Payer, type Programme, programmes, type Segment } from './segments.ts';
import { bpuTableFor, ceilingFor, floorFor, ratesFor, reliefFor } from './tariff.ts';
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
  /** Default half-up, each component on its own. */
  readonly rounding?: RoundingRule | undefined;
  /** Least wage that counts for JKN, the UMK of the place and year; null when it is not known. */
  readonly leastWage?: LeastWage | null | undefined;
}

/** A wage floor with the row it comes from. */
export interface LeastWage {
  readonly wage: Sen;
  readonly row: string;
  readonly source: string;
}

/** Something a figure rests on that is not settled law; shown on screen and on paper. */
export interface Assumption {
  readonly code: 'tariff-unverified' | 'ceiling-carried' | 'relief-unclear' | 'floor-unknown';
  /** Id of the table row. */
  readonly row: string;
  readonly source: string;
}

/** A component before a wage is known. Made once per month-tariff, then priced for any number of wages. */
export interface PremiumComponent {
  readonly programme: Programme;
  readonly payer: Payer;
  /** Millionths of the wage, or null where the bracket's nominal counts. */
  readonly millionths: number | null;
  readonly cap: Sen | null;
  readonly floor: Sen | null;
  readonly share: number;
  readonly bpuTable: BpuTable | null;
  readonly source: string;
  readonly confidence: Confidence;
  /** Set where a regency's own row stands for the shipped one. */
  readonly own: OwnMark | null;
  readonly assumptions: readonly Assumption[];
}

/** The components of a premium under given terms. */
export interface PremiumPlan {
  readonly components: readonly PremiumComponent[];
  readonly rounding: RoundingRule;
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

/** What a worker without wages can have (PP 44/2015 Lampiran II, PP 46/2015). */
export const bpuProgrammes: readonly Programme[] = ['jkk', 'jkm', 'jht'];

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
  // PP 45/2015: the pension programme is for workers with wages; JKP and the wage share of JKN likewise.
  const foreign = wanted.find((programme) => !bpuProgrammes.includes(programme));
  if (segment === 'bpu' && foreign !== undefined) {
    throw new AppError('input.invalid', {
      at: { field: 'programmes' },
      params: { reason: 'not-for-segment', programme: foreign, segment },
    });
  }
  return wanted;
}

/** The note that a row was not yet compared with the text of the law. */
export function unverified(row: {
  id: string;
  source: string;
  confidence: Confidence;
}): Assumption[] {
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
  const floor = floorPart(table, terms, programme);
  const withJkp = terms.programmes?.includes('jkp') === true;
  const { riskClass = 1, month } = terms;
  return ratesFor(table, { programme, riskClass, month, withJkp }).map((row) => ({
    programme,
    payer: row.payer,
    millionths: row.millionths,
    cap: ceiling === null ? null : sen(ceiling.row.amount * 100),
    floor: floor.wage,
    share: relief.share,
    bpuTable: null,
    source: withRelief(row.source, relief.row),
    confidence: row.confidence,
    own: row.own ?? ceiling?.row.own ?? relief.row?.own ?? null,
    assumptions: [...unverified(row), ...ceilingNotes, ...floor.assumptions, ...relief.assumptions],
  }));
}

/** Perpres 64/2020: the wage share of JKN counts from the UMK; where that is not known, no floor is taken and it is said. */
function floorPart(
  table: TariffTable,
  terms: PremiumTerms,
  programme: Programme,
): { wage: Sen | null; assumptions: readonly Assumption[] } {
  const row = floorFor(table, programme, terms.month);
  if (row === null) return { wage: null, assumptions: [] };
  const least = terms.leastWage ?? null;
  if (least !== null) return { wage: least.wage, assumptions: unverified(row) };
  const { id, source } = row;
  return { wage: null, assumptions: [{ code: 'floor-unknown', row: id, source }] };
}

function bpuSource(bpuTable: BpuTable, programme: Programme): string {
  if (programme === 'jht') return bpuTable.jhtSource;
  return (programme === 'jkm' ? bpuTable.jkmSource : undefined) ?? bpuTable.source;
}

function bpuComponent(
  table: TariffTable,
  terms: PremiumTerms,
  programme: Programme,
): PremiumComponent {
  const relief = reliefPart(table, terms, programme);
  const bpuTable = bpuTableFor(table, terms.month);
  return {
    programme,
    payer: terms.fund === 'mandiri' ? 'worker' : 'employer',
    millionths: null,
    cap: null,
    floor: null,
    share: relief.share,
    bpuTable,
    source: withRelief(bpuSource(bpuTable, programme), relief.row),
    confidence: bpuTable.jkmConfidence,
    own: (programme === 'jkm' ? bpuTable.jkmOwn : undefined) ?? relief.row?.own ?? null,
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
  return { components, rounding: terms.rounding ?? defaultRoundingRule };
}
