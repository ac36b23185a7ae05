/** What the review screens say. */
import type { Decided, ReviewPair } from '../../../../contract/review-routes.ts';
import { formatCount } from '../../../words/format.ts';

/** A share as people read it: `98,2 %`; never 0 or 100 unless it is. */
export function formatShare(share: number): string {
  const tenths = Math.round(share * 1000);
  const kept = share < 1 ? Math.min(999, tenths) : tenths;
  const shown = share > 0 ? Math.max(1, kept) : kept;
  const rest = shown % 10 === 0 ? '' : `,${shown % 10}`;
  return `${Math.trunc(shown / 10)}${rest}\u00a0%`;
}

/** An expected number: `0,4`, `12`. */
export function formatExpected(value: number): string {
  if (value >= 10) return formatCount(Math.round(value));
  return value.toFixed(1).replace('.', ',');
}

/** A weight with its sign: `+10,0`, `−3,2`. */
export function formatBits(bits: number): string {
  const text = Math.abs(bits).toFixed(1).replace('.', ',');
  return `${bits < 0 ? '−' : '+'}${text}`;
}

/** What a decision did, in one sentence. */
export function decisionSaid(decision: ReviewPair['decision'], result: Decided): string {
  if (result.state === 'voted') return 'Dicatat. Menunggu petugas kedua';
  if (result.state === 'disputed')
    return 'Kedua petugas tidak sepakat; pasangan kembali ke antrean';
  const words = {
    same: 'Diputuskan: orang yang sama',
    different: 'Diputuskan: orang berbeda',
    open: 'Keputusan ditarik',
  }[decision];
  if (result.implied === 0) return words;
  return `${words}. ${formatCount(result.implied)} pasangan lain ikut dinyatakan berbeda, karena satu kepesertaan milik satu orang`;
}
