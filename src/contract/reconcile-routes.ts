/** Matching. */
import * as z from 'zod';
import { civilDate, count, nothing, rowId } from './common.ts';
import { job, query } from './route.ts';

export const runSummary = z.object({
  runId: rowId,
  asOf: civilDate,
  finishedAt: z.string(),
  entries: count,
  memberships: count,
  byClass: z.record(z.string(), count),
  review: count,
  /** Rows of both sides that were matched, and those that kept what the run before had found. */
  rescored: count,
  unchanged: count,
  /** True while the findings are not those of this run and of the decisions since: never counted, or stopped. */
  findingsStale: z.boolean(),
  /** True when rosters or exports changed after this run. */
  stale: z.boolean(),
  /** Version of the matcher, and from how many decisions of officers its probabilities were set anew. */
  engineVersion: z.string(),
  learnedFrom: count,
});
export type RunSummary = z.infer<typeof runSummary>;

export const reconcileRoutes = {
  'reconcile.run': job({
    in: z
      .object({
        asOf: civilDate.optional(),
        /** True to match all rows; otherwise only what has changed since the last run, where that is little. */
        full: z.boolean().optional(),
      })
      .strict(),
    out: runSummary,
  }),
  'reconcile.latest': query({ in: nothing, out: runSummary.nullable() }),
} as const;
