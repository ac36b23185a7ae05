/** Findings of a run and their follow-up; coverage by programme, movements and differences beside them. */
import * as z from 'zod';
import { findingCodes, followUps, settableFollowUps } from '../domain/findings.ts';
import { employerGroups, memberProgrammes } from '../domain/segments.ts';
import { civilDate, count, done, fileId, nothing, roster, rowId, rupiah } from './common.ts';
import { command, job, query } from './route.ts';

export const findingCode = z.enum(findingCodes);
export const followUp = z.enum(followUps);

export const findingFilter = z
  .object({
    code: findingCode.optional(),
    status: followUp.optional(),
    /** Only what the newest run found, or only what it no longer found; both when left out. */
    present: z.boolean().optional(),
    /** How it stands against the run before. */
    turn: z.enum(['new', 'open', 'solved', 'returned']).optional(),
    roster: roster.optional(),
    /** A kecamatan stands for its villages. */
    unitId: rowId.optional(),
    pic: z.string().min(1).max(80).optional(),
    overdue: z.boolean().optional(),
    /** Letters of a name. */
    search: z.string().max(80).optional(),
  })
  .strict();
export type FindingFilter = z.infer<typeof findingFilter>;

export const findingSortKeys = ['code', 'name', 'unit', 'premium', 'deadline', 'status'] as const;
export const findingSort = z
  .object({ by: z.enum(findingSortKeys), descending: z.boolean() })
  .strict();
export type FindingSort = z.infer<typeof findingSort>;

export const findingRow = z.object({
  id: rowId,
  code: findingCode,
  name: z.string(),
  nikMasked: z.string().nullable(),
  kpj: z.string().nullable(),
  entryId: rowId.nullable(),
  membershipId: rowId.nullable(),
  roster: roster.nullable(),
  unitName: z.string().nullable(),
  parentUnitName: z.string().nullable(),
  premium: rupiah.nullable(),
  reason: z.string(),
  /** What belongs to the reason: dates, wages in rupiah, employers. */
  info: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
  status: followUp,
  ignoreReason: z.string().nullable(),
  turn: z.enum(['new', 'open', 'solved', 'returned']),
  pic: z.string(),
  deadline: civilDate,
  overdue: z.boolean(),
  since: civilDate,
  closedOn: civilDate.nullable(),
});
export type FindingRow = z.infer<typeof findingRow>;

export const findingSummaryRow = z.object({
  code: findingCode,
  /** Of the newest run. */
  present: count,
  open: count,
  overdue: count,
  premium: rupiah,
  /** Findings whose premium cannot be said. */
  unpriced: count,
  /** Ever found, and of these done or no longer found. */
  ever: count,
  solved: count,
  fresh: count,
  returned: count,
});
export type FindingSummaryRow = z.infer<typeof findingSummaryRow>;

const findingSummary = z.object({
  /** Null before the first run. */
  run: z
    .object({
      asOf: civilDate,
      madeAt: z.string(),
      /** Rosters, exports or decisions changed since. */
      stale: z.boolean(),
    })
    .nullable(),
  rows: z.array(findingSummaryRow),
  /** Different people over all codes of the newest run. */
  people: count,
  sources: z.array(z.object({ name: z.string(), period: z.string().nullable() })),
  /** What speaks against the exports: old, of another period, without numbers. */
  warnings: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});
export type FindingSummary = z.infer<typeof findingSummary>;

const window = { offset: count, limit: z.number().int().min(1).max(500) };
const pic = z.string().trim().min(1).max(80);

export const programmeCoverageRow = z.object({
  group: z.enum(employerGroups),
  roster,
  unitId: rowId.nullable(),
  unitName: z.string().nullable(),
  parentId: rowId.nullable(),
  parentName: z.string().nullable(),
  workers: count,
  registered: count,
  active: count,
  paid: count,
});
export type ProgrammeCoverageRow = z.infer<typeof programmeCoverageRow>;

export const movementKind = z.enum(['joined', 'left', 'lapsed', 'wage']);
export const movementRow = z.object({
  id: rowId,
  kind: movementKind,
  name: z.string(),
  nikMasked: z.string().nullable(),
  kpj: z.string().nullable(),
  employer: z.string().nullable(),
  wageBefore: count.nullable(),
  wageAfter: count.nullable(),
  endedOn: civilDate.nullable(),
});
export type MovementRow = z.infer<typeof movementRow>;

