/** A row of a plan read again with some of its cells put right, by the checks that read it first. */

import { issueFieldsOf } from '../../contract/cell-text.ts';
import type { FixableField } from '../../contract/import-edit-routes.ts';
import type { RowIssue } from '../../contract/import-routes.ts';
import type { CivilDate } from '../../domain/brand.ts';
import { type DateColumnDecision, decideDateColumn } from '../../domain/date-column.ts';
import { typedMaritals } from '../../domain/marital.ts';
import type { OwnFundSource, Roster, Sex } from '../../domain/segments.ts';
import { type ColumnProfile, female, male } from './column-profile.ts';
import type { Field } from './fields.ts';
import { cleanCell } from './header-text.ts';
import { nikDoubt, type ReadRosterRow, type RosterValues, rosterRowReader } from './roster-row.ts';
import { rosterValuesOf } from './staged-values.ts';
import type { UnitBook } from './units.ts';

/** What is known of a sheet besides its rows. */
export interface SheetHints {
  readonly fields: ReadonlySet<string>;
  readonly usualWageSen: number | null;
}

export interface FixContext {
  readonly roster: Roster;
  readonly units: UnitBook;
  readonly ownFunds: readonly OwnFundSource[];
  readonly asOf: CivilDate;
  readonly regency: string;
  readonly sheet: (name: string) => SheetHints;
}

export type Fixes = Readonly<Partial<Record<FixableField, string>>>;
type Said = Readonly<Record<string, string | number>>;

/** Values of a plan's row that follow from a cell. */
const follows: Readonly<Record<FixableField, readonly string[]>> = {
  name: ['name', 'deceased'],
  nik: ['nik', 'nikRaw'],
  kpj: ['kpj', 'kpjRaw'],
  birthDate: ['birthDate'],
  birthPlace: ['birthPlace'],
  sex: ['sex'],
  marital: ['marital'],
  address: ['address'],
  phone: ['phone'],
  unit: ['unit', 'unitId', 'newUnit'],
  position: ['position', 'segment', 'employerGroup'],
  jobKind: ['jobKind', 'segment', 'employerGroup'],
  wage: ['wageSen'],
  fundSource: ['fundSource'],
  startDate: ['startDate'],
  endDate: ['endDate'],
  decree: ['decree'],
  nip: ['nip'],
  desil: ['desil'],
  dtsenId: ['dtsenId'],
  note: ['note'],
};

const columns: readonly Field[] = [
  'name',
  'nik',
  'kpj',
  'birthDate',
  'birthPlace',
  'sex',
  'marital',
  'address',
  'phone',
  'position',
  'jobKind',
  'wage',
  'fundSource',
  'startDate',
  'endDate',
  'decree',
  'nip',
  'desil',
  'dtsenId',
  'unit',
  'kecamatan',
  'desa',
  'note',
];
const dateFields = ['birthDate', 'startDate', 'endDate'] as const;
const unitColumns: ReadonlySet<string> = new Set(['unit', 'desa', 'kecamatan']);
const nothingElse = { unit: '', kecamatan: '', desa: '' };

/** The values that follow from the fixes, and all findings of the row's own cells with them. */
export function fixRow(context: FixContext) {
  const readers = new Map<string, ReturnType<typeof rosterRowReader>>();
  const dates = typedDates(context.asOf);

  /** Reads the row as if a person had typed each of its cells. */
  const read = (said: Said, sheet: string, fixes: Fixes): ReadRosterRow => {
    const cells = columns.map((field) => cellOf(said, field, fixes, context));
    const hints = context.sheet(sheet);
    const shown = columns.map((field, index) => isShown(field, hints, fixes, cells[index] ?? ''));
    const key = `${sheet}\u0001${shown.map(Number).join('')}`;
    let reader = readers.get(key);
    if (reader === undefined) {
      const at = new Map<Field, number>();
      for (const [index, field] of columns.entries()) if (shown[index]) at.set(field, index);
      const profile = typedProfile(dates, hints.usualWageSen);
      reader = rosterRowReader({ ...context, at, profile });
      readers.set(key, reader);
    }
    return reader({ row: 0, cells, kinds: undefined, hidden: false }, nothingElse);
  };

  return (said: Said, own: readonly RowIssue[], sheet: string, fixes: Fixes) => {
    const fixed = Object.keys(fixes) as FixableField[];
    if (fixed.length === 0) return { said, issues: [...own] };
    const fixedFields = new Set(fixed.flatMap(issueFieldsOf));
    const before = read(said, sheet, {});
    const after = read(said, sheet, fixes);
    const isUnread = ({ field }: RowIssue) => unitColumns.has(field) && fixes.unit === undefined;
    const found = after.issues.filter((one) => !isUnread(one));
    const derived = new Set(before.issues.filter((one) => !isUnread(one)).map(nameOf));
    const kept = own.filter(
      (one) => !(fixedFields.has(one.field) || derived.has(nameOf(one)) || found.some(like(one))),
    );
    const issues = [...found, ...kept];
    const values: Record<string, string | number | null> = { ...said };
    const taken = valuesToTake(fixed, context.sheet(sheet), fixes);
    // Each name is a key of the values by the table above; `kpjRaw` travels with them unnamed.
    const read2 = after.values as unknown as Record<string, string | number | null>;
    for (const key of taken) values[key] = read2[key] ?? null;
    values['note'] = noteAfter(said, after.values, fixes);
    values['status'] =
      values['nik'] != null && !issues.some(nikDoubt) ? 'terverifikasi' : 'diusulkan';
    return { said: withoutNothing(values), issues };
  };
}

