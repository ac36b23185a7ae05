/** Numbers, money and dates as an Indonesian office writes them. */

const whole = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const shortMonths = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ');
const longMonths =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  );

/** `1234567` → `1.234.567`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** Whole rupiah: `16800` → `Rp16.800`, `-500` → `−Rp500`. */
export function formatRupiah(value: number): string {
  return value < 0 ? `−Rp${whole.format(-value)}` : `Rp${whole.format(value)}`;
}

/** Basis points, hundredths of a percent: `2468` → `24,68 %`; `null` has no denominator. */
export function formatPercent(basisPoints: number | null): string {
  if (basisPoints === null) return '–';
  const sign = basisPoints < 0 ? '−' : '';
  const points = Math.abs(basisPoints);
  const fraction = String(points % 100).padStart(2, '0');
  return `${sign}${whole.format(Math.trunc(points / 100))},${fraction}\u00a0%`;
}

/** `2026-11-22` → `22 Nov 2026`; text that is no date is handed back as it is. */
export function formatDate(date: string | null): string {
  return dateWith(date, shortMonths);
}

/** `2026-11-22` → `22 November 2026`. */
export function formatLongDate(date: string | null): string {
  return dateWith(date, longMonths);
}

function dateWith(date: string | null, months: readonly string[]): string {
  if (date === null) return '–';
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const name = months[Number(parts?.[2]) - 1];
  return parts === null || name === undefined ? date : `${Number(parts[3])} ${name} ${parts[1]}`;
}

/** `2027-03` → `Mar 2027`. */
export function formatMonth(month: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  const name = shortMonths[Number(parts?.[2]) - 1];
  return parts === null || name === undefined ? month : `${name} ${parts[1]}`;
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
    ? `sekitar ${Math.max(1, minutes)} menit lagi`
    : `sekitar ${Math.round(minutes / 60)} jam lagi`;
}

/** A date from `Date`, in the PC's own zone: what "hari ini" means to the person at the desk. */
export function civilDateOf(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
