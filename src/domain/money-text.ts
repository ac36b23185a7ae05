import type { Sen } from './brand.ts';
import { sen } from './money.ts';

/** Why a money cell could not be read. */
export type MoneyFailure =
  | 'empty'
  | 'not-a-number'
  /** Reads two ways: `16,800` is 16.8 or 16,800. */
  | 'ambiguous'
  /** Digit groups that are not of three: `1.23.456`. */
  | 'bad-groups'
  /** More than two decimals. */
  | 'too-many-decimals'
  | 'too-large';

export type MoneyReading =
  | { readonly ok: true; readonly sen: Sen }
  | { readonly ok: false; readonly reason: MoneyFailure; readonly candidates?: readonly Sen[] };

export type DecimalMark = ',' | '.';

export interface MoneyTextOptions {
  /** The column's decimal mark when known (see `decideDecimalMark`); it settles single separators. */
  readonly decimal?: DecimalMark | undefined;
  /** The cell is a number in the file: its text is plain digits with a decimal dot, computed noise and all. */
  readonly numericCell?: boolean | undefined;
}

const MAX_DIGITS = 13;

function failed(reason: MoneyFailure, candidates?: readonly Sen[]): MoneyReading {
  return candidates === undefined ? { ok: false, reason } : { ok: false, reason, candidates };
}

function amount(whole: string, decimals: string, negative: boolean): MoneyReading {
  if (decimals.length > 2) return failed('too-many-decimals');
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits.length > MAX_DIGITS) return failed('too-large');
  const value = Number(digits === '' ? '0' : digits) * 100 + Number(decimals.padEnd(2, '0'));
  return { ok: true, sen: sen(negative ? -value : value) };
}

