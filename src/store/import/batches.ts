/** Import batches and what was read for them: the plan that is looked at, committed by id, undone by id. */
import type { ImportKind } from '../../domain/segments.ts';
import type { ImportBatchTable } from '../schema/import-schema.ts';
import type { ReadSql, ReadStore, SqlValue, WriteSql } from '../store.ts';

type StoredBatch = Omit<ImportBatchTable, 'id'> & { readonly id: number };
export type BatchState = ImportBatchTable['state'];

export interface NewBatch {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Names the maker while rows are still being written; see `unfinished`. */
  readonly maker: string;
  /** What a person chose for the file. */
  readonly choices?: object;
  readonly at: string;
}

export interface BatchPlan {
  readonly facts: object;
  readonly sheets: object;
  readonly counts: object;
  readonly issueCounts: object;
}

// A batch whose rows are still being written stands as discarded, with the maker's name among its facts:
// whatever happens to the maker, nobody can commit half a plan.
const unfinished = `state = 'discarded' AND json_extract(facts, '$.maker') IS NOT NULL`;

/** Opens a batch that does not count until `finishBatch`. */
export function beginBatch(sql: WriteSql, batch: NewBatch): number {
  const { lastInsertRowid } = sql.run(
    `INSERT INTO import_batch (kind, state, file_name, bytes, sha256, facts, choices, sheets, counts, issue_counts, staged_at)
     VALUES (?, 'discarded', ?, ?, ?, ?, ?, '[]', '{}', '[]', ?)`,
    batch.kind,
    batch.fileName,
    batch.bytes,
    batch.sha256,
    JSON.stringify({ maker: batch.maker }),
    JSON.stringify(batch.choices ?? {}),
    batch.at,
  );
  return Number(lastInsertRowid);
}

/** Makes the batch a plan that can be committed. */
export function finishBatch(sql: WriteSql, id: number, plan: BatchPlan): void {
  sql.run(
    `UPDATE import_batch SET state = 'staged', facts = ?, sheets = ?, counts = ?, issue_counts = ? WHERE id = ?`,
    JSON.stringify(plan.facts),
    JSON.stringify(plan.sheets),
    JSON.stringify(plan.counts),
    JSON.stringify(plan.issueCounts),
    id,
  );
}

export function setBatchState(sql: WriteSql, id: number, state: BatchState, at: string): void {
  const column = { committed: 'committed_at', undone: 'undone_at' }[state as string];
  if (column === undefined) sql.run('UPDATE import_batch SET state = ? WHERE id = ?', state, id);
  else sql.run(`UPDATE import_batch SET state = ?, ${column} = ? WHERE id = ?`, state, at, id);
}

/** Adds to the facts of a batch what its commit found out. */
export function addBatchFacts(sql: WriteSql, id: number, facts: object): void {
  sql.run(
    'UPDATE import_batch SET facts = json_patch(facts, ?) WHERE id = ?',
    JSON.stringify(facts),
    id,
  );
}

export function readBatch(store: ReadStore, id: number): StoredBatch | undefined {
  return store.sql.get<StoredBatch>(
    `SELECT * FROM import_batch WHERE id = ? AND NOT (${unfinished})`,
    id,
  );
}

/** Newest first; batches that never became a plan are not among them. */
export function listBatches(store: ReadStore): StoredBatch[] {
  return store.sql.all<StoredBatch>(
    `SELECT * FROM import_batch WHERE NOT (${unfinished}) ORDER BY id DESC`,
  );
}

/** The committed batch of a file with this content, of one kind or of any. */
export function findCommitted(
  store: ReadStore,
  sha256: string,
  kind: ImportKind | null,
): number | null {
  const found = store.sql.get<{ id: number }>(
    `SELECT id FROM import_batch WHERE sha256 = ? AND state = 'committed' AND (? IS NULL OR kind = ?)
     ORDER BY id DESC LIMIT 1`,
    sha256,
    kind,
    kind,
  );
  return found?.id ?? null;
}

/** Batches left half made by someone else than `maker`'s process; that process is gone, the store has one writer. */
export function unfinishedBatches(store: ReadStore, process: string): number[] {
  return store.sql.pluck<number>(
    `SELECT id FROM import_batch WHERE ${unfinished} AND json_extract(facts, '$.maker') NOT LIKE ? || ':%'`,
    process,
  );
}

