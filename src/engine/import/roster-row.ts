/** A row of a roster file as values and findings. */
import type { RowIssue } from '../../contract/import-routes.ts';
import { maritalCode } from '../../domain/marital.ts';
import { bareNumber, isNip } from '../../domain/nip.ts';
import type {
  EmployerGroup,
  EntryStatus,
  FundSource,
  Marital,
  OwnFundSource,
  Roster,
  Segment,
  Sex,
} from '../../domain/segments.ts';
import { personKey } from '../../store/unit-key.ts';
import { ageOf, cellReaders, type ReadContext, type WhoRead } from './cell-readers.ts';
import { issue } from './issues.ts';
import { fundNamed, groupOf, usualFund } from './position-group.ts';
import type { SheetRow } from './sheet-row.ts';
import type { FoundUnit, UnitBook } from './units.ts';

/** What a staged roster row holds; null is "the file does not say", which never erases what the store knows. */
export interface RosterValues {
  readonly name: string;
  readonly nameKey: string;
  readonly nik: string | null;
  readonly nikRaw: string | null;
  readonly kpj: string | null;
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
  readonly sex: Sex | null;
  readonly marital: Marital | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly deceased: number;
  /** The unit's words as found, for the preview. */
  readonly unit: string | null;
  readonly unitId: number | null;
  /** Name of an OPD the store does not know yet; it is added on commit. */
  readonly newUnit: string | null;
  readonly segment: Segment;
  readonly employerGroup: EmployerGroup;
  readonly position: string | null;
  readonly jobKind: string | null;
  readonly wageSen: number | null;
  /** Null when the file does not say: an added entry then takes `usualFund`. */
  readonly fundSource: FundSource | null;
  readonly status: EntryStatus;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly decree: string | null;
  readonly nip: string | null;
  readonly desil: number | null;
  readonly dtsenId: string | null;
  readonly note: string | null;
}

/** The unit that a sheet, a section line or the kop speaks of, for rows that do not say. */
export interface UnitDefaults {
  readonly unit: string;
  readonly kecamatan: string;
  readonly desa: string;
}

export interface RosterReadContext extends ReadContext {
  readonly roster: Roster;
  readonly units: UnitBook;
  /** Fund sources the regency added. */
  readonly ownFunds: readonly OwnFundSource[];
}

export interface ReadRosterRow {
  readonly values: RosterValues;
  readonly issues: RowIssue[];
}

// Below and above these a monthly wage is hardly one.
const leastWageSen = 5_000_000;
const mostWageSen = 5_000_000_000;

/** Makes the reader of one sheet's rows. */
export function rosterRowReader(context: RosterReadContext) {
  const read = cellReaders(context);
  const { roster, units, asOf, profile } = context;

  const unitOf = (row: SheetRow, defaults: UnitDefaults, issues: RowIssue[]) => {
    const kecamatan = read.words(row, 'kecamatan') ?? defaults.kecamatan;
    const desa = read.words(row, 'desa') ?? defaults.desa;
    const named = read.words(row, 'unit') ?? defaults.unit;
    // A list with only "Unit Kerja" and nothing above it means the OPD by that.
    const office = named === '' ? (read.words(row, 'workplace') ?? '') : named;
    const byPlace = roster !== 'non-asn' && (kecamatan !== '' || desa !== '' || office === '');
    const found: FoundUnit = byPlace ? units.village({ kecamatan, desa }) : units.opd(office);
    const shown = byPlace ? [desa, kecamatan].filter((part) => part !== '').join(', ') : office;
    if (found.problem !== null) issues.push(unitIssue(found, byPlace, shown));
    const isNew = !byPlace && found.problem === 'unit.unknown';
    return {
      unit: shown === '' ? null : shown,
      unitId: found.unitId,
      newUnit: isNew ? office : null,
    };
  };

  const wageOf = (row: SheetRow, issues: RowIssue[]): number | null => {
    const sen = read.money(row, 'wage', issues);
    if (sen === null) return null;
    const unit = read.words(row, 'unit');
    const medianWage = (unit === null ? null : profile.wageOfUnit.get(unit)) ?? profile.medianWage;
    if (sen === 0) issues.push(issue('warning', 'wage', 'wage.zero'));
    else if (medianWage !== null && (sen > medianWage * 8 || sen < medianWage / 8)) {
      const params = {
        wage: Math.round(sen / 100),
        usual: Math.round(medianWage / 100),
        ...likelyWage(sen, medianWage),
      };
      const code = sen > medianWage ? 'wage.too-high' : 'wage.too-low';
      issues.push(issue('warning', 'wage', code, params));
    } else if (sen < leastWageSen || sen > mostWageSen) {
      issues.push(issue('warning', 'wage', 'wage.implausible', { wage: Math.round(sen / 100) }));
    }
    return sen;
  };

  const maritalOf = (row: SheetRow, issues: RowIssue[]): Marital | null => {
    const text = read.words(row, 'marital');
    if (text === null) return null;
    const marital = profile.maritalCodes.get(maritalCode(text)) ?? null;
    if (marital === null) {
      issues.push(issue('info', 'marital', 'marital.unknown', { text: text.slice(0, 20) }));
    }
    return marital;
  };

  const fundOf = (row: SheetRow, issues: RowIssue[]): FundSource | null => {
    const text = read.words(row, 'fundSource');
    const fund = text === null ? null : fundNamed(text, context.ownFunds);
    if (text !== null && fund === null) {
      issues.push(issue('info', 'fundSource', 'fund.unknown', { text: text.slice(0, 40) }));
    }
    return fund;
  };

  return (row: SheetRow, defaults: UnitDefaults): ReadRosterRow => {
    const issues: RowIssue[] = [];
    const who = read.who(row, issues);
    const position = read.words(row, 'position');
    const jobKind = read.words(row, 'jobKind');
    const { segment, group } = groupOf(roster, position ?? jobKind ?? '');
    checkAge(who, segment, issues);
    if (row.hidden) issues.push(issue('info', 'row', 'row.hidden'));
    const values: RosterValues = {
      ...who,
      nameKey: personKey(who.name),
      deceased: who.deceased ? 1 : 0,
      marital: maritalOf(row, issues),
      address: read.words(row, 'address'),
      phone: read.words(row, 'phone'),
      ...unitOf(row, defaults, issues),
      segment,
      employerGroup: group,
      position,
      jobKind,
      wageSen: wageOf(row, issues),
      fundSource: fundOf(row, issues),
      status: who.nik !== null && !issues.some(nikDoubt) ? 'terverifikasi' : 'diusulkan',
      startDate: read.date(row, 'startDate', issues),
      endDate: read.date(row, 'endDate', issues),
      decree: read.words(row, 'decree'),
      nip: nipOf(read.words(row, 'nip'), issues),
      desil: desilOf(read.words(row, 'desil'), issues),
      dtsenId: read.words(row, 'dtsenId'),
      note: noteOf(read.words(row, 'note'), read.words(row, 'workplace'), who),
    };
    return { values, issues };
  };

  function checkAge({ birthDate }: WhoRead, segment: Segment, issues: RowIssue[]): void {
    const age = ageOf(birthDate, asOf);
    if (age === null) return;
    if (age < 15 || age > 100)
      issues.push(issue('warning', 'birthDate', 'age.out-of-range', { age }));
    else if (segment === 'bpu' && age > 65) {
      issues.push(issue('warning', 'birthDate', 'age.too-old', { age }));
    }
  }
}

