/** Staged rows as the page shows them: with what the file says where a cell was put right. */

import { shownText, valueKey } from '../../contract/cell-text.ts';
import type { FixableField } from '../../contract/import-edit-routes.ts';
import type { StagedRow } from '../../contract/import-routes.ts';
import type { StagedRowRecord } from '../../store/import/batches.ts';
import { readStagedEdits, type StagedEditRecord } from '../../store/import/staged-edits.ts';
import type { ReadSql } from '../../store/store.ts';
import { editsOf } from './row-edits.ts';
import { issuesOf } from './staged-values.ts';

/** Rows in order of their numbers, of one batch. */
export function stagedRowViews(
  sql: ReadSql,
  batchId: number,
  rows: readonly StagedRowRecord[],
): StagedRow[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const edits = new Map(
    readStagedEdits(sql, batchId, first.seq, last.seq).map((edit) => [edit.seq, edit]),
  );
  return rows.map((row) => {
    const edit = edits.get(row.seq);
    return {
      seq: row.seq,
      sheet: row.sheet,
      row: row.source_row,
      action: row.action,
      severity: row.severity,
      values: JSON.parse(row.values) as StagedRow['values'],
      issues: issuesOf(row.issues),
      ...(edit === undefined ? {} : { original: originalOf(edit) }),
    };
  });
}

function originalOf(edit: StagedEditRecord): Record<string, string> {
  const said = JSON.parse(edit.base_values) as Record<string, string | number>;
  const issues = issuesOf(edit.base_issues);
  const fixed = Object.keys(editsOf(edit.edits).fixes) as FixableField[];
  return Object.fromEntries(
    fixed.map((field) => [valueKey(field), shownText(said, issues, field)]),
  );
}