const listSide = z.object({
  fileName: z.string(),
  period: z.string().nullable(),
  importedAt: z.string(),
});

export const differenceField = z.enum(['nik', 'name', 'birthDate', 'sex', 'wage', 'programme']);
export const differenceRow = z.object({
  id: rowId,
  entryId: rowId,
  roster,
  unitName: z.string().nullable(),
  name: z.string(),
  nikMasked: z.string().nullable(),
  kpj: z.string().nullable(),
  field: differenceField,
  /** Of the NIK: masked but for the part that differs in sight of an officer is left to the export. */
  rosterValue: z.string(),
  bpjsValue: z.string(),
  cost: rupiah.nullable(),
});
export type DifferenceRow = z.infer<typeof differenceRow>;

const movementFilter = { exportId: rowId, kind: movementKind };
const differenceFilter = { field: differenceField.optional(), unitId: rowId.optional() };
const written = { folder: fileId, format: z.enum(['xlsx', 'csv']), fullNik: z.boolean() };

export const findingExport = z.discriminatedUnion('what', [
  z
    .object({ what: z.literal('findings'), ...written, filter: findingFilter, sort: findingSort })
    .strict(),
  z.object({ what: z.literal('differences'), ...written, ...differenceFilter }).strict(),
  z.object({ what: z.literal('movements'), ...written, ...movementFilter }).strict(),
  z.object({ what: z.literal('coverage'), folder: fileId }).strict(),
]);
export type FindingExport = z.infer<typeof findingExport>;

export const findingRoutes = {
  'finding.summary': query({ in: nothing, out: findingSummary }),
  'finding.page': query({
    in: z.object({ filter: findingFilter, sort: findingSort, ...window }).strict(),
    out: z.object({ rows: z.array(findingRow), total: count, premium: rupiah }),
  }),
  /** Who has findings to see to, most first. */
  'finding.pics': query({ in: nothing, out: z.array(z.string()) }),
  /** Sets the same for several; `ignoreReason` goes with `diabaikan` and with nothing else. */
  'finding.update': command({
    in: z
      .object({
        ids: z.array(rowId).min(1).max(1000),
        status: z.enum(settableFollowUps).optional(),
        ignoreReason: z.string().trim().min(3).max(200).optional(),
        pic: pic.optional(),
        deadline: civilDate.optional(),
      })
      .strict(),
    out: z.object({ changed: count, journalId: rowId.nullable() }),
  }),
  'finding.undo': command({ in: z.object({ journalId: rowId }).strict(), out: done }),
  'finding.rules': query({
    in: nothing,
    out: z.array(
      z.object({
        code: findingCode,
        unitId: rowId.nullable(),
        pic: pic.nullable(),
        days: count.nullable(),
      }),
    ),
  }),
  /** Default PIC and days of a code, or of a code in one unit; null for both takes the rule away. */
  'finding.setRule': command({
    in: z
      .object({
        code: findingCode,
        unitId: rowId.nullable(),
        pic: pic.nullable(),
        days: z.number().int().min(1).max(365).nullable(),
      })
      .strict(),
    out: done,
  }),
  /** Counts anew from the latest run's links and the decisions since. */
  'finding.refresh': job({ in: nothing, out: findingSummary }),
  'finding.export': job({
    in: findingExport,
    out: z.object({
      file: fileId,
      fileName: z.string(),
      folder: fileId,
      rows: count,
      bytes: count,
    }),
  }),
  'coverage.programme': query({
    in: z.object({ programme: z.enum(memberProgrammes) }).strict(),
    out: z.object({
      rows: z.array(programmeCoverageRow),
      asOf: civilDate.nullable(),
      sources: z.array(z.object({ name: z.string(), period: z.string().nullable() })),
    }),
  }),
  'movement.summary': query({
    in: nothing,
    out: z.array(
      z.object({
        exportId: rowId,
        now: listSide,
        before: listSide,
        joined: count,
        left: count,
        lapsed: count,
        wage: count,
      }),
    ),
  }),
  'movement.page': query({
    in: z.object({ ...movementFilter, ...window }).strict(),
    out: z.object({ rows: z.array(movementRow), total: count }),
  }),
  'difference.summary': query({
    in: nothing,
    out: z.array(z.object({ field: differenceField, count, cost: rupiah })),
  }),
  'difference.page': query({
    in: z.object({ ...differenceFilter, ...window }).strict(),
    out: z.object({ rows: z.array(differenceRow), total: count }),
  }),
} as const;
