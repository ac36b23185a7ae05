/** What is typed or pasted into a cell, read as the value that is kept; and the other way round. */
import type { EditableColumn } from '../../../../contract/roster-columns.ts';
import type { RosterRow } from '../../../../contract/roster-routes.ts';
import type { FundSource } from '../../../../domain/segments.ts';
import { formatCount, formatDate } from '../../../words/format.ts';
import { fundLabelOf, labelOf, maritalLabels, sexLabels } from '../../../words/labels.ts';
import { readTypedDate } from '../../../words/read-date.ts';

/** A cell's value as the engine keeps it. */
export type CellValue = string | number | null;

/** Units and fund sources by the words they are chosen with. */
export interface UnitNames {
  readonly labelOf: (id: number) => string | undefined;
  /** The unit a text means; `undefined` for none or for several. */
  readonly find: (text: string) => number | undefined;
  /** The fund source a text means, of those on the list. */
  readonly findFund: (text: string) => FundSource | undefined;
}

/** Reads a cell's text; `undefined` when it cannot be read. Empty text is "not known". */
export function readCell(
  column: EditableColumn,
  typed: string,
  units: UnitNames,
): CellValue | undefined {
  const text = typed.trim();
  if (text === '') return column.emptiable ? null : undefined;
  switch (column.editor) {
    case 'text':
    case 'number':
      return text.length > (column.most ?? 200) ? undefined : text;
    case 'date':
      return readDate(text) ?? undefined;
    case 'money':
      return readRupiah(text) ?? undefined;
    case 'unit':
      return units.find(text);
    case 'choice':
      return column.field === 'fundSource' ? units.findFund(text) : readChoice(column, text);
  }
}

/** A cell's text, as it is typed, copied and shown. */
export function cellText(column: EditableColumn, value: CellValue, units: UnitNames): string {
  if (value === null) return '';
  switch (column.editor) {
    case 'date':
      return formatDate(String(value));
    case 'money':
      return formatCount(Number(value));
    case 'unit':
      return units.labelOf(Number(value)) ?? '';
    case 'choice':
      return choiceLabel(column, String(value));
    default:
      return String(value);
  }
}

/** The stored value of an editable cell; of a NIK only its masked form is known. */
export function storedValue(column: EditableColumn, row: RosterRow): CellValue {
  return column.field === 'nik' ? row.nikMasked : row[column.field];
}

/** What a code of a choice is called. */
export function choiceLabel(column: EditableColumn, code: string): string {
  if (column.field === 'sex') return labelOf(sexLabels, code);
  if (column.field === 'marital') return labelOf(maritalLabels, code);
  return column.field === 'fundSource' ? fundLabelOf(code) : code;
}

/** Where the first of the names stands that the letters begin; −1 for none. */
export function choiceBegun(labels: readonly string[], letters: string): number {
  const wanted = letters.toLowerCase();
  return wanted === '' ? -1 : labels.findIndex((label) => label.toLowerCase().startsWith(wanted));
}

/** `2026-11-22` and whatever a person types: `22-11-2026`, `22 Nov 2026`. */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  return readTypedDate(iso === null ? text : `${iso[3]}-${iso[2]}-${iso[1]}`);
}

/** `2.500.000`, `2500000` or `Rp 2.500.000` as whole rupiah. */
export function readRupiah(text: string): number | null {
  const bare = text.replace(/^\s*Rp\.?\s*/i, '').trim();
  if (!/^(?:\d{1,10}|\d{1,3}(?:[. ]\d{3})+)$/.test(bare)) return null;
  const value = Number(bare.replace(/[. ]/g, ''));
  return value <= mostRupiah ? value : null;
}

/** What the engine takes as a wage at most. */
const mostRupiah = 10_000_000_000;

function readChoice(column: EditableColumn, text: string): CellValue | undefined {
  const wanted = text.toLowerCase();
  const code = (column.choices ?? []).find(
    (one) => one.toLowerCase() === wanted || choiceLabel(column, one).toLowerCase() === wanted,
  );
  return code === undefined || column.field !== 'desil' ? code : Number(code);
}
