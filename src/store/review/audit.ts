/** Samples of accepted links and what officers said of them. */
import type { ReadSql, WriteSql } from '../store.ts';
import type { CandidateRecords } from './pairs.ts';

export type AuditLabel = 'same' | 'different' | 'unsure';

/** Classes a run gives without an officer's word. */
export const auditedClasses = ['nik', 'kpj', 'strong'] as const;

export interface AuditSample {
  readonly id: number;
  readonly runId: number;
  readonly asOf: string;
  readonly takenAt: string;
  readonly seed: number;
  readonly engineVersion: string;
  readonly population: Readonly<Record<string, number>>;
}

interface SampleRow extends Omit<AuditSample, 'population'> {
  readonly population: string;
}

const sampleColumns = `id, run_id AS runId, as_of AS asOf, taken_at AS takenAt, seed,
  engine_version AS engineVersion, population`;

const asSample = (row: SampleRow): AuditSample => ({
  ...row,
  population: JSON.parse(row.population) as Record<string, number>,
});

/** All samples, the latest first. */
export function readSamples(sql: ReadSql): AuditSample[] {
  return sql
    .all<SampleRow>(`SELECT ${sampleColumns} FROM audit_sample ORDER BY id DESC`)
    .map(asSample);
}

export function readSample(sql: ReadSql, id: number): AuditSample | undefined {
  const row = sql.get<SampleRow>(`SELECT ${sampleColumns} FROM audit_sample WHERE id = ?`, id);
  return row === undefined ? undefined : asSample(row);
}

/** Ids of the run's links of one class, in order. */
export function linkIdsOf(sql: ReadSql, runId: number, linkClass: string): number[] {
  return sql.pluck<number>(
    'SELECT id FROM link WHERE run_id = ? AND class = ? ORDER BY id',
    runId,
    linkClass,
  );
}

export function addSample(sql: WriteSql, sample: Omit<AuditSample, 'id'>): number {
  const { lastInsertRowid } = sql.run(
    `INSERT INTO audit_sample (run_id, as_of, taken_at, seed, engine_version, population)
     VALUES (?, ?, ?, ?, ?, ?)`,
    sample.runId,
    sample.asOf,
    sample.takenAt,
    sample.seed,
    sample.engineVersion,
    JSON.stringify(sample.population),
  );
  return Number(lastInsertRowid);
}

export function addItem(
  sql: WriteSql,
  item: { readonly sampleId: number; readonly seq: number; readonly records: CandidateRecords },
): void {
  const { records } = item;
  sql.run(
    `INSERT INTO audit_item (sample_id, seq, class, probability, evidence, records)
     VALUES (?, ?, ?, ?, ?, ?)`,
    item.sampleId,
    item.seq,
    records.class,
    records.probability,
    records.evidence,
    JSON.stringify({ ...records, waterfall: null }),
  );
}

export interface AuditItem {
  readonly id: number;
  readonly sampleId: number;
  readonly seq: number;
  readonly class: string;
  readonly label: AuditLabel | null;
  readonly operator: string | null;
  readonly labelledAt: string | null;
  readonly records: CandidateRecords;
}

export function readItems(sql: ReadSql, sampleId: number): AuditItem[] {
  return sql
    .all<Omit<AuditItem, 'records'> & { records: string }>(
      `SELECT id, sample_id AS sampleId, seq, class, label, operator, labelled_at AS labelledAt, records
       FROM audit_item WHERE sample_id = ? ORDER BY seq`,
      sampleId,
    )
    .map((row) => ({ ...row, records: JSON.parse(row.records) as CandidateRecords }));
}

export interface ClassTally {
  readonly sampleId: number;
  readonly class: string;
  readonly sampled: number;
  readonly right: number;
  readonly wrong: number;
  readonly unsure: number;
}

/** Labels of every sample by class. */
export function tallyItems(sql: ReadSql): ClassTally[] {
  return sql.all<ClassTally>(
    `SELECT sample_id AS sampleId, class, count(*) AS sampled,
       count(*) FILTER (WHERE label = 'same') AS "right",
       count(*) FILTER (WHERE label = 'different') AS wrong,
       count(*) FILTER (WHERE label = 'unsure') AS unsure
     FROM audit_item GROUP BY sample_id, class ORDER BY sample_id DESC, class`,
  );
}

/** False when there is no such item. */
export function labelItem(
  sql: WriteSql,
  itemId: number,
  label: {
    readonly label: AuditLabel | null;
    readonly operator: string | null;
    readonly at: string;
  },
): boolean {
  const { changes } = sql.run(
    'UPDATE audit_item SET label = ?, operator = ?, labelled_at = ? WHERE id = ?',
    label.label,
    label.label === null ? null : label.operator,
    label.label === null ? null : label.at,
    itemId,
  );
  return changes > 0;
}
