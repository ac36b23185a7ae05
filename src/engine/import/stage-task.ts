/** Reads a file twice — once to decide on its columns, once to check its rows — and writes the plan. */

import type { Severity } from '../../contract/common.ts';
import type {
  ImportChoices,
  RowAction,
  RowIssue,
  SheetPlan,
} from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate } from '../../domain/brand.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { beginBatch, findCommitted, finishBatch } from '../../store/import/batches.ts';
import { writeSetAside } from '../../store/import/stage-writer.ts';
import { usualWageOf } from '../../store/import/usual-wage.ts';
import { areaVersion } from '../../store/meta.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { listOwnFunds } from '../../store/own-funds.ts';
import { readProfile } from '../../store/profile.ts';
import type { WriteStore } from '../../store/store.ts';
import { listUnits } from '../../store/units.ts';
import { needAccess, type TaskContext } from '../worker/task.ts';
import { carryEdits } from './carry-edits.ts';
import { choicesOf, type ModeInput } from './choices.ts';
import { type ColumnProfile, createColumnTally } from './column-profile.ts';
import { dayOf } from './day-of.ts';
import { bpjsFactsOf } from './export-facts.ts';
import { isRosterKind } from './fields.ts';
import { createIssueTally } from './issues.ts';
import { needSameFile } from './open-batch.ts';
import { type OpenedFile, type OpenFileInput, openForKind } from './open-file.ts';
import { planLeaving } from './plan-leaving.ts';
import { noActions } from './plan-row.ts';
import { createPlanner } from './planner.ts';
import { readSheet } from './read-sheet.ts';
import { recallFor } from './remembered.ts';
import { dropUnfinished, newMaker, removeBatch } from './remove-batch.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { rowText } from './sheet-row.ts';
import { type StagedSink, stagedSink } from './staged-sink.ts';
import { createUnitBook } from './units.ts';

export interface StageInput extends OpenFileInput, ModeInput {
  readonly again?: boolean | undefined;
  /** The plan that is made anew; its file is recognised by its content. */
  readonly insteadOf?: number | undefined;
  /** Names the maker of the unfinished batch, so that its remains can be found; `process id:unique`. */
  readonly maker?: string | undefined;
}

export interface StageOutput {
  readonly batchId: number;
}

/** Stages a file. On any error, or when it is cancelled, the store is as it was before. */
export async function stageTask(input: StageInput, task: TaskContext): Promise<StageOutput> {
  using store = openStoreInWorker(needAccess(task));
  return await stageInto(store, input, task);
}

/** Stages a file into an open store. */
export async function stageInto(
  store: WriteStore,
  input: StageInput,
  task: TaskContext,
): Promise<StageOutput> {
  const choices = choicesOf(input);
  task.progress('read', 0, null);
  const file = await openForKind(input, task.signal, recallFor(store, input.kind));
  const { sha256 } = file.source.facts;
  if (input.insteadOf !== undefined) {
    needSameFile(store, input.insteadOf, { name: file.fileName, sha256 });
  }
  const before = input.again === true ? null : findCommitted(store, sha256, input.kind);
  if (before !== null) {
    throw new AppError('import.already-imported', {
      at: { file: file.fileName },
      params: { batchId: before },
    });
  }
  const asOf = dayOf(task.now());
  const first = await profileColumns(file, asOf, task);
  if (first.rows === 0) throw new AppError('file.empty', { at: { file: file.fileName } });
  await dropUnfinished(store);
  const batchId = store.transact([], (sql) =>
    beginBatch(sql, {
      kind: input.kind,
      fileName: file.fileName,
      bytes: file.source.facts.bytes,
      sha256,
      maker: input.maker ?? newMaker(),
      choices,
      at: task.now().toISOString(),
    }),
  );
  try {
    await writePlan({ store, file, kind: input.kind, choices, asOf, batchId, task, ...first });
    if (input.insteadOf !== undefined) await carryEdits(store, input.insteadOf, batchId, task);
  } catch (error) {
    await removeBatch(store, batchId);
    throw error;
  }
  return { batchId };
}

interface FirstPass {
  readonly profiles: ReadonlyMap<number, ColumnProfile>;
  readonly rows: number;
}

/** First pass: every value of every column that a decision is taken on. */
async function profileColumns(
  { source, layouts, used }: OpenedFile,
  asOf: CivilDate,
  task: TaskContext,
): Promise<FirstPass> {
  const profiles = new Map<number, ColumnProfile>();
  let rows = 0;
  for (const layout of layouts) {
    if (!used.has(layout.sheet.index)) continue;
    const tally = createColumnTally({
      at: layout.at,
      asOf,
      date1904: source.facts.date1904,
      chosen: layout.chosen,
    });
    const visitor = {
      data: (row: Parameters<typeof tally.see>[0]) => {
        tally.see(row);
        rows += 1;
      },
      aside: () => undefined,
      batch: () => tick(task, 'read', rows, null),
    };
    await readSheet(source, layout, visitor, task.signal);
    profiles.set(layout.sheet.index, tally.profile());
  }
  return { profiles, rows };
}

function tick(task: TaskContext, stage: string, done: number, total: number | null): void {
  task.progress(stage, done, total);
  if (task.signal.aborted) throw new AppError('job.cancelled');
}

