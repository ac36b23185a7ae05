/** One value put right wherever it stands, or put back: few rows at once, many as a pass over the whole plan. */
import { shownText } from '../../contract/cell-text.ts';
import type { Edited, FixableField } from '../../contract/import-edit-routes.ts';
import {
  rowsFixedTo,
  rowsWithValue,
  type StagedEditRecord,
} from '../../store/import/staged-edits.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { type EditRequest, editBatch } from './edit-batch.ts';
import { type RowEdits, valueColumn } from './row-edits.ts';
import { issuesOf } from './staged-values.ts';

export interface EditAllInput {
  readonly batchId: number;
  readonly how: 'fix' | 'unfix';
  readonly field: FixableField;
  readonly from: string;
  readonly to: string;
}

export function withFix(edits: RowEdits, field: FixableField, value: string): RowEdits {
  return { ...edits, fixes: { ...edits.fixes, [field]: value } };
}

export function withoutFix(edits: RowEdits, field: FixableField): RowEdits {
  const { [field]: _, ...fixes } = edits.fixes;
  return { ...edits, fixes };
}

function fileSays(row: StagedEditRecord, field: FixableField): string {
  const said = JSON.parse(row.base_values) as Record<string, string | number>;
  return shownText(said, issuesOf(row.base_issues), field);
}

/** What is to be done with which rows. */
export function editAllRequest({ batchId, how, field, from, to }: EditAllInput): EditRequest {
  const units = field === 'unit';
  if (how === 'fix') {
    return {
      batchId,
      rows: (sql) => rowsWithValue(sql, batchId, valueColumn(field), from),
      change: (edits) => withFix(edits, field, to),
      units,
      journal: { action: 'import.fix', params: { field } },
    };
  }
  return {
    batchId,
    rows: (sql) =>
      rowsFixedTo(sql, batchId, field, to)
        .filter((row) => fileSays(row, field) === from)
        .map(({ seq }) => seq),
    change: (edits) => withoutFix(edits, field),
    units,
    journal: { action: 'import.unfix', params: { field } },
  };
}

/** Throws what `editBatch` throws, and `job.cancelled`; then nothing is changed. */
export const editAllTask: Task<EditAllInput, Edited> = async (input, task) => {
  using store = openStoreInWorker(needAccess(task));
  return await editBatch(store, task.now(), editAllRequest(input), task);
};
