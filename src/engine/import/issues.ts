/** Findings on the cells of a row; codes and parameters only, the words are made in the UI. */

import type { Severity } from '../../contract/common.ts';
import type { RowIssue } from '../../contract/import-routes.ts';

/**
 * Codes that the import itself gives; `nik.*`, `kpj.*`, `npp.*` and `date.*` come from the domain's own readings.
 */
export const importIssueCodes = [
  'name.missing',
  'name.deceased',
  'sex.unknown',
  'marital.unknown',
  'unit.missing',
  'unit.unknown',
  'village.unknown',
  'village.ambiguous',
  'village.missing',
  'wage.invalid',
  'wage.zero',
  'wage.implausible',
  'wage.too-low',
  'wage.too-high',
  'fund.unknown',
  'nip.shape',
  'desil.invalid',
  'age.out-of-range',
  'age.too-old',
  'row.hidden',
  'duplicate.in-file',
  'nik.of-two-people',
  'duplicate.same-name',
  'duplicate.other-roster',
  'nik.other-person',
  'nik.differs-from-roster',
  'grace.invalid',
  'value.fixed',
  'row.excluded',
  'decided.same',
  'decided.other',
  'update.left-out',
  'leave.namesake',
  'leave.returned',
] as const;
export type ImportIssueCode = (typeof importIssueCodes)[number];

type Params = NonNullable<RowIssue['params']>;

export function issue(severity: Severity, field: string, code: string, params?: Params): RowIssue {
  return params === undefined ? { field, severity, code } : { field, severity, code, params };
}

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** The gravest of a row's findings. */
export function worstOf(issues: readonly RowIssue[]): Severity | null {
  let worst: Severity | null = null;
  for (const { severity } of issues) {
    if (worst === null || weight[severity] > weight[worst]) worst = severity;
  }
  return worst;
}

export interface IssueTally {
  readonly add: (issues: readonly RowIssue[]) => void;
  /** Code, field and severity with the number of rows that carry it, most first. */
  readonly counts: () => IssueCount[];
}

export interface IssueCount {
  readonly code: string;
  readonly field: string;
  readonly severity: Severity;
  rows: number;
}

export function createIssueTally(): IssueTally {
  const rows = new Map<string, IssueCount>();
  return {
    add(issues) {
      for (const { code, field, severity } of issues) {
        const key = `${severity} ${field} ${code}`;
        const known = rows.get(key);
        if (known === undefined) rows.set(key, { code, field, severity, rows: 1 });
        else known.rows += 1;
      }
    },
    counts: () => inOrder(rows.values()),
  };
}

/** Most rows first; wholly ordered, so that the same findings always make the same list. */
export function inOrder(counts: Iterable<IssueCount>): IssueCount[] {
  return [...counts].sort(
    (a, b) =>
      b.rows - a.rows ||
      a.code.localeCompare(b.code) ||
      a.field.localeCompare(b.field) ||
      a.severity.localeCompare(b.severity),
  );
}
