/** Cells as printed text; one place, so that PDF renderers agree to the last dot. */
import type { CivilDate } from '../domain/brand.ts';
import { cleanText } from './clean-text.ts';
import type { Align, CellValue, Column } from './document.ts';
import { formatHundredths, formatInteger, formatLongDate } from './words.ts';

/** The printed form of a value in a column; percentages come as hundredths of a percent. */
export function formatCell(column: Column, value: CellValue): string {
  if (column.kind === 'percent') return formatHundredths(typeof value === 'number' ? value : null);
  if (value === null) return column.kind === 'rupiah' ? '–' : '';
  if (column.kind === 'date') return formatLongDate(String(value) as CivilDate);
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
