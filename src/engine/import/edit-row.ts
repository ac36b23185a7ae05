/** A row of a plan while it is being changed. */
import type { RowAction, RowIssue } from '../../contract/import-routes.ts';
import type { StagedRowRecord } from '../../store/import/batches.ts';
import type { InFileFinding } from './in-file.ts';
import { issuesOf } from './staged-values.ts';

type Said = Readonly<Record<string, string | number>>;

export interface EditRow {
  readonly seq: number;
  readonly sheet: string;
  readonly row: number;
  /** What the row says now, without what the plan made of it. */
  readonly said: Said;
  readonly issues: readonly RowIssue[];
  /** What it said before, when it was changed. */
  readonly before?: Said;
  /** What an earlier row of the file makes of it; set before it is planned. */
  twin?: InFileFinding | null;
  readonly stored: StoredOutcome;
}

export interface StoredOutcome {
  readonly action: RowAction;
  readonly severity: string | null;
  readonly issues: readonly RowIssue[];
  /** JSON texts as they stand. */
  readonly text: { readonly values: string; readonly issues: string | null };
}

/** Somebody whom a full list does not name: stands in the roster, in no row of the file. */
export function isLeaver({ row }: Pick<EditRow, 'row'>): boolean {
  return row === 0;
}

export function rowOf(record: StagedRowRecord): EditRow {
  const { changed: _, ...said } = JSON.parse(record.values) as Record<string, string | number>;
  const issues = issuesOf(record.issues);
  return {
    seq: record.seq,
    sheet: record.sheet,
    row: record.source_row,
    said,
    issues,
    stored: {
      action: record.action,
      severity: record.severity,
      issues,
      text: { values: record.values, issues: record.issues },
    },
  };
}

interface NextOutcome {
  readonly action: RowAction;
  readonly values: string;
  readonly issues: string | null;
}

/** True when the row stands as it would be written. Whom it means follows from what it says. */
export function sameOutcome({ stored }: EditRow, next: NextOutcome): boolean {
  return (
    stored.action === next.action &&
    stored.text.values === next.values &&
    stored.text.issues === next.issues
  );
}
