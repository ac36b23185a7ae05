/** Figures and dates as an Indonesian office writes them. */
import type { CivilDate } from '../domain/brand.ts';

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** Whole number with dots as thousands: 1234567 → "1.234.567". */
export function formatInteger(value: number): string {
  const digits = Math.abs(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.');
  return value < 0 ? `-${digits}` : digits;
}

/** Hundredths of a percent with a decimal comma: 3136 → "31,36"; nothing to divide by → "–". */
export function formatHundredths(value: number | null): string {
  if (value === null) return '–';
  const whole = Math.trunc(value / 100);
  return `${formatInteger(whole)},${(value % 100).toString().padStart(2, '0')}`;
}

/** "2026-10-31" → "31 Oktober 2026". */
export function formatLongDate(date: CivilDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

const units = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const scales: readonly (readonly [number, string])[] = [
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
  [1e3, 'ribu'],
];

/** A whole number in words: 21500 → "dua puluh satu ribu lima ratus". */
export function inWords(value: number): string {
  if (value === 0) return 'nol';
  const parts: string[] = [];
  let rest = value;
  for (const [size, name] of scales) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count === 0) continue;
    parts.push(size === 1e3 && count === 1 ? 'seribu' : `${hundreds(count)} ${name}`);
  }
  if (rest > 0) parts.push(hundreds(rest));
  return parts.join(' ');
}

function hundreds(value: number): string {
  const parts: string[] = [];
  const count = Math.floor(value / 100);
  if (count === 1) parts.push('seratus');
  else if (count > 1) parts.push(`${count > 9 ? inWords(count) : units[count]} ratus`);
  const rest = value % 100;
  if (rest === 10) parts.push('sepuluh');
  else if (rest === 11) parts.push('sebelas');
  else if (rest > 11 && rest < 20) parts.push(`${units[rest - 10]} belas`);
  else {
    if (rest >= 20) parts.push(`${units[Math.floor(rest / 10)]} puluh`);
    if (rest % 10 > 0) parts.push(units[rest % 10] ?? '');
  }
  return parts.join(' ');
}
