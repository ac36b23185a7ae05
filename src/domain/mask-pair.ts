/** Two identifiers side by side: hidden where they agree, shown where they differ. */
import { maskIdentifier } from './clean-identifier.ts';

/**
 * Masks two identifiers of one length so that every digit in which they differ is seen; others are masked as usual.
 * Of different lengths, or one missing, each is masked as it is everywhere (UU 27/2022: no more than is needed).
 */
export function maskPair(
  left: string | null,
  right: string | null,
): { readonly left: string | null; readonly right: string | null } {
  const usual = (value: string | null) => (value === null ? null : maskIdentifier(value));
  if (left === null || right === null || left.length !== right.length || left === right) {
    return { left: usual(left), right: usual(right) };
  }
  const shown = (value: string, other: string) =>
    [...maskIdentifier(value)]
      .map((sign, at) => (value[at] === other[at] ? sign : (value[at] ?? sign)))
      .join('');
  return { left: shown(left, right), right: shown(right, left) };
}
