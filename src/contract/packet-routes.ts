/** Printing. */
import * as z from 'zod';
import { civilDate, count } from './common.ts';
import { job } from './route.ts';

export const packetFile = z.object({
  kind: z.enum(['packet-pdf', 'list-pdf', 'tables-xlsx', 'list-xlsx']),
  file: z.string(),
  fileName: z.string(),
  pages: count.nullable(),
  bytes: count,
});

export const packetRoutes = {
  'packet.print': job({
    in: z
      .object({
        folder: z.string().min(8).max(64),
        paper: z.enum(['A4', 'F4']),
        letterNumber: z.string().max(60).optional(),
        letterDate: civilDate.optional(),
        /** Adds what protection is worth to the budget attachment. */
        benefits: z.boolean().optional(),
      })
      .strict(),
    out: z.object({ files: z.array(packetFile), folder: z.string() }),
  }),
} as const;
