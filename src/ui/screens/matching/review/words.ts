/** What the review screens say. */
import type { Decided, ReviewPair } from '../../../../contract/review-routes.ts';
import { formatCount } from '../../../words/format.ts';

/** A share as people read it: `98,2 %`, `< 0,1 %`, `> 99,9 %`; 0 and 100 only when it is that. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return '<\u00a00,1\u00a0%';
  if (share < 1 && share > 0.999) return '>\u00a099,9\u00a0%';
  const tenths = Math.round(share * 1000);
  const rest = tenths % 10 === 0 ? '' : `,${tenths % 10}`;
  return `${Math.trunc(tenths / 10)}${rest}\u00a0%`;
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
export function decisionSaid(
  decision: ReviewPair['decision'],
  result: Pick<Decided, 'state' | 'implied'>,
): string {
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
