/** From a chosen file to committed rows: stage a plan, look at it, commit it by id, undo it. */
import * as z from 'zod';
import { count, done, fileId, importKind, nothing, roster, rowId, severity } from './common.ts';
import { command, job, query } from './route.ts';
import { rowAction, stagedRow } from './staged-row.ts';

export {
  type RowAction,
  type RowIssue,
  rowAction,
  rowActions,
  rowIssue,
  type StagedRow,
  stagedRow,
} from './staged-row.ts';

/** A column as understood: which field it feeds and why. */
export const mappedColumn = z.object({
  index: count,
  header: z.string(),
  field: z.string().nullable(),
  by: z.enum(['header', 'content', 'user', 'remembered', 'none']),
  samples: z.array(z.string()),
});
export type MappedColumn = z.infer<typeof mappedColumn>;

/** Decisions taken once for a whole column, with the evidence. */
export const columnDecision = z.object({
  field: z.string(),
  decision: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const sheetPlan = z.object({
  index: count,
  name: z.string(),
  hidden: z.boolean(),
  used: z.boolean(),
  /** 1-based rows that form the header; empty when the sheet has none. */
  headerRows: z.array(count),
  columns: z.array(mappedColumn),
  decisions: z.array(columnDecision),
  /** Middle wage of the sheet in sen; what is far from it is asked about. */
  usualWageSen: count.nullable().optional(),
  rows: count,
  setAside: count,
});
export type SheetPlan = z.infer<typeof sheetPlan>;

export const batchState = z.enum(['staged', 'committed', 'undone', 'discarded']);

export const batchCounts = z.object({
  read: count,
  add: count,
  update: count,
  same: count,
  conflict: count,
  reject: count,
  setAside: count,
  errors: count,
  warnings: count,
});
export type BatchCounts = z.infer<typeof batchCounts>;

export const batch = z.object({
  id: rowId,
  kind: importKind,
  state: batchState,
  fileName: z.string(),
  bytes: count,
  sha256: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  sheets: z.array(sheetPlan),
  counts: batchCounts,
  /** Findings over the batch: code and how many rows carry it, most first. */
  issueCounts: z.array(z.object({ code: z.string(), field: z.string(), severity, rows: count })),
  stagedAt: z.string(),
  committedAt: z.string().nullable(),
});
export type Batch = z.infer<typeof batch>;

const stageInput = z
  .object({
    file: fileId,
    kind: importKind,
    /** Header text → field, or null to ignore; overrides what Padan understood. */
    mapping: z.record(z.string(), z.string().nullable()).optional(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
    delimiter: z.string().min(1).max(1).optional(),
    /** Import again a file whose content is already in the store. */
    again: z.boolean().optional(),
  })
  .strict();

const batchRef = z.object({ batchId: rowId }).strict();

export const importRoutes = {
  /** What the file looks like: guesses its kind, and says if it was imported before. */
  'import.inspect': job({
    in: z.object({ file: fileId }).strict(),
    out: z.object({
      fileName: z.string(),
      bytes: count,
      format: z.string(),
      sheets: count,
      guess: importKind.nullable(),
      importedAs: rowId.nullable(),
    }),
  }),
  'import.stage': job({ in: stageInput, out: batch }),
  'import.batch': query({ in: batchRef, out: batch }),
  'import.list': query({
    in: nothing,
    out: z.array(batch.omit({ sheets: true, issueCounts: true, facts: true })),
  }),
  'import.rows': query({
    in: z
      .object({
        batchId: rowId,
        action: rowAction.optional(),
        severity: severity.optional(),
        code: z.string().max(60).optional(),
        after: count.optional(),
        limit: z.number().int().min(1).max(500),
      })
      .strict(),
    out: z.object({ rows: z.array(stagedRow), total: count }),
  }),
  'import.setAside': query({
    in: z
      .object({ batchId: rowId, after: count.optional(), limit: z.number().int().min(1).max(500) })
      .strict(),
    out: z.array(
      z.object({ seq: count, sheet: z.string(), row: count, reason: z.string(), text: z.string() }),
    ),
  }),
  /** Fields a file of this kind may feed, for the mapping menu. */
  'import.fields': query({
    in: z.object({ kind: importKind }).strict(),
    out: z.array(z.object({ field: z.string(), required: z.boolean() })),
  }),
  'import.commit': job({ in: batchRef, out: batch }),
  'import.discard': command({ in: batchRef, out: done }),
  'import.undo': job({
    in: batchRef,
    out: z.object({
      batch,
      conflicts: z.array(z.object({ name: z.string(), reason: z.string() })),
    }),
  }),
} as const;

export const completeness = z.object({ roster, unitId: rowId, unitName: z.string(), rows: count });
