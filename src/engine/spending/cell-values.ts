/** Cells of payments and budget lines as values; what cannot be read is an issue on its field, never a zero. */
import type { ReadIssue } from '../../contract/spending-routes.ts';
import { normalizeAccountCode } from '../../domain/account-codes.ts';
import { dateOfSerial } from '../../domain/civil-date.ts';
import { readDateCell } from '../../domain/date-column.ts';
import { parseMoney } from '../../domain/money-text.ts';
import { monthOf, parsePremiumPeriod } from '../../domain/month.ts';
import type { FundSource, OwnFundSource, Roster } from '../../domain/segments.ts';
import { fundNamed } from '../import/position-group.ts';
import type { FoundUnit, UnitBook } from '../import/units.ts';
import type { SpendingField, SpendingRow, SpendingTable } from './table-file.ts';

const problem = (field: SpendingField, code: string, text: string): ReadIssue => ({
  code,
  field,
  severity: 'error',
  text: text.slice(0, 60),
});
const remark = (field: SpendingField, code: string, text: string): ReadIssue => ({
  ...problem(field, code, text),
  severity: 'warning',
});

/** Whole rupiah above zero; null with an issue. Sen are refused: nobody pays a part of a rupiah. */
export function amountOf(
  row: SpendingRow,
  table: SpendingTable,
  issues: ReadIssue[],
): number | null {
  const text = row.cell('amount');
  const read = parseMoney(text, {
    numericCell: row.numeric('amount'),
    decimal: table.decimal ?? undefined,
  });
  if (!read.ok) {
    issues.push(problem('amount', `amount.${read.reason}`, text));
    return null;
  }
  if (read.sen % 100 !== 0) {
    issues.push(problem('amount', 'amount.fraction', text));
    return null;
  }
  if (read.sen <= 0) {
    issues.push(problem('amount', 'amount.not-positive', text));
    return null;
  }
  return read.sen / 100;
}

/** The month the premium is for: a BLTH text, or a date cell of that month. */
export function periodOf(row: SpendingRow, date1904: boolean, issues: ReadIssue[]): string | null {
  const text = row.cell('period');
  const date = row.serial('period') ? dateOfSerial(Number(text), date1904) : null;
  const period = date === null ? parsePremiumPeriod(text) : monthOf(date);
  if (period === null) {
    issues.push(problem('period', text === '' ? 'period.missing' : 'period.unreadable', text));
  }
  return period;
}

export function paidOnOf(
  row: SpendingRow,
  table: SpendingTable,
  issues: ReadIssue[],
): string | null {
  const text = row.cell('paidOn');
  const read = readDateCell({ text, serial: row.serial('paidOn') }, table.dates);
  if (read.date === null) issues.push(problem('paidOn', read.finding, text));
  return read.date;
}

/** A count of people; an empty cell says nobody counted and reads as 0 with a remark. */
export function personsOf(row: SpendingRow, issues: ReadIssue[]): number | null {
  const text = row.cell('persons').replace(/\s*(?:orang|tk|peserta)$/i, '');
  if (text === '') {
    issues.push(remark('persons', 'persons.missing', ''));
    return 0;
  }
  const read = parseMoney(text, { numericCell: row.numeric('persons') });
  if (read.ok && read.sen >= 0 && read.sen % 100 === 0) return read.sen / 100;
  issues.push(problem('persons', 'persons.unreadable', text));
  return null;
}

export function fundOf(
  row: SpendingRow,
  usual: FundSource,
  own: readonly OwnFundSource[],
  issues: ReadIssue[],
): FundSource | null {
  const text = row.cell('fundSource');
  if (text === '') return usual;
  const fund = fundNamed(text, own);
  if (fund === null) issues.push(problem('fundSource', 'fund.unknown', text));
  return fund;
}

/** The account in the standard notation; one that is none is kept as it stands, with a remark. */
export function accountOf(row: SpendingRow, issues: ReadIssue[]): string | null {
  const text = row.cell('accountCode');
  if (text === '') return null;
  const { code, scope } = normalizeAccountCode(text);
  if (scope === 'unknown') issues.push(remark('accountCode', 'account.notation', text));
  return code === '' ? null : code;
}

const rosterWords: readonly (readonly [RegExp, Roster])[] = [
  [/\bNON ?ASN\b|HONORER|\bNON PNS\b/, 'non-asn'],
  [/DESA|PERANGKAT|\bBPD\b|\bRT\b|\bRW\b/, 'desa'],
  [/RENTAN|\bBPU\b|INFORMAL|PETANI|NELAYAN/, 'rentan'],
];

export function rosterOf(row: SpendingRow, usual: Roster, issues: ReadIssue[]): Roster | null {
  const text = row.cell('roster');
  if (text === '') return usual;
  const words = text.toUpperCase().replace(/[^A-Z]+/g, ' ');
  const roster = rosterWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  if (roster === null) issues.push(problem('roster', 'roster.unknown', text));
  return roster;
}

/** The unit named by the row; none named is a centralised line. An unknown name is an error: nothing is guessed. */
export function unitOf(row: SpendingRow, units: UnitBook, issues: ReadIssue[]): number | null {
  const text = row.cell('unit');
  const district = row.cell('district');
  if (text === '' && district === '') return null;
  const found = firstFound([
    ...(text === '' ? [] : [units.opd(text)]),
    units.village({ kecamatan: district, desa: text }),
  ]);
  if (found.unitId === null) {
    const code = found.problem === 'village.ambiguous' ? 'unit.ambiguous' : 'unit.unknown';
    issues.push(problem('unit', code, [text, district].filter((part) => part !== '').join(', ')));
  }
  return found.unitId;
}

function firstFound(all: readonly FoundUnit[]): FoundUnit {
  return (
    all.find(({ unitId }) => unitId !== null) ??
    all.at(-1) ?? { unitId: null, problem: 'unit.unknown' }
  );
}
