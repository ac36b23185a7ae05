/** The grid as a spreadsheet: staged cells checked and saved, ranges copied, one field set for many. */
import * as z from 'zod';
import { civilDate, count, entryStatus, fundSource, roster, rowId } from './common.ts';
import { entryFields, entryFinding, leaveReason } from './roster-edit-routes.ts';
import { rosterFilter, rosterSort } from './roster-routes.ts';
import { command, job, query } from './route.ts';

/** Rows that may wait to be saved at once. */
export const mostStagedRows = 5_000;
/** Rows asked about at once: an answer takes a few milliseconds. */
export const mostCheckedRows = 100;
/** Rows whose ids are given one by one; more are named by their filter. */
export const mostNamedRows = 100_000;

const stagedRow = z
  .object({
    entryId: rowId,
    /** The version the person saw when the first cell was typed into. */
    version: count,
    changes: entryFields.partial(),
  })
  .strict();
export type StagedRowIn = z.infer<typeof stagedRow>;

const onceEach = (rows: readonly StagedRowIn[]) =>
  new Set(rows.map(({ entryId }) => entryId)).size === rows.length;

/** Why a row cannot be saved as typed: somebody else changed or removed it. */
export const rowConflict = z.enum(['changed-meanwhile', 'gone']);
export type RowConflict = z.infer<typeof rowConflict>;

export const cellFinding = entryFinding.extend({
  /** A value that would settle it, and the field it belongs in. */
  fix: z.object({ field: z.string(), value: z.union([z.string(), z.number()]) }).nullable(),
});
export type CellFinding = z.infer<typeof cellFinding>;

const conflictRow = z.object({
  entryId: rowId,
  name: z.string(),
  reason: rowConflict,
  /** As it stands now; 0 when it is gone. */
  version: count,
});
export type ConflictRow = z.infer<typeof conflictRow>;

export const bulkTarget = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('rows'), entryIds: z.array(rowId).min(1).max(mostNamedRows) })
    .strict(),
  z.object({ kind: z.literal('filter'), filter: rosterFilter }).strict(),
]);
export type BulkTarget = z.infer<typeof bulkTarget>;

const { shape } = entryFields;
const set = <Name extends keyof typeof shape>(field: Name) =>
  z.object({ field: z.literal(field), value: shape[field] }).strict();

/** One field and what it becomes; null is "not known". */
export const bulkChange = z.discriminatedUnion('field', [
  set('unitId'),
  set('position'),
  set('jobKind'),
  set('decree'),
  z.object({ field: z.literal('startDate'), value: civilDate.nullable() }).strict(),
  set('desil'),
  set('wage'),
  z.object({ field: z.literal('fundSource'), value: fundSource.nullable() }).strict(),
  set('note'),
  z
    .object({ field: z.literal('status'), value: entryStatus, reason: leaveReason.nullable() })
    .strict(),
]);
export type BulkChange = z.infer<typeof bulkChange>;

const bulk = { roster, target: bulkTarget, change: bulkChange } as const;
const bulkCounts = {
  /** Rows that become different. */
  changed: count,
  /** Rows that have the value already. */
  same: count,
  /** Rows whose status may not become that one; they stay as they are. */
  refused: count,
  /** Some of the refused. */
  refusedSome: z.array(z.object({ entryId: rowId, name: z.string(), status: entryStatus })),
} as const;

export const rosterGridRoutes = {
  /** What would be said about rows as typed; nothing is written. */
  'roster.checkCells': query({
    in: z
      .object({ roster, rows: z.array(stagedRow).min(1).max(mostCheckedRows).refine(onceEach) })
      .strict(),
    out: z.array(
      z.object({
        entryId: rowId,
        conflict: rowConflict.nullable(),
        findings: z.array(cellFinding),
      }),
    ),
  }),
  /** All rows in one transaction with one deed in the journal, or none and why. */
  'roster.saveCells': job({
    in: z
      .object({ roster, rows: z.array(stagedRow).min(1).max(mostStagedRows).refine(onceEach) })
      .strict(),
    out: z.object({
      /** Rows written; 0 when there is anything to settle first. */
      saved: count,
      conflicts: z.array(conflictRow),
      /** Rows with a value that cannot be kept. */
      invalid: z.array(z.object({ entryId: rowId, name: z.string(), fields: z.array(z.string()) })),
      /** Null when nothing was written. */
      journalId: rowId.nullable(),
    }),
  }),
  /** Ids of a stretch of the list, for what is done to a selection. */
  'roster.ids': query({
    in: z
      .object({
        filter: rosterFilter,
        sort: rosterSort,
        offset: count,
        limit: z.number().int().min(1).max(mostNamedRows),
      })
      .strict(),
    out: z.object({ ids: z.array(rowId) }),
  }),
  /** Full NIKs for the clipboard; the journal says how many were taken. */
  'roster.copyNik': command({
    in: z.object({ roster, entryIds: z.array(rowId).min(1).max(mostStagedRows) }).strict(),
    out: z.object({ niks: z.array(z.object({ entryId: rowId, nik: z.string().nullable() })) }),
  }),
  /** What setting one field for many would do; nothing is written. */
  'roster.bulkPreview': job({ in: z.object(bulk).strict(), out: z.object(bulkCounts) }),
  /** Sets one field for many as one deed; refused when it would change another number than was shown. */
  'roster.bulkEdit': job({
    in: z.object({ ...bulk, expected: count }).strict(),
    out: z.object({ ...bulkCounts, journalId: rowId.nullable() }),
  }),
  /** Takes any deed by hand back; rows changed since are listed and stay. */
  'roster.undoDeed': job({
    in: z.object({ journalId: rowId }).strict(),
    out: z.object({
      restored: count,
      kept: count,
      /** Names of some of those kept. */
      keptSome: z.array(z.string()),
    }),
  }),
} as const;
