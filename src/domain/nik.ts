import type { CivilDate, Nik } from './brand.ts';
import { civilDate } from './civil-date.ts';
import { cleanIdentifier, isENotation } from './clean-identifier.ts';
import { isProvinceCode } from './provinces.ts';
import type { Sex } from './segments.ts';
import { type AgeWindow, birthDateOfTwoDigitYear, workingAgeWindow } from './two-digit-year.ts';

/** What can be wrong with a NIK cell. The first group makes it unusable, the second asks for a look. */
export const nikErrorCodes = [
  'nik.empty',
  'nik.e-notation',
  'nik.precision-lost',
  'nik.non-digit',
  'nik.length',
  'nik.placeholder',
  'nik.impossible-date',
  'nik.sequence-zero',
] as const;
export const nikWarningCodes = [
  'nik.last-digit-suspect',
  'nik.unknown-province',
  'nik.kk-looking',
  'nik.age-outside-window',
  'nik.birth-date-differs',
  'nik.sex-differs',
  'nik.other-area',
] as const;
export type NikFindingCode = (typeof nikErrorCodes)[number] | (typeof nikWarningCodes)[number];

export interface NikFinding {
  readonly code: NikFindingCode;
  readonly severity: 'error' | 'warning';
}

/** What stands beside the NIK in its row; used to compare, never to repair. */
export interface NikContext {
  /** The day from which ages are counted, for the century of birth. */
  readonly asOf: CivilDate;
  /** The cell was a number in the file: Excel keeps 15 digits of those. */
  readonly numericCell?: boolean | undefined;
  readonly birthDate?: CivilDate | null | undefined;
  readonly sex?: Sex | null | undefined;
  /** KK of the same row, to notice it typed into the NIK column. */
  readonly kk?: string | null | undefined;
  /** Four-digit code of the regency (`3329`); another first area is noted, since people move. */
  readonly regency?: string | undefined;
  readonly ageWindow?: AgeWindow | undefined;
}

/** A NIK cell as read. `nik` is null exactly when a finding is an error. */
export interface NikReading {
  readonly cleaned: string;
  readonly nik: Nik | null;
  /** Null when the date part is impossible or fits no century in the age window. */
  readonly birthDate: CivilDate | null;
  readonly sex: Sex | null;
  /** Six digits: province, regency, district of first registration, which may since have been renumbered. */
  readonly areaCode: string | null;
  readonly findings: readonly NikFinding[];
}

const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '1234567890123456',
  '0123456789012345',
  '1234567812345678',
]);

interface NikDatePart {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly sex: Sex;
}

function datePartOf(nik: string): NikDatePart {
  const day = Number(nik.slice(6, 8));
  const female = day > 40;
  return {
    day: female ? day - 40 : day,
    month: Number(nik.slice(8, 10)),
    year: Number(nik.slice(10, 12)),
    sex: female ? 'P' : 'L',
  };
}

/** A date part can be real when it exists in at least one century: 29 February 00 does, in 2000. */
function datePartExists({ day, month, year }: NikDatePart): boolean {
  return civilDate(1900 + year, month, day) !== null || civilDate(2000 + year, month, day) !== null;
}

function isPlaceholder(digits: string): boolean {
  return /^(\d)\1*$/.test(digits) || /^\d{4}0{12}$/.test(digits) || PLACEHOLDERS.has(digits);
}

function error(code: (typeof nikErrorCodes)[number]): NikFinding {
  return { code, severity: 'error' };
}

function warning(code: (typeof nikWarningCodes)[number]): NikFinding {
  return { code, severity: 'warning' };
}

/** Errors of the cell's shape, found before the sixteen digits can be read. */
function shapeError(cell: string, cleaned: string, numericCell: boolean): NikFinding | null {
  if (isENotation(cell)) return error('nik.e-notation');
  if (cleaned === '') return error('nik.empty');
  if (!/^\d+$/.test(cleaned)) return error('nik.non-digit');
  if (/^(\d)\1*$/.test(cleaned)) return error('nik.placeholder');
  if (cleaned.length !== 16) return error('nik.length');
  // A number re-saved from E-notation: 3.37401E+15 is kept as 3374010000000000.
  if (numericCell && /0{6}$/.test(cleaned)) return error('nik.precision-lost');
  if (isPlaceholder(cleaned)) return error('nik.placeholder');
  return null;
}

