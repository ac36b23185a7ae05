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

/** What a roster file may change: only add; add and update; or be the full list, so that who is missing leaves. */
export const importModes = ['add', 'update', 'replace'] as const;
export type ImportMode = (typeof importModes)[number];
/** Of whom a full list is full: the units that stand in the file, or the whole roster. */
export const leaveScopes = ['units', 'roster'] as const;
export type LeaveScope = (typeof leaveScopes)[number];

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
  /** Tells the source of the sheet by its head; null without one. */
  sourceKey: z.string().nullable(),
  /** What was remembered of this source and used here. */
  remembered: z.object({ profileId: rowId, fileName: z.string(), savedAt: z.string() }).nullable(),
});
export type SheetPlan = z.infer<typeof sheetPlan>;

export const batchState = z.enum(['staged', 'committed', 'undone', 'discarded']);

export const batchCounts = z.object({
  read: count,
  add: count,
  update: count,
  same: count,
  /** People of the roster that a full list does not name. */
  leave: count,
  conflict: count,
  reject: count,
  setAside: count,
  errors: count,
  warnings: count,
});
export type BatchCounts = z.infer<typeof batchCounts>;

const mapping = z.record(z.string(), z.string().nullable());
export const textEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);

/** How one column is read: the order of day and month, or the decimal mark. */
export const columnChoices = ['dmy', 'mdy', 'comma', 'dot'] as const;
export type ColumnChoice = (typeof columnChoices)[number];
const decisions = z.record(z.string(), z.enum(columnChoices));

/** What a person chose for a file; staged again with these, the file gives the same plan. */
export const importChoices = z.object({
  mode: z.enum(importModes),
  leaveScope: z.enum(leaveScopes),
  mapping,
  /** Field → how its column is read, in place of what its values suggest. */
  decisions,
  encoding: textEncoding.optional(),
  delimiter: z.string().optional(),
});
export type ImportChoices = z.infer<typeof importChoices>;

/** How the files of one source are read, kept from an earlier import. */
export const importProfile = z.object({
  id: rowId,
  kind: importKind,
  fileName: z.string(),
  savedAt: z.string(),
  mapping,
  decisions,
  encoding: textEncoding.optional(),
  delimiter: z.string().optional(),
});

export const batch = z.object({
  id: rowId,
  kind: importKind,
  state: batchState,
  fileName: z.string(),
  bytes: count,
  sha256: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  choices: importChoices,
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
    mapping: mapping.optional(),
    decisions: decisions.optional(),
    encoding: textEncoding.optional(),
    delimiter: z.string().min(1).max(1).optional(),
    /** Rosters only; `update` unless said. */
    mode: z.enum(importModes).optional(),
    /** With mode `replace` only; `units` unless said. */
    leaveScope: z.enum(leaveScopes).optional(),
    /** The plan that is to be made anew: the file must be the one it was made from. */
    insteadOf: rowId.optional(),
    /** Import again a file whose content is already in the store. */
    again: z.boolean().optional(),
  })
  .strict();

const batchRef = z.object({ batchId: rowId }).strict();

export const importRoutes = {
  /**
   * What the file looks like: guesses its kind, and says if it was imported before. With `planOf` it must be the
   * file of that plan, else `import.other-file`.
   */
  'import.inspect': job({
    in: z.object({ file: fileId, planOf: rowId.optional() }).strict(),
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
    out: z.array(batch.omit({ sheets: true, issueCounts: true, facts: true, choices: true })),
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
  /** Whom a full list makes leave, by unit: how many stand there now and how many the file does not name. */
  'import.leaving': query({
    in: batchRef,
    out: z.object({
      scope: z.enum(leaveScopes),
      units: z.array(z.object({ unitName: z.string(), present: count, leave: count })),
    }),
  }),
  /** Throws `import.leave-unconfirmed` when people would leave and `confirmLeave` does not say so. */
  'import.commit': job({
    in: batchRef
      .extend({
        confirmLeave: z.boolean().optional(),
        /** Orders of dates that no value proves were looked at; they are remembered for this source. */
        confirmOrders: z.boolean().optional(),
      })
      .strict(),
    out: batch,
  }),
  /** What is remembered of sources whose files were committed with choices of a person. */
  'import.profiles': query({ in: nothing, out: z.array(importProfile) }),
  'import.forgetProfile': command({ in: z.object({ profileId: rowId }).strict(), out: done }),
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
