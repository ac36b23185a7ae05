/** Schemas that several areas of the contract share. */
import * as z from 'zod';
import {
  bpjsExportKinds,
  enrolments,
  entryStatuses,
  type FundSource,
  importKinds,
  isFundSource,
  programmes,
  rosters,
  segments,
} from '../domain/segments.ts';

export const rowId = z.number().int().positive();
export const count = z.number().int().nonnegative();
/** Whole rupiah. */
export const rupiah = z.number().int();
export const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const fiscalYear = z.number().int().min(2015).max(2100);
/** `33.29`, `33.29.01`, `33.29.01.2001`. */
export const regencyCode = z.string().regex(/^\d{2}\.\d{2}$/);
/** An opaque handle to a file the user chose; a path never comes from the page. */
export const fileId = z.string().min(8).max(64);
export const passphrase = z.string().min(1).max(1024);

export const roster = z.enum(rosters);
export const segment = z.enum(segments);
export const programme = z.enum(programmes);
/** A source everybody has, or a regency's own, which says its kind and name itself. */
export const fundSource = z.custom<FundSource>(
  (given) => typeof given === 'string' && isFundSource(given),
);
export const entryStatus = z.enum(entryStatuses);
export const enrolment = z.enum(enrolments);
export const importKind = z.enum(importKinds);
export const bpjsExportKind = z.enum(bpjsExportKinds);
export const severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof severity>;

export const nothing = z.object({}).strict();
export type Nothing = z.infer<typeof nothing>;
export const done = z.object({ ok: z.literal(true) });

/** A coverage figure never travels without its parts. Basis points are hundredths of a percent. */
export const coverageFigure = z.object({
  workers: count,
  registered: count,
  active: count,
  inactive: count,
  missing: count,
  toCheck: count,
  activeBasisPoints: z.number().int().nullable(),
});
export type CoverageFigure = z.infer<typeof coverageFigure>;
