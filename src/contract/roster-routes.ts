/** The three rosters: pages of rows, one entry in full, coverage over them. */
import * as z from 'zod';
import { maritals } from '../domain/segments.ts';
import {
  civilDate,
  count,
  coverageFigure,
  enrolment,
  entryStatus,
  fileId,
  fundSource,
  roster,
  rowId,
  segment,
} from './common.ts';
import { findingCode, followUp } from './finding-routes.ts';
import { entryFinding } from './roster-edit-routes.ts';
import { command, job, query } from './route.ts';

export const rosterFilter = z
  .object({
    roster,
    unitId: rowId.optional(),
    status: entryStatus.optional(),
    enrolment: enrolment.optional(),
    fundSource: fundSource.optional(),
    hasNik: z.boolean().optional(),
    /** Letters that the position or kind of work contains. */
    position: z.string().max(80).optional(),
    /** Words of a name, or the start of a NIK or KPJ. */
    search: z.string().max(80).optional(),
  })
  .strict();
export type RosterFilter = z.infer<typeof rosterFilter>;

export const rosterSortKeys = [
  'name',
  'unit',
  'position',
  'birthDate',
  'wage',
  'status',
  'enrolment',
] as const;
/** What is unknown comes last in either direction; rows alike in the column follow by name. */
export const rosterSort = z
  .object({ by: z.enum(rosterSortKeys), descending: z.boolean() })
  .strict();
export type RosterSort = z.infer<typeof rosterSort>;

/** Columns a roster can be shown and exported with. */
export const rosterColumnKeys = [
  'name',
  'nik',
  'kpj',
  'birthDate',
  'sex',
  'marital',
  'parentUnit',
  'unit',
  'position',
  'jobKind',
  'nip',
  'decree',
  'startDate',
  'desil',
  'dtsenId',
  'segment',
  'wage',
  'fund',
  'status',
  'enrolment',
  'phone',
  'note',
] as const;
export type RosterColumnKey = (typeof rosterColumnKeys)[number];

export const rosterRow = z.object({
  id: rowId,
  personId: rowId,
  name: z.string(),
  /** Masked: `3329••••••••9001`. */
  nikMasked: z.string().nullable(),
  kpj: z.string().nullable(),
  birthDate: civilDate.nullable(),
  sex: z.enum(['L', 'P']).nullable(),
  marital: z.enum(maritals).nullable(),
  roster,
  unitId: rowId.nullable(),
  unitName: z.string().nullable(),
  parentUnitName: z.string().nullable(),
  position: z.string().nullable(),
  jobKind: z.string().nullable(),
  nip: z.string().nullable(),
  decree: z.string().nullable(),
  startDate: civilDate.nullable(),
  desil: count.nullable(),
  dtsenId: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
  segment,
  wage: count.nullable(),
  fundSource: fundSource.nullable(),
  status: entryStatus,
  /** Goes up by one with each change; an edit names the one it saw. */
  version: count,
  /** Null until a run of the matcher has seen the entry. */
  enrolment: enrolment.nullable(),
});
export type RosterRow = z.infer<typeof rosterRow>;

export const membershipView = z.object({
  id: rowId,
  source: z.string(),
  kpj: z.string().nullable(),
  npp: z.string().nullable(),
  employer: z.string().nullable(),
  name: z.string(),
  birthDate: civilDate.nullable(),
  programmes: z.array(z.string()),
  joinedOn: civilDate.nullable(),
  endedOn: civilDate.nullable(),
  graceUntil: civilDate.nullable(),
  wage: count.nullable(),
  state: z.enum(['aktif', 'grace', 'nonaktif']),
});
export type MembershipView = z.infer<typeof membershipView>;

