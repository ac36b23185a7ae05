/** Fund sources: those everybody has, and a regency's own. */
import * as z from 'zod';
import { fundKinds, longestFundName } from '../domain/segments.ts';
import { count, done, fundSource } from './common.ts';
import { command, query } from './route.ts';

const name = z.string().trim().min(2).max(longestFundName);
const author = z.string().trim().min(2).max(100);

export const fundView = z.object({
  id: fundSource,
  name: z.string(),
  kind: z.enum(fundKinds),
  /** Null for those everybody has. */
  own: z.object({ author: z.string(), addedAt: z.string() }).nullable(),
});
export type FundView = z.infer<typeof fundView>;

export const fundUse = z.object({
  workers: count,
  lines: count,
  payments: count,
  plans: count,
  /** Rows of imports that wait. */
  waiting: count,
});

export const fundRoutes = {
  'fund.list': query({ in: z.object({}).strict(), out: z.array(fundView) }),
  /** `fund.name-taken` for a name that is there, also among those everybody has. */
  'fund.add': command({
    in: z.object({ name, kind: z.enum(fundKinds), author }).strict(),
    out: z.object({ id: fundSource }),
  }),
  /** Gives an own source another name, or kind, wherever it stands. */
  'fund.change': command({
    in: z.object({ id: fundSource, name, kind: z.enum(fundKinds), author }).strict(),
    out: z.object({ id: fundSource }),
  }),
  /** Takes an own source off the list; `fund.in-use` while something names it. */
  'fund.remove': command({ in: z.object({ id: fundSource, author }).strict(), out: done }),
} as const;
