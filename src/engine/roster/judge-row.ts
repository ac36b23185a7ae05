/** A row of the grid as typed: what would be saved of it, and what stands against that. */

import { fieldsOfRoster } from '../../contract/roster-columns.ts';
import type { EntryFieldName, EntryFields } from '../../contract/roster-edit-routes.ts';
import type { CellFinding, RowConflict, StagedRowIn } from '../../contract/roster-grid-routes.ts';
import { requireCivilDate } from '../../domain/civil-date.ts';
import { checkEntry } from '../../domain/entry-checks.ts';
import { fixOf } from '../../domain/entry-fixes.ts';
import type { Roster } from '../../domain/segments.ts';
import { type EntryParts, readEntryParts } from '../../store/entry-detail.ts';
import { isListedFund } from '../../store/own-funds.ts';
import { readProfile } from '../../store/profile.ts';
import { entriesWithNik } from '../../store/roster/same-nik.ts';
import type { ReadStore } from '../../store/store.ts';
import { groupOf } from '../import/position-group.ts';
import { changedFields, givenFields, isUnitOf, storedFields } from './entry-form.ts';

export interface JudgedRow {
  readonly entryId: number;
  /** Null when it is gone. */
  readonly parts: EntryParts | null;
  readonly conflict: RowConflict | null;
  readonly fields: EntryFields | null;
  /** Fields that would become different. */
  readonly names: readonly EntryFieldName[];
  readonly findings: readonly CellFinding[];
}

/** Makes the judge of a roster's rows. */
export function rowJudge(store: ReadStore, roster: Roster, now: Date) {
  const asOf = requireCivilDate(now.toISOString().slice(0, 10), 'now');
  const regency = readProfile(store).code.replace('.', '');
  const known: ReadonlySet<string> = new Set(fieldsOfRoster(roster));

  return ({ entryId, version, changes }: StagedRowIn): JudgedRow => {
    const parts = readEntryParts(store, entryId);
    if (parts === undefined || parts.entry.roster !== roster) {
      return { entryId, parts: null, conflict: 'gone', fields: null, names: [], findings: [] };
    }
    const conflict = parts.entry.version === version ? null : 'changed-meanwhile';
    const stored = storedFields(parts);
    const given = givenFields(changes);
    const fields = { ...stored, ...given };
    const names = changedFields(stored, given);
    const { segment } = groupOf(roster, fields.position ?? '');
    const findings: CellFinding[] = checkEntry(fields, { asOf, regency, segment }).map((one) => ({
      ...one,
      params: { ...one.params },
      fix: fixOf(one, fields, asOf),
    }));
    const refuse = (field: string, code: string, params: CellFinding['params'] = {}) =>
      findings.push({ field, code, severity: 'error', params, fix: null });
    for (const name of names) if (!known.has(name)) refuse(name, 'field.unknown');
    if (names.includes('unitId') && !isUnitOf(store, roster, fields.unitId)) {
      refuse('unitId', 'unit.foreign');
    }
    const { fundSource } = fields;
    if (names.includes('fundSource') && !isListedFund(store, fundSource)) {
      refuse('fundSource', 'fund.unknown', { text: fundSource ?? '' });
    }
    if (names.includes('nik') && fields.nik !== null) {
      const [other] = entriesWithNik(store, fields.nik, parts.person.id);
      if (other !== undefined) {
        const params = { name: other.name, rosters: other.roster };
        findings.push({ field: 'nik', code: 'nik.used', severity: 'warning', params, fix: null });
      }
    }
    return { entryId, parts, conflict, fields, names, findings };
  };
}

/** Fields that keep the row from being saved. */
export function blockedFields({ names, findings }: JudgedRow): string[] {
  const bad = findings.filter(
    ({ severity, field }) => severity === 'error' && names.some((name) => name === field),
  );
  return [...new Set(bad.map(({ field }) => field))];
}
