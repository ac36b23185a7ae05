import { AppError } from './app-error.ts';

/**
 * Whole amounts for exact parts so that they add up to `total`: each part is cut to a whole, and what is left of the
 * total goes, one by one, to the parts with the largest remainders (Hamilton's method), ties to the earlier part.
 * `parts` are non-negative numerators over `scale`; `total` must lie between the sum of the cut parts and that sum plus
 * the number of parts, as every rounding of the exact sum does. Throws `input.invalid` otherwise.
 */
export function apportion(
  parts: readonly bigint[],
  scale: bigint,
  total: bigint,
): readonly bigint[] {
  const whole = parts.map((part) => part / scale);
  let left = total - whole.reduce((sum, part) => sum + part, 0n);
  if (left < 0n || left > BigInt(parts.length)) {
    throw new AppError('input.invalid', {
      at: { field: 'apportion' },
      params: { reason: 'total-out-of-reach', value: String(total) },
    });
  }
  const rest = parts.map((part) => part % scale);
  const order = parts
    .map((_, index) => index)
    .toSorted((a, b) => compare(rest[b] ?? 0n, rest[a] ?? 0n) || a - b);
  for (const index of order) {
    if (left === 0n) break;
    whole[index] = (whole[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return whole;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
