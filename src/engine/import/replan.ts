/** Plans a staged roster batch again, after the rosters it was planned against were changed. */

import type { Severity } from '../../contract/common.ts';
import type { BatchCounts, ImportMode, RowAction, RowIssue } from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { finishBatch, readBatch, readStagedRows } from '../../store/import/batches.ts';
import { dropLeaveRows } from '../../store/import/leave-rows.ts';
import { rosterLookup } from '../../store/import/roster-lookup.ts';
import { replanStaged } from '../../store/import/stage-writer.ts';
import { areaVersion } from '../../store/meta.ts';
import type { WriteStore } from '../../store/store.ts';
import { unitNames } from '../../store/units.ts';
import type { TaskContext } from '../worker/task.ts';
import { isRosterKind } from './fields.ts';
import { createIssueTally, worstOf } from './issues.ts';
import type { OpenBatch } from './open-batch.ts';
import { planLeaving } from './plan-leaving.ts';
import { inMode, noActions, planRow, type RowPlan } from './plan-row.ts';
import type { RosterValues } from './roster-row.ts';
import { decisionIn, isExcluded, isHeldByFile, isOfTheFile, isOfThePlan } from './row-edits.ts';
import { issuesJson, issuesOf, rosterValuesOf, valuesJson } from './staged-values.ts';

const chunk = 5_000;
/** Writes the new plan and gives its counts. Rows that the file itself holds back stay held back. */
export function replanBatch(store: WriteStore, batch: OpenBatch, task: TaskContext): BatchCounts {
  const stored = readBatch(store, batch.id);
  if (!isRosterKind(batch.kind) || stored === undefined) throw new AppError('not-found');
  const lookup = rosterLookup(store.sql, batch.kind);
  const rosterVersion = areaVersion(store, 'roster');
  const units = unitNames(store);
  const newUnits = new Set<string>();
  const tally = createIssueTally();
  const actions = noActions();
  const severe = { error: 0, warning: 0, info: 0 };
  const { read } = batch.counts;
  const { mode } = batch.choices;
  const planned = (action: RowAction, issues: readonly RowIssue[], severity: Severity | null) => {
    actions[action] += 1;
    if (severity !== null) severe[severity] += 1;
    tally.add(issues);
  };
  store.transact([], (sql) => dropLeaveRows(sql, batch.id));
  for (let after = 0; ; ) {
    const rows = readStagedRows(store, { batchId: batch.id }, after, chunk);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.seq;
    task.progress('check', after, read);
    if (task.signal.aborted) throw new AppError('job.cancelled');
    store.transact([], (sql) => {
      for (const row of rows) {
        const before = issuesOf(row.issues);
        if (row.source_row === 0) {
          // Who was told to stay stays, and is not looked for again.
          planned(row.action, before, worstOf(before));
          continue;
        }
        const values = inUnitsOf(rosterValuesOf(row.values), units);
        if (values.newUnit !== null) newUnits.add(values.newUnit);
        const plan = planAgain(values, before, row.action, lookup, mode);
        const issues = [...before.filter((issue) => !isOfThePlan(issue)), ...plan.issues];
        const severity = worstOf(issues);
        planned(plan.action, issues, severity);
        replanStaged(sql, batch.id, {
          seq: row.seq,
          action: plan.action,
          severity,
          personId: plan.personId,
          entryId: plan.entryId,
          values: valuesJson(values, plan.changed),
          issues: issuesJson(issues),
        });
      }
    });
  }
  planLeaving({
    store,
    kind: batch.kind,
    batchId: batch.id,
    choices: batch.choices,
    planned,
    task,
  });
  const counts = { ...batch.counts, ...actions, errors: severe.error, warnings: severe.warning };
  const facts = { ...batch.facts, rosterVersion, newUnits: newUnits.size };
  store.transact([], (sql) => {
    const sheets = JSON.parse(stored.sheets) as object;
    finishBatch(sql, batch.id, { facts, sheets, counts, issueCounts: tally.counts() });
  });
  return counts;
}

function planAgain(
  values: RosterValues,
  before: readonly RowIssue[],
  action: RowAction,
  lookup: ReturnType<typeof rosterLookup>,
  mode: ImportMode,
): RowPlan {
  const decision = decisionIn(before);
  const held = before.some((found) =>
    decision === 'same' ? isOfTheFile(found) : isHeldByFile(found) && decision === null,
  );
  if (isExcluded(before) || held) {
    return { action, personId: null, entryId: null, issues: [], changed: [] };
  }
  return inMode(mode, planRow(values, lookup, decision));
}

/** An OPD goes with the import that brought it: a row that names it brings it again. */
function inUnitsOf(values: RosterValues, units: ReadonlyMap<number, string>): RosterValues {
  if (values.unitId === null || units.has(values.unitId)) return values;
  return { ...values, unitId: null, newUnit: values.unit };
}
