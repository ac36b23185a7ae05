/** A row of a plan as the page sees it. */
import * as z from 'zod';
import { count, severity } from './common.ts';

/** What a staged row will do when its batch is committed. */
export const rowActions = ['add', 'update', 'same', 'leave', 'conflict', 'reject'] as const;
export const rowAction = z.enum(rowActions);
export type RowAction = z.infer<typeof rowAction>;

/** One finding on one cell; the words are made in the UI from `code` and `params`. */
export const rowIssue = z.object({
  field: z.string(),
  severity,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type RowIssue = z.infer<typeof rowIssue>;

export const stagedRow = z.object({
  seq: count,
  sheet: z.string(),
  row: count,
  action: rowAction,
  severity: severity.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  issues: z.array(rowIssue),
  /** Of each cell put right by hand: what the file says. */
  original: z.record(z.string(), z.string()).optional(),
});
export type StagedRow = z.infer<typeof stagedRow>;
