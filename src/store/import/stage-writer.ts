/** Writes the rows of a plan, a chunk a transaction. */
import type { WriteSql, WriteStore } from '../store.ts';

export interface StagedRowToWrite {
  readonly seq: number;
  readonly sheet: string;
  readonly row: number;
  readonly action: 'add' | 'update' | 'same' | 'leave' | 'conflict' | 'reject';
  readonly severity: 'error' | 'warning' | 'info' | null;
  readonly personId: number | null;
  readonly entryId: number | null;
  /** JSON texts. */
  readonly values: string;
  readonly issues: string | null;
}

export interface SetAsideToWrite {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
  readonly text: string;
}

const insertStaged = `INSERT INTO staged_row
  (batch_id, seq, sheet, source_row, action, severity, person_id, entry_id, "values", issues)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const insertSetAside =
  'INSERT INTO set_aside_row (batch_id, seq, sheet, source_row, reason, text) VALUES (?, ?, ?, ?, ?, ?)';

export function writeStaged(
  sql: WriteSql,
  batchId: number,
  rows: Iterable<StagedRowToWrite>,
): void {
  const insert = sql.prepare(insertStaged);
  for (const row of rows) {
    insert(
      batchId,
      row.seq,
      row.sheet,
      row.row,
      row.action,
      row.severity,
      row.personId,
      row.entryId,
      row.values,
      row.issues,
    );
  }
}

export function writeSetAside(
  store: WriteStore,
  batchId: number,
  firstSeq: number,
  rows: readonly SetAsideToWrite[],
): void {
  if (rows.length === 0) return;
  store.transact([], (sql) => {
    for (const [index, row] of rows.entries()) {
      sql.run(insertSetAside, batchId, firstSeq + index, row.sheet, row.row, row.reason, row.text);
    }
  });
}

/** Changes what a staged row will do, after the plan was made again against a changed store. */
export function replanStaged(
  sql: WriteSql,
  batchId: number,
  row: Omit<StagedRowToWrite, 'sheet' | 'row'>,
): void {
  sql.run(
    `UPDATE staged_row SET action = ?, severity = ?, person_id = ?, entry_id = ?, "values" = ?, issues = ?
     WHERE batch_id = ? AND seq = ?`,
    row.action,
    row.severity,
    row.personId,
    row.entryId,
    row.values,
    row.issues,
    batchId,
    row.seq,
  );
}
