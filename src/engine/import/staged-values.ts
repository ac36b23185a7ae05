/** How a row's values stand in the plan: JSON without its nulls, read back with them. */
import type { RowIssue } from '../../contract/import-routes.ts';
import { personKey } from '../../store/unit-key.ts';
import type { RosterValues } from './roster-row.ts';

const emptyRoster: RosterValues = {
  name: '',
  nameKey: '',
  nik: null,
  nikRaw: null,
  kpj: null,
  birthDate: null,
  birthPlace: null,
  sex: null,
  marital: null,
  address: null,
  phone: null,
  deceased: 0,
  unit: null,
  unitId: null,
  newUnit: null,
  segment: 'pu',
  employerGroup: 'non-asn',
  position: null,
  jobKind: null,
  wageSen: null,
  fundSource: null,
  status: 'diusulkan',
  startDate: null,
  endDate: null,
  decree: null,
  nip: null,
  desil: null,
  dtsenId: null,
  note: null,
};

const plain = /^[ !#-[\]-~]*$/;

/** Keys under which names are looked up are made again from the name; no and none take no room. */
function isKept(key: string, value: unknown): value is string | number {
  return (
    value !== null &&
    value !== undefined &&
    key !== 'nameKey' &&
    !(key === 'deceased' && value === 0)
  );
}

/**
 * Writes values as JSON without what the file does not say. Written out by hand: it is done once for each of a
 * million rows, and most texts need no escape.
 */
export function valuesJson(values: object, changed: readonly string[] = []): string {
  let json = '';
  // Keys and then their values: pairs would be a new array for each of twenty fields of a row.
  const said = values as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(said)) {
    const value = said[key];
    if (!isKept(key, value)) continue;
    const text = typeof value === 'string' ? textJson(value) : JSON.stringify(value);
    json += `${json === '' ? '' : ','}"${key}":${text}`;
  }
  if (changed.length > 0) json += `,"changed":"${changed.join(',')}"`;
  return `{${json}}`;
}

/** Half of a surrogate pair is no text: written out as an escape, the store would make three odd bytes of it. */
function textJson(value: string): string {
  return plain.test(value) ? `"${value}"` : JSON.stringify(value.toWellFormed());
}

/** Reads a roster row's values back; the text was written by `valuesJson`. */
export function rosterValuesOf(json: string): RosterValues {
  const stored = JSON.parse(json) as Partial<RosterValues> & { changed?: string };
  const { changed: _, ...said } = stored;
  const values = { ...emptyRoster, ...said };
  return { ...values, nameKey: personKey(values.name) };
}

export function issuesJson(issues: readonly RowIssue[]): string | null {
  return issues.length === 0 ? null : JSON.stringify(issues);
}

export function issuesOf(json: string | null): RowIssue[] {
  return json === null ? [] : (JSON.parse(json) as RowIssue[]);
}
