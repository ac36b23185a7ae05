/** Handlers of changes by hand. */
import type {
  EntryFieldName,
  EntryFields,
  rosterEditRoutes,
} from '../../contract/roster-edit-routes.ts';
import type { RouteParsed } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { nextStatuses, reasonFits } from '../../domain/entry-status.ts';
import { parseNik, sexOfNik } from '../../domain/nik.ts';
import { type EntryParts, readEntryParts } from '../../store/entry-detail.ts';
import { completeDeed, writeJournal } from '../../store/journal.ts';
import { refuseUnlistedFund } from '../../store/own-funds.ts';
import { addEntry, editEntry } from '../../store/roster/edit-entry.ts';
import { entriesWithNik } from '../../store/roster/same-nik.ts';
import { readDeed, standsAsLeft, undoableActions, undoDeed } from '../../store/roster/undo-edit.ts';
import type { ReadStore } from '../../store/store.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { groupOf, usualFund } from '../import/position-group.ts';
import {
  changedFields,
  columnsOfFields,
  findingsOf,
  givenFields,
  refuseErrors,
  refuseForeignUnit,
  storedFields,
  workIsPosition,
} from './entry-form.ts';

const nobody: EntryFields = {
  name: '',
  nik: null,
  kpj: null,
  birthDate: null,
  sex: null,
  marital: null,
  unitId: null,
  position: null,
  jobKind: null,
  nip: null,
  decree: null,
  startDate: null,
  wage: null,
  fundSource: null,
  desil: null,
  dtsenId: null,
  phone: null,
  note: null,
};
const allFields = Object.keys(nobody) as EntryFieldName[];

export const rosterEditHandlers: Handlers<keyof typeof rosterEditRoutes> = {
  'roster.check'({ roster, entryId, fields: typed }, { engine }) {
    const store = engine.session.store();
    const parts = entryId === null ? null : needEntry(store, entryId);
    const given = givenFields(typed);
    const fields = { ...(parts === null ? nobody : storedFields(parts)), ...given };
    const { segment } = groupOf(parts?.entry.roster ?? roster, fields.position ?? '');
    const asked = parts === null || given.nik !== undefined ? fields.nik : null;
    return {
      findings: findingsOf(store, fields, segment, engine.now()),
      sameNik: asked === null ? [] : entriesWithNik(store, asked, parts?.person.id ?? null),
    };
  },
  'roster.update': updateEntry,
  'roster.add': addPerson,
  'roster.setStatus': setStatus,
  'roster.undoEdit'({ journalId }, call) {
    const store = call.engine.session.store();
    const deed = readDeed(store.sql, journalId);
    if (deed === undefined || !undoableActions.includes(deed.action)) {
      throw new AppError('not-found', { params: { what: 'journal', id: journalId } });
    }
    store.transact(['roster'], (sql) => {
      if (!standsAsLeft(sql, deed)) throw new AppError('roster.changed-meanwhile');
      const undoing = writeJournal(sql, {
        at: call.engine.now().toISOString(),
        action: 'roster.undoEdit',
        params: { undone: deed.action, deed: journalId },
        ...(deed.entryId === null ? {} : { entryId: deed.entryId }),
      });
      undoDeed(sql, deed, undoing);
    });
    call.changed('roster');
    return { ok: true };
  },
};

function needEntry(store: ReadStore, entryId: number): EntryParts {
  const parts = readEntryParts(store, entryId);
  if (parts !== undefined) return parts;
  throw new AppError('not-found', { params: { what: 'entry', id: entryId } });
}

function updateEntry(input: RouteParsed<'roster.update'>, call: CallContext) {
  const { engine } = call;
  const store = engine.session.store();
  const parts = needEntry(store, input.entryId);
  const { entry, person } = parts;
  if (entry.version !== input.version) throw new AppError('roster.changed-meanwhile');
  const stored = storedFields(parts);
  const changes = givenFields(input.changes);
  const names = changedFields(stored, changes);
  if (names.length === 0) return { version: entry.version, journalId: null };
  const fields = { ...stored, ...changes };
  const { segment } = groupOf(entry.roster, fields.position ?? '');
  const findings = findingsOf(store, fields, segment, engine.now());
  refuseErrors(findings, names);
  if (names.includes('unitId')) refuseForeignUnit(store, entry.roster, fields.unitId);
  if (names.includes('fundSource')) refuseUnlistedFund(store, fields.fundSource);
  const columns = columnsOfFields(fields, names, {
    roster: entry.roster,
    workIsPosition: workIsPosition(entry),
  });
  const journalId = store.transact(['roster'], (sql) => {
    const id = writeJournal(sql, {
      at: engine.now().toISOString(),
      action: 'roster.update',
      params: { fields: names.join(',') },
      entryId: entry.id,
    });
    editEntry(sql, { journalId: id, entryId: entry.id, personId: person.id, ...columns });
    return id;
  });
  call.changed('roster');
  return { version: needEntry(store, entry.id).entry.version, journalId };
}

