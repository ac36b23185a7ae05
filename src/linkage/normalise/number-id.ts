/**
 * Identity numbers as they come from cells. A number is kept as two halves (last eight digits, and the
 * digits before them) because 16 digits pass 2^53 for provinces 91 and up.
 */
import { hashBytes } from '../hash.ts';

/** What a cell of an identity column turned out to hold. */
export const idKind = {
  /** Empty, or a placeholder such as 0000… or 1234567890123456. */
  none: 0,
  /** 16 digits with the structure of a NIK. */
  nik: 1,
  /** 16 digits that cannot be a NIK (no such province, day or month). */
  odd: 2,
  /** 14, 15 or 17 digits: a NIK with digits lost or doubled. */
  damaged: 3,
  /** E-notation: only the first digits survive. `hi` holds them, `lo` their number. */
  scientific: 4,
  /** Any other number, compared as it is. */
  number: 5,
  /** Letters in it: compared by content hash. */
  text: 6,
} as const;

/** Result of {@link parseNumberId}; one object is reused for a whole column. */
export interface NumberId {
  kind: number;
  /** Digits before the last eight. */
  hi: number;
  /** The last eight digits. */
  lo: number;
}

const digits = new Uint8Array(40);
const provinces = new Uint8Array(100);
for (const [from, to] of [
  [11, 19],
  [21, 21],
  [31, 36],
  [51, 54],
  [61, 65],
  [71, 76],
  [81, 82],
  [91, 97],
] as const) {
  provinces.fill(1, from, to + 1);
}

function take(from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + digits[i]!;
  return value;
}

function isPlaceholder(count: number): boolean {
  const first = digits[0]!;
  let same = true;
  let rising = true;
  for (let i = 1; i < count; i++) {
    if (digits[i] !== first) same = false;
    if (digits[i] !== (digits[i - 1]! + 1) % 10) rising = false;
  }
  if (same && (first === 0 || count > 4)) return true;
  if (rising && count > 6) return true;
  return count === 16 && take(4, 16) === 0;
}

function setScientific(out: NumberId, count: number, exponent: number): void {
  if (exponent === 15 && count >= 15) {
    for (let i = count; i < 16; i++) digits[i] = 0;
    setDigits(out, 16);
    return;
  }
  if (exponent < 12 || exponent > 17 || count < 3) {
    out.kind = idKind.none;
    out.hi = out.lo = 0;
    return;
  }
  out.kind = idKind.scientific;
  out.hi = take(0, Math.min(count, 9));
  out.lo = Math.min(count, 9);
}

function setDigits(out: NumberId, count: number): void {
  out.kind = idKind.none;
  out.hi = out.lo = 0;
  if (count === 0 || isPlaceholder(count)) return;
  const cut = Math.max(0, count - 8);
  out.hi = take(0, cut);
  out.lo = take(cut, count);
  if (count === 16) out.kind = isNik(out.hi, out.lo) ? idKind.nik : idKind.odd;
  else if (count === 14 || count === 15 || count === 17) out.kind = idKind.damaged;
  else if (count > 17) {
    out.kind = idKind.text;
    out.hi = hashBytes(digits, 0, count);
    out.lo = count;
  } else out.kind = idKind.number;
}

/** True when 16 digits in two halves have the structure of a NIK; serial 0000 is let through as damage. */
export function isNik(hi: number, lo: number): boolean {
  const day = Math.floor(hi / 1) % 100;
  const month = Math.floor(lo / 1e6);
  const bare = day > 40 ? day - 40 : day;
  return (
    provinces[Math.floor(hi / 1e6)] === 1 && bare >= 1 && bare <= 31 && month >= 1 && month <= 12
  );
}

const A = 65;
const Z = 90;

/** What a first look at a cell's bytes finds. */
const scan = { count: 0, letters: 0, exponentAt: -1, points: 0, lastPoint: -1 };

function scanCell(bytes: Uint8Array, start: number, end: number): void {
  scan.count = scan.letters = scan.points = 0;
  scan.exponentAt = scan.lastPoint = -1;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= 48 && byte <= 57) {
      if (scan.count < 40) digits[scan.count++] = byte - 48;
      continue;
    }
    const upper = byte & 0xdf;
    if (byte === 46 || byte === 44) {
      scan.points++;
      scan.lastPoint = i;
    } else if (upper === 69 && scan.count > 0 && scan.exponentAt < 0) scan.exponentAt = scan.count;
    else if ((upper >= A && upper <= Z) || byte >= 0xc3) scan.letters++;
  }
}

/**
 * Reads an identity cell from bytes. Apostrophes, quotes, spaces, dots, hyphens and commas are dropped,
 * a decimal `.0` tail is cut, E-notation is recognised.
 */
export function parseNumberId(bytes: Uint8Array, start: number, end: number, out: NumberId): void {
  scanCell(bytes, start, end);
  const { count, letters, exponentAt, points, lastPoint } = scan;
  if (letters > 0 || (exponentAt >= 0 && exponentAt === count)) {
    setText(bytes, start, end, out);
  } else if (exponentAt > 0) {
    const exponent = take(exponentAt, count);
    let significant = exponentAt;
    while (points > 0 && significant > 1 && digits[significant - 1] === 0) significant--;
    setScientific(out, significant, exponent);
  } else {
    const isDecimal = points === 1 && lastPoint === end - 2 && bytes[end - 1] === 48 && count > 1;
    setDigits(out, isDecimal ? count - 1 : count);
  }
}

const textBytes = new Uint8Array(64);

function setText(bytes: Uint8Array, start: number, end: number, out: NumberId): void {
  let length = 0;
  for (let i = start; i < end && length < 64; i++) {
    const byte = bytes[i]!;
    const isLetter = (byte & 0xdf) >= A && (byte & 0xdf) <= Z;
    if (isLetter) textBytes[length++] = byte & 0xdf;
    else if ((byte >= 48 && byte <= 57) || byte >= 0x80) textBytes[length++] = byte;
  }
  out.kind = idKind.text;
  out.hi = hashBytes(textBytes, 0, length);
  out.lo = length;
}

/** The 16 digits (or fewer) of a stored number as text, for explanations and digit comparison. */
export function idText(kind: number, hi: number, lo: number): string {
  switch (kind) {
    case idKind.nik:
    case idKind.odd:
      return String(hi).padStart(8, '0') + String(lo).padStart(8, '0');
    case idKind.damaged:
      return String(hi) + String(lo).padStart(8, '0');
    case idKind.scientific:
      return String(hi);
    case idKind.number:
      return hi === 0 ? String(lo) : String(hi) + String(lo).padStart(8, '0');
    default:
      return '';
  }
}
