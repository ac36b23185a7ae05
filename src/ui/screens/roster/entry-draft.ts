/** An entry as it stands in the form, all text; and from there to what the engine is asked. */
import type { EntryFieldName, EntryFields } from '../../../contract/roster-edit-routes.ts';
import type { EntryDetail } from '../../../contract/roster-routes.ts';
import { isFundSource, maritals } from '../../../domain/segments.ts';
import { formatCount, formatDate } from '../../words/format.ts';
import { readDate, readRupiah } from './cells/read-cell.ts';

export interface EntryDraft {
  readonly name: string;
  /** Null while the stored NIK, which the form does not show, is kept. */
  readonly nik: string | null;
  readonly kpj: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly marital: string;
  readonly unitId: number | null;
  readonly position: string;
  readonly jobKind: string;
  readonly nip: string;
  readonly decree: string;
  readonly startDate: string;
  readonly wage: string;
  readonly fundSource: string;
  readonly desil: string;
  readonly dtsenId: string;
  readonly phone: string;
  readonly note: string;
}

/** The form of a new entry. */
export const emptyDraft: EntryDraft = {
  name: '',
  nik: '',
  kpj: '',
  birthDate: '',
  sex: '',
  marital: '',
  unitId: null,
  position: '',
  jobKind: '',
  nip: '',
  decree: '',
  startDate: '',
  wage: '',
  fundSource: '',
  desil: '',
  dtsenId: '',
  phone: '',
  note: '',
};

/** The form of an entry that is there. */
export function draftOf(entry: EntryDetail): EntryDraft {
  return {
    name: entry.name,
    nik: entry.nikMasked === null ? '' : null,
    kpj: entry.kpj ?? '',
    birthDate: entry.birthDate === null ? '' : formatDate(entry.birthDate),
    sex: entry.sex ?? '',
    marital: entry.marital ?? '',
    unitId: entry.unitId,
    position: entry.position ?? '',
    jobKind: entry.jobKind ?? '',
    nip: entry.nip ?? '',
    decree: entry.decree ?? '',
    startDate: entry.startDate === null ? '' : formatDate(entry.startDate),
    wage: entry.wage === null ? '' : formatCount(entry.wage),
    fundSource: entry.fundSource ?? '',
    desil: entry.desil === null ? '' : String(entry.desil),
    dtsenId: entry.dtsenId ?? '',
    phone: entry.phone ?? '',
    note: entry.note ?? '',
  };
}

export interface ReadDraft {
  readonly fields: Partial<EntryFields>;
  /** Fields whose text cannot be read; they are not among `fields`. */
  readonly unread: readonly EntryFieldName[];
}

/** Reads the form; with `stored`, only what differs from it. */
export function readDraft(draft: EntryDraft, stored: EntryDraft | null): ReadDraft {
  const birthDate = readOptional(draft.birthDate, readDate);
  const startDate = readOptional(draft.startDate, readDate);
  const wage = readOptional(draft.wage, readRupiah);
  const all: Partial<EntryFields> = {
    name: draft.name.trim(),
    ...(draft.nik === null ? {} : { nik: textOrNull(draft.nik) }),
    kpj: textOrNull(draft.kpj),
    ...(birthDate === undefined ? {} : { birthDate }),
    sex: draft.sex === 'L' || draft.sex === 'P' ? draft.sex : null,
    marital: maritals.find((one) => one === draft.marital) ?? null,
    unitId: draft.unitId,
    position: textOrNull(draft.position),
    jobKind: textOrNull(draft.jobKind),
    nip: textOrNull(draft.nip),
    decree: textOrNull(draft.decree),
    ...(startDate === undefined ? {} : { startDate }),
    ...(wage === undefined ? {} : { wage }),
    fundSource: isFundSource(draft.fundSource) ? draft.fundSource : null,
    desil: draft.desil === '' ? null : Number(draft.desil),
    dtsenId: textOrNull(draft.dtsenId),
    phone: textOrNull(draft.phone),
    note: textOrNull(draft.note),
  };
  const unread: EntryFieldName[] = [
    ...(birthDate === undefined ? (['birthDate'] as const) : []),
    ...(startDate === undefined ? (['startDate'] as const) : []),
    ...(wage === undefined ? (['wage'] as const) : []),
  ];
  if (stored === null) return { fields: all, unread };
  const same = Object.keys(stored) as EntryFieldName[];
  const fields = { ...all };
  for (const name of same) if (draft[name] === stored[name]) delete fields[name];
  return { fields, unread: unread.filter((name) => draft[name] !== stored[name]) };
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Null for an empty text, undefined for one that cannot be read. */
function readOptional<Value>(
  text: string,
  read: (text: string) => Value | null,
): Value | null | undefined {
  return text.trim() === '' ? null : (read(text) ?? undefined);
}
