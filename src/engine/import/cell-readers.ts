/** Readers of single cells that rosters and BPJS lists share; each adds what it finds to the row's issues. */

import type { RowIssue } from '../../contract/import-routes.ts';
import type { CivilDate } from '../../domain/brand.ts';
import { ageAt, parseCivilDate } from '../../domain/civil-date.ts';
import { type DateReading, readDateCell } from '../../domain/date-column.ts';
import { splitPlaceAndDate } from '../../domain/date-text.ts';
import { readKpj, readNpp } from '../../domain/membership-numbers.ts';
import { type MoneyReading, parseMoney } from '../../domain/money-text.ts';
import { readNik } from '../../domain/nik.ts';
import { splitPersonName } from '../../domain/person-name.ts';
import type { Sex } from '../../domain/segments.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { Field } from './fields.ts';
import { issue } from './issues.ts';
import { isNumericCell, isSerialCell, plainCell, type SheetRow } from './sheet-row.ts';

export interface ReadContext {
  readonly at: ReadonlyMap<Field, number>;
  readonly profile: ColumnProfile;
  readonly asOf: CivilDate;
  /** Four digits, `3329`. */
  readonly regency: string;
  /** Column of the family card's number, which is sometimes typed for a NIK. */
  readonly kkAt?: number | undefined;
}

export interface WhoRead {
  readonly name: string;
  readonly deceased: boolean;
  readonly nik: string | null;
  /** The text of a NIK cell that identifies nobody; kept, never repaired. */
  readonly nikRaw: string | null;
  readonly kpj: string | null;
  readonly kpjRaw: string | null;
  readonly birthDate: CivilDate | null;
  readonly birthPlace: string | null;
  readonly sex: Sex | null;
}

const mostKept = 120_000;

