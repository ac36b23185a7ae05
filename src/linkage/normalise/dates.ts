/** Birth dates as one integer: year × 512 + month × 32 + day; 0 is unknown. */

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Packs a calendar day of the years 1880 to 2059; 0 when there is no such day. */
export function packDate(year: number, month: number, day: number): number {
  if (year < 1880 || year > 2059 || month < 1 || month > 12 || day < 1) return 0;
  if (day > monthDays[month - 1]!) return 0;
  if (month === 2 && day === 29 && !isLeap(year)) return 0;
  return (year << 9) | (month << 5) | day;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Packs `YYYY-MM-DD`; anything else is 0. */
export function packIsoDate(text: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? packDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
    : 0;
}

/** The same from the bytes of a cell. */
export function packIsoBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 10 || bytes[start + 4] !== 45 || bytes[start + 7] !== 45) return 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    if (at === start + 4 || at === start + 7) continue;
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return 0;
    digits = digits * 10 + digit;
  }
  return packDate(Math.floor(digits / 10000), Math.floor(digits / 100) % 100, digits % 100);
}

/** Slot of a packed date in a table of {@link dateSlots} entries. */
export function dateSlot(date: number): number {
  return date - (1880 << 9);
}

export const dateSlots = 180 << 9;

export const yearOf = (date: number): number => date >> 9;
export const monthOf = (date: number): number => (date >> 5) & 15;
export const dayOf = (date: number): number => date & 31;

/** `YYYY-MM-DD`, or `''` for unknown. */
export function isoDate(date: number): string {
  if (date === 0) return '';
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${yearOf(date)}-${two(monthOf(date))}-${two(dayOf(date))}`;
}
