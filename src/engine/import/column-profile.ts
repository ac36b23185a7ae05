/** Decisions taken once for a whole column, from all its values, with the evidence kept for the preview. */
import type { ColumnChoice } from '../../contract/import-routes.ts';
import type { CivilDate } from '../../domain/brand.ts';
import {
  type DateCell,
  type DateColumnDecision,
  type DatePurpose,
  decideDateColumn,
} from '../../domain/date-column.ts';
import { splitPlaceAndDate } from '../../domain/date-text.ts';
import { decideMarital, maritalCode } from '../../domain/marital.ts';
import {
  type DecimalMark,
  type DecimalMarkDecision,
  decideDecimalMark,
  parseMoney,
} from '../../domain/money-text.ts';
import { columnLostLastDigit, readNik } from '../../domain/nik.ts';
import type { Marital, Sex } from '../../domain/segments.ts';
import { cellKind } from '../../tabular/types.ts';
import type { Field } from './fields.ts';
import { plainCell, type SheetRow } from './sheet-row.ts';

export interface ColumnDecision {
  readonly field: string;
  readonly decision: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ColumnProfile {
  readonly dates: ReadonlyMap<Field, DateColumnDecision>;
  readonly decimal: DecimalMark | null;
  /** Middle wage of the column in sen; null with too few to say. */
  readonly medianWage: number | null;
  /** The same of each unit that a column names, where it has enough of them. */
  readonly wageOfUnit: ReadonlyMap<string, number>;
  readonly sexCodes: ReadonlyMap<string, Sex>;
  readonly maritalCodes: ReadonlyMap<string, Marital>;
  readonly nikLostLastDigit: boolean;
  readonly decisions: readonly ColumnDecision[];
}

/** Fields that hold a date, and what kind of day it is. */
export const datePurpose: Partial<Record<Field, DatePurpose>> = {
  birthDate: 'birth',
  placeAndDate: 'birth',
  startDate: 'event',
  endDate: 'event',
  joinedOn: 'event',
  endedOn: 'event',
  graceUntil: 'event',
};

/** Texts kept apart per column; a column with more has long since decided. */
const mostTexts = 60_000;
const nikSample = 2_000;

/** How often each text of a column occurs. */
interface TextCount {
  readonly counts: Map<string, number>;
}

/** A copy that does not keep the chunk of the file alive from which the text was cut. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}

function count(texts: TextCount, text: string): void {
  const known = texts.counts.get(text);
  if (known !== undefined) texts.counts.set(text, known + 1);
  else if (texts.counts.size < mostTexts) texts.counts.set(ownCopy(text), 1);
}

function* repeated(texts: TextCount): Generator<string, void, undefined> {
  for (const [text, times] of texts.counts) {
    for (let turn = 0; turn < times; turn += 1) yield text;
  }
}

const serialMark = '\u0001';

/** Field → order of day and month, or decimal mark. */
export type ChosenReadings = Readonly<Record<string, ColumnChoice>>;

export interface ColumnTally {
  readonly see: (row: SheetRow) => void;
  readonly profile: () => ColumnProfile;
}

export interface TallyContext {
  readonly at: ReadonlyMap<Field, number>;
  readonly asOf: CivilDate;
  readonly date1904: boolean;
  /** How a person wants columns to be read; the evidence is shown all the same. */
  readonly chosen?: ChosenReadings;
}

/** Collects what the columns' decisions need, row by row. */
export function createColumnTally({ at, asOf, date1904, chosen = {} }: TallyContext): ColumnTally {
  const dates = new Map<Field, TextCount>();
  for (const field of at.keys()) {
    if (datePurpose[field] !== undefined) dates.set(field, { counts: new Map() });
  }
  const wages: TextCount = { counts: new Map() };
  const wagesOfUnits = new Map<string, TextCount>();
  const sexes: TextCount = { counts: new Map() };
  const maritals: TextCount = { counts: new Map() };
  const maritalAt = at.get('marital') ?? -1;
  const oneIs = { L: 0, P: 0 };
  const niks: string[] = [];
  let numericNiks = 0;
  let textNiks = 0;

  const seeDates = (row: SheetRow) => {
    for (const [field, texts] of dates) {
      const index = at.get(field) ?? -1;
      const text = row.cells[index] ?? '';
      if (text === '') continue;
      const kind = row.kinds?.[index];
      const serial = kind === cellKind.date || kind === cellKind.number;
      const date = field === 'placeAndDate' ? splitPlaceAndDate(text).date : text;
      count(texts, serial ? serialMark + date : date);
    }
  };
  const seeNik = (row: SheetRow): string => {
    const index = at.get('nik') ?? -1;
    const text = row.cells[index] ?? '';
    if (text === '') return '';
    if (row.kinds?.[index] === cellKind.number) numericNiks += 1;
    else textNiks += 1;
    const plain = plainCell(row, index);
    if (niks.length < nikSample) niks.push(plain);
    return plain;
  };

  const seeMarital = (row: SheetRow) => {
    const text = row.cells[maritalAt] ?? '';
    if (text !== '') count(maritals, maritalCode(text));
  };
  const seeWage = (row: SheetRow) => {
    const wage = at.get('wage');
    if (wage === undefined || (row.cells[wage] ?? '') === '') return;
    const numeric = row.kinds?.[wage] === cellKind.number;
    const plain = plainCell(row, wage);
    const text = numeric ? serialMark + plain : plain;
    count(wages, text);
    const unit = row.cells[at.get('unit') ?? -1] ?? '';
    if (unit !== '') countOfUnit(wagesOfUnits, unit, text);
  };

  return {
    see(row) {
      seeDates(row);
      const nik = seeNik(row);
      seeWage(row);
      seeMarital(row);
      const sex = at.get('sex');
      if (sex === undefined) return;
      const code = (row.cells[sex] ?? '').toUpperCase();
      if (code !== '') count(sexes, code);
      if (code !== '1' && code !== '2') return;
      const stated = readNik(nik, { asOf }).sex;
      if (stated !== null) oneIs[(stated === 'L') === (code === '1') ? 'L' : 'P'] += 1;
    },
    profile: () => {
      const decided = decideDates(dates, asOf, date1904, chosen);
      const money = decideWage(wages, chosen['wage']);
      const lost = numericNiks + textNiks > 0 && columnLostLastDigit(niks);
      const sexCodes = decideSex(sexes, oneIs);
      const maritalCodes = decideMarital(maritals.counts.keys());
      return {
        dates: decided,
        decimal: money.decimal,
        medianWage: money.median,
        wageOfUnit: mediansOf(wagesOfUnits, money.decimal),
        sexCodes,
        maritalCodes,
        nikLostLastDigit: lost,
        decisions: [
          ...[...decided].flatMap(([field, decision]) =>
            describeDates(field, decision, chosen[field] !== undefined),
          ),
          ...(money.decision === null ? [] : [money.decision]),
          ...describeNik(numericNiks, textNiks, lost),
          ...(sexes.counts.size > 0 ? [describeSex(sexes, sexCodes)] : []),
          ...(maritals.counts.size > 0 ? [describeMarital(maritals, maritalCodes)] : []),
        ],
      };
    },
  };
}

function decideDates(
  dates: ReadonlyMap<Field, TextCount>,
  asOf: CivilDate,
  date1904: boolean,
  chosen: ChosenReadings,
): Map<Field, DateColumnDecision> {
  const decided = new Map<Field, DateColumnDecision>();
  for (const [field, texts] of dates) {
    const purpose = datePurpose[field] ?? 'event';
    const decision = decideDateColumn(dateCells(texts), { purpose, asOf, date1904 });
    const order = chosen[field];
    const asked = order === 'dmy' || order === 'mdy';
    decided.set(field, asked ? { ...decision, order, ambiguous: false } : decision);
  }
  return decided;
}

function* dateCells(texts: TextCount): Generator<DateCell, void, undefined> {
  for (const text of repeated(texts)) {
    yield text.startsWith(serialMark) ? { text: text.slice(1), serial: true } : { text };
  }
}

/** One line for each way of writing that the column shows, and one when its order had to be assumed. */
function describeDates(
  field: Field,
  decision: DateColumnDecision,
  chosen: boolean,
): ColumnDecision[] {
  const { evidence, order } = decision;
  const lines: ColumnDecision[] = [];
  const say = (name: string, params: ColumnDecision['params']) =>
    lines.push({ field, decision: `date.${name}`, params });
  const ordered = evidence.dayFirst + evidence.monthFirst + evidence.eitherWay;
  if (ordered > 0) {
    const sure = order === 'dmy' ? evidence.dayFirst : evidence.monthFirst;
    const against = order === 'dmy' ? evidence.monthFirst : evidence.dayFirst;
    say(order, {
      evidence: sure,
      eitherWay: evidence.eitherWay,
      certainty: decision.certainty,
      ...(against > 0 ? { against } : {}),
      ...(chosen ? { by: 'user' } : {}),
    });
  }
  if (evidence.yearFirst > 0) say('ymd', { count: evidence.yearFirst });
  if (evidence.serial > 0) say('serial', { count: evidence.serial });
  if (evidence.named > 0) say('month-names', { count: evidence.named });
  if (decision.ambiguous) say('ambiguous', { eitherWay: evidence.eitherWay });
  if (decision.serialsMayBeSwapped) say('serials-may-be-swapped', { count: evidence.serial });
  return lines;
}

const fewestWages = 10;

function decideWage(texts: TextCount, chosen: ColumnChoice | undefined) {
  const written = [...texts.counts.keys()].filter((text) => !text.startsWith(serialMark));
  const evidence = decideDecimalMark(written);
  const asked = chosen === 'comma' ? ',' : chosen === 'dot' ? '.' : null;
  const mark = { ...evidence, decimal: asked ?? evidence.decimal };
  const { median, total } = medianOf(texts, mark.decimal);
  const { commaDecimal, dotDecimal } = mark;
  const by = asked === null ? {} : { by: 'user' };
  const params = { commaDecimal, dotDecimal, values: total, ...by };
  const decision = decimalName(mark);
  return {
    decimal: mark.decimal,
    median,
    decision: decision === null ? null : { field: 'wage', decision, params },
  };
}

/** Middle amount in sen, null with too few, and how many amounts there are. */
function medianOf(texts: TextCount, decimal: DecimalMark | null) {
  const amounts: { sen: number; times: number }[] = [];
  let total = 0;
  for (const [text, times] of texts.counts) {
    const numericCell = text.startsWith(serialMark);
    const read = parseMoney(numericCell ? text.slice(1) : text, {
      numericCell,
      ...(decimal === null ? {} : { decimal }),
    });
    if (!read.ok || read.sen <= 0) continue;
    amounts.push({ sen: read.sen, times });
    total += times;
  }
  amounts.sort((a, b) => a.sen - b.sen);
  let seen = 0;
  const middle = amounts.find(({ times }) => {
    seen += times;
    return seen * 2 >= total;
  });
  return { median: total < fewestWages ? null : (middle?.sen ?? null), total };
}

/** Units beyond these are judged by the whole column. */
const mostUnits = 2_000;

function countOfUnit(units: Map<string, TextCount>, unit: string, text: string): void {
  let texts = units.get(unit);
  if (texts === undefined) {
    if (units.size >= mostUnits) return;
    texts = { counts: new Map() };
    units.set(ownCopy(unit), texts);
  }
  count(texts, text);
}

function mediansOf(units: ReadonlyMap<string, TextCount>, decimal: DecimalMark | null) {
  const medians = new Map<string, number>();
  for (const [unit, texts] of units) {
    const { median } = medianOf(texts, decimal);
    if (median !== null) medians.set(unit, median);
  }
  return medians;
}

/** A column in which some amounts say comma and others dot decides nothing by itself. */
function decimalName({ decimal, commaDecimal, dotDecimal }: DecimalMarkDecision): string | null {
  if (decimal === ',') return 'money.decimal-comma';
  if (decimal === '.') return 'money.decimal-dot';
  return commaDecimal > 0 && dotDecimal > 0 ? 'money.ambiguous' : null;
}

function describeNik(numeric: number, text: number, lost: boolean): ColumnDecision[] {
  if (numeric + text === 0) return [];
  if (numeric === 0 && !lost) return [];
  const decision = lost ? 'nik.lost-last-digit' : 'nik.numbers';
  return [{ field: 'nik', decision, params: { count: numeric, text } }];
}

/** How the sexes are written in words. */
export const male = ['L', 'LK', 'LAKI', 'LAKI-LAKI', 'LAKI LAKI', 'LAKILAKI', 'PRIA', 'M', 'MALE'];
export const female = ['P', 'PR', 'PEREMPUAN', 'WANITA', 'W', 'F', 'FEMALE'];

/** Words mean what they say; 1 and 2 mean what the NIKs beside them say, and without those nothing. */
function decideSex(texts: TextCount, oneIs: { readonly L: number; readonly P: number }) {
  const codes = new Map<string, Sex>();
  for (const code of texts.counts.keys()) {
    if (male.includes(code)) codes.set(code, 'L');
    else if (female.includes(code)) codes.set(code, 'P');
  }
  const told = oneIs.L + oneIs.P;
  if (told >= 5 && Math.max(oneIs.L, oneIs.P) >= told * 0.9) {
    const one: Sex = oneIs.L > oneIs.P ? 'L' : 'P';
    codes.set('1', one);
    codes.set('2', one === 'L' ? 'P' : 'L');
  }
  return codes;
}

function describeSex(texts: TextCount, codes: ReadonlyMap<string, Sex>): ColumnDecision {
  let [men, women, unknown] = [0, 0, 0];
  for (const [code, times] of texts.counts) {
    const sex = codes.get(code);
    if (sex === 'L') men += times;
    else if (sex === 'P') women += times;
    else unknown += times;
  }
  const seen = [...codes].map(([code, sex]) => `${code}=${sex}`).join(' ');
  const params = { codes: seen.slice(0, 120), L: men, P: women, unknown };
  return { field: 'sex', decision: 'sex.codes', params };
}

function describeMarital(texts: TextCount, codes: ReadonlyMap<string, Marital>): ColumnDecision {
  const params = { kawin: 0, belum: 0, cerai: 0, unknown: 0 };
  for (const [code, times] of texts.counts) params[codes.get(code) ?? 'unknown'] += times;
  const seen = [...codes].map(([code, means]) => `${code}=${means}`).join(' ');
  return {
    field: 'marital',
    decision: 'marital.codes',
    params: { codes: seen.slice(0, 120), ...params },
  };
}
