/** An entry as typed: put together with what is stored, checked, and turned into columns. */
import type { EntryFieldName, EntryFields } from '../../contract/roster-edit-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { requireCivilDate } from '../../domain/civil-date.ts';
import { checkEntry, type EntryFinding } from '../../domain/entry-checks.ts';
import { parseKpj } from '../../domain/membership-numbers.ts';
import { parseNik } from '../../domain/nik.ts';
import { bareNumber } from '../../domain/nip.ts';
import type { Roster, Segment } from '../../domain/segments.ts';
import type { EntryParts } from '../../store/entry-detail.ts';
import { readProfile } from '../../store/profile.ts';
import type { EntryChanges, PersonChanges } from '../../store/roster/edit-entry.ts';
import type { ReadStore } from '../../store/store.ts';
import { readUnit } from '../../store/units.ts';
import { groupOf } from '../import/position-group.ts';

/** What the store holds of an entry, in the form's fields. */
export function storedFields({ entry, person }: EntryParts): EntryFields {
  return {
    name: person.name,
    nik: person.nik,
    kpj: entry.kpj,
    birthDate: person.birth_date,
    sex: person.sex,
    marital: person.marital,
    unitId: entry.unit_id,
    position: entry.position ?? entry.job_kind,
    jobKind: entry.roster === 'non-asn' ? entry.job_kind : null,
    nip: entry.nip,
    decree: entry.decree,
    startDate: entry.start_date,
    wage: entry.wage_sen === null ? null : Math.trunc(entry.wage_sen / 100),
    fundSource: entry.fund_source,
    desil: entry.desil,
    dtsenId: entry.dtsen_id,
    phone: person.phone,
    note: entry.note,
  };
}

/** Whether what is called the position is kept as one, or as the kind of work; a non-ASN has both. */
export function workIsPosition({ position, job_kind, roster }: EntryParts['entry']): boolean {
  if (position !== null || roster === 'non-asn') return true;
  return job_kind === null && roster !== 'rentan';
}

/** Findings over the fields as they would be saved. */
export function findingsOf(
  store: ReadStore,
  fields: EntryFields,
  segment: Segment,
  now: Date,
): EntryFinding[] {
  return checkEntry(fields, {
    asOf: requireCivilDate(now.toISOString().slice(0, 10), 'now'),
    regency: readProfile(store).code.replace('.', ''),
    segment,
  });
}

/** Throws `input.invalid` naming the fields that keep the entry from being saved. */
export function refuseErrors(
  findings: readonly EntryFinding[],
  among: readonly string[] | null,
): void {
  const bad = findings.filter(
    ({ severity, field }) => severity === 'error' && (among === null || among.includes(field)),
  );
  if (bad.length === 0) return;
  throw new AppError('input.invalid', {
    params: { invalid: [...new Set(bad.map(({ field }) => field))] },
  });
}

/** Throws `input.invalid` for a unit that is none, or none of that roster. */
export function refuseForeignUnit(store: ReadStore, roster: Roster, unitId: number | null): void {
  if (isUnitOf(store, roster, unitId)) return;
  throw new AppError('input.invalid', { params: { invalid: ['unitId'] } });
}

/** True for no unit and for one that the roster may point at. */
export function isUnitOf(store: ReadStore, roster: Roster, unitId: number | null): boolean {
  if (unitId === null) return true;
  const unit = readUnit(store, unitId);
  return unit !== undefined && (unit.kind === 'opd') === (roster === 'non-asn');
}

/** The names of fields whose value is not the stored one. */
export function changedFields(
  stored: EntryFields,
  changes: Partial<EntryFields>,
): EntryFieldName[] {
  const names = Object.keys(stored) as EntryFieldName[];
  return names.filter((name) => changes[name] !== undefined && changes[name] !== stored[name]);
}

/** Some of the fields, as a request brings them. */
export type TypedFields = { readonly [Name in EntryFieldName]?: EntryFields[Name] | undefined };

/** What was given, identifiers without the spaces and dots they were typed with. */
export function givenFields(typed: TypedFields): Partial<EntryFields> {
  const { nik, kpj, nip } = typed;
  return Object.fromEntries(
    Object.entries({
      ...typed,
      nik: typeof nik === 'string' ? (parseNik(nik) ?? nik) : nik,
      kpj: typeof kpj === 'string' ? (parseKpj(kpj) ?? kpj) : kpj,
      nip: typeof nip === 'string' ? bareNumber(nip) : nip,
    }).filter(([, value]) => value !== undefined),
  );
}

export interface EntryColumns {
  readonly person: PersonChanges;
  readonly entry: EntryChanges;
}

/** The columns that the named fields are kept in. */
export function columnsOfFields(
  fields: EntryFields,
  names: readonly EntryFieldName[],
  { roster, workIsPosition }: { readonly roster: Roster; readonly workIsPosition: boolean },
): EntryColumns {
  const has = (name: EntryFieldName) => names.includes(name);
  const group = groupOf(roster, fields.position ?? '');
  return {
    person: personColumns(fields, names),
    entry: {
      ...(has('kpj') ? { kpj: fields.kpj } : {}),
      ...(has('unitId') ? { unit_id: fields.unitId } : {}),
      ...(has('position') ? { [workIsPosition ? 'position' : 'job_kind']: fields.position } : {}),
      ...(has('position') && roster === 'desa'
        ? { segment: group.segment, employer_group: group.group }
        : {}),
      ...(has('jobKind') && roster === 'non-asn' ? { job_kind: fields.jobKind } : {}),
      ...(has('nip') ? { nip: fields.nip } : {}),
      ...(has('decree') ? { decree: fields.decree } : {}),
      ...(has('startDate') ? { start_date: fields.startDate } : {}),
      ...(has('desil') ? { desil: fields.desil } : {}),
      ...(has('dtsenId') ? { dtsen_id: fields.dtsenId } : {}),
      ...(has('wage') ? { wage_sen: fields.wage === null ? null : fields.wage * 100 } : {}),
      ...(has('fundSource') ? { fund_source: fields.fundSource } : {}),
      ...(has('note') ? { note: fields.note } : {}),
    },
  };
}

function personColumns(fields: EntryFields, names: readonly EntryFieldName[]): PersonChanges {
  const has = (name: EntryFieldName) => names.includes(name);
  return {
    ...(has('name') ? { name: fields.name } : {}),
    ...(has('nik') ? { nik: fields.nik } : {}),
    ...(has('birthDate') ? { birth_date: fields.birthDate } : {}),
    ...(has('sex') ? { sex: fields.sex } : {}),
    ...(has('marital') ? { marital: fields.marital } : {}),
    ...(has('phone') ? { phone: fields.phone } : {}),
  };
}
