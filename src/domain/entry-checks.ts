/** Checks of one entry typed by hand: the same codes and limits as those of a row in a file. */
import type { CivilDate } from './brand.ts';
import { ageAt, parseCivilDate } from './civil-date.ts';
import { readKpj } from './membership-numbers.ts';
import { readNik } from './nik.ts';
import { isNip } from './nip.ts';
import { splitPersonName } from './person-name.ts';
import type { Segment, Sex } from './segments.ts';

/** What is checked; null is "not known". NIK and KPJ are as typed. */
export interface CheckedFields {
  readonly name: string;
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  /** Whole rupiah a month. */
  readonly wage: number | null;
  readonly nip?: string | null;
  readonly startDate?: string | null;
}

export interface EntryFinding {
  readonly field: 'name' | 'nik' | 'kpj' | 'birthDate' | 'wage' | 'nip' | 'startDate';
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface EntryCheckContext {
  readonly asOf: CivilDate;
  /** Four digits, `3329`. */
  readonly regency: string;
  readonly segment: Segment;
}

/** Rupiah below and above which a monthly wage is hardly one. */
export const leastWage = 50_000;
/** See {@link leastWage}. */
export const mostWage = 50_000_000;

/** Errors keep the entry from being saved; warnings and notes ask for a look. Nothing is corrected. */
export function checkEntry(fields: CheckedFields, context: EntryCheckContext): EntryFinding[] {
  return [
    ...nameFindings(fields.name),
    ...nikFindings(fields, context),
    ...kpjFindings(fields.kpj),
    ...birthFindings(fields.birthDate, context),
    ...wageFindings(fields.wage),
    ...nipFindings(fields.nip ?? null),
    ...startFindings(fields.startDate ?? null, fields.birthDate),
  ];
}

type Params = EntryFinding['params'];

function finding(
  severity: EntryFinding['severity'],
  field: EntryFinding['field'],
  code: string,
  params: Params = {},
): EntryFinding {
  return { field, code, severity, params };
}

function nameFindings(name: string): EntryFinding[] {
  if (!/\p{L}/u.test(name)) return [finding('error', 'name', 'name.missing')];
  return splitPersonName(name).deceasedHint ? [finding('warning', 'name', 'name.deceased')] : [];
}

function nikFindings(fields: CheckedFields, { asOf, regency }: EntryCheckContext): EntryFinding[] {
  if (fields.nik === null) return [];
  const birthDate = fields.birthDate === null ? null : parseCivilDate(fields.birthDate);
  const read = readNik(fields.nik, { asOf, regency, birthDate, sex: fields.sex });
  // People move: another area of birth is worth knowing, no more.
  return read.findings.map(({ code, severity }) =>
    finding(code === 'nik.other-area' ? 'info' : severity, 'nik', code),
  );
}

function kpjFindings(kpj: string | null): EntryFinding[] {
  if (kpj === null) return [];
  const read = readKpj(kpj);
  return read.finding === null ? [] : [finding('error', 'kpj', `kpj.${read.finding}`)];
}

function birthFindings(text: string | null, context: EntryCheckContext): EntryFinding[] {
  if (text === null) return [];
  const birth = parseCivilDate(text);
  if (birth === null) return [finding('error', 'birthDate', 'date.impossible', { text })];
  if (birth > context.asOf) return [finding('error', 'birthDate', 'date.in-future', { text })];
  const age = ageAt(birth, context.asOf);
  if (age < 15 || age > 100) return [finding('warning', 'birthDate', 'age.out-of-range', { age })];
  const tooOld = context.segment === 'bpu' && age > 65;
  return tooOld ? [finding('warning', 'birthDate', 'age.too-old', { age })] : [];
}

function nipFindings(nip: string | null): EntryFinding[] {
  if (nip === null || isNip(nip)) return [];
  return [finding('warning', 'nip', 'nip.shape', { text: nip })];
}

/** A contract may begin in the future; nobody begins before being born. */
function startFindings(text: string | null, birthDate: string | null): EntryFinding[] {
  if (text === null) return [];
  if (parseCivilDate(text) === null) {
    return [finding('error', 'startDate', 'date.impossible', { text })];
  }
  const early = birthDate !== null && text <= birthDate;
  return early ? [finding('warning', 'startDate', 'start.before-birth', { text })] : [];
}

function wageFindings(wage: number | null): EntryFinding[] {
  if (wage === null) return [];
  if (wage === 0) return [finding('warning', 'wage', 'wage.zero')];
  const odd = wage < leastWage || wage > mostWage;
  return odd ? [finding('warning', 'wage', 'wage.implausible', { wage })] : [];
}
