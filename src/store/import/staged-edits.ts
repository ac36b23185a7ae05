/** Rows of a plan as they are changed by hand: what is read for it, and what is written. */
import type { ReadSql, SqlValue, WriteSql } from '../store.ts';
import type { StagedRowRecord } from './batches.ts';

export interface StagedEditRecord {
  readonly seq: number;
  readonly base_values: string;
  readonly base_issues: string | null;
  readonly edits: string;
}

const rowColumns = 'seq, sheet, source_row, action, severity, "values", issues';

export function readStagedRow(
  sql: ReadSql,
  batchId: number,
  seq: number,
): StagedRowRecord | undefined {
  const query = `SELECT ${rowColumns} FROM staged_row WHERE batch_id = ? AND seq = ?`;
  return sql.get<StagedRowRecord>(query, batchId, seq);
}

/** Changed rows among those from one number to another. */
export function readStagedEdits(
  sql: ReadSql,
  batchId: number,
  from: number,
  to: number,
): StagedEditRecord[] {
  return sql.all<StagedEditRecord>(
    `SELECT seq, base_values, base_issues, edits FROM staged_edit
     WHERE batch_id = ? AND seq BETWEEN ? AND ? ORDER BY seq`,
    batchId,
    from,
    to,
  );
}

export function writeStagedEdit(sql: WriteSql, batchId: number, edit: StagedEditRecord): void {
  sql.run(
    `INSERT INTO staged_edit (batch_id, seq, base_values, base_issues, edits) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (batch_id, seq) DO UPDATE SET edits = excluded.edits`,
    batchId,
    edit.seq,
    edit.base_values,
    edit.base_issues,
    edit.edits,
  );
}

export function removeStagedEdit(sql: WriteSql, batchId: number, seq: number): void {
  sql.run('DELETE FROM staged_edit WHERE batch_id = ? AND seq = ?', batchId, seq);
}

/** Edits of one plan by the numbers that the same rows of the file, or the same leavers, have in another. */
export function carriedEdits(
  sql: ReadSql,
  from: number,
  to: number,
): { readonly seq: number; readonly edits: string }[] {
  return sql.all<{ seq: number; edits: string }>(
    `SELECT n.seq, e.edits FROM staged_edit e
     JOIN staged_row o ON o.batch_id = e.batch_id AND o.seq = e.seq
     JOIN staged_row n ON n.batch_id = ? AND n.source_row = o.source_row AND n.sheet = o.sheet
       AND (o.source_row > 0 OR n.entry_id = o.entry_id)
     WHERE e.batch_id = ? ORDER BY n.seq`,
    to,
    from,
  );
}

const fewKeys = 8;

/** Rows that carry one of these NIK or birth dates. A few are looked for as text, which is faster than as JSON. */
export function readRowsOfPeople(
  sql: ReadSql,
  batchId: number,
  niks: readonly string[],
  births: readonly string[],
): StagedRowRecord[] {
  if (niks.length + births.length === 0) return [];
  const few = niks.length + births.length <= fewKeys;
  const needles = [
    ...niks.map((nik) => `"nik":${JSON.stringify(nik)}`),
    ...births.map((date) => `"birthDate":${JSON.stringify(date)}`),
  ];
  const where = few
    ? needles.map(() => 'instr("values", ?) > 0').join(' OR ')
    : `"values" ->> 'nik' IN (SELECT value FROM json_each(?))
       OR "values" ->> 'birthDate' IN (SELECT value FROM json_each(?))`;
  const params: SqlValue[] = few ? needles : [JSON.stringify(niks), JSON.stringify(births)];
  return sql.all<StagedRowRecord>(
    `SELECT ${rowColumns} FROM staged_row WHERE batch_id = ? AND (${where}) ORDER BY seq`,
    batchId,
    ...params,
  );
}

/** A column of the plan: where its value stands, where its unread text does, whose findings carry that text. */
export interface ValueColumn {
  readonly key: string;
  readonly rawKey: string | null;
  readonly issueFields: readonly string[];
}

/** The value a person sees: what was read, else the text that could not be. Names come from a closed list. */
function shownValue({ key, rawKey, issueFields }: ValueColumn): string {
  const raw = rawKey === null ? '' : `"values" ->> '${rawKey}',`;
  const fields = issueFields.map((field) => `'${field}'`).join(', ');
  return `CAST(coalesce("values" ->> '${key}', ${raw} CASE WHEN issues IS NULL THEN NULL ELSE
    (SELECT i.value -> 'params' ->> 'text' FROM json_each(issues) i
     WHERE i.value ->> 'field' IN (${fields}) AND i.value -> 'params' ->> 'text' IS NOT NULL LIMIT 1) END, '') AS TEXT)`;
}

export interface ValueCount {
  readonly value: string;
  readonly rows: number;
}

/** Different values of a column with their rows, by alphabet, after a value. */
export function countValues(
  sql: ReadSql,
  batchId: number,
  column: ValueColumn,
  after: string | null,
  limit: number,
): { readonly values: ValueCount[]; readonly total: number } {
  const grouped = `SELECT ${shownValue(column)} AS value, count(*) AS rows FROM staged_row
    WHERE batch_id = ? AND source_row > 0 GROUP BY 1`;
  // Grouped once and held: the page and the number of all values are of one look through the plan.
  const rows = sql.all<ValueCount & { readonly total: number }>(
    `WITH grouped AS MATERIALIZED (${grouped})
     SELECT value, rows, (SELECT count(*) FROM grouped) AS total FROM grouped
     WHERE ? IS NULL OR (upper(value), value) > (upper(?), ?)
     ORDER BY upper(value), value LIMIT ?`,
    batchId,
    after,
    after,
    after,
    limit,
  );
  const values = rows.map(({ value, rows: times }) => ({ value, rows: times }));
  return { values, total: rows[0]?.total ?? 0 };
}

/** Numbers of the rows that show this value in a column. */
export function rowsWithValue(
  sql: ReadSql,
  batchId: number,
  column: ValueColumn,
  value: string,
): number[] {
  return sql.pluck<number>(
    `SELECT seq FROM staged_row
     WHERE batch_id = ? AND source_row > 0 AND ${shownValue(column)} = ? ORDER BY seq`,
    batchId,
    value,
  );
}

/** Rows in which this cell was put right to this value. */
export function rowsFixedTo(
  sql: ReadSql,
  batchId: number,
  field: string,
  value: string,
): StagedEditRecord[] {
  return sql.all<StagedEditRecord>(
    `SELECT seq, base_values, base_issues, edits FROM staged_edit
     WHERE batch_id = ? AND edits -> 'fixes' ->> ? = ? ORDER BY seq`,
    batchId,
    field,
    value,
  );
}

/** OPD names that only the file knows. */
export function countNewUnits(sql: ReadSql, batchId: number): number {
  const query = `SELECT count(DISTINCT "values" ->> 'newUnit') FROM staged_row WHERE batch_id = ?`;
  return sql.pluck<number>(query, batchId)[0] ?? 0;
}

/** Writes the figures of a plan whose rows were changed. */
export function writeBatchFigures(
  sql: WriteSql,
  batchId: number,
  figures: { readonly counts: object; readonly issueCounts: object; readonly facts: object },
): void {
  sql.run(
    'UPDATE import_batch SET counts = ?, issue_counts = ?, facts = ? WHERE id = ?',
    JSON.stringify(figures.counts),
    JSON.stringify(figures.issueCounts),
    JSON.stringify(figures.facts),
    batchId,
  );
}
