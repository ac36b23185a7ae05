/** Pricing. */
import * as z from 'zod';
import { count, fiscalYear, fundSource, month, programme, roster, rupiah } from './common.ts';
import { query } from './route.ts';

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

export const budgetRoutes = {
  'budget.compute': query({
    in: z.object({ year: fiscalYear.optional(), scope: budgetScope }).strict(),
    out: budgetView,
  }),
} as const;