function warningsOf(
  nik: string,
  part: NikDatePart,
  birthDate: CivilDate | null,
  context: NikContext,
): NikFinding[] {
  const found: NikFinding[] = [];
  if (context.numericCell === true && nik.endsWith('0')) {
    found.push(warning('nik.last-digit-suspect'));
  }
  if (!isProvinceCode(nik.slice(0, 2))) found.push(warning('nik.unknown-province'));
  if (context.kk != null && cleanIdentifier(context.kk) === nik) {
    found.push(warning('nik.kk-looking'));
  } else if (birthDate === null) {
    // A KK carries its date of issue there: a recent day without the women's +40.
    found.push(warning(part.sex === 'L' ? 'nik.kk-looking' : 'nik.age-outside-window'));
  }
  if (birthDate !== null && context.birthDate != null && context.birthDate !== birthDate) {
    found.push(warning('nik.birth-date-differs'));
  }
  if (context.sex != null && context.sex !== part.sex) found.push(warning('nik.sex-differs'));
  if (context.regency !== undefined && nik.slice(0, 4) !== context.regency) {
    found.push(warning('nik.other-area'));
  }
  return found;
}

/**
 * Reads a NIK cell (raw text; a number written out in plain digits) and grades it: an error means the cell identifies
 * nobody, a warning that someone should look. Structure `PPKKCC DDMMYY SSSS`, women's day + 40 (Perpres 96/2018; no
 * check digit exists). Nothing is padded, completed or corrected: a birth date that differs from its column may be
 * Dukcapil's own slip, and only Dukcapil can say that a NIK exists.
 */
export function readNik(cell: string, context: NikContext): NikReading {
  const cleaned = cleanIdentifier(cell);
  const none = { cleaned, nik: null, birthDate: null, sex: null, areaCode: null };
  const shape = shapeError(cell, cleaned, context.numericCell === true);
  if (shape !== null) return { ...none, findings: [shape] };

  const part = datePartOf(cleaned);
  const errors: NikFinding[] = [];
  if (!datePartExists(part)) errors.push(error('nik.impossible-date'));
  if (cleaned.endsWith('0000')) errors.push(error('nik.sequence-zero'));
  if (errors.length > 0) return { ...none, findings: errors };

  const window = context.ageWindow ?? workingAgeWindow;
  const birthDate = birthDateOfTwoDigitYear(part.year, part.month, part.day, context.asOf, window);
  return {
    cleaned,
    nik: cleaned as Nik, // every structural check has passed
    birthDate,
    sex: part.sex,
    areaCode: cleaned.slice(0, 6),
    findings: warningsOf(cleaned, part, birthDate, context),
  };
}

/** A NIK from bare digits when its structure holds (no error finding); else `null`. Needs no clock. */
export function parseNik(text: string): Nik | null {
  const cleaned = cleanIdentifier(text);
  if (shapeError(text, cleaned, false) !== null) return null;
  if (!datePartExists(datePartOf(cleaned)) || cleaned.endsWith('0000')) return null;
  return cleaned as Nik; // every structural check has passed
}

/** The sex a NIK states. */
export function sexOfNik(nik: Nik): Sex {
  return datePartOf(nik).sex;
}

/** The birth date a NIK states, the century decided by age as of a day; `null` when none fits the window. */
export function birthDateOfNik(
  nik: Nik,
  asOf: CivilDate,
  window: AgeWindow = workingAgeWindow,
): CivilDate | null {
  const { year, month, day } = datePartOf(nik);
  return birthDateOfTwoDigitYear(year, month, day, asOf, window);
}

/**
 * True when a file's NIK column was once numbers and lost its last digits: of at least 20 sixteen-digit values, nine
 * in ten end in 0 (by chance one in ten does). Shown per file, since a single cell cannot tell.
 */
export function columnLostLastDigit(cells: Iterable<string>): boolean {
  let seen = 0;
  let zero = 0;
  for (const cell of cells) {
    const cleaned = cleanIdentifier(cell);
    if (!/^\d{16}$/.test(cleaned)) continue;
    seen += 1;
    if (cleaned.endsWith('0')) zero += 1;
  }
  return seen >= 20 && zero * 10 >= seen * 9;
}
