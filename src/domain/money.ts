import { AppError } from './app-error.ts';
import type { Rupiah, Sen } from './brand.ts';

/** How a fraction of a rupiah is dropped. No official rule was found, so it is a setting; half-up is the default. */
export const roundingModes = ['half-up', 'floor', 'up'] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** The stated default: half a rupiah goes up, for each component of a premium on its own. */
export const defaultRounding: RoundingMode = 'half-up';

/** What is rounded: each component of a person's premium, a person's whole premium of a month, or the total of all. */
export const roundingScopes = ['component', 'person', 'total'] as const;
export type RoundingScope = (typeof roundingScopes)[number];

/** Where and how fractions of a rupiah are dropped. */
export interface RoundingRule {
  readonly per: RoundingScope;
  readonly mode: RoundingMode;
}

/** The stated default: half-up, each component on its own, as bills show it. */
export const defaultRoundingRule: RoundingRule = { per: 'component', mode: defaultRounding };

/** Rates are integer millionths: 0.24 % is 2,400. */
export const MILLION = 1_000_000;

/** Exact amounts are sen × millionths of rate × millionths of share; so many of them are a rupiah. */
export const exactScale = 100_000_000_000_000n;

function invalid(value: number, unit: string): AppError {
  return new AppError('input.invalid', {
    at: { field: unit },
    params: { value: String(value), reason: 'not-a-safe-integer' },
  });
}

/** Whole rupiah from a number; throws `input.invalid` unless it is a safe integer (fractions, NaN, beyond 2^53). */
export function rupiah(value: number): Rupiah {
  if (!Number.isSafeInteger(value)) throw invalid(value, 'rupiah');
  return (value === 0 ? 0 : value) as Rupiah; // checked; -0 would print a sign
}

/** Hundredths of a rupiah from a number; throws `input.invalid` unless it is a safe integer. */
export function sen(value: number): Sen {
  if (!Number.isSafeInteger(value)) throw invalid(value, 'sen');
  return (value === 0 ? 0 : value) as Sen; // checked
}

/** Rupiah as sen. */
export function senOfRupiah(amount: Rupiah): Sen {
  return sen(amount * 100);
}

/** Sen as whole rupiah, the rest rounded. */
export function rupiahOfSen(amount: Sen, mode: RoundingMode = defaultRounding): Rupiah {
  return rupiah(Number(divideRounded(BigInt(amount), 100n, mode)));
}

/** Sum of amounts; throws `input.invalid` when it leaves the safe integers. */
export function sumRupiah(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0;
  for (const amount of amounts) total = rupiah(total + amount);
  return rupiah(total);
}

/** An amount taken a whole number of times; throws `input.invalid` for a fraction or beyond the safe integers. */
export function timesRupiah(amount: Rupiah, times: number): Rupiah {
  if (!Number.isSafeInteger(times)) throw invalid(times, 'times');
  return rupiah(amount * times);
}

/**
 * Exact division, then one rounding. `half-up` takes a half away from zero, `floor` and `up` drop the rest towards and
 * away from zero, so that a negative correction mirrors the premium it corrects. `denominator` must be positive.
 */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const whole = size / denominator;
  const rest = size % denominator;
  const away = mode === 'up' ? rest > 0n : mode === 'half-up' ? rest * 2n >= denominator : false;
  const rounded = away ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

/**
 * `base × rate × share`, rounded once to whole rupiah. `rate` and `share` are millionths (share 500,000 after a relief
 * of half). Everything in between is exact: bigint wherever a product could pass 2^53.
 */
export function multiplyRate(
  base: Sen,
  rate: number,
  mode: RoundingMode = defaultRounding,
  share: number = MILLION,
): Rupiah {
  if (!Number.isSafeInteger(base)) throw invalid(base, 'sen');
  if (!Number.isSafeInteger(rate)) throw invalid(rate, 'rate');
  if (!Number.isSafeInteger(share)) throw invalid(share, 'share');
  const product = base * rate;
  if (share === MILLION && product >= 0 && Number.isSafeInteger(product)) {
    return rupiah(divideSmall(product, 100 * MILLION, mode));
  }
  const exact = BigInt(base) * BigInt(rate) * BigInt(share);
  return rupiah(Number(divideRounded(exact, exactScale, mode)));
}

/** `divideRounded` for a non-negative safe numerator, without bigint: the remainder of safe integers is exact. */
function divideSmall(numerator: number, denominator: number, mode: RoundingMode): number {
  const rest = numerator % denominator;
  const whole = (numerator - rest) / denominator;
  const away = mode === 'up' ? rest > 0 : mode === 'half-up' ? rest * 2 >= denominator : false;
  return away ? whole + 1 : whole;
}
