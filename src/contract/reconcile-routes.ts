/** Matching and deciding. */
import * as z from 'zod';
import { civilDate, count, done, nothing, roster, rowId } from './common.ts';
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

export const reconcileRoutes = {
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
} as const;
