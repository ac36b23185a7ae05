/** Changing a staged plan before it is committed: cells put right, rows left out, doubts decided. */
import * as z from 'zod';
import { count, fileId, rowId } from './common.ts';
import { command, job, query } from './route.ts';
import { stagedRow } from './staged-row.ts';

/** Columns of a roster row that a person may put right in the plan. */
export const fixableFields = [
  'name',
  'nik',
  'kpj',
  'birthDate',
  'birthPlace',
  'sex',
  'marital',
  'address',
  'phone',
  'unit',
  'position',
  'jobKind',
  'wage',
  'fundSource',
  'startDate',
  'endDate',
  'decree',
  'nip',
  'desil',
  'dtsenId',
  'note',
] as const;
export const fixableField = z.enum(fixableFields);
export type FixableField = z.infer<typeof fixableField>;

export const rowDecisions = ['same', 'other'] as const;
export const rowDecision = z.enum(rowDecisions);
export type RowDecision = z.infer<typeof rowDecision>;

/** What is typed into a cell; empty is "the file does not say". */
const cellText = z.string().max(300);
const rowRef = { batchId: rowId, seq: rowId } as const;
const sameCells = z.object({ batchId: rowId, field: fixableField, value: cellText }).strict();
const replaced = z
  .object({ batchId: rowId, field: fixableField, from: cellText, to: cellText })
  .strict();

/** How many rows were changed as asked, and how many others have another plan because of it. */
const edited = z.object({ rows: count, others: count });
export type Edited = z.infer<typeof edited>;

export const clusterKinds = ['in-file', 'same-roster', 'other-roster'] as const;
export type ClusterKind = (typeof clusterKinds)[number];

const cluster = z.object({
  /** Number of the row the others repeat; of a row that repeats nobody in the file, its own. */
  seq: count,
  kind: z.enum(clusterKinds),
  rows: z.array(stagedRow),
  /** Rows of the cluster in all; `rows` holds the first of them. */
  total: count,
});
export type Cluster = z.infer<typeof cluster>;

export const importEditRoutes = {
  /** Puts one cell right: the row is checked and planned again, with all rows its change bears on. */
  'import.fix': command({
    in: z.object({ ...rowRef, field: fixableField, value: cellText }).strict(),
    out: edited,
  }),
  /** Takes back the fix of one cell, or of every cell of the row. */
  'import.unfix': command({
    in: z.object({ ...rowRef, field: fixableField.optional() }).strict(),
    out: edited,
  }),
  /** The different values of a column with how many rows say so, by alphabet. */
  'import.values': query({
    in: z
      .object({
        batchId: rowId,
        field: fixableField,
        after: cellText.optional(),
        limit: z.number().int().min(1).max(500),
      })
      .strict(),
    out: z.object({
      values: z.array(z.object({ value: z.string(), rows: count })),
      total: count,
    }),
  }),
  'import.sameValues': query({ in: sameCells, out: z.object({ rows: count }) }),
  /** In a large plan a long work: it reports progress and can be cancelled. */
  'import.fixAll': job({ in: replaced, out: edited }),
  /** Takes back what `import.fixAll` did with the same input. */
  'import.unfixAll': job({ in: replaced, out: edited }),
  'import.exclude': command({
    in: z.object({ ...rowRef, excluded: z.boolean() }).strict(),
    out: edited,
  }),
  /** The person of the row is the one it was found to clash with, or another; null takes it back. */
  'import.decide': command({
    in: z.object({ ...rowRef, decision: rowDecision.nullable() }).strict(),
    out: edited,
  }),
  /** Writes the rows with findings to a workbook for the office that sent the file. NIK in full. */
  'import.exportFindings': job({
    in: z.object({ batchId: rowId, folder: fileId }).strict(),
    out: z.object({ file: fileId, fileName: z.string(), rows: count }),
  }),
  /** Rows that may be one person, together, for a look at each. */
  'import.clusters': query({
    in: z
      .object({
        batchId: rowId,
        kind: z.enum(clusterKinds),
        after: count.optional(),
        limit: z.number().int().min(1).max(100),
      })
      .strict(),
    out: z.object({ clusters: z.array(cluster), total: count }),
  }),
} as const;
