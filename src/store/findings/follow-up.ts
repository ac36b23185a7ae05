/** Changes of the follow-up of findings, each with before and after in the journal; call inside one transaction. */
import type { FindingCode, FollowUp } from '../../domain/findings.ts';
import { rowJson } from '../import/row-json.ts';
import type { ReadStore, SqlValue, WriteSql } from '../store.ts';

const followed = [
  'status',
  'ignore_reason',
  'pic',
  'pic_set',
  'deadline',
  'deadline_set',
  'closed_on',
  'closed_roster',
  'closed_bpjs',
] as const;

export interface FollowUpChange {
  readonly status?: FollowUp | undefined;
  readonly ignoreReason?: string | undefined;
  readonly pic?: string | undefined;
  readonly deadline?: string | undefined;
}

const version = (area: string) => `(SELECT version FROM area_version WHERE area = '${area}')`;

/** Sets what is given on all the findings; gives how many there are. */
export function changeFollowUp(
  sql: WriteSql,
  journalId: number,
  ids: readonly number[],
  change: FollowUpChange,
  today: string,
): number {
  const list = JSON.stringify(ids);
  const among = '(SELECT value FROM json_each(?))';
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, 'finding', id, ${rowJson(followed)} FROM finding WHERE id IN ${among}`,
    journalId,
    list,
  );
  const sets: string[] = [];
  const params: SqlValue[] = [];
  const set = (text: string, ...values: SqlValue[]) => {
    sets.push(text);
    params.push(...values);
  };
  if (change.status !== undefined) {
    set('status = ?, ignore_reason = ?', change.status, change.ignoreReason ?? null);
    if (change.status === 'selesai') {
      set(
        `closed_on = ?, closed_roster = ${version('roster')}, closed_bpjs = ${version('bpjs')}`,
        today,
      );
    } else {
      set('closed_on = CASE WHEN present = 1 THEN NULL ELSE closed_on END');
      set('closed_roster = NULL, closed_bpjs = NULL');
    }
  }
  if (change.pic !== undefined) set('pic = ?, pic_set = 1', change.pic);
  if (change.deadline !== undefined) set('deadline = ?, deadline_set = 1', change.deadline);
  const { changes } = sql.run(
    `UPDATE finding SET ${sets.join(', ')} WHERE id IN ${among}`,
    ...params,
    list,
  );
  noteAfter(sql, journalId);
  return changes;
}

function noteAfter(sql: WriteSql, journalId: number): void {
  sql.run(
    `UPDATE journal_change SET after = (SELECT ${rowJson(followed)} FROM finding WHERE id = entity_id)
     WHERE journal_id = ? AND entity = 'finding'`,
    journalId,
  );
}

/** True when the deed changed findings and each stands as it left it. */
export function followUpStands(sql: ReadStore['sql'], journalId: number): boolean {
  const counted = sql.get<{ all: number; same: number }>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE c.after = (
       SELECT ${rowJson(followed)} FROM finding WHERE id = c.entity_id)) AS same
     FROM journal_change c WHERE c.journal_id = ? AND c.entity = 'finding'`,
    journalId,
  );
  return counted !== undefined && counted.all > 0 && counted.all === counted.same;
}

/** Puts back what a deed changed; `undoing` is the journal row of this undo. */
export function undoFollowUp(sql: WriteSql, journalId: number, undoing: number): void {
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before)
     SELECT ?, 'finding', entity_id, after FROM journal_change WHERE journal_id = ? AND entity = 'finding'`,
    undoing,
    journalId,
  );
  const sets = followed.map((column) => `${column} = c.before ->> '${column}'`).join(', ');
  sql.run(
    `UPDATE finding SET ${sets} FROM journal_change c
     WHERE c.journal_id = ? AND c.entity = 'finding' AND c.entity_id = finding.id`,
    journalId,
  );
  noteAfter(sql, undoing);
}

export interface FindingRule {
  readonly code: FindingCode;
  readonly unitId: number | null;
  readonly pic: string | null;
  readonly days: number | null;
}

export function readRules(store: ReadStore): FindingRule[] {
  return store.sql.all<FindingRule>(
    'SELECT code, nullif(unit_id, 0) AS unitId, pic, days FROM finding_rule ORDER BY code, unit_id',
  );
}

/** Keeps a default, or drops it when it says nothing; findings nobody set a PIC on follow it at once. */
export function writeRule(sql: WriteSql, rule: FindingRule, usualPic: string | null): void {
  const unit = rule.unitId ?? 0;
  if (rule.pic === null && rule.days === null) {
    sql.run('DELETE FROM finding_rule WHERE code = ? AND unit_id = ?', rule.code, unit);
  } else {
    sql.run(
      `INSERT INTO finding_rule (code, unit_id, pic, days) VALUES (?, ?, ?, ?)
       ON CONFLICT (code, unit_id) DO UPDATE SET pic = excluded.pic, days = excluded.days`,
      rule.code,
      unit,
      rule.pic,
      rule.days,
    );
  }
  const next = rule.pic ?? usualPic;
  if (next === null) return;
  sql.run(
    `UPDATE finding SET pic = ? WHERE code = ? AND pic_set = 0 AND (? = 0 OR unit_id = ?)
       AND (? <> 0 OR NOT EXISTS (SELECT 1 FROM finding_rule r WHERE r.code = finding.code
         AND r.unit_id = finding.unit_id AND r.pic IS NOT NULL))`,
    next,
    rule.code,
    unit,
    unit,
    unit,
  );
}
