import { AppError } from './app-error.ts';
import type { CivilDate, Rupiah } from './brand.ts';
import { datePartsOf, weekdayOf } from './civil-date.ts';
import { monthNames } from './month-names.ts';

const units = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

const scales = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const;

/** The largest number put into words: 10^15. */
export const largestInWords = 1_000_000_000_000_000;

function belowThousand(value: number): string[] {
  if (value < 12) return value === 0 ? [] : [units[value] ?? ''];
  if (value < 20) return [units[value - 10] ?? '', 'belas'];
  if (value < 100) {
    return [units[Math.floor(value / 10)] ?? '', 'puluh', ...belowThousand(value % 10)];
  }
  const hundreds = Math.floor(value / 100);
  const head = hundreds === 1 ? ['seratus'] : [units[hundreds] ?? '', 'ratus'];
  return [...head, ...belowThousand(value % 100)];
}

/**
 * A whole number in Indonesian words, `0` to `10^15`: 1.945 is `seribu sembilan ratus empat puluh lima`. Throws
 * `input.invalid` for a fraction, a negative number or one beyond the range.
 */
export function terbilang(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > largestInWords) {
    throw new AppError('input.invalid', {
      at: { field: 'terbilang' },
      params: { value: String(value) },
    });
  }
  if (value === 0) return 'nol';
  const words: string[] = [];
  for (let scale = scales.length - 1; scale >= 0; scale -= 1) {
    const group = Math.floor(value / 1000 ** scale) % 1000;
    if (group === 0) continue;
    if (scale === 1 && group === 1) words.push('seribu');
    else words.push(...belowThousand(group), scales[scale] ?? '');
  }
  return words.filter((word) => word !== '').join(' ');
}

/** An amount in words: `enam belas ribu delapan ratus rupiah`. */
export function rupiahInWords(amount: Rupiah): string {
  return `${terbilang(amount)} rupiah`;
}

/**
 * The opening of a Berita Acara after "Pada hari ini": `Minggu tanggal dua puluh dua bulan November tahun dua ribu dua
 * puluh enam`.
 */
export function dateInWords(date: CivilDate): string {
  const { year, month, day } = datePartsOf(date);
  const name = monthNames[month - 1] ?? '';
  return `${weekdayOf(date)} tanggal ${terbilang(day)} bulan ${name} tahun ${terbilang(year)}`;
}
