/** Numbers, money and dates as an Indonesian office writes them on screen. */
import { datePartsOf, formatDate as longDate, parseCivilDate } from '../../domain/civil-date.ts';
import { formatInteger } from '../../domain/format-id.ts';
import { monthNames } from '../../domain/month-names.ts';

/** `1234567` → `1.234.567`. */
export function formatCount(value: number): string {
  return formatInteger(value);
}

/** A number where room is short: `1250000` → `1,3 jt`, `250000` → `250 rb`, `9800` → `9.800`. */
export function formatShortCount(value: number): string {
  if (value < 100_000) return formatInteger(value);
  const [size, unit] = value < 1_000_000 ? [1_000, 'rb'] : [1_000_000, 'jt'];
  const tenths = Math.round(value / (size / 10));
  const text = tenths >= 1000 || tenths % 10 === 0 ? '' : `,${tenths % 10}`;
  return `${formatInteger(Math.trunc(tenths / 10))}${text}\u00a0${unit}`;
}

/** Whole rupiah: `16800` → `Rp16.800`, `-500` → `−Rp500`. */
export function formatRupiah(value: number): string {
  return `${value < 0 ? '−' : ''}Rp${formatInteger(Math.abs(value))}`;
}

/** Basis points, hundredths of a percent: `2468` → `24,68 %`; `null` has no denominator. */
export function formatPercent(basisPoints: number | null): string {
  if (basisPoints === null) return '–';
  const points = Math.abs(basisPoints);
  const fraction = String(points % 100).padStart(2, '0');
  const text = `${formatInteger(Math.trunc(points / 100))},${fraction}\u00a0%`;
  return basisPoints < 0 ? `−${text}` : text;
}

/** `2026-11-22` → `22 Nov 2026`; text that is no date is handed back as it is. */
export function formatDate(date: string | null): string {
  if (date === null) return '–';
  const parsed = parseCivilDate(date);
  if (parsed === null) return date;
  const { year, month, day } = datePartsOf(parsed);
  return `${day} ${shortMonth(month)} ${year}`;
}

/** `2026-11-22` → `22 November 2026`. */
export function formatLongDate(date: string | null): string {
  if (date === null) return '–';
  const parsed = parseCivilDate(date);
  return parsed === null ? date : longDate(parsed);
}

/** `2027-03` → `Mar 2027`. */
export function formatMonth(month: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  const name = shortMonth(Number(parts?.[2]));
  return parts === null || name === '' ? month : `${name} ${parts[1]}`;
}

/** 1…12 → `Jan`…`Des`; `''` for any other number. */
function shortMonth(month: number): string {
  return monthNames[month - 1]?.slice(0, 3) ?? '';
}

/** A moment in the PC's own zone: `22 Nov 2026 14.05`. */
export function formatMoment(iso: string | null, timeZone?: string): string {
  if (iso === null) return '–';
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = formatDate(`${part('year')}-${part('month')}-${part('day')}`);
  return `${day} ${part('hour')}.${part('minute')}`;
}

/** Size of a file: `1536` → `1,5 KB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: digits }).format(value);
  return `${number}\u00a0${units[unit]}`;
}

/** Time left, in words: `95` → `sekitar 2 menit lagi`. */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 5) return 'hampir selesai';
  if (seconds < 60) return `sekitar ${Math.ceil(seconds / 5) * 5} detik lagi`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? `sekitar ${minutes} menit lagi`
    : `sekitar ${Math.round(minutes / 60)} jam lagi`;
}

/** A date from `Date`, in the PC's own zone: what "hari ini" means to the person at the desk. */
export function civilDateOf(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
