/** What a column holds, told by its cells, for headers that say nothing. */
import type { Field } from './fields.ts';
import { cleanCell } from './header-text.ts';

const shapes: readonly (readonly [field: Field, pattern: RegExp, share: number])[] = [
  ['nik', /^'?\d{16}'?$/, 0.7],
  ['kpj', /^'?\d{11}'?$/, 0.7],
  ['sex', /^(?:L|P|LK|PR|LAKI-LAKI|PEREMPUAN)$/i, 0.9],
  [
    'marital',
    /^(?:(?:BELUM|SUDAH|TIDAK) (?:KAWIN|NIKAH|MENIKAH)|KAWIN|MENIKAH|CERAI(?: HIDUP| MATI)?)$/i,
    0.9,
  ],
  [
    'birthDate',
    /^\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ](?:\d{2}|\d{4})$|^(?:19|20)\d{2}-\d{2}-\d{2}$/,
    0.8,
  ],
  ['wage', /^(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:,(?:-|\d{2}))?$/i, 0.8],
];

const fewest = 3;

/** The field whose shape most of the column's cells have, when that field has no column yet. */
export function guessByContent(
  rows: readonly (readonly string[])[],
  index: number,
  allowed: ReadonlySet<Field>,
  taken: ReadonlyMap<Field, number>,
): Field | null {
  const filled = rows.map((cells) => cleanCell(cells[index] ?? '')).filter((text) => text !== '');
  if (filled.length < fewest) return null;
  for (const [field, pattern, share] of shapes) {
    if (!allowed.has(field) || taken.has(field)) continue;
    const fitting = filled.filter((text) => pattern.test(text)).length;
    if (fitting / filled.length >= share) return field;
  }
  return null;
}
