/** Changes rows of a staged plan by hand, with every row of the file that their change bears on. */
import type { Edited } from '../../contract/import-edit-routes.ts';
import type {
  ImportChoices,
  ImportMode,
  RowAction,
  RowIssue,
} from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { readBatch } from '../../store/import/batches.ts';
import { setLeaver } from '../../store/import/leave-rows.ts';
import { type RosterLookup, rosterLookup } from '../../store/import/roster-lookup.ts';
import { replanStaged } from '../../store/import/stage-writer.ts';
import {
  countNewUnits,
  readStagedEdits,
  readStagedRow,
  removeStagedEdit,
  writeBatchFigures,
  writeStagedEdit,
} from '../../store/import/staged-edits.ts';
import type { JournalParams } from '../../store/journal.ts';
import { writeJournal } from '../../store/journal.ts';
import { listOwnFunds } from '../../store/own-funds.ts';
import { readProfile } from '../../store/profile.ts';
import type { ReadSql, WriteSql, WriteStore } from '../../store/store.ts';
import { listUnits } from '../../store/units.ts';
import { type Figures, figuresOf } from './batch-figures.ts';
import { dayOf } from './day-of.ts';
import { type EditTask, editMany, type ManyEdits } from './edit-many.ts';
import { type EditRow, isLeaver, rowOf, sameOutcome } from './edit-row.ts';
import { isRosterKind } from './fields.ts';
import { fixRow, type SheetHints, valuesOfSaid } from './fix-row.ts';
import { worstOf } from './issues.ts';
import { inMode, planWithTwin, type RowPlan } from './plan-row.ts';
import {
  decisionIn,
  editIssues,
  editsOf,
  isEdited,
  isExcluded,
  noEdits,
  ownIssues,
  type RowEdits,
} from './row-edits.ts';
import { issuesJson, issuesOf, valuesJson } from './staged-values.ts';
import { twinsOf } from './twins.ts';
import { createUnitBook } from './units.ts';

export interface EditRequest {
  readonly batchId: number;
  /** Numbers of the rows, found inside the transaction that changes them. */
  readonly rows: (sql: ReadSql) => readonly number[];
  readonly change: (edits: RowEdits, seq: number) => RowEdits;
  /** True when an OPD may come or go with this change. */
  readonly units: boolean;
  /** Null for what is no new deed of a person. */
  readonly journal: { readonly action: string; readonly params: JournalParams } | null;
}

type StoredBatch = NonNullable<ReturnType<typeof readBatch>>;
type Fixer = ReturnType<typeof fixRow>;

/** From so many rows on, the plan is gone through once as a whole. */
const rowsAtOnce = 5_000;

/**
 * Changes the rows and the plan in one transaction. Throws `not-found` for a batch or row there is none of, and
 * `import.batch-not-staged`.
 */
export async function editBatch(
  store: WriteStore,
  now: Date,
  request: EditRequest,
  task?: EditTask,
  manyFrom = rowsAtOnce,
): Promise<Edited> {
  const { batchId } = request;
  const batch = stagedBatch(store, batchId);
  const fixer = await fixerOf(store, batch, now);
  return store.transact([], (sql) => {
    const current = stagedBatch(store, batchId);
    const figures = figuresOf(current);
    const lookup = isRosterKind(current.kind) ? rosterLookup(sql, current.kind) : null;
    const asked = request.rows(sql);
    const { mode } = JSON.parse(current.choices) as ImportChoices;
    const edits = {
      sql,
      batchId,
      mode,
      figures,
      total: figures.counts().read,
      changed: (seqs: readonly number[]) => changeRows(sql, request, seqs, fixer),
      task,
    };
    const done =
      asked.length < manyFrom || !isRosterKind(current.kind)
        ? editFew({ ...edits, lookup }, asked)
        : editMany(
            {
              ...edits,
              roster: current.kind,
              settle: (row, known) =>
                writePlans(sql, batchId, [row], { lookup: known, mode, figures }).length > 0,
            },
            asked,
          );
    writeFigures(sql, batchId, request.units, mode, figures);
    if (done.rows > 0 && request.journal !== null) {
      writeJournal(sql, {
        at: now.toISOString(),
        action: request.journal.action,
        params: { file: current.file_name, rows: done.rows, ...request.journal.params },
        batchId,
      });
    }
    return done;
  });
}

