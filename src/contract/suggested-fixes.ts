/** What a finding suggests to put in its cell; a person decides, nothing is put right by itself. */
import { issueFieldsOf } from './cell-text.ts';
import { type FixableField, fixableFields } from './import-edit-routes.ts';
import type { RowIssue } from './staged-row.ts';

/** Parts several suggestions of one finding in its parameter `suggest`. */
export const suggestionMark = ' | ';

export interface SuggestedFix {
  readonly field: FixableField;
  /** As a person would type it. */
  readonly value: string;
}

/** Suggestions of a row's findings, in their order; none for a finding that leaves nothing to guess. */
export function suggestedFixes(issues: readonly RowIssue[]): SuggestedFix[] {
  return issues.flatMap(({ field: where, params }) => {
    const suggest = params?.['suggest'];
    const field = fixableFields.find((one) => issueFieldsOf(one).includes(where));
    if (typeof suggest !== 'string' || suggest === '' || field === undefined) return [];
    return suggest.split(suggestionMark).map((value) => ({ field, value }));
  });
}
