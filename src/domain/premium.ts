import { apportion } from './apportion.ts';
import type { Rupiah, Sen } from './brand.ts';
import {
  divideRounded,
  exactScale,
  MILLION,
  multiplyRate,
  type RoundingMode,
  type RoundingRule,
  rupiah,
  senOfRupiah,
} from './money.ts';
import {
  type Assumption,
  type PremiumComponent,
  type PremiumPlan,
  type PremiumTerms,
  planPremium,
  requireWage,
  unverified,
} from './premium-plan.ts';
import type { Confidence, OwnMark } from './resource-schema.ts';
import { type Payer, type Programme, payers } from './segments.ts';
import { bracketFor } from './tariff.ts';
import type { BpuTable, TariffTable } from './tariff-table.ts';

/** Terms and a wage: one person's premium of one month. */
export interface PremiumQuery extends PremiumTerms {
  /** Monthly wage, or for BPU the declared monthly income. */
  readonly wage: Sen;
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
  /** The wage before the floor when the floor raised it. */
  readonly raisedFrom: Sen | null;
  readonly rate: PremiumRate;
  /** Part still paid after a relief, in millionths; 1,000,000 without one. */
  readonly share: number;
  readonly amount: Rupiah;
  readonly source: string;
  readonly confidence: Confidence;
  /** Set where a regency's own row stands for the shipped one. */
  readonly own: OwnMark | null;
  readonly assumptions: readonly Assumption[];
}

function nominalOf(bpuTable: BpuTable, programme: Programme, wage: Sen): number {
  if (programme === 'jkm') return bpuTable.jkm;
  const bracket = bracketFor(bpuTable, wage);
  return programme === 'jht' ? bracket.jht : bracket.jkk;
}

/** What is multiplied for a wage: sen at millionths of rate and of share. Exact, nothing rounded. */
export interface ExactParts {
  readonly base: number;
  readonly rate: number;
  readonly share: number;
}

/** The exact amount of a component for a wage that `requireWage` let through, as its factors. */
export function exactParts(component: PremiumComponent, wage: Sen): ExactParts {
  const { millionths, share, bpuTable, programme } = component;
  if (bpuTable !== null) {
    return { base: nominalOf(bpuTable, programme, wage) * 100, rate: MILLION, share };
  }
  return { base: countedWage(component, wage), rate: millionths ?? 0, share };
}

/** The part of a wage that counts: not below the floor, not above the ceiling. */
function countedWage({ cap, floor }: PremiumComponent, wage: Sen): Sen {
  const raised = floor !== null && wage < floor ? floor : wage;
  return cap !== null && raised > cap ? cap : raised;
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
  const { millionths, share, bpuTable, programme } = component;
  if (bpuTable !== null) {
    const nominal = rupiah(nominalOf(bpuTable, programme, wage));
    if (share === MILLION) return nominal;
    return multiplyRate(senOfRupiah(nominal), share, rounding);
  }
  return multiplyRate(countedWage(component, wage), millionths ?? 0, rounding, share);
}

/**
 * The amounts of a person's components for one month, in their order. Rounded one by one, or (`person`) all that one
 * payer pays rounded together and then cut to the components by largest remainder, so that they add up to it. Under
 * `total` a single person is a total of one, priced as `person`.
 */
export function priceComponents(
  components: readonly PremiumComponent[],
  wage: Sen,
  rounding: RoundingRule,
): readonly Rupiah[] {
  if (rounding.per === 'component') {
    return components.map((component) => priceComponent(component, wage, rounding.mode));
  }
  const amounts = Array<Rupiah>(components.length).fill(rupiah(0));
  for (const payer of payers) {
    const own = components.flatMap((part, index) => (part.payer === payer ? [index] : []));
    const exact = own.map((index) =>
      exactAmount(exactParts(components[index] as PremiumComponent, wage)),
    ); // own holds valid indexes
    const sum = exact.reduce((total, part) => total + part, 0n);
    const whole = apportion(exact, exactScale, divideRounded(sum, exactScale, rounding.mode));
    own.forEach((index, at) => {
      amounts[index] = rupiah(Number(whole[at] ?? 0n));
    });
  }
  return amounts;
}

/** An exact amount as one number: rupiah over `exactScale`. */
export function exactAmount({ base, rate, share }: ExactParts): bigint {
  return BigInt(base) * BigInt(rate) * BigInt(share);
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

/** The table's source with the own bracket's in its place; a relief named after it stays. */
function withOwnSource(
  source: string,
  own: string | undefined,
  { source: table, jhtSource }: BpuTable,
): string {
  if (own === undefined) return source;
  const shipped = source.startsWith(jhtSource) ? jhtSource : table;
  return own + source.slice(shipped.length);
}

function bpuLine(
  component: PremiumComponent,
  bpuTable: BpuTable,
  wage: Sen,
  amount: Rupiah,
): PremiumLine {
  const { programme, payer, share, source } = component;
  const bracket = bracketFor(bpuTable, wage);
  const confidence = programme === 'jkm' ? bpuTable.jkmConfidence : bracket.confidence;
  const ownBracket = programme !== 'jkm' && bracket.own !== undefined;
  return {
    programme,
    payer,
    base: senOfRupiah(rupiah(bracket.base)),
    cappedFrom: null,
    raisedFrom: null,
    rate: {
      kind: 'nominal',
      amount: rupiah(nominalOf(bpuTable, programme, wage)),
      bracket: bracket.no,
    },
    share,
    amount,
    source: ownBracket ? withOwnSource(source, bracket.source, bpuTable) : source,
    confidence,
    own: ownBracket ? (bracket.own ?? null) : component.own,
    assumptions: assumptionsOf(component, wage),
  };
}

/** One component as a line that says what it was made of. */
export function lineOf(component: PremiumComponent, wage: Sen, amount: Rupiah): PremiumLine {
  const { programme, payer, millionths, cap, floor, share, bpuTable } = component;
  if (bpuTable !== null) return bpuLine(component, bpuTable, wage, amount);
  const base = countedWage(component, wage);
  return {
    programme,
    payer,
    base,
    cappedFrom: cap !== null && wage > cap ? wage : null,
    raisedFrom: floor !== null && wage < floor ? wage : null,
    rate: { kind: 'rate', millionths: millionths ?? 0 },
    share,
    amount,
    source: component.source,
    confidence: component.confidence,
    own: component.own,
    assumptions: component.assumptions,
  };
}

/** The lines of a plan for one wage. */
export function linesOf(plan: PremiumPlan, wage: Sen): readonly PremiumLine[] {
  const amounts = priceComponents(plan.components, wage, plan.rounding);
  return plan.components.map((part, index) => lineOf(part, wage, amounts[index] ?? rupiah(0)));
}

/**
 * One person's premium for one month, a line per programme and payer, in whole rupiah. PP 44/2015 (JKK, JKM), PP
 * 45/2015 (JP with its ceiling), PP 46/2015 (JHT), reliefs of PP 49/2020 and PP 50/2025; JKP only where asked for: it is
 * for companies (PP 6/2025). Throws `input.invalid` and `tariff.missing`.
 */
export function computePremium(query: PremiumQuery, table: TariffTable): readonly PremiumLine[] {
  const wage = requireWage(query.wage);
  return linesOf(planPremium(query, table), wage);
}
