import { AppError } from './app-error.ts';
import type { Rupiah } from './brand.ts';
import { rupiah } from './money.ts';

/**
 * Splits a non-negative amount by weights so that the parts are whole rupiah and add up to it exactly (largest
 * remainder; equal remainders go to the earlier part). Weights of all zero split it evenly. Exact: bigint inside.
 * Throws `input.invalid` for a negative or fractional amount or weight, or for no parts.
 */
export function apportion(amount: Rupiah, weights: readonly number[]): readonly Rupiah[] {
  const sound = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (weights.length === 0 || !sound(amount) || !weights.every(sound)) {
    throw new AppError('input.invalid', {
      at: { field: 'weights' },
      params: { amount: String(amount), parts: weights.length },
    });
  }
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights.map(BigInt);
  const whole = sum === 0n ? BigInt(weights.length) : sum;
  const exact = shares.map((share) => BigInt(amount) * share);
  const parts = exact.map((product) => Number(product / whole));
  let left = amount - parts.reduce((total, part) => total + part, 0);
  const order = exact
    .map((product, index) => ({ index, rest: product % whole }))
    .toSorted((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.index - b.index));
  for (const { index } of order) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map(rupiah);
}
