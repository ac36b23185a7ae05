/** Matching, deciding, pricing and printing. */
import * as z from 'zod';
import {
  civilDate,
  count,
  done,
  fiscalYear,
  fundSource,
  month,
  nothing,
  programme,
  roster,
  rowId,
  rupiah,
} from './common.ts';
import { command, job, query } from './route.ts';

export const runSummary = z.object({
  runId: rowId,
  asOf: civilDate,
  finishedAt: z.string(),
  entries: count,
  memberships: count,
  byClass: z.record(z.string(), count),
  review: count,
  /** True when rosters or exports changed after this run. */
  stale: z.boolean(),
});
export type RunSummary = z.infer<typeof runSummary>;

export const reviewSide = z.object({
  name: z.string(),
  nikMasked: z.string().nullable(),
  kpj: z.string().nullable(),
  birthDate: civilDate.nullable(),
  sex: z.string().nullable(),
  place: z.string().nullable(),
  detail: z.string().nullable(),
});

export const reviewPair = z.object({
  id: rowId,
  entryId: rowId,
  roster,
  class: z.string(),
  probability: z.number(),
  why: z.string(),
  left: reviewSide,
  right: reviewSide,
  decision: z.enum(['open', 'same', 'different']),
});
export type ReviewPair = z.infer<typeof reviewPair>;

export const budgetLine = z.object({
  roster,
  fundSource,
  accountCode: z.string(),
  accountName: z.string(),
  programme,
  persons: count,
  personMonths: count,
  amount: rupiah,
  verified: z.boolean(),
});
export type BudgetLine = z.infer<typeof budgetLine>;

export const budgetScopes = ['missing', 'active', 'all'] as const;
export const budgetScope = z.enum(budgetScopes);

export const budgetView = z.object({
  year: fiscalYear,
  scope: budgetScope,
  lines: z.array(budgetLine),
  byMonth: z.array(z.object({ month, amount: rupiah, persons: count })),
  byRoster: z.array(z.object({ roster, persons: count, amount: rupiah })),
  total: rupiah,
  persons: count,
  /** Named and counted, never silently zero. */
  gaps: z.array(z.object({ code: z.string(), roster: roster.nullable(), persons: count })),
  assumptions: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});
export type BudgetView = z.infer<typeof budgetView>;

export const packetFile = z.object({
  kind: z.enum(['packet-pdf', 'list-pdf', 'tables-xlsx', 'list-xlsx']),
  file: z.string(),
  fileName: z.string(),
  pages: count.nullable(),
  bytes: count,
});

export const workRoutes = {
  'reconcile.run': job({ in: z.object({ asOf: civilDate.optional() }).strict(), out: runSummary }),
  'reconcile.latest': query({ in: nothing, out: runSummary.nullable() }),
  'reconcile.review': query({
    in: z
      .object({
        after: rowId.optional(),
        limit: z.number().int().min(1).max(100),
        open: z.boolean(),
      })
      .strict(),
    out: z.object({ pairs: z.array(reviewPair), open: count, decided: count }),
  }),
  'reconcile.decide': command({
    in: z
      .object({
        id: rowId,
        decision: z.enum(['open', 'same', 'different']),
        note: z.string().max(400).optional(),
      })
      .strict(),
    out: done,
  }),
  'budget.compute': query({
    in: z.object({ year: fiscalYear.optional(), scope: budgetScope }).strict(),
    out: budgetView,
  }),
  'packet.print': job({
    in: z
      .object({
        folder: z.string().min(8).max(64),
        paper: z.enum(['A4', 'F4']),
        letterNumber: z.string().max(60).optional(),
        letterDate: civilDate.optional(),
      })
      .strict(),
    out: z.object({ files: z.array(packetFile), folder: z.string() }),
  }),
  'job.cancel': command({ in: z.object({ jobId: z.string().max(64) }).strict(), out: done }),
} as const;
