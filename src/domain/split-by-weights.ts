import { AppError } from './app-error.ts';
import { apportion } from './apportion.ts';
import type { Rupiah } from './brand.ts';
import { rupiah } from './money.ts';

/**
 * Splits a non-negative amount by weights so that the parts are whole rupiah and add up to it exactly (`apportion`).
 * Weights of all zero split it evenly. Throws `input.invalid` for a negative or fractional amount or weight, or for no
 * parts.
 */
export function splitByWeights(amount: Rupiah, weights: readonly number[]): readonly Rupiah[] {
  const sound = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (weights.length === 0 || !sound(amount) || !weights.every(sound)) {
    throw new AppError('input.invalid', {
      at: { field: 'weights' },
      params: { amount: String(amount), parts: weights.length },
    });
  }
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights.map(BigInt);
  const scale = sum === 0n ? BigInt(weights.length) : sum;
  const exact = shares.map((share) => BigInt(amount) * share);
  return apportion(exact, scale, BigInt(amount)).map((part) => rupiah(Number(part)));
}
