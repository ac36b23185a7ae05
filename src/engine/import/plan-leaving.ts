/** Plans who leaves when a file is the full list of its units or of the whole roster. */
import type { Severity } from '../../contract/common.ts';
import type { ImportChoices, RowAction, RowIssue } from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { lastStagedSeq } from '../../store/import/batches.ts';
import { type MissingEntry, missingEntries, openRows } from '../../store/import/leave-rows.ts';
import { writeStaged } from '../../store/import/stage-writer.ts';
import type { WriteSql, WriteStore } from '../../store/store.ts';
import { personKey } from '../../store/unit-key.ts';
import type { TaskContext } from '../worker/task.ts';
import { isRosterKind } from './fields.ts';
import { issue, worstOf } from './issues.ts';
import { issuesJson, valuesJson } from './staged-values.ts';

export interface LeavingContext {
  readonly store: WriteStore;
  readonly kind: ImportKind;
  readonly batchId: number;
  readonly choices: ImportChoices;
  readonly task: TaskContext;
  readonly planned: (
    action: RowAction,
    issues: readonly RowIssue[],
    severity: Severity | null,
  ) => void;
}

const chunk = 5_000;

/**
 * Adds a row for each person whom the full list does not name; nothing in the other modes. A namesake whose row
 * waits for a decision is not said to be missing; one whose row would be a new person is, with a warning.
 */
export function planLeaving(context: LeavingContext): void {
  const { store, kind, batchId, choices, task } = context;
  if (choices.mode !== 'replace' || !isRosterKind(kind)) return;
  store.transact([], (sql) => {
    const next = missingEntries(sql, { batchId, roster: kind, scope: choices.leaveScope });
    const namesakes = namesakesOf(sql, batchId);
    let seq = lastStagedSeq(sql, batchId);
    for (let after = 0; ; ) {
      const entries = next(after, chunk);
      const last = entries.at(-1);
      if (last === undefined) return;
      after = last.entryId;
      if (task.signal.aborted) throw new AppError('job.cancelled');
      for (const entry of entries) {
        const found = namesakes(entry);
        if (found === 'conflict') continue;
        const issues = found === 'add' ? [issue('warning', 'name', 'leave.namesake')] : [];
        seq += 1;
        context.planned('leave', issues, worstOf(issues));
        writeStaged(sql, batchId, [leaveRow(entry, seq, issues)]);
      }
    }
  });
}

function leaveRow(entry: MissingEntry, seq: number, issues: readonly RowIssue[]) {
  const { entryId, personId, ...values } = entry;
  return {
    seq,
    sheet: '',
    row: 0,
    action: 'leave' as const,
    severity: worstOf(issues),
    personId,
    entryId,
    values: valuesJson(values),
    issues: issuesJson(issues),
  };
}

/** Tells of an entry whether an open row of the file carries the same name and no other birth date. */
function namesakesOf(sql: WriteSql, batchId: number) {
  const rows = new Map<string, { birthDate: string | null; action: 'add' | 'conflict' }[]>();
  for (const { name, birthDate, action } of openRows(sql, batchId)) {
    const key = personKey(name);
    rows.set(key, [...(rows.get(key) ?? []), { birthDate, action }]);
  }
  return ({ name, birthDate }: MissingEntry): 'add' | 'conflict' | null => {
    const alike = (rows.get(personKey(name)) ?? []).filter(
      (row) => row.birthDate === null || birthDate === null || row.birthDate === birthDate,
    );
    return alike.find(({ action }) => action === 'conflict')?.action ?? alike[0]?.action ?? null;
  };
}
