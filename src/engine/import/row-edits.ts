/** What a person changed in a row of a plan, and how it stands among the row's findings. */
import { issueFieldsOf, valueKey } from '../../contract/cell-text.ts';
import type { FixableField, RowDecision } from '../../contract/import-edit-routes.ts';
import type { RowIssue } from '../../contract/import-routes.ts';
import type { ValueColumn } from '../../store/import/staged-edits.ts';
import { issue } from './issues.ts';

export interface RowEdits {
  readonly fixes: Readonly<Partial<Record<FixableField, string>>>;
  readonly excluded: boolean;
  readonly decision: RowDecision | null;
}

export const noEdits: RowEdits = { fixes: {}, excluded: false, decision: null };

export function isEdited({ fixes, excluded, decision }: RowEdits): boolean {
  return excluded || decision !== null || Object.keys(fixes).length > 0;
}

/** Edits written as `JSON.stringify` of themselves. */
export function editsOf(json: string): RowEdits {
  return { ...noEdits, ...(JSON.parse(json) as Partial<RowEdits>) };
}

export function valueColumn(field: FixableField): ValueColumn {
  const rawKey = field === 'nik' || field === 'kpj' ? `${field}Raw` : null;
  return { key: valueKey(field), rawKey, issueFields: issueFieldsOf(field) };
}

/** Notes that say a row was changed by hand; a plan made again reads the decision from them. */
export function editIssues({ fixes, excluded, decision }: RowEdits): RowIssue[] {
  return [
    ...Object.keys(fixes).map((field) => issue('info', field, 'value.fixed')),
    ...(excluded ? [issue('info', 'row', 'row.excluded')] : []),
    ...(decision === null ? [] : [issue('info', 'row', `decided.${decision}`)]),
  ];
}

export function isExcluded(issues: readonly RowIssue[]): boolean {
  return issues.some(({ code }) => code === 'row.excluded');
}

export function decisionIn(issues: readonly RowIssue[]): RowDecision | null {
  if (issues.some(({ code }) => code === 'decided.same')) return 'same';
  return issues.some(({ code }) => code === 'decided.other') ? 'other' : null;
}

const ofThePlan: ReadonlySet<string> = new Set([
  'duplicate.other-roster',
  'nik.other-person',
  'nik.differs-from-roster',
  'update.left-out',
  'leave.returned',
]);
const ofTheFile: ReadonlySet<string> = new Set(['duplicate.in-file', 'nik.of-two-people']);

/** A finding against the store. A namesake inside the file is told by its place; one in the store by its rosters. */
export function isOfThePlan({ code, params }: RowIssue): boolean {
  if (code === 'duplicate.same-name') return params?.['row'] === undefined;
  return ofThePlan.has(code);
}

/** A finding that keeps the row from being planned against the store. */
export function isHeldByFile({ code }: RowIssue): boolean {
  return ofTheFile.has(code);
}

/** A finding about an earlier row of the same file. */
export function isOfTheFile(found: RowIssue): boolean {
  return isHeldByFile(found) || (found.code === 'duplicate.same-name' && !isOfThePlan(found));
}

/** A row's own findings: what its cells say, without twins, the store, and what was decided. */
export function ownIssues(issues: readonly RowIssue[]): RowIssue[] {
  return issues.filter(
    (one) =>
      !(
        isOfThePlan(one) ||
        isOfTheFile(one) ||
        one.code === 'value.fixed' ||
        one.code === 'row.excluded' ||
        one.code.startsWith('decided.')
      ),
  );
}
