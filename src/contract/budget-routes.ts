/** Pricing. */
import * as z from 'zod';
import { employerGroups, payers } from '../domain/segments.ts';
import {
  count,
  fiscalYear,
  fundSource,
  month,
  programme,
  roster,
  rowId,
  rupiah,
} from './common.ts';
import { query } from './route.ts';

export const budgetLine = z.object({
  roster,
  fundSource,
  accountCode: z.string(),
  accountName: z.string(),
  /** Set where lines are kept by OPD. */
  unitId: rowId.nullable(),
  unitName: z.string().nullable(),
  programme,
  payer: z.enum(payers),
  persons: count,
  personMonths: count,
  /** Months of premium when everybody on the line has the same ones; null when persons × months is not personMonths. */
  months: count.nullable(),
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
  /** Cut from wages, not in `total`. */
  workerShare: rupiah,
  persons: count,
  /** Named and counted, never silently zero. */
  gaps: z.array(z.object({ code: z.string(), roster: roster.nullable(), persons: count })),
  assumptions: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});
export type BudgetView = z.infer<typeof budgetView>;

export const budgetLineQuery = z
  .object({
    year: fiscalYear,
    scope: budgetScope,
    unitId: rowId.nullable(),
    roster,
    fundSource,
    accountCode: z.string().max(60),
    programme,
    payer: z.enum(payers),
  })
  .strict();
export type BudgetLineQuery = z.infer<typeof budgetLineQuery>;

/** How the people of a line are priced: the commonest wages with their reckoning. */
export const budgetLineDetail = z.object({
  rows: z.array(
    z.object({
      employerGroup: z.enum(employerGroups),
      persons: count,
      from: month.nullable(),
      to: month.nullable(),
      wageText: z.string().nullable(),
      gap: z.string().nullable(),
      stretches: z.array(z.object({ from: month, to: month, amount: rupiah, text: z.string() })),
    }),
  ),
  groups: count,
  otherGroups: count,
  persons: count,
});
export type BudgetLineDetail = z.infer<typeof budgetLineDetail>;

export const budgetRoutes = {
  'budget.line': query({ in: budgetLineQuery, out: budgetLineDetail }),
  'budget.compute': query({
    in: z.object({ year: fiscalYear.optional(), scope: budgetScope }).strict(),
    out: budgetView,
  }),
} as const;