/** `Rp`, `IDR`, spaces and the dashes that stand for "no sen" fall away; brackets or a leading minus mean negative. */
function strip(text: string): { body: string; negative: boolean } {
  let body = text
    .normalize('NFKC')
    .replace(/[\s'"]/g, '')
    .replace(/^[-−](?=.*\d)/, '-');
  const bracketed = /^\((.*)\)$/.exec(body);
  const negative = bracketed !== null || body.startsWith('-');
  body = (bracketed?.[1] ?? body).replace(/^-/, '');
  body = body
    .replace(/^(?:rp\.?|idr)/i, '')
    .replace(/^-/, '')
    .replace(/(?:[.,][-–—=]+|[-–—]+)$/, '');
  return { body, negative: negative || /^-?(?:rp\.?|idr)-\d/i.test(text.replace(/\s/g, '')) };
}

/** Half-up to sen on the digits themselves, so that `2400350.4699999997` of a computed cell is 2400350.47. */
function fromNumericCell(text: string): MoneyReading {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) return failed(text.trim() === '' ? 'empty' : 'not-a-number');
  const [, sign = '', whole = '', decimals = ''] = match;
  if (whole.length > MAX_DIGITS) return failed('too-large');
  const cents = Number(decimals.slice(0, 2).padEnd(2, '0'));
  const up = Number(decimals.charAt(2) || '0') >= 5 ? 1 : 0;
  const value = Number(whole) * 100 + cents + up;
  return { ok: true, sen: sen(sign === '-' ? -value : value) };
}

function isGrouped(text: string, mark: string): boolean {
  const [first = '', ...groups] = text.split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}

function ambiguous(whole: string, rest: string, negative: boolean): MoneyReading {
  const joined = amount(whole + rest, '', negative);
  const split = amount(whole, rest.slice(0, 2), negative);
  return failed('ambiguous', joined.ok && split.ok ? [split.sen, joined.sen] : undefined);
}

/** One separator, once: grouping or decimals, by its mark, the digits around it and the column's decision. */
function singleMark(
  body: string,
  mark: DecimalMark,
  decimal: DecimalMark | undefined,
  negative: boolean,
): MoneyReading {
  const at = body.indexOf(mark);
  const whole = body.slice(0, at);
  const rest = body.slice(at + 1);
  if (rest === '') return amount(whole, '', negative);
  const groups = isGrouped(body, mark);
  if (decimal === mark) return amount(whole, rest, negative);
  if (decimal !== undefined) {
    return groups ? amount(whole + rest, '', negative) : failed('bad-groups');
  }
  if (groups) {
    return mark === '.' ? amount(whole + rest, '', negative) : ambiguous(whole, rest, negative);
  }
  if (rest.length > 2) return failed(rest.length === 3 ? 'too-many-decimals' : 'bad-groups');
  // `1.5` and `16.8` may be a shorthand for millions or a broken group; `2400350.47` cannot.
  if (mark === '.' && whole.length <= 3) return ambiguous(whole, rest, negative);
  return amount(whole, rest, negative);
}

/**
 * Reads a money cell as Indonesian offices write it: `Rp 16.800,-`, `16.800,00`, `2.400.350,47`, `Rp2.400.350`. A dot
 * before three digits groups, as id-ID does; a comma before three digits is `ambiguous` unless the column has decided.
 * A cell with both marks says itself which one is decimal. The result is exact sen; nothing is guessed.
 */
export function parseMoney(text: string, options: MoneyTextOptions = {}): MoneyReading {
  if (options.numericCell === true) return fromNumericCell(text);
  const { body, negative } = strip(text);
  if (body === '')
    return failed(text.trim() === '' || /^[\s\-–—]*$/.test(text) ? 'empty' : 'not-a-number');
  if (/^\d+$/.test(body)) return amount(body, '', negative);
  if (!/^\d[\d.,]*$/.test(body)) return failed('not-a-number');
  const dots = body.split('.').length - 1;
  const commas = body.split(',').length - 1;
  if (dots + commas === 1) {
    return singleMark(body, dots === 1 ? '.' : ',', options.decimal, negative);
  }
  if (dots > 0 && commas > 0) {
    const decimal = body.lastIndexOf(',') > body.lastIndexOf('.') ? ',' : '.';
    const at = body.lastIndexOf(decimal);
    const whole = body.slice(0, at);
    const grouping = decimal === ',' ? '.' : ',';
    if (!isGrouped(whole, grouping)) return failed('bad-groups');
    if (options.decimal !== undefined && options.decimal !== decimal) return failed('ambiguous');
    return amount(whole.replaceAll(grouping, ''), body.slice(at + 1), negative);
  }
  const mark = dots > 0 ? '.' : ',';
  return isGrouped(body, mark)
    ? amount(body.replaceAll(mark, ''), '', negative)
    : failed('bad-groups');
}

/** The decimal mark a money column uses, and how many cells say so. */
export interface DecimalMarkDecision {
  /** Null when no cell decides, or cells contradict one another. */
  readonly decimal: DecimalMark | null;
  readonly commaDecimal: number;
  readonly dotDecimal: number;
}

/**
 * Decides a money column's decimal mark once from all its cells. A cell decides when it carries both marks, one mark
 * several times (that mark groups), or one mark before one or two final digits.
 */
export function decideDecimalMark(cells: Iterable<string>): DecimalMarkDecision {
  let commaDecimal = 0;
  let dotDecimal = 0;
  for (const cell of cells) {
    const { body } = strip(cell);
    if (!/^\d[\d.,]*\d$/.test(body)) continue;
    const dots = body.split('.').length - 1;
    const commas = body.split(',').length - 1;
    if (dots > 0 && commas > 0) {
      if (body.lastIndexOf(',') > body.lastIndexOf('.')) commaDecimal += 1;
      else dotDecimal += 1;
    } else if (dots > 1 || /\d,\d{1,2}$/.test(body)) commaDecimal += 1;
    else if (commas > 1 || /\d{4,}\.\d{1,2}$/.test(body)) dotDecimal += 1;
  }
  const decimal =
    commaDecimal > 0 && dotDecimal === 0 ? ',' : dotDecimal > 0 && commaDecimal === 0 ? '.' : null;
  return { decimal, commaDecimal, dotDecimal };
}
