/** Joins what a run found with what was known: new, still there, gone, back. The words of `followUpAfterRun` as SQL. */
import type { FindingCode } from '../../domain/findings.ts';
import { findingCodes, settledBy } from '../../domain/findings.ts';
import type { WriteSql } from '../store.ts';
import { stillWanted } from './scratch.ts';

export interface MergeFacts {
  readonly findingRun: number;
  /** `YYYY-MM-DD`: the day from which a new finding's days count. */
  readonly today: string;
  readonly rosterVersion: number;
  readonly bpjsVersion: number;
  readonly days: (code: FindingCode) => number;
  /** Who sees to it when the office has not said. */
  readonly pic: (code: FindingCode, roster: string | null) => string;
}

const byBpjs = findingCodes
  .filter((code) => settledBy(code) === 'bpjs')
  .map((code) => `'${code}'`)
  .join(', ');

/** Defaults of the office over those of the house, a row for each code, unit and roster that was found. */
function fillDefaults(sql: WriteSql, facts: MergeFacts): void {
  sql.run(
    `CREATE TEMP TABLE IF NOT EXISTS usual (code TEXT, unit_id INTEGER, roster TEXT, pic TEXT, days INTEGER,
     PRIMARY KEY (code, unit_id, roster)) WITHOUT ROWID`,
  );
  sql.run('DELETE FROM temp.usual');
  const rules = new Map(
    sql
      .all<{ code: FindingCode; unitId: number; pic: string | null; days: number | null }>(
        'SELECT code, unit_id AS unitId, pic, days FROM finding_rule',
      )
      .map((rule) => [`${rule.code}/${rule.unitId}`, rule]),
  );
  const kinds = sql.all<{ code: FindingCode; unitId: number; roster: string }>(
    `SELECT DISTINCT code, ifnull(unit_id, 0) AS unitId, ifnull(roster, '') AS roster FROM temp.found`,
  );
  const insert = sql.prepare('INSERT INTO temp.usual VALUES (?, ?, ?, ?, ?)');
  for (const { code, unitId, roster } of kinds) {
    const own = rules.get(`${code}/${unitId}`);
    const general = rules.get(`${code}/0`);
    insert(
      code,
      unitId,
      roster,
      own?.pic ?? general?.pic ?? facts.pic(code, roster === '' ? null : roster),
      own?.days ?? general?.days ?? facts.days(code),
    );
  }
}

const changedSince = `CASE WHEN f.code IN (${byBpjs}) THEN f.closed_bpjs IS NOT NULL AND f.closed_bpjs < ?
  ELSE f.closed_roster IS NOT NULL AND f.closed_roster < ? END`;

/** Call it in the run's transaction, with `temp.found` filled. */
export function mergeFindings(sql: WriteSql, facts: MergeFacts): void {
  const { findingRun, today, rosterVersion, bpjsVersion } = facts;
  fillDefaults(sql, facts);
  // Gone: done, unless somebody chose to pass it over.
  sql.run(
    `UPDATE finding AS f SET present = 0, turned_run = ?, closed_on = ?, closed_roster = ?, closed_bpjs = ?,
       status = CASE WHEN status = 'diabaikan' THEN status ELSE 'selesai' END
     WHERE present = 1 AND NOT EXISTS (SELECT 1 FROM temp.found n WHERE n.code = f.code AND n.who = f.who)`,
    findingRun,
    today,
    rosterVersion,
    bpjsVersion,
  );
  // Back, or still there in newer data although it was said to be done.
  sql.run(
    `UPDATE finding AS f SET status = 'kembali', turned_run = ?, since = ?, closed_on = NULL, closed_roster = NULL,
       closed_bpjs = NULL,
       deadline = CASE WHEN deadline_set = 1 AND deadline >= ? THEN deadline ELSE date(?, '+' || (
         SELECT u.days FROM temp.usual u JOIN temp.found n ON u.code = n.code AND u.unit_id = ifnull(n.unit_id, 0)
           AND u.roster = ifnull(n.roster, '') WHERE n.code = f.code AND n.who = f.who) || ' days') END
     WHERE status = 'selesai' AND (present = 0 OR ${changedSince})
       AND EXISTS (SELECT 1 FROM temp.found n WHERE n.code = f.code AND n.who = f.who)`,
    findingRun,
    today,
    today,
    today,
    bpjsVersion,
    rosterVersion,
  );
  sql.run(
    `UPDATE finding AS f SET present = 1, entry_id = n.entry_id, membership_id = n.membership_id, unit_id = n.unit_id,
       roster = n.roster, name = n.name, premium = n.premium, reason = n.reason, info = n.info,
       pic = CASE WHEN f.pic_set = 1 THEN f.pic ELSE u.pic END
     FROM temp.found n JOIN temp.usual u ON u.code = n.code AND u.unit_id = ifnull(n.unit_id, 0) AND u.roster = ifnull(n.roster, '')
     WHERE n.code = f.code AND n.who = f.who AND (f.present, f.entry_id, f.membership_id, f.unit_id, f.roster, f.name,
       f.premium, f.reason, f.info) IS NOT (1, n.entry_id, n.membership_id, n.unit_id, n.roster, n.name, n.premium,
       n.reason, n.info)`,
  );
  sql.run(
    `INSERT INTO finding (code, who, entry_id, membership_id, unit_id, roster, name, premium, reason, info, status, pic,
       deadline, present, first_run, turned_run, since)
     SELECT n.code, n.who, n.entry_id, n.membership_id, n.unit_id, n.roster, n.name, n.premium, n.reason, n.info, 'baru',
       u.pic, date(?, '+' || u.days || ' days'), 1, ?, ?, ?
     FROM temp.found n JOIN temp.usual u ON u.code = n.code AND u.unit_id = ifnull(n.unit_id, 0) AND u.roster = ifnull(n.roster, '')
     WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.code = n.code AND f.who = n.who)
       AND ${stillWanted('n.who')}
     ORDER BY n.code, n.who`,
    today,
    findingRun,
    findingRun,
    today,
  );
}