/** Makes the readers of one sheet. Date readings are kept by their text: a million rows hold some 30,000 days. */
export function cellReaders({ at, profile, asOf, regency, kkAt = -1 }: ReadContext) {
  const column = (field: Field): number => at.get(field) ?? -1;
  const columns = {
    names: (['firstName', 'middleName', 'lastName'] as const).map(column),
    name: column('name'),
    nik: column('nik'),
    kpj: column('kpj'),
    birthDate: column('birthDate'),
    birthPlace: column('birthPlace'),
    placeAndDate: column('placeAndDate'),
    sex: column('sex'),
  };
  const readings = new Map<Field, Map<string, DateReading>>();
  const amounts = new Map<string, MoneyReading>();

  const text = (row: SheetRow, index: number): string => row.cells[index] ?? '';

  /** A date by its column's decision; an unreadable one is a finding and stays null. */
  const date = (
    row: SheetRow,
    field: Field,
    issues: RowIssue[],
    cell?: string,
  ): CivilDate | null => {
    const index = column(field);
    const raw = cell ?? text(row, index);
    const decision = profile.dates.get(field);
    if (raw === '' || decision === undefined) return null;
    const serial = isSerialCell(row, index);
    let kept = readings.get(field);
    if (kept === undefined) {
      kept = new Map();
      readings.set(field, kept);
    }
    const key = serial ? `#${raw}` : raw;
    let reading = kept.get(key);
    if (reading === undefined) {
      reading = readDateCell({ text: raw, serial }, decision);
      if (kept.size < mostKept)
        kept.set(raw.length < 13 ? key : Buffer.from(key).toString(), reading);
    }
    if (reading.finding !== null && reading.finding !== 'date.empty') {
      const params = { text: raw.slice(0, 40), ...dayFirst(reading.finding, raw) };
      issues.push(issue('warning', field, reading.finding, params));
    }
    return reading.date;
  };

  const nameOf = (row: SheetRow): string => {
    if (columns.name >= 0) return text(row, columns.name);
    return columns.names
      .map((index) => text(row, index))
      .filter((part) => part !== '')
      .join(' ');
  };

  const sexOf = (row: SheetRow, issues: RowIssue[]): Sex | null => {
    const code = text(row, columns.sex).toUpperCase();
    if (code === '') return null;
    const sex = profile.sexCodes.get(code) ?? null;
    if (sex === null) issues.push(issue('info', 'sex', 'sex.unknown', { text: code.slice(0, 20) }));
    return sex;
  };

  const readNumbers = (row: SheetRow, issues: RowIssue[]) => {
    const raw = plainCell(row, columns.kpj);
    if (raw === '') return { kpj: null, kpjRaw: null };
    if (/^\d{11}$/.test(raw) && !/^(\d)\1*$/.test(raw)) return { kpj: raw, kpjRaw: null };
    const read = readKpj(raw);
    if (read.finding === 'empty') return { kpj: null, kpjRaw: null };
    if (read.finding !== null) {
      const suggest = read.finding === 'leading-zero-lost' ? { suggest: `0${read.cleaned}` } : {};
      issues.push(issue('warning', 'kpj', `kpj.${read.finding}`, suggest));
    }
    return { kpj: read.value, kpjRaw: read.value === null ? raw.slice(0, 40) : null };
  };

  const nikOf = (
    row: SheetRow,
    birthDate: CivilDate | null,
    sex: Sex | null,
    issues: RowIssue[],
  ) => {
    const raw = plainCell(row, columns.nik);
    if (columns.nik < 0) return { nik: null, nikRaw: null, stated: null };
    const read = readNik(raw, {
      asOf,
      birthDate,
      sex,
      regency,
      kk: kkAt < 0 ? null : plainCell(row, kkAt),
      numericCell: isNumericCell(row, columns.nik) || profile.nikLostLastDigit,
    });
    for (const { code, severity } of read.findings) {
      // People move: another area of birth is worth knowing, not worth a look at every row.
      issues.push(issue(code === 'nik.other-area' ? 'info' : severity, 'nik', code));
    }
    const nikRaw = read.nik === null && raw !== '' ? text(row, columns.nik).slice(0, 40) : null;
    return { nik: read.nik, nikRaw, stated: read };
  };

  const birthOf = (row: SheetRow, issues: RowIssue[]) => {
    if (columns.birthDate >= 0) {
      const place = text(row, columns.birthPlace);
      return { birthDate: date(row, 'birthDate', issues), birthPlace: place === '' ? null : place };
    }
    const joined = text(row, columns.placeAndDate);
    const place = text(row, columns.birthPlace);
    if (joined === '') return { birthDate: null, birthPlace: place === '' ? null : place };
    const parts = splitPlaceAndDate(joined);
    return {
      birthDate: date(row, 'placeAndDate', issues, parts.date),
      birthPlace: parts.place === '' ? null : parts.place,
    };
  };

  const who = (row: SheetRow, issues: RowIssue[]): WhoRead => {
    const name = nameOf(row);
    if (name === '') issues.push(issue('error', 'name', 'name.missing'));
    const deceased = /alm/i.test(name) && splitPersonName(name).deceasedHint;
    if (deceased) issues.push(issue('warning', 'name', 'name.deceased'));
    const birth = birthOf(row, issues);
    const sex = sexOf(row, issues);
    const { nik, nikRaw, stated } = nikOf(row, birth.birthDate, sex, issues);
    return {
      name,
      deceased,
      nik,
      nikRaw,
      ...readNumbers(row, issues),
      ...birth,
      sex: sex ?? stated?.sex ?? null,
    };
  };

  const readMoney = (cell: string, numericCell: boolean): MoneyReading =>
    parseMoney(cell, {
      numericCell,
      ...(profile.decimal === null ? {} : { decimal: profile.decimal }),
    });

  /** The reading of an amount's text, kept: a list of a million wages holds a few thousand amounts. */
  const amountOf = (raw: string): MoneyReading => {
    const kept = amounts.get(raw);
    if (kept !== undefined) return kept;
    const reading = readMoney(raw, false);
    // A copy: a slice of the file's text would keep the whole piece it was cut from.
    if (amounts.size < mostKept) amounts.set(Buffer.from(raw).toString(), reading);
    return reading;
  };

  /** Money of a column in sen; an unreadable or ambiguous cell is a finding. */
  const money = (row: SheetRow, field: Field, issues: RowIssue[]): number | null => {
    const index = column(field);
    const raw = text(row, index);
    if (raw === '') return null;
    const numericCell = isNumericCell(row, index);
    if (!numericCell && /^\d{1,12}$/.test(raw)) return Number(raw) * 100;
    const read = numericCell ? readMoney(plainCell(row, index), true) : amountOf(raw);
    if (read.ok) return read.sen >= 0 ? read.sen : null;
    if (read.reason !== 'empty') {
      const params = { text: raw.slice(0, 40), reason: read.reason };
      issues.push(issue('warning', field, 'wage.invalid', params));
    }
    return null;
  };

  const npp = (row: SheetRow, issues: RowIssue[]): string | null => {
    const raw = plainCell(row, column('npp'));
    if (raw === '') return null;
    const read = readNpp(raw);
    if (read.finding !== null && read.finding !== 'empty') {
      issues.push(issue('info', 'npp', `npp.${read.finding}`));
    }
    return read.value;
  };

  const words = (row: SheetRow, field: Field): string | null => {
    const value = plainCell(row, column(field));
    return value === '' || /^[-–—.]+$/.test(value) ? null : value.slice(0, 300);
  };

  return { who, date, money, npp, words };
}

/** A date that only the column's other order makes sense of, as it would be typed: day first. */
function dayFirst(finding: string, text: string): { readonly suggest?: string } {
  if (finding !== 'date.against-order') return {};
  const [, a = '', b = '', year = ''] = /^(\d{1,2})\D+(\d{1,2})\D+(\d{2,4})$/.exec(text) ?? [];
  if (year === '') return {};
  return { suggest: Number(a) > 12 ? `${a}-${b}-${year}` : `${b}-${a}-${year}` };
}

export type CellReaders = ReturnType<typeof cellReaders>;

/** Age at a day of someone whose birth date is ISO text; null when it is not known. */
export function ageOf(birthDate: string | null, asOf: CivilDate): number | null {
  const born = birthDate === null ? null : parseCivilDate(birthDate);
  return born === null ? null : ageAt(born, asOf);
}
