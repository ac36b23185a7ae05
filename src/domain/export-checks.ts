/** What speaks against using an export as it is: said before a run, and beside its figures. */

/** An export as a whole; counts are rows. `period` is `YYYY-MM`. */
export interface CheckedExport {
  readonly fileName: string;
  readonly kind: string;
  readonly period: string | null;
  readonly rows: number;
  readonly withNik: number;
  /** Rows with a NIK or a KPJ. */
  readonly numbered: number;
  /** NIKs first given out in the regency. */
  readonly home: number;
  /** Different names. */
  readonly names: number;
  readonly superseded: boolean;
}

export const exportWarningCodes = [
  'export.old',
  'export.later',
  'export.superseded',
  'export.no-numbers',
  'export.other-regency',
  'export.one-name',
] as const;

export interface ExportWarning {
  readonly code: (typeof exportWarningCodes)[number];
  readonly params: Readonly<Record<string, string | number>>;
}

/** Fewer rows say nothing about where a file is from. */
const fewest = 20;

/**
 * Warnings for a run on the day `asOf`. A list of a month is paid by the 15th of the next (PU), so last month's is the
 * newest there can be: two months back is old. People move, so some foreign NIKs are usual; nine in ten are not.
 */
export function checkExport(one: CheckedExport, asOf: string): ExportWarning[] {
  const { fileName: file, period, rows, withNik, numbered, home, names } = one;
  const found: ExportWarning[] = [];
  const add = (code: ExportWarning['code'], params: ExportWarning['params'] = {}) =>
    found.push({ code, params: { file, ...params } });
  if (period !== null) {
    const months = monthsBetween(period, asOf.slice(0, 7));
    if (one.superseded) add('export.superseded', { period });
    else if (months > 2) add('export.old', { period, months });
    if (months < 0) add('export.later', { period });
  }
  if (rows >= 1 && numbered === 0) add('export.no-numbers', { rows });
  if (withNik >= fewest && home * 10 <= withNik) {
    add('export.other-regency', { percent: Math.trunc((100 * (withNik - home)) / withNik) });
  }
  if (rows >= fewest && names === 1) add('export.one-name', { rows });
  return found;
}

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));
