/** Applies a plan of BPJS rows: one export with its memberships, in place of the export it renews. */
import { isPublicEmployer } from '../../domain/findings.ts';
import type { BpjsExportKind } from '../../domain/segments.ts';
import { payerKey } from '../payer-key.ts';
import type { WriteSql } from '../store.ts';
import type { SeqRange } from './commit-roster.ts';
import { rowJson } from './row-json.ts';

export interface ExportFacts {
  readonly batchId: number;
  readonly kind: BpjsExportKind;
  readonly npp: string | null;
  readonly employer: string | null;
  readonly period: string | null;
}

const exportColumns = ['batch_id', 'kind', 'npp', 'employer', 'period', 'active'] as const;

/**
 * Adds the export; an earlier one of the same kind, employer (NPP, or the name where there is none) and period
 * stops counting. A NIK check renews every earlier NIK check.
 */
export function addExport(sql: WriteSql, journalId: number, facts: ExportFacts): number {
  const renewed = sql.pluck<number>(
    `SELECT id FROM bpjs_export WHERE active = 1 AND kind = ?
     AND (kind = 'bpjs-nik' OR (ifnull(npp, employer) IS ? AND period IS ?))`,
    facts.kind,
    facts.npp ?? facts.employer,
    facts.period,
  );
  for (const id of renewed) setActive(sql, journalId, id, 0);
  const { lastInsertRowid } = sql.run(
    'INSERT INTO bpjs_export (batch_id, kind, npp, employer, period) VALUES (?, ?, ?, ?, ?)',
    facts.batchId,
    facts.kind,
    facts.npp,
    facts.employer,
    facts.period,
  );
  const id = Number(lastInsertRowid);
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id) VALUES (?, 'bpjs_export', ?)`,
    journalId,
    id,
  );
  return id;
}

function setActive(sql: WriteSql, journalId: number, id: number, active: 0 | 1): void {
  const json = `(SELECT ${rowJson(exportColumns)} FROM bpjs_export WHERE id = ?)`;
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before) VALUES (?, 'bpjs_export', ?, ${json})`,
    journalId,
    id,
    id,
  );
  sql.run('UPDATE bpjs_export SET active = ? WHERE id = ?', active, id);
  sql.run(
    `UPDATE journal_change SET after = ${json}
     WHERE journal_id = ? AND entity = 'bpjs_export' AND entity_id = ?`,
    id,
    journalId,
    id,
  );
}

const addMemberships = `
INSERT INTO membership (export_id, nik, kpj, npp, employer, name, birth_date, sex, place, job, jkk, jkm, jht, jp,
  wage_sen, contribution_sen, joined_on, ended_on, grace_until, source_sheet, source_row)
SELECT ?, v ->> 'nik', v ->> 'kpj', v ->> 'npp', v ->> 'employer', v ->> 'name', v ->> 'birthDate', v ->> 'sex',
  v ->> 'place', v ->> 'job', v ->> 'jkk', v ->> 'jkm', v ->> 'jht', v ->> 'jp', v ->> 'wageSen',
  v ->> 'contributionSen', v ->> 'joinedOn', v ->> 'endedOn', v ->> 'graceUntil', sheet, source_row
FROM (SELECT seq, sheet, source_row, "values" AS v FROM staged_row
  WHERE batch_id = ? AND seq BETWEEN ? AND ? AND action = 'add' ORDER BY seq)`;

/** Adds the memberships of a range of staged rows. */
export function addMembershipRows(
  sql: WriteSql,
  exportId: number,
  batchId: number,
  { from, to }: SeqRange,
): void {
  sql.run(addMemberships, exportId, batchId, from, to);
}

/** Notes who pays the memberships of an export that has all its rows, and what its rows are like. */
export function noteExport(sql: WriteSql, exportId: number): void {
  const found = sql.all<{ payer: string; employer: string | null }>(
    `SELECT ${payerKey('m')} AS payer, max(m.employer) AS employer FROM membership m
     WHERE m.export_id = ? GROUP BY 1`,
    exportId,
  );
  const insert = sql.prepare(
    'INSERT INTO export_payer (export_id, payer, public) VALUES (?, ?, ?)',
  );
  for (const { payer, employer } of found) {
    insert(exportId, payer, isPublicEmployer(employer ?? '') ? 1 : 0);
  }
  sql.run(
    `INSERT INTO export_facts (export_id, rows, with_nik, numbered, home, names)
     SELECT ?, count(*), count(nik), count(coalesce(nik, kpj)),
       count(*) FILTER (WHERE substr(nik, 1, 4) = (SELECT replace(code, '.', '') FROM regency_profile)),
       count(DISTINCT upper(name))
     FROM membership WHERE export_id = ?`,
    exportId,
    exportId,
  );
}

/** Takes an export and its memberships out, and lets those it had renewed count again. */
export function removeExport(sql: WriteSql, journalId: number, batchId: number): void {
  const removed = sql.pluck<number>('SELECT id FROM bpjs_export WHERE batch_id = ?', batchId)[0];
  if (removed === undefined) return;
  const renewed = sql.pluck<number>(
    `SELECT c.entity_id FROM journal_change c JOIN journal j ON j.id = c.journal_id
     JOIN bpjs_export e ON e.id = c.entity_id
     WHERE j.batch_id = ? AND j.action = 'import.commit' AND c.entity = 'bpjs_export'
       AND c.before IS NOT NULL AND e.active = 0`,
    batchId,
  );
  const wasActive = sql.pluck<number>('SELECT active FROM bpjs_export WHERE id = ?', removed)[0];
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, 'bpjs_export', id, ${rowJson(exportColumns)} FROM bpjs_export WHERE id = ?`,
    journalId,
    removed,
  );
  sql.run(
    'UPDATE entry_state SET membership_id = NULL WHERE membership_id IN (SELECT id FROM membership WHERE export_id = ?)',
    removed,
  );
  sql.run('DELETE FROM bpjs_export WHERE id = ?', removed);
  // One that was itself renewed since leaves the newest in place.
  if (wasActive === 1) for (const id of renewed) setActive(sql, journalId, id, 1);
}