function nameOf({ field, code }: RowIssue): string {
  return `${field} ${code}`;
}

function like(one: RowIssue): (other: RowIssue) => boolean {
  return (other) => nameOf(other) === nameOf(one);
}

function withoutNothing(values: Record<string, string | number | null>): Said {
  const kept: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(values)) if (value !== null) kept[key] = value;
  return kept;
}

function valuesToTake(fixed: readonly FixableField[], hints: SheetHints, fixes: Fixes): string[] {
  const taken = fixed.flatMap((field) => follows[field]);
  // Without a column of its own, the sex was read from the NIK.
  if (fixed.includes('nik') && !hints.fields.has('sex') && fixes.sex === undefined)
    taken.push('sex');
  return taken;
}

/** A column counts when the sheet has it or a person filled it: an absent column has no empty cells to find. */
function isShown(field: Field, hints: SheetHints, fixes: Fixes, cell: string): boolean {
  if (unitColumns.has(field)) return fixes.unit !== undefined;
  if ((fixes as Partial<Record<string, string>>)[field] !== undefined) return true;
  if (field === 'sex') return hints.fields.has('sex');
  if (field === 'nik' || field === 'kpj') return hints.fields.has(field);
  return cell !== '';
}

function cellOf(said: Said, field: Field, fixes: Fixes, context: FixContext): string {
  if (unitColumns.has(field)) return unitCell(field, cleanCell(fixes.unit ?? ''), context);
  const typed = (fixes as Partial<Record<string, string>>)[field];
  if (typed !== undefined) return cleanCell(typed);
  if (field === 'note') return '';
  if (field === 'wage') return wageText(said['wageSen']);
  return String(said[field] ?? said[`${field}Raw`] ?? '');
}

/** `Salem, Bantarkawung` is a village and its district; an OPD that is known by its name stays one. */
function unitCell(field: Field, text: string, { roster, units }: FixContext): string {
  const byPlace = roster !== 'non-asn' && units.opd(text).unitId === null;
  if (field === 'unit') return byPlace ? '' : text;
  if (!byPlace) return '';
  const comma = text.lastIndexOf(',');
  const [desa, kecamatan] =
    comma < 0 ? [text, ''] : [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
  return field === 'desa' ? desa : kecamatan;
}

function wageText(sen: string | number | undefined): string {
  if (typeof sen !== 'number') return '';
  return sen % 100 === 0 ? String(sen / 100) : (sen / 100).toFixed(2).replace('.', ',');
}

/** The texts of cells that could not be read stand in the note; a cell put right no longer needs that. */
function noteAfter(said: Said, after: RosterValues, fixes: Fixes): string | null {
  if (fixes.note !== undefined) return after.note;
  const replaced = [
    ...(fixes.nik === undefined ? [] : ['NIK dalam berkas: ']),
    ...(fixes.kpj === undefined ? [] : ['KPJ dalam berkas: ']),
  ];
  if (replaced.length === 0) return said['note'] === undefined ? null : String(said['note']);
  const isReplaced = (part: string) => replaced.some((label) => part.startsWith(label));
  const kept = String(said['note'] ?? '')
    .split('; ')
    .filter((part) => part !== '' && !isReplaced(part));
  const added = (after.note ?? '').split('; ').filter(isReplaced);
  const parts = [...kept, ...added];
  return parts.length === 0 ? null : parts.join('; ');
}

function typedDates(asOf: CivilDate): ReadonlyMap<Field, DateColumnDecision> {
  return new Map(
    dateFields.map((field) => {
      const purpose = field === 'birthDate' ? 'birth' : 'event';
      return [field, decideDateColumn([], { purpose, asOf, date1904: false })];
    }),
  );
}

/** What is typed here is typed by a person in Indonesia: day first, decimal comma, L and P. */
function typedProfile(
  dates: ReadonlyMap<Field, DateColumnDecision>,
  medianWage: number | null,
): ColumnProfile {
  const sexCodes = new Map<string, Sex>();
  for (const code of male) sexCodes.set(code, 'L');
  for (const code of female) sexCodes.set(code, 'P');
  return {
    dates,
    decimal: ',',
    medianWage,
    wageOfUnit: new Map(),
    sexCodes,
    maritalCodes: typedMaritals(),
    nikLostLastDigit: false,
    decisions: [],
  };
}

/** The values of a plan's row from its parsed JSON. */
export function valuesOfSaid(said: Said): RosterValues {
  return rosterValuesOf(JSON.stringify(said));
}