type FewEdits = Planning & Pick<ManyEdits, 'sql' | 'batchId' | 'changed'>;

/** A few rows: only those that their change bears on are looked at. */
function editFew(
  { sql, batchId, changed: change, ...planning }: FewEdits,
  asked: readonly number[],
) {
  const changed = change(asked);
  const others = planning.lookup === null ? [] : twinsOf(sql, batchId, changed);
  const written = writePlans(sql, batchId, [...changed, ...others], planning);
  const own = new Set(changed.map(({ seq }) => seq));
  return { rows: changed.length, others: written.filter((seq) => !own.has(seq)).length };
}

function stagedBatch(store: WriteStore, batchId: number): StoredBatch {
  const batch = readBatch(store, batchId);
  if (batch === undefined)
    throw new AppError('not-found', { params: { what: 'batch', id: batchId } });
  if (batch.state !== 'staged') {
    throw new AppError('import.batch-not-staged', { params: { state: batch.state } });
  }
  return batch;
}

/** Null for a BPJS list: what the branch wrote is not for us to change. */
async function fixerOf(store: WriteStore, batch: StoredBatch, now: Date): Promise<Fixer | null> {
  const { kind } = batch;
  if (!isRosterKind(kind)) return null;
  const profile = readProfile(store);
  const sheets = hintsOf(batch.sheets);
  return fixRow({
    roster: kind,
    units: createUnitBook(await listUnits(store), profile.name),
    ownFunds: listOwnFunds(store).map(({ id }) => id),
    asOf: dayOf(now),
    regency: profile.code.replace('.', ''),
    sheet: (name) => sheets.get(name) ?? { fields: new Set(), usualWageSen: null },
  });
}

interface StoredSheet {
  readonly name: string;
  readonly columns: readonly { readonly field: string | null }[];
  readonly usualWageSen?: number | null;
}

function hintsOf(sheets: string): ReadonlyMap<string, SheetHints> {
  // Written by the staging task as the contract's sheet plans.
  return new Map(
    (JSON.parse(sheets) as StoredSheet[]).map(({ name, columns, usualWageSen }) => [
      name,
      {
        fields: new Set(columns.flatMap(({ field }) => (field === null ? [] : [field]))),
        usualWageSen: usualWageSen ?? null,
      },
    ]),
  );
}

/** The rows with their new values and own findings, not yet planned. */
function changeRows(
  sql: WriteSql,
  { batchId, change }: EditRequest,
  asked: readonly number[],
  fixer: Fixer | null,
): EditRow[] {
  const changed: EditRow[] = [];
  for (const seq of asked) {
    const stored = readStagedRow(sql, batchId, seq);
    if (stored === undefined) throw new AppError('not-found', { params: { what: 'row', id: seq } });
    const row = rowOf(stored);
    const kept = readStagedEdits(sql, batchId, seq, seq)[0];
    const before = kept === undefined ? noEdits : editsOf(kept.edits);
    const edits = change(before, seq);
    if (JSON.stringify(edits) === JSON.stringify(before)) continue;
    // Somebody who leaves stands in the roster, not in the file: there is no cell to change, nobody to be decided.
    if (isLeaver(row) && (edits.decision !== null || Object.keys(edits.fixes).length > 0))
      throw new AppError('input.invalid', { at: { field: 'action' } });
    if (fixer === null && Object.keys(edits.fixes).length > 0)
      throw new AppError('input.invalid', { at: { field: 'kind' } });
    const baseValues = kept?.base_values ?? stored.values;
    const baseIssues = kept === undefined ? issuesJson(ownIssues(row.issues)) : kept.base_issues;
    if (isEdited(edits)) {
      const record = { seq, base_values: baseValues, base_issues: baseIssues };
      writeStagedEdit(sql, batchId, { ...record, edits: JSON.stringify(edits) });
    } else removeStagedEdit(sql, batchId, seq);
    const base = rowOf({ ...stored, values: baseValues }).said;
    const read =
      fixer === null || isLeaver(row)
        ? { said: base, issues: issuesOf(baseIssues) }
        : fixer(base, issuesOf(baseIssues), row.sheet, edits.fixes);
    changed.push({
      ...row,
      said: read.said,
      issues: [...read.issues, ...editIssues(edits)],
      before: row.said,
    });
  }
  return changed;
}

