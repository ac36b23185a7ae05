import { z } from 'zod';
import { AppError } from './app-error.ts';
import type { Month } from './brand.ts';
import { parseMonth } from './month.ts';

/** How sure a figure of the shipped tables is; anything but `verified` is shown as "belum diverifikasi". */
export const confidences = ['verified', 'memory', 'uncertain'] as const;
export type Confidence = (typeof confidences)[number];

/** Fields every row of a shipped or edited table carries. */
export const rowIdentity = {
  id: z.string().min(1),
  source: z.string().min(1),
  confidence: z.enum(confidences),
};

/** A positive safe integer; rates are millionths, amounts whole rupiah or sen by the field's name. */
export const positiveInteger = z.int().positive();

/** On a row that a regency put in place of a shipped one: its number, who entered it, when and why. */
export const ownMark = z.strictObject({
  id: positiveInteger,
  author: z.string().min(1),
  on: z.string().min(1),
  reason: z.string().min(1),
});
export type OwnMark = Readonly<z.infer<typeof ownMark>>;

/** A `YYYY-MM` of a table. */
export const monthSchema = z.string().transform((text, context): Month => {
  const month = parseMonth(text);
  if (month !== null) return month;
  context.addIssue({ code: 'custom', message: 'month' });
  return z.NEVER;
});

/** Parses a table from an already-read JSON value; throws `input.invalid` that names the field which is wrong. */
export function parseResource<T>(schema: z.ZodType<T>, value: unknown, table: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError('input.invalid', {
    at: { field: [table, ...(issue?.path ?? [])].map(String).join('.') },
    params: { reason: issue?.code ?? 'shape', table },
  });
}

/** A row that holds from a month to a month, both included; `to` null is still in force. */
export interface DatedRow {
  readonly id: string;
  readonly from: Month;
  readonly to: Month | null;
}

/** True when a row is in force in a month. */
export function isInForce(row: DatedRow, month: Month): boolean {
  return row.from <= month && (row.to === null || month <= row.to);
}

/**
 * Throws `input.invalid` (reason `overlap`, ids of both rows) when two rows of the same key are in force in one month,
 * or a row ends before it begins (reason `reversed`).
 */
export function refuseOverlaps<T extends DatedRow>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  table: string,
): void {
  const last = new Map<string, T>();
  for (const row of rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (row.to !== null && row.to < row.from) {
      throw new AppError('input.invalid', {
        at: { field: table },
        params: { reason: 'reversed', rows: [row.id] },
      });
    }
    const before = last.get(keyOf(row));
    if (before !== undefined && (before.to === null || before.to >= row.from)) {
      throw new AppError('input.invalid', {
        at: { field: table },
        params: { reason: 'overlap', rows: [before.id, row.id] },
      });
    }
    last.set(keyOf(row), row);
  }
}
