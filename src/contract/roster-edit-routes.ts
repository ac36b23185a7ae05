/** Changes of rosters by hand: one entry edited or added, a status given, a deed taken back; and who sent what. */
import * as z from 'zod';
import { leaveReasons } from '../domain/entry-status.ts';
import { maritals } from '../domain/segments.ts';
import {
  civilDate,
  count,
  done,
  entryStatus,
  fundSource,
  roster,
  rowId,
  severity,
} from './common.ts';
import { command, query } from './route.ts';

const words = (most: number) => z.string().trim().min(1).max(most).nullable();

/** What a person can type of an entry; null is "not known". */
export const entryFields = z
  .object({
    name: z.string().trim().max(200),
    nik: words(40),
    kpj: words(40),
    birthDate: civilDate.nullable(),
    sex: z.enum(['L', 'P']).nullable(),
    marital: z.enum(maritals).nullable(),
    unitId: rowId.nullable(),
    /** The position; in a rentan list the kind of work. */
    position: words(200),
    /** The kind of job of a non-ASN; other rosters have none beside the position. */
    jobKind: words(200),
    nip: words(40),
    /** Number of the decree of appointment. */
    decree: words(200),
    startDate: civilDate.nullable(),
    /** Whole rupiah a month. */
    wage: count.max(10_000_000_000).nullable(),
    fundSource: fundSource.nullable(),
    /** Welfare decile of DTSEN, 1 the poorest. */
    desil: z.number().int().min(1).max(10).nullable(),
    dtsenId: words(40),
    phone: words(40),
    note: words(2_000),
  })
  .strict();
export type EntryFields = z.infer<typeof entryFields>;
export type EntryFieldName = keyof EntryFields;

/** The same codes as the findings of an import. */
export const entryFinding = z.object({
  field: z.string(),
  code: z.string(),
  severity,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type EntryFindingView = z.infer<typeof entryFinding>;

/** Another entry under the same NIK: the same person paid for twice, or a NIK in the wrong row. */
export const sameNik = z.object({
  entryId: rowId,
  personId: rowId,
  name: z.string(),
  birthDate: civilDate.nullable(),
  roster,
  unitName: z.string().nullable(),
  status: entryStatus,
});
export type SameNikView = z.infer<typeof sameNik>;

export const leaveReason = z.enum(leaveReasons);

export const rosterEditRoutes = {
  /** What would be said about an entry as typed; nothing is written. */
  'roster.check': query({
    in: z
      .object({
        roster,
        /** The entry being edited, whose stored values stand in for fields left out; null for a new one. */
        entryId: rowId.nullable(),
        fields: entryFields.partial(),
      })
      .strict(),
    out: z.object({ findings: z.array(entryFinding), sameNik: z.array(sameNik) }),
  }),
  'roster.update': command({
    in: z.object({ entryId: rowId, version: count, changes: entryFields.partial() }).strict(),
    out: z.object({
      version: count,
      /** Null when nothing was different. */
      journalId: rowId.nullable(),
    }),
  }),
  'roster.add': command({
    in: z
      .object({
        roster,
        fields: entryFields,
        /** A person under the same NIK whom this entry is about; null for somebody new. */
        sameAs: rowId.nullable(),
        /** Entries under the same NIK that were shown; adding past one that was not is refused. */
        seen: z.array(rowId).max(50),
      })
      .strict(),
    out: z.object({ entryId: rowId, journalId: rowId }),
  }),
  'roster.setStatus': command({
    in: z
      .object({
        entryIds: z.array(rowId).min(1).max(1_000),
        status: entryStatus,
        reason: leaveReason.nullable(),
      })
      .strict(),
    out: z.object({
      changed: count,
      /** Entries whose status may not become that one; they stay as they are. */
      refused: z.array(z.object({ entryId: rowId, name: z.string(), status: entryStatus })),
      journalId: rowId.nullable(),
    }),
  }),
  /** Takes an edit, an added person or a change of status back; refused once something else changed there. */
  'roster.undoEdit': command({ in: z.object({ journalId: rowId }).strict(), out: done }),
} as const;