interface PlanJob extends FirstPass {
  readonly store: WriteStore;
  readonly file: OpenedFile;
  readonly kind: ImportKind;
  readonly choices: ImportChoices;
  readonly asOf: CivilDate;
  readonly batchId: number;
  readonly task: TaskContext;
}

/** Second pass: each row read by its columns' decisions, checked, planned and written. */
async function writePlan(job: PlanJob): Promise<void> {
  const sink = stagedSink(job.task, job.store, job.batchId);
  try {
    await planRows(job, sink);
  } finally {
    await sink.end();
  }
}

/** Chunks that may wait for the writing thread: it is seldom idle, and few rows are held. */
const chunksAhead = 2;

async function planRows(job: PlanJob, sink: StagedSink): Promise<void> {
  const { store, file, kind, batchId, task } = job;
  const profile = readProfile(store);
  const units = createUnitBook(await listUnits(store), profile.name);
  const rosterVersion = areaVersion(store, 'roster');
  const tally = createIssueTally();
  const actions: Record<RowAction, number> = noActions();
  const severe = { error: 0, warning: 0, info: 0 };
  const planned = (action: RowAction, issues: readonly RowIssue[], severity: Severity | null) => {
    actions[action] += 1;
    if (severity !== null) severe[severity] += 1;
    tally.add(issues);
  };
  const planner = createPlanner({
    store,
    kind,
    mode: job.choices.mode,
    batchId,
    sink,
    units,
    ownFunds: listOwnFunds(store).map(({ id }) => id),
    asOf: job.asOf,
    regency: profile.code.replace('.', ''),
    sheetsUsed: file.used.size,
    planned,
  });
  const sheets: SheetPlan[] = [];
  let setAside = 0;
  for (const layout of file.layouts) {
    const columns = withUsualWage(store, kind, job.profiles.get(layout.sheet.index));
    if (columns === undefined) {
      sheets.push(planOfSheet(layout, null, 0, 0));
      continue;
    }
    const aside: { sheet: string; row: number; reason: string; text: string }[] = [];
    const sheetPlanner = planner.sheet(layout, columns);
    const firstRow = planner.rows();
    const visitor = {
      data: sheetPlanner.row,
      aside(row: Parameters<typeof sheetPlanner.row>[0], reason: string, section?: string) {
        if (section !== undefined) sheetPlanner.section(section);
        aside.push({ sheet: layout.sheet.name, row: row.row, reason, text: rowText(row.cells) });
      },
      batch: () => {
        tick(task, 'check', planner.rows(), Math.max(job.rows, planner.rows()));
        return sink.settle(chunksAhead);
      },
    };
    await readSheet(file.source, layout, visitor, task.signal);
    planner.flush();
    await sink.settle(0);
    writeSetAside(store, batchId, setAside + 1, aside);
    setAside += aside.length;
    sheets.push(planOfSheet(layout, columns, planner.rows() - firstRow, aside.length));
  }
  planner.flush();
  planLeaving({ store, kind, batchId, choices: job.choices, planned, task });
  tick(task, 'check', job.rows, job.rows);
  const counts = {
    read: planner.rows(),
    ...actions,
    setAside,
    errors: severe.error,
    warnings: severe.warning,
  };
  const facts = {
    ...factsOf(file),
    rosterVersion,
    ...(planner.newUnits() > 0 ? { newUnits: planner.newUnits() } : {}),
    ...bpjsFactsOf(kind, file, planner.npp()),
  };
  store.transact([], (sql) =>
    finishBatch(sql, batchId, { facts, sheets, counts, issueCounts: tally.counts() }),
  );
}

/** A short list is judged by the wages of its roster. */
function withUsualWage(
  store: WriteStore,
  kind: ImportKind,
  columns: ColumnProfile | undefined,
): ColumnProfile | undefined {
  if (columns === undefined || columns.medianWage !== null || !isRosterKind(kind)) return columns;
  return { ...columns, medianWage: usualWageOf(store.sql, kind) };
}

const mostSheetColumns = 200;

function planOfSheet(
  layout: SheetLayout,
  profile: ColumnProfile | null,
  rows: number,
  setAside: number,
): SheetPlan {
  return {
    index: layout.sheet.index,
    name: layout.sheet.name,
    hidden: layout.sheet.hidden,
    used: profile !== null,
    headerRows: [...(layout.header?.rows ?? [])],
    columns: layout.columns.slice(0, mostSheetColumns).map((column) => ({ ...column })),
    decisions: profile === null ? [] : profile.decisions.map((decision) => ({ ...decision })),
    ...(profile === null ? {} : { usualWageSen: profile.medianWage }),
    rows,
    setAside,
    sourceKey: layout.sourceKey,
    remembered: rememberedIn(layout),
  };
}

function rememberedIn({ remembered }: SheetLayout): SheetPlan['remembered'] {
  if (remembered === null) return null;
  const { id, fileName, savedAt } = remembered;
  return { profileId: id, fileName, savedAt };
}

function factsOf({ source }: OpenedFile): Record<string, string | number | boolean> {
  const { format, encoding, delimiter, date1904 } = source.facts;
  return {
    format,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(date1904 ? { date1904 } : {}),
  };
}
