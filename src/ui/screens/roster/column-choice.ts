/** Which columns a roster's grid shows and in what order; kept on this PC, for each roster its own. */
import { type RosterColumnKey, rosterColumnKeys } from '../../../contract/roster-routes.ts';
import type { Roster } from '../../../domain/segments.ts';

export type { RosterColumnKey };

const usual: Readonly<Record<Roster, readonly RosterColumnKey[]>> = {
  'non-asn': [
    'name',
    'nik',
    'unit',
    'position',
    'jobKind',
    'decree',
    'startDate',
    'wage',
    'status',
    'enrolment',
  ],
  desa: ['name', 'nik', 'parentUnit', 'unit', 'position', 'wage', 'status', 'enrolment'],
  rentan: [
    'name',
    'nik',
    'parentUnit',
    'unit',
    'position',
    'desil',
    'dtsenId',
    'fund',
    'status',
    'enrolment',
  ],
};

/** The columns of a roster until somebody chooses others. */
export function usualColumns(roster: Roster): readonly RosterColumnKey[] {
  return usual[roster];
}

/** Reads a kept choice; `null` when there is none that can be used. The name is always among them. */
export function readColumnChoice(text: string | null): readonly RosterColumnKey[] | null {
  if (text === null) return null;
  const words = text.split(',');
  const keys = words.flatMap((word) => rosterColumnKeys.find((key) => key === word) ?? []);
  const unique = [...new Set(keys)];
  if (unique.length === 0) return null;
  return unique.includes('name') ? unique : ['name', ...unique];
}

/** Shows a column at the end, or takes it away; the name stays. */
export function toggleColumn(
  keys: readonly RosterColumnKey[],
  key: RosterColumnKey,
): readonly RosterColumnKey[] {
  if (key === 'name') return keys;
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

/** Moves a column one place to the left (−1) or right (1); at the edge it stays. */
export function moveColumn(
  keys: readonly RosterColumnKey[],
  key: RosterColumnKey,
  by: -1 | 1,
): readonly RosterColumnKey[] {
  const at = keys.indexOf(key);
  const other = keys[at + by];
  if (at < 0 || other === undefined) return keys;
  return keys.map((one, place) => (place === at ? other : place === at + by ? key : one));
}
