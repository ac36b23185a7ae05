/** How a row's values stand in the plan: JSON without its nulls, read back with them. */
import type { RowIssue } from '../../contract/import-routes.ts';
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
  desil: null,
  note: null,
};

/** Writes values; what the file does not say takes no room. */
export function valuesJson(values: object, changed: readonly string[] = []): string {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) if (value !== null) kept[key] = value;
  if (changed.length > 0) kept['changed'] = changed.join(',');
  return JSON.stringify(kept);
}

/** Reads a roster row's values back; the text was written by `valuesJson`. */
export function rosterValuesOf(json: string): RosterValues {
  return { ...emptyRoster, ...(JSON.parse(json) as Partial<RosterValues>) };
}

export function issuesJson(issues: readonly RowIssue[]): string | null {
  return issues.length === 0 ? null : JSON.stringify(issues);
}

export function issuesOf(json: string | null): RowIssue[] {
  return json === null ? [] : (JSON.parse(json) as RowIssue[]);
}
