/** Cells as printed text; one place, so that PDF renderers agree to the last dot. */
import type { CivilDate } from '../domain/brand.ts';
import { formatDate } from '../domain/civil-date.ts';
import { formatBasisPoints, formatInteger } from '../domain/format-id.ts';
import { cleanText } from './clean-text.ts';
import type { Align, CellValue, Column } from './document.ts';

/** The printed form of a value in a column; percentages come in basis points. */
export function formatCell(column: Column, value: CellValue): string {
  if (column.kind === 'percent') return formatShare(typeof value === 'number' ? value : null);
  if (value === null) return column.kind === 'rupiah' ? '–' : '';
  if (column.kind === 'date')
    return formatDate(String(value) as CivilDate) /* a date column holds ISO dates */;
  if (typeof value === 'number') return formatInteger(value);
  return cleanText(value);
}

const kindAlign: Readonly<Record<Column['kind'], Align>> = {
  text: 'left',
  integer: 'right',
  rupiah: 'right',
  percent: 'right',
  date: 'left',
};

/** A column's alignment: its own, or its kind's. */
export function alignOf(column: Column): Align {
  return column.align ?? kindAlign[column.kind];
}

/** Basis points without the sign, for a column headed "(%)"; nothing to divide by prints a dash. */
export function formatShare(basisPoints: number | null): string {
  return basisPoints === null ? '–' : formatBasisPoints(basisPoints).replace('%', '');
}
