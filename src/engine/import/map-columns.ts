/** Which column feeds which field: by the user's word, by header text, by what the cells hold. */

import type { MappedColumn } from '../../contract/import-routes.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { guessByContent } from './content-guess.ts';
import { type Field, fieldsOf, ignoredFields, isRosterKind } from './fields.ts';
import { type ColumnHead, headText } from './find-header.ts';
import { headerKey } from './header-text.ts';
import { exactField, knownField } from './synonyms.ts';

export interface MappedSheet {
  readonly columns: readonly MappedColumn[];
  /** Column index of each field that has one. */
  readonly at: ReadonlyMap<Field, number>;
  /** Column of the family card's number, never stored; -1 without one. */
  readonly kkAt: number;
}

export type UserMapping = Readonly<Record<string, string | null>>;

const sampleCount = 3;
const ignored: ReadonlySet<string> = new Set(ignoredFields);

/**
 * Maps a sheet's columns for a kind of file. `rows` are the cells of its first data rows, for samples and for
 * columns whose header says nothing. A field is fed by one column: the first that names it.
 */
export function mapColumns(
  kind: ImportKind,
  heads: readonly ColumnHead[],
  rows: readonly (readonly string[])[],
  mapping: UserMapping = {},
  remembered: UserMapping = {},
): MappedSheet {
  const allowed = new Set<Field>(fieldsOf(kind));
  const wanted = new Map([
    ...askedBy('remembered', remembered),
    // What is said now goes before what was said of an earlier file.
    ...askedBy('user', mapping),
  ]);
  const at = new Map<Field, number>();
  const understood = heads.map((head) => {
    const asked = wanted.get(headerKey(headText(head))) ?? wanted.get(headerKey(head.label));
    if (asked !== undefined) {
      const { field, by } = asked;
      return { head, field: isFieldOf(allowed, field) ? field : null, by };
    }
    const known = fieldOfHead(head);
    return known === null
      ? { head, field: null, by: 'none' as const }
      : { head, field: forKind(kind, known), by: 'header' as const };
  });
  const taken: { head: ColumnHead; field: Field | null; by: MappedColumn['by'] }[] = [];
  const byOwnLabel = understood.filter(
    ({ head, by }) => by === 'header' && head.parent !== '' && exactField(head.label) !== null,
  );
  for (const said of ['user', 'remembered'] as const) {
    for (const { head, field, by } of understood) {
      if (by === said && field !== null && !at.has(field)) at.set(field, head.index);
    }
  }
  // Under one parent a column's own label goes before what the parent lends the others.
  for (const { head, field } of byOwnLabel) {
    const lent = understood.some(
      (one) => one.head !== head && one.head.parent === head.parent && one.field === field,
    );
    if (lent && field !== null && allowed.has(field) && !at.has(field)) at.set(field, head.index);
  }
  for (const { head, field, by } of understood) {
    const free = field !== null && allowed.has(field) && !at.has(field);
    if (by === 'header' && free) at.set(field, head.index);
    const holds = field !== null && at.get(field) === head.index;
    taken.push({ head, field: holds ? field : null, by });
  }
  const columns = taken.map(({ head, field, by }) => {
    const samples = samplesOf(rows, head.index);
    const guessed = by === 'none' ? guessByContent(rows, head.index, allowed, at) : null;
    if (guessed !== null) at.set(guessed, head.index);
    return {
      index: head.index,
      header: headText(head),
      field: guessed ?? field,
      by: guessed === null ? by : ('content' as const),
      samples,
    };
  });
  const kk = columns.find(
    ({ field, by }, index) => field === null && by === 'header' && isKk(heads[index]),
  );
  return { columns, at, kkAt: kk?.index ?? -1 };
}

function isKk(head: ColumnHead | undefined): boolean {
  return head !== undefined && fieldOfHead(head) === 'kk';
}

type Asked = { readonly field: string | null; readonly by: 'user' | 'remembered' };

function askedBy(by: Asked['by'], mapping: UserMapping): [string, Asked][] {
  return Object.entries(mapping).map(([text, field]) => [headerKey(text), { field, by }]);
}

function isFieldOf(allowed: ReadonlySet<Field>, text: string | null): text is Field {
  return text !== null && (allowed as ReadonlySet<string>).has(text);
}

/** `Status (L/K)` of Formulir 2a: L is lajang there. The brackets, which other heads can do without, are the point. */
const maritalHead = /^status\s*\(?\s*(?:[LTB]K?\s*\/\s*[KM]|[KMY]\s*\/\s*[LTB]K?)\s*\)?$/i;

/**
 * The whole head as a known text first, then the label on its own, then what the whole begins with, then the
 * parent. A label under a contribution means nothing without its parent.
 */
function fieldOfHead(head: ColumnHead): ReturnType<typeof knownField> {
  if (maritalHead.test(head.label)) return 'marital';
  if (head.parent === '') return knownField(head.label);
  const joined = `${head.parent} ${head.label}`;
  const parent = knownField(head.parent);
  if (/lahir|\bTTL\b/i.test(head.parent)) {
    if (/^(?:tempat|tmpt?|tpt|kota)\b/i.test(head.label)) return 'birthPlace';
    if (/^(?:tanggal|tgl|tgl\/bln\/thn)\b/i.test(head.label)) return 'birthDate';
  }
  const isPremium = parent === 'jht' || parent === 'jp';
  if (isPremium && /pekerja|tk|tenaga/i.test(head.label) && !/pemberi/i.test(head.label)) {
    return parent === 'jht' ? 'jhtWorker' : 'jpWorker';
  }
  const own = isPremium ? null : exactField(head.label);
  const whole = exactField(joined) ?? own ?? knownField(joined);
  return whole ?? (isPremium ? parent : (knownField(head.label) ?? parent));
}

function forKind(
  kind: ImportKind,
  field: NonNullable<ReturnType<typeof knownField>>,
): Field | null {
  if (ignored.has(field)) return null;
  if (!isRosterKind(kind) && field === 'endDate') return 'endedOn';
  if (!isRosterKind(kind) && field === 'position') return 'jobKind';
  if (isRosterKind(kind) && field === 'employer') return 'unit';
  // The set of ignored fields was taken out above; what is left is a field.
  return field as Field;
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const samples: string[] = [];
  for (const cells of rows) {
    const text = cells[index] ?? '';
    if (text !== '' && !samples.includes(text)) samples.push(text.slice(0, 60));
    if (samples.length === sampleCount) break;
  }
  return samples;
}