interface Planning {
  readonly lookup: RosterLookup | null;
  readonly mode: ImportMode;
  readonly figures: Figures;
}

/** Plans rows and writes those whose plan came out otherwise; gives their numbers. */
function writePlans(
  sql: WriteSql,
  batchId: number,
  rows: readonly EditRow[],
  { lookup, mode, figures }: Planning,
): number[] {
  const written: number[] = [];
  for (const row of rows) {
    if (isLeaver(row)) {
      if (settleLeaver(sql, batchId, row, figures)) written.push(row.seq);
      continue;
    }
    const own = [...ownIssues(row.issues), ...handIssues(row.issues)];
    const plan = planOf(row, lookup, mode);
    const issues = [...own, ...plan.issues];
    const next = {
      seq: row.seq,
      action: plan.action,
      severity: worstOf(issues),
      personId: plan.personId,
      entryId: plan.entryId,
      values: valuesJson(row.said, plan.changed),
      issues: issuesJson(issues),
    };
    if (sameOutcome(row, next)) continue;
    figures.change(row.stored, { ...next, issues });
    replanStaged(sql, batchId, next);
    written.push(row.seq);
  }
  return written;
}

function settleLeaver(sql: WriteSql, batchId: number, row: EditRow, figures: Figures): boolean {
  const action = isExcluded(row.issues) ? 'same' : 'leave';
  if (action === row.stored.action) return false;
  const { seq, issues } = row;
  const severity = worstOf(issues);
  figures.change(row.stored, { action, severity, issues });
  setLeaver(sql, batchId, { seq, action, severity, issues: issuesJson(issues) });
  return true;
}

function handIssues(issues: readonly RowIssue[]): RowIssue[] {
  return issues.filter(
    ({ code }) => code === 'value.fixed' || code === 'row.excluded' || code.startsWith('decided.'),
  );
}

function planOf(row: EditRow, lookup: RosterLookup | null, mode: ImportMode): RowPlan {
  const plain = (action: RowAction): RowPlan => ({
    action,
    personId: null,
    entryId: null,
    issues: [],
    changed: [],
  });
  if (isExcluded(row.issues)) return plain('reject');
  if (lookup === null)
    return plain(row.said['name'] === undefined || row.said['name'] === '' ? 'reject' : 'add');
  const decision = decisionIn(row.issues);
  return inMode(mode, planWithTwin(valuesOfSaid(row.said), row.twin ?? null, lookup, decision));
}

function writeFigures(
  sql: WriteSql,
  batchId: number,
  units: boolean,
  mode: ImportMode,
  figures: Figures,
): void {
  const { newUnits: before, rosterVersion, ...others } = figures.facts;
  // Whom a full list leaves out may be others after an edit: without a version the commit plans anew.
  const facts =
    mode === 'replace' || rosterVersion === undefined ? others : { ...others, rosterVersion };
  const newUnits = units ? countNewUnits(sql, batchId) : (before ?? 0);
  writeBatchFigures(sql, batchId, {
    counts: figures.counts(),
    issueCounts: figures.issueCounts(),
    facts: { ...facts, ...(newUnits === 0 ? {} : { newUnits }) },
  });
}
