/** What could settle a finding on a cell. Identifiers are never completed or guessed: there is no fix for those. */

import type { CivilDate } from './brand.ts';
import { type CheckedFields, type EntryFinding, leastWage, mostWage } from './entry-checks.ts';
import { birthDateOfNik, parseNik, sexOfNik } from './nik.ts';

/** A value for a field of the entry. */
export interface EntryFix {
  readonly field: 'birthDate' | 'sex' | 'wage';
  readonly value: string | number;
}

/** The value that would make the finding go away, from what else the entry says; `null` when nothing is sure enough. */
export function fixOf(
  { code }: EntryFinding,
  fields: CheckedFields,
  asOf: CivilDate,
): EntryFix | null {
  const nik = fields.nik === null ? null : parseNik(fields.nik);
  if (code === 'nik.birth-date-differs' && nik !== null) {
    const value = birthDateOfNik(nik, asOf);
    return value === null ? null : { field: 'birthDate', value };
  }
  if (code === 'nik.sex-differs' && nik !== null) return { field: 'sex', value: sexOfNik(nik) };
  const { wage } = fields;
  if (code !== 'wage.implausible' || wage === null || wage >= leastWage) return null;
  // Typed in thousands: "2.500" for two and a half million.
  const value = wage * 1_000;
  return value >= leastWage && value <= mostWage ? { field: 'wage', value } : null;
}