function addPerson(input: RouteParsed<'roster.add'>, call: CallContext) {
  const { engine } = call;
  const { roster, sameAs } = input;
  const store = engine.session.store();
  const fields = { ...input.fields, ...givenFields(input.fields) };
  const { segment, group } = groupOf(roster, fields.position ?? '');
  const findings = findingsOf(store, fields, segment, engine.now());
  refuseErrors(findings, null);
  refuseForeignUnit(store, roster, fields.unitId);
  refuseUnlistedFund(store, fields.fundSource);
  refuseUnseen(store, fields.nik, input);
  const columns = columnsOfFields(fields, allFields, {
    roster,
    workIsPosition: roster !== 'rentan',
  });
  const nik = fields.nik === null ? null : parseNik(fields.nik);
  const doubted = findings.some(({ field, severity }) => field === 'nik' && severity !== 'info');
  const deceased = findings.some(({ code }) => code === 'name.deceased') ? 1 : 0;
  const sex = fields.sex ?? (nik === null ? null : sexOfNik(nik));
  const result = store.transact(['roster'], (sql) => {
    const journalId = writeJournal(sql, {
      at: engine.now().toISOString(),
      action: 'roster.add',
      params: { roster },
    });
    const entryId = addEntry(sql, {
      journalId,
      person: sameAs ?? { ...columns.person, name: fields.name, nik, sex, deceased },
      entry: {
        ...columns.entry,
        roster,
        segment,
        employer_group: group,
        fund_source: fields.fundSource ?? usualFund[roster],
        status: nik !== null && !doubted ? 'terverifikasi' : 'diusulkan',
      },
    });
    completeDeed(sql, journalId, { entryId });
    return { entryId, journalId };
  });
  call.changed('roster');
  return result;
}

/** Nobody is joined, or put beside somebody of the same NIK, without having been shown. */
function refuseUnseen(
  store: ReadStore,
  nik: string | null,
  { roster, sameAs, seen }: RouteParsed<'roster.add'>,
): void {
  const others = nik === null ? [] : entriesWithNik(store, nik, null);
  const unseen = others.some(({ entryId }) => !seen.includes(entryId));
  const stranger = sameAs !== null && !others.some(({ personId }) => personId === sameAs);
  const listed = others.some(
    (other) => other.personId === sameAs && other.roster === roster && other.status !== 'keluar',
  );
  if (!unseen && !stranger && !listed) return;
  throw new AppError('input.invalid', { params: { invalid: ['nik'], reason: 'same-nik' } });
}

function setStatus(input: RouteParsed<'roster.setStatus'>, call: CallContext) {
  const { status, reason } = input;
  if (!reasonFits(status, reason)) {
    throw new AppError('input.invalid', { params: { invalid: ['reason'] } });
  }
  const store = call.engine.session.store();
  const all = [...new Set(input.entryIds)].map((id) => needEntry(store, id));
  const mayChange = ({ entry, person }: EntryParts) =>
    nextStatuses(entry.status, person.deceased === 1).includes(status);
  const refused = all
    .filter((parts) => !mayChange(parts))
    .map(({ entry, person }) => ({ entryId: entry.id, name: person.name, status: entry.status }));
  const changing = all.filter(mayChange);
  const [first] = changing;
  if (first === undefined) return { changed: 0, refused, journalId: null };
  const journalId = store.transact(['roster'], (sql) => {
    const id = writeJournal(sql, {
      at: call.engine.now().toISOString(),
      action: 'roster.setStatus',
      params: { status, count: changing.length, ...(reason === null ? {} : { reason }) },
      ...(changing.length === 1 ? { entryId: first.entry.id } : {}),
    });
    for (const { entry, person } of changing) {
      editEntry(sql, {
        journalId: id,
        entryId: entry.id,
        personId: person.id,
        person: reason === 'meninggal' && person.deceased === 0 ? { deceased: 1 } : {},
        entry: { status, status_reason: reason },
      });
    }
    return id;
  });
  call.changed('roster');
  return { changed: changing.length, refused, journalId };
}
