/** Fund sources a regency added beside those everybody has. */
import { fundLabelOf } from '../contract/words/labels.ts';
import { AppError } from '../domain/app-error.ts';
import { isKnownFund, type OwnFundSource, ownFundName } from '../domain/segments.ts';
import type { OwnFundTable } from './schema/tariff-schema.ts';
import type { SqlHolder, WriteSql } from './store.ts';

export interface OwnFund {
  readonly id: OwnFundSource;
  readonly addedAt: string;
  readonly author: string;
}

export function listOwnFunds({ sql }: SqlHolder): OwnFund[] {
  return sql
    .all<OwnFundTable>('SELECT id, added_at, author FROM own_fund ORDER BY id')
    .map(({ id, added_at, author }) => ({
      id: id as OwnFundSource, // written by `addOwnFund` only
      addedAt: added_at,
      author,
    }));
}

export function addOwnFund(sql: WriteSql, { id, addedAt, author }: OwnFund): void {
  sql.run('INSERT INTO own_fund (id, added_at, author) VALUES (?, ?, ?)', id, addedAt, author);
}

export function removeOwnFund(sql: WriteSql, id: OwnFundSource): void {
  sql.run('DELETE FROM own_fund WHERE id = ?', id);
}

/** True for no source, for those everybody has, and for an own one that is on the list. */
export function isListedFund({ sql }: SqlHolder, fund: string | null): boolean {
  if (fund === null || isKnownFund(fund)) return true;
  return sql.get('SELECT 1 FROM own_fund WHERE id = ?', fund) !== undefined;
}

/** Throws `fund.unknown` for an own source that was never added, or taken off the list. */
export function refuseUnlistedFund(holder: SqlHolder, fund: string | null): void {
  if (fund === null || isListedFund(holder, fund)) return;
  const name = fundLabelOf(fund);
  throw new AppError('fund.unknown', { at: { field: 'fundSource' }, params: { name } });
}

const waiting = `batch_id IN (SELECT id FROM import_batch WHERE state = 'staged')`;

/** Where a source stands: workers, lines of budget documents, payments; scenarios, settings and plans that name it. */
export interface FundUse {
  readonly workers: number;
  readonly lines: number;
  readonly payments: number;
  readonly plans: number;
  /** Rows of imports that wait. */
  readonly waiting: number;
}

export function countFundUse({ sql }: SqlHolder, id: OwnFundSource): FundUse {
  const one = (query: string): number => sql.pluck<number>(query, id)[0] ?? 0;
  return {
    workers: one('SELECT count(*) FROM roster_entry WHERE fund_source = ?'),
    lines: one('SELECT count(*) FROM budget_allocation WHERE fund_source = ?'),
    payments: one('SELECT count(*) FROM realisation WHERE fund_source = ?'),
    plans:
      one(
        `SELECT count(*) FROM budget_scenario s WHERE EXISTS (SELECT 1 FROM json_each(s.assumptions, '$.recruitments') r
           WHERE r.value ->> '$.fundSource' = ?)`,
      ) +
      one(
        `SELECT count(*) FROM budget_config c WHERE EXISTS (SELECT 1 FROM json_each(c.config, '$.groups') g
           WHERE g.value ->> '$.fundWhenMissing' = ?)`,
      ),
    // Rows put right by hand too: what the file said comes back when that is taken back.
    waiting:
      sql.pluck<number>(
        `SELECT count(*) FROM (
           SELECT batch_id, seq FROM staged_row WHERE ${waiting} AND instr("values", ?) AND "values" ->> '$.fundSource' = ?
           UNION SELECT batch_id, seq FROM staged_edit WHERE ${waiting} AND base_values ->> '$.fundSource' = ?)`,
        JSON.stringify(id),
        id,
        id,
      )[0] ?? 0,
  };
}

/**
 * Gives a source another id wherever it stands: in settings and scenarios, in what the journal keeps for undo, and in
 * the plans that wait. The words of the journal's deeds keep the old one.
 */
export function renameOwnFund(sql: WriteSql, from: OwnFundSource, to: OwnFundSource): void {
  sql.run('UPDATE own_fund SET id = ? WHERE id = ?', to, from);
  for (const table of ['roster_entry', 'budget_allocation', 'realisation'] as const) {
    sql.run(`UPDATE ${table} SET fund_source = ? WHERE fund_source = ?`, to, from);
  }
  // As JSON writes it, quotes and all: nothing else in these columns can hold that text.
  const [old, given] = [JSON.stringify(from), JSON.stringify(to)];
  sql.run(
    'UPDATE budget_scenario SET assumptions = replace(assumptions, ?, ?), version = version + 1 WHERE instr(assumptions, ?)',
    old,
    given,
    old,
  );
  sql.run(
    'UPDATE budget_config SET config = replace(config, ?, ?) WHERE instr(config, ?)',
    old,
    given,
    old,
  );
  renameInImages(sql, from, to);
  renameInPlans(sql, from, to);
}

/** Undo puts back what the journal keeps, and compares what stands with it: both by the new id. */
function renameInImages(sql: WriteSql, from: OwnFundSource, to: OwnFundSource): void {
  const [old, given] = [JSON.stringify(from), JSON.stringify(to)];
  for (const image of ['before', 'after'] as const) {
    // Looked for as text first, which is faster than as JSON: there is an image for each row ever changed.
    sql.run(
      `UPDATE journal_change SET ${image} = json_set(${image}, '$.fund_source', ?)
       WHERE entity = 'roster_entry' AND instr(${image}, ?) AND ${image} ->> '$.fund_source' = ?`,
      to,
      old,
      from,
    );
    // A scenario's assumptions are JSON of their own, kept as a text.
    sql.run(
      `UPDATE journal_change
       SET ${image} = json_set(${image}, '$.assumptions', replace(${image} ->> '$.assumptions', ?, ?))
       WHERE entity = 'budget_scenario' AND instr(${image} ->> '$.assumptions', ?)`,
      old,
      given,
      old,
    );
  }
}

/** A plan that waits brings in what it read from the file, or what was put right by hand. */
function renameInPlans(sql: WriteSql, from: OwnFundSource, to: OwnFundSource): void {
  const old = JSON.stringify(from);
  // The name as typed, in rows it gave this source: read again, it must give the same one.
  sql.run(
    `UPDATE staged_edit SET edits = json_set(edits, '$.fixes.fundSource', ?)
     WHERE ${waiting} AND edits ->> '$.fixes.fundSource' IS NOT NULL AND EXISTS (
       SELECT 1 FROM staged_row r WHERE r.batch_id = staged_edit.batch_id AND r.seq = staged_edit.seq
         AND r."values" ->> '$.fundSource' = ?)`,
    ownFundName(to),
    from,
  );
  for (const [table, column] of [
    ['staged_row', '"values"'],
    ['staged_edit', 'base_values'],
  ] as const) {
    sql.run(
      `UPDATE ${table} SET ${column} = json_set(${column}, '$.fundSource', ?)
       WHERE ${waiting} AND instr(${column}, ?) AND ${column} ->> '$.fundSource' = ?`,
      to,
      old,
      from,
    );
  }
}