export const entryDetail = rosterRow.extend({
  /** Why the entry left the roster. */
  statusReason: z.string().nullable(),
  /** Statuses it may be given next. */
  nextStatuses: z.array(entryStatus),
  deceased: z.boolean(),
  birthPlace: z.string().nullable(),
  address: z.string().nullable(),
  source: z
    .object({ batchId: rowId, fileName: z.string(), sheet: z.string(), row: count })
    .nullable(),
  otherRosters: z.array(z.object({ entryId: rowId, roster, unitName: z.string().nullable() })),
  memberships: z.array(membershipView),
  /** What the checks say of the entry as it stands. */
  findings: z.array(entryFinding),
  /** What the newest run of the matcher found about it, and how that is followed up. */
  runFindings: z.array(
    z.object({
      id: rowId,
      code: findingCode,
      reason: z.string(),
      status: followUp,
      deadline: civilDate,
    }),
  ),
  link: z.object({ class: z.string(), probability: z.number(), why: z.string() }).nullable(),
  history: z.array(
    z.object({
      id: rowId,
      at: z.string(),
      /** It can be taken back: nothing it touched was changed since. */
      undoable: z.boolean(),
      action: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type EntryDetail = z.infer<typeof entryDetail>;

/** Coverage of one row of a table, with the unit or roster it speaks of. */
export const coverageRow = coverageFigure.extend({
  key: z.string(),
  label: z.string(),
  parentLabel: z.string().nullable(),
  unitId: rowId.nullable(),
  roster: roster.nullable(),
});
export type CoverageRow = z.infer<typeof coverageRow>;

/** One unit of a roster: whether it sent a list, when, in which file, and how many stand there. */
export const unitCompleteness = z.object({
  /** Null for rows of no unit. */
  unitId: rowId.nullable(),
  unitName: z.string().nullable(),
  parentUnitName: z.string().nullable(),
  rows: count,
  lastImportAt: z.string().nullable(),
  lastFile: z.string().nullable(),
});
export type UnitCompletenessView = z.infer<typeof unitCompleteness>;

export const coverageBy = z.enum(['roster', 'opd', 'kecamatan', 'desa']);

export const rosterRoutes = {
  'roster.page': query({
    in: z
      .object({
        filter: rosterFilter,
        /** By name when left out. */
        sort: rosterSort.optional(),
        /** Position of the first row wanted, 0-based. */
        offset: count,
        limit: z.number().int().min(1).max(500),
      })
      .strict(),
    out: z.object({
      rows: z.array(rosterRow),
      total: count,
      /** Set while a large list is still being counted: `total` is then a lower bound; ask again soon. */
      counting: z.boolean().optional(),
    }),
  }),
  'roster.entry': query({ in: z.object({ entryId: rowId }).strict(), out: entryDetail }),
  /** A file of what the grid shows; the NIK is masked unless asked for in full, which the journal says. */
  'roster.export': job({
    in: z
      .object({
        folder: fileId,
        format: z.enum(['xlsx', 'csv']),
        filter: rosterFilter,
        sort: rosterSort,
        columns: z
          .array(z.enum(rosterColumnKeys))
          .min(1)
          .refine((keys) => new Set(keys).size === keys.length),
        fullNik: z.boolean(),
      })
      .strict(),
    out: z.object({
      file: z.string(),
      fileName: z.string(),
      folder: z.string(),
      rows: count,
      bytes: count,
    }),
  }),
  /** Shows the full NIK; the look is written to the journal. */
  'roster.revealNik': command({
    in: z.object({ entryId: rowId }).strict(),
    out: z.object({ nik: z.string().nullable() }),
  }),
  'roster.counts': query({
    in: z.object({}).strict(),
    out: z.array(
      z.object({ roster, entries: count, units: count, lastImportAt: z.string().nullable() }),
    ),
  }),
  /** Units that have nobody come first. */
  'roster.completeness': query({
    in: z.object({ roster }).strict(),
    out: z.array(unitCompleteness),
  }),
  'coverage.table': query({
    in: z.object({ by: coverageBy }).strict(),
    out: z.object({
      rows: z.array(coverageRow),
      total: coverageFigure,
      /** Null until the rosters were matched against an export. */
      asOf: civilDate.nullable(),
      sources: z.array(z.string()),
    }),
  }),
} as const;
