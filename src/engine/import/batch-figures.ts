/** The figures of a plan, kept right while single rows of it change. */
import type { Severity } from '../../contract/common.ts';
import type { BatchCounts, RowAction, RowIssue } from '../../contract/import-routes.ts';
import type { readBatch } from '../../store/import/batches.ts';
import { type IssueCount, inOrder } from './issues.ts';

interface Outcome {
  readonly action: RowAction;
  readonly severity: string | null;
  readonly issues: readonly RowIssue[];
}

export interface Figures {
  readonly facts: Readonly<Record<string, unknown>> & { readonly newUnits?: number };
  /** One row no longer counts as before, but so. */
  readonly change: (before: Outcome, after: Outcome) => void;
  readonly counts: () => BatchCounts;
  readonly issueCounts: () => IssueCount[];
}

/** Reads a batch's figures; the staging task wrote them. */
export function figuresOf(batch: NonNullable<ReturnType<typeof readBatch>>): Figures {
  const counts: { -readonly [K in keyof BatchCounts]: BatchCounts[K] } = JSON.parse(batch.counts);
  const found = new Map<string, IssueCount>();
  const keyOf = (one: { severity: Severity; field: string; code: string }) =>
    `${one.severity} ${one.field} ${one.code}`;
  for (const one of JSON.parse(batch.issue_counts) as IssueCount[]) found.set(keyOf(one), one);

  const add = ({ action, severity, issues }: Outcome, by: 1 | -1) => {
    counts[action] += by;
    if (severity === 'error') counts.errors += by;
    if (severity === 'warning') counts.warnings += by;
    for (const { code, field, severity: degree } of issues) {
      const key = keyOf({ code, field, severity: degree });
      const known = found.get(key) ?? { code, field, severity: degree, rows: 0 };
      known.rows += by;
      if (known.rows > 0) found.set(key, known);
      else found.delete(key);
    }
  };
  return {
    facts: JSON.parse(batch.facts) as Figures['facts'],
    change: (before, after) => {
      add(before, -1);
      add(after, 1);
    },
    counts: () => counts,
    issueCounts: () => inOrder(found.values()),
  };
}
