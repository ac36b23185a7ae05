/** Figures as typed: percentages, rupiah and months; nothing is a fraction of a number on the way. */
import { parseMoney } from '../../../domain/money-text.ts';
import { parsePremiumPeriod } from '../../../domain/month.ts';

/** `0,24` (or `0,24 %`) as millionths, 2,400; null for anything else or more than four decimals. */
export function typedRate(text: string): number | null {
  const parts = /^(\d{1,3})(?:,(\d{1,4}))?\s*%?$/.exec(text.trim());
  if (parts === null) return null;
  return Number(parts[1]) * 10_000 + Number((parts[2] ?? '').padEnd(4, '0'));
}

/** Millionths as they are typed: 2,400 is `0,24`. */
export function rateText(millionths: number): string {
  const rest = String(millionths % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = String(Math.trunc(millionths / 10_000));
  return rest === '' ? whole : `${whole},${rest}`;
}

/** Money as sen; null when it does not read. Empty is null too. */
export function typedSen(text: string): number | null {
  const read = parseMoney(text, { decimal: ',' });
  return read.ok ? read.sen : null;
}

/** Money as whole rupiah; null when it does not read or carries sen. */
export function typedRupiah(text: string): number | null {
  const sen = typedSen(text);
  return sen === null || sen % 100 !== 0 ? null : sen / 100;
}

/** `03-2027`, `Mar 2027` or `2027-03` as `2027-03`. */
export function typedMonth(text: string): string | null {
  return parsePremiumPeriod(text);
}

/** `2027-03` as `03-2027`. */
export function monthText(month: string | null): string {
  return month === null ? '' : `${month.slice(5)}-${month.slice(0, 4)}`;
}
