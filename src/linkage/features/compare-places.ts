/** Villages whose names differ by a slip. */
import type { Lexicon } from '../normalise/lexicon.ts';
import { editDistance } from './edit-distance.ts';

function bitsSet(value: number): number {
  let rest = value;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count++;
  }
  return count;
}

/** True for two different place words that are likely one village misspelt. Symmetric. */
export function isMisspelt(places: Lexicon, a: number, b: number): boolean {
  const n = places.length[a]!;
  const m = places.length[b]!;
  if (n - m > 2 || m - n > 2) return false;
  if (bitsSet(places.mask[a]! ^ places.mask[b]!) > 4) return false;
  if (places.soft[a] === places.soft[b]) return true;
  const shorter = Math.min(n, m);
  if (shorter < 5) return false;
  const distance = editDistance(places.letters, places.start[a]!, n, places.start[b]!, m);
  return distance === 1 || (distance === 2 && shorter >= 8);
}