/** The wage without the noughts that are too many, or with those that are missing, when that is near the usual. */
function likelyWage(sen: number, usual: number): { readonly suggest?: string } {
  const steps = sen > usual ? [0.1, 0.01, 0.001] : [10, 100, 1000];
  const near = steps
    .map((step) => Math.round(sen * step))
    .find((one) => one % 100 === 0 && one > usual / 3 && one < usual * 3);
  return near === undefined ? {} : { suggest: String(near / 100) };
}

/** A NIK under doubt is kept and does not verify the entry; another area of birth is no doubt. */
export function nikDoubt({ field, severity }: RowIssue): boolean {
  return field === 'nik' && severity !== 'info';
}

// A new OPD is added on commit and changes nobody's place; a village that cannot be told leaves its people nowhere.
const unitSeverity = {
  'unit.unknown': 'info',
  'unit.missing': 'warning',
  'village.missing': 'warning',
  'village.unknown': 'error',
  'village.ambiguous': 'error',
} as const;

function unitIssue({ problem, suggest }: FoundUnit, byPlace: boolean, text: string): RowIssue {
  const field = byPlace ? 'desa' : 'unit';
  const code = problem ?? 'unit.missing';
  const params = { text: text.slice(0, 80), ...(suggest === undefined ? {} : { suggest }) };
  return issue(unitSeverity[code], field, code, params);
}

/** Kept as written: a NIP of another length is told, never repaired. */
function nipOf(text: string | null, issues: RowIssue[]): string | null {
  if (text === null) return null;
  const nip = bareNumber(text).slice(0, 40);
  if (!isNip(nip)) issues.push(issue('info', 'nip', 'nip.shape', { text: nip }));
  return nip;
}

function desilOf(text: string | null, issues: RowIssue[]): number | null {
  if (text === null) return null;
  const desil = Number(/^(?:desil\s*)?(\d{1,2})$/i.exec(text)?.[1]);
  if (desil >= 1 && desil <= 10) return desil;
  issues.push(issue('info', 'desil', 'desil.invalid', { text: text.slice(0, 20) }));
  return null;
}

/** What has no column of its own and must not be lost. */
function noteOf(note: string | null, workplace: string | null, who: WhoRead): string | null {
  const parts = [
    note,
    workplace === null ? null : `Unit kerja: ${workplace}`,
    who.nikRaw === null ? null : `NIK dalam berkas: ${who.nikRaw}`,
    who.kpjRaw === null ? null : `KPJ dalam berkas: ${who.kpjRaw}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

/** The fund source an added entry takes. */
export function fundOfAdded(roster: Roster, values: RosterValues): FundSource {
  return values.fundSource ?? usualFund[roster];
}