/** The half-made batch of one maker, if any. */
export function unfinishedBatchOf(store: ReadStore, maker: string): number | null {
  const found = store.sql.get<{ id: number }>(
    `SELECT id FROM import_batch WHERE ${unfinished} AND json_extract(facts, '$.maker') = ?`,
    maker,
  );
  return found?.id ?? null;
}

const rowsAtOnce = 20_000;

/** Deletes some of a batch's staged rows; true when more are left. Call until false, each in its own transaction. */
export function deleteSomeStaged(sql: WriteSql, id: number): boolean {
  const first = sql.get<{ seq: number }>(
    'SELECT seq FROM staged_row WHERE batch_id = ? ORDER BY seq LIMIT 1',
    id,
  );
  sql.run('DELETE FROM set_aside_row WHERE batch_id = ?', id);
  sql.run('DELETE FROM staged_edit WHERE batch_id = ?', id);
  if (first === undefined) return false;
  sql.run('DELETE FROM staged_row WHERE batch_id = ? AND seq < ?', id, first.seq + rowsAtOnce);
  return true;
}

export function deleteBatch(sql: WriteSql, id: number): void {
  sql.run('DELETE FROM import_batch WHERE id = ?', id);
}

export interface StagedRowRecord {
  readonly seq: number;
  readonly sheet: string;
  readonly source_row: number;
  readonly action: 'add' | 'update' | 'same' | 'leave' | 'conflict' | 'reject';
  readonly severity: 'error' | 'warning' | 'info' | null;
  readonly values: string;
  readonly issues: string | null;
}

export interface StagedRowFilter {
  readonly batchId: number;
  readonly action?: string | undefined;
  readonly severity?: string | undefined;
  readonly code?: string | undefined;
  /** Only rows with an error or a warning. */
  readonly asksForAttention?: boolean | undefined;
}

/** The index is named: without it the planner walks the whole plan by seq for the few rows of an action. */
function whereOf(filter: StagedRowFilter): {
  readonly from: string;
  readonly where: string;
  readonly params: SqlValue[];
} {
  const parts = ['batch_id = ?'];
  const params: SqlValue[] = [filter.batchId];
  if (filter.action !== undefined) {
    parts.push('action = ?');
    params.push(filter.action);
  }
  if (filter.severity !== undefined) {
    parts.push('severity = ?');
    params.push(filter.severity);
  }
  if (filter.asksForAttention === true) parts.push(`severity IN ('error', 'warning')`);
  if (filter.code !== undefined) {
    parts.push(`instr(issues, ?) > 0`);
    params.push(`"code":${JSON.stringify(filter.code)}`);
  }
  const index =
    filter.action !== undefined
      ? ' INDEXED BY staged_row_action'
      : filter.severity !== undefined
        ? ' INDEXED BY staged_row_severity'
        : '';
  return { from: `staged_row${index}`, where: parts.join(' AND '), params };
}

/** Staged rows in file order, after a seq. */
export function readStagedRows(
  store: Pick<ReadStore, 'sql'>,
  filter: StagedRowFilter,
  after: number,
  limit: number,
): StagedRowRecord[] {
  const { from, where, params } = whereOf(filter);
  return store.sql.all<StagedRowRecord>(
    `SELECT seq, sheet, source_row, action, severity, "values", issues FROM ${from}
     WHERE ${where} AND seq > ? ORDER BY seq LIMIT ?`,
    ...params,
    after,
    limit,
  );
}

export function countStagedRows(reader: ReadSql, filter: StagedRowFilter): number {
  const { from, where, params } = whereOf(filter);
  const sql = `SELECT count(*) FROM ${from} WHERE ${where}`;
  return reader.pluck<number>(sql, ...params)[0] ?? 0;
}

export interface SetAsideRecord {
  readonly seq: number;
  readonly sheet: string;
  readonly source_row: number;
  readonly reason: string;
  readonly text: string;
}

export function readSetAside(
  store: ReadStore,
  batchId: number,
  after: number,
  limit: number,
): SetAsideRecord[] {
  return store.sql.all<SetAsideRecord>(
    `SELECT seq, sheet, source_row, reason, text FROM set_aside_row
     WHERE batch_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    batchId,
    after,
    limit,
  );
}

/** Number of the last row of a plan; 0 for an empty one. */
export function lastStagedSeq(sql: ReadSql, batchId: number): number {
  return (
    sql.pluck<number | null>('SELECT max(seq) FROM staged_row WHERE batch_id = ?', batchId)[0] ?? 0
  );
}
