/** Jobs of every kind. */
import * as z from 'zod';
import { done } from './common.ts';
import { command } from './route.ts';

export const jobRoutes = {
  'job.cancel': command({ in: z.object({ jobId: z.string().max(64) }).strict(), out: done }),
} as const;
