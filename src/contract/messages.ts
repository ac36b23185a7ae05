/** What travels over the MessagePort between page and engine. Plain data, no functions, no prose. */
import * as z from 'zod';
import type { AppErrorData } from '../domain/app-error.ts';

/** Page → engine. `id` is chosen by the page; for a job it is also the job's id. */
export const request = z
  .object({
    t: z.literal('call'),
    id: z.string().min(1).max(64),
    route: z.string().max(64),
    in: z.unknown(),
  })
  .strict();
export type Request = z.infer<typeof request>;

export type Reply =
  | { readonly t: 'result'; readonly id: string; readonly ok: true; readonly value: unknown }
  | { readonly t: 'result'; readonly id: string; readonly ok: false; readonly error: AppErrorData };

/** Progress of a running job; at most ten a second. */
export interface JobProgress {
  readonly jobId: string;
  readonly route: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: string;
}

export type EngineEvent =
  | { readonly t: 'progress'; readonly job: JobProgress }
  | { readonly t: 'job-ended'; readonly jobId: string }
  /** Something a page shows may have changed: which areas to ask for again. */
  | { readonly t: 'changed'; readonly areas: readonly ChangedArea[] };

export type ChangedArea =
  | 'store'
  | 'roster'
  | 'import'
  | 'links'
  | 'budget'
  | 'profile'
  | 'findings';

export type EngineMessage = Reply | EngineEvent;
