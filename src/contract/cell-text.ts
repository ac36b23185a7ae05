/** What a cell of a plan says, and which of its values and findings belong to a column. */
import type { FixableField } from './import-edit-routes.ts';
import type { RowIssue } from './staged-row.ts';

/** Columns whose findings are about the same cell. */
const sameCell: Partial<Record<FixableField, readonly string[]>> = {
  birthDate: ['birthDate', 'placeAndDate'],
  unit: ['unit', 'desa', 'kecamatan'],
};

export function issueFieldsOf(field: FixableField): readonly string[] {
  return sameCell[field] ?? [field];
}

/** The key of a column's value in a plan's row. */
export function valueKey(field: FixableField): string {
  return field === 'wage' ? 'wageSen' : field;
}

type Said = Readonly<Record<string, string | number | null>>;

/** What a cell shows: what was read, else the text of it that could not be. */
export function shownText(said: Said, issues: readonly RowIssue[], field: FixableField): string {
  const value = said[valueKey(field)] ?? said[`${field}Raw`] ?? null;
  if (value !== null) return String(value);
  const fields = issueFieldsOf(field);
  const unread = issues.find(
    (one) => fields.includes(one.field) && one.params?.['text'] !== undefined,
  );
  return String(unread?.params?.['text'] ?? '');
}
