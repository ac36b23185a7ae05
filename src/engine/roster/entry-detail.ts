import type { EntryDetail, MembershipView } from '../../contract/roster-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { membershipState } from '../../domain/enrolment.ts';
import { nextStatuses } from '../../domain/entry-status.ts';
import { memberProgrammes } from '../../domain/segments.ts';
import {
  type EntryParts,
  readEntryParts,
  readLinkedMemberships,
  type StoredMembership,
} from '../../store/entry-detail.ts';
import { readJournal } from '../../store/journal.ts';
import { latestRun, readEntryLink } from '../../store/links.ts';
import { entriesWithNik } from '../../store/roster/same-nik.ts';
import { readDeed, standsAsLeft, undoableActions } from '../../store/roster/undo-edit.ts';
import { readEntries } from '../../store/roster-page.ts';
import type { ReadStore } from '../../store/store.ts';
import { explainLink } from '../reconcile/explain-link.ts';
import { findingsOf, storedFields } from './entry-form.ts';
import { asRosterRow } from './roster-row.ts';

/** Everything the side panel shows of one entry; throws `not-found`. */
export async function entryDetail(
  store: ReadStore,
  entryId: number,
  now: Date,
): Promise<EntryDetail> {
  const parts = readEntryParts(store, entryId);
  const [row] = readEntries(store, [entryId]);
  if (parts === undefined || row === undefined) {
    throw new AppError('not-found', { params: { what: 'entry', id: entryId } });
  }
  const { entry, person, source, others } = parts;
  const run = latestRun(store);
  const link = run === undefined ? undefined : readEntryLink(store, run.id, entryId);
  const asOf = run?.asOf ?? '9999-12-31';
  return {
    ...asRosterRow(row),
    statusReason: entry.status_reason,
    nextStatuses: [...nextStatuses(entry.status, person.deceased === 1)],
    deceased: person.deceased === 1,
    birthPlace: person.birth_place,
    address: person.address,
    source,
    otherRosters: others,
    memberships: readLinkedMemberships(store, entryId).map((found) => membershipView(found, asOf)),
    findings: findingsOn(store, parts, now),
    link:
      link === undefined
        ? null
        : { class: link.class, probability: link.probability, why: explainLink(store, link) },
    history: readJournal(store, { entryId, limit: 50 }).map(({ id, at, action, params }) => ({
      id,
      at,
      action,
      params,
      undoable: isUndoable(store, id, action),
    })),
  };
}

/** What the form would say of the entry as it stands, and who else has its NIK. */
function findingsOn(store: ReadStore, parts: EntryParts, now: Date): EntryDetail['findings'] {
  const { entry, person } = parts;
  const own = findingsOf(store, storedFields(parts), entry.segment, now);
  const others = person.nik === null ? [] : entriesWithNik(store, person.nik, person.id);
  return [
    ...own.map((one) => ({ ...one, params: { ...one.params } })),
    ...others.slice(0, 5).map(({ name, roster }) => ({
      field: 'nik',
      code: 'nik.used',
      severity: 'warning' as const,
      params: { name, rosters: roster },
    })),
  ];
}

function isUndoable(store: ReadStore, journalId: number, action: string): boolean {
  if (!undoableActions.includes(action)) return false;
  const deed = readDeed(store.sql, journalId);
  return deed !== undefined && standsAsLeft(store.sql, deed);
}

function membershipView(found: StoredMembership, asOf: string): MembershipView {
  return {
    id: found.id,
    source: found.fileName,
    kpj: found.kpj,
    npp: found.npp,
    employer: found.employer,
    name: found.name,
    birthDate: found.birth_date,
    programmes: memberProgrammes.filter((programme) => found[programme] === 1),
    joinedOn: found.joined_on,
    endedOn: found.ended_on,
    graceUntil: found.grace_until,
    wage: found.wage_sen === null ? null : Math.trunc(found.wage_sen / 100),
    state: membershipState(
      { joinedOn: found.joined_on, endedOn: found.ended_on, graceUntil: found.grace_until },
      asOf,
    ),
  };
}
