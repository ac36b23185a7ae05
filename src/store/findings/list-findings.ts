/** Findings as they are looked at: counts by code, a filtered list in order, the rows of a page. */
import { type FindingCode, type FollowUp, openFollowUps } from '../../domain/findings.ts';
import type { Roster } from '../../domain/segments.ts';
import { areaVersion } from '../meta.ts';
import type { FindingRunTable } from '../schema/finding-schema.ts';
import type { ReadStore, SqlValue } from '../store.ts';
import { personKey } from '../unit-key.ts';

export type Turn = 'new' | 'open' | 'solved' | 'returned';

export interface FindingFilter {
  readonly code?: FindingCode | undefined;
  readonly status?: FollowUp | undefined;
  readonly present?: boolean | undefined;
  readonly turn?: Turn | undefined;
  readonly roster?: Roster | undefined;
  readonly unitId?: number | undefined;
  readonly pic?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly search?: string | undefined;
}

export interface FindingSort {
  readonly by: 'code' | 'name' | 'unit' | 'premium' | 'deadline' | 'status';
  readonly descending: boolean;
}

/** The newest account of findings; undefined before the first. */
export function latestFindingRun(
  store: ReadStore,
): (Omit<FindingRunTable, 'id'> & { readonly id: number }) | undefined {
  return store.sql.get('SELECT * FROM finding_run ORDER BY id DESC LIMIT 1');
}

/** True when the findings are older than the rosters, the exports or the links they speak of, or were never counted. */
export function findingsAreStale(store: ReadStore): boolean {
  const run = latestFindingRun(store);
  return (
    run === undefined ||
    run.roster_version !== areaVersion(store, 'roster') ||
    run.bpjs_version !== areaVersion(store, 'bpjs') ||
    run.links_version !== areaVersion(store, 'links')
  );
}

const isOpen = `f.status IN (${openFollowUps.map((one) => `'${one}'`).join(', ')})`;
const lastRun = '(SELECT max(id) FROM finding_run)';

/** SQL for how a finding stands against the run before. */
const turnSql = `CASE WHEN f.present = 0 THEN 'solved' WHEN f.first_run = ${lastRun} THEN 'new'
  WHEN f.status = 'kembali' AND f.turned_run = ${lastRun} THEN 'returned' ELSE 'open' END`;

export interface CodeCounts {
  readonly code: FindingCode;
  readonly present: number;
  readonly open: number;
  readonly overdue: number;
  readonly premium: number;
  readonly unpriced: number;
  readonly ever: number;
  readonly solved: number;
  readonly fresh: number;
  readonly returned: number;
}

/** Counts of every code that was ever found. */
export function countByCode(store: ReadStore, today: string): CodeCounts[] {
  return store.sql.all<CodeCounts>(
    `SELECT f.code, sum(f.present) AS present, count(*) FILTER (WHERE f.present AND ${isOpen}) AS open,
       count(*) FILTER (WHERE f.present AND ${isOpen} AND f.deadline < ?) AS overdue,
       ifnull(sum(f.premium) FILTER (WHERE f.present AND ${isOpen}), 0) AS premium,
       count(*) FILTER (WHERE f.present AND ${isOpen} AND f.premium IS NULL) AS unpriced,
       count(*) AS ever, count(*) FILTER (WHERE f.status = 'selesai') AS solved,
       count(*) FILTER (WHERE f.present AND f.first_run = r.last) AS fresh,
       count(*) FILTER (WHERE f.present AND f.status = 'kembali') AS returned
     FROM finding f, (SELECT max(id) AS last FROM finding_run) r GROUP BY f.code ORDER BY f.code`,
    today,
  );
}

export function countFoundPeople(store: ReadStore): number {
  return (
    store.sql.pluck<number>('SELECT count(DISTINCT who) FROM finding WHERE present = 1')[0] ?? 0
  );
}

export function listPics(store: ReadStore): string[] {
  return store.sql.pluck<string>(
    'SELECT pic FROM finding WHERE present = 1 GROUP BY pic ORDER BY count(*) DESC, pic LIMIT 200',
  );
}

interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

function conditionsOf(filter: FindingFilter, today: string): Condition {
  const parts: string[] = ['1 = 1'];
  const params: SqlValue[] = [];
  const add = (sql: string, ...values: SqlValue[]) => {
    parts.push(sql);
    params.push(...values);
  };
  if (filter.code !== undefined) add('f.code = ?', filter.code);
  if (filter.status !== undefined) add('f.status = ?', filter.status);
  if (filter.present !== undefined) add('f.present = ?', filter.present ? 1 : 0);
  if (filter.turn !== undefined) add(`${turnSql} = ?`, filter.turn);
  if (filter.roster !== undefined) add('f.roster = ?', filter.roster);
  if (filter.unitId !== undefined) {
    add(
      'f.unit_id IN (SELECT id FROM unit WHERE id = ? OR parent_id = ?)',
      filter.unitId,
      filter.unitId,
    );
  }
  if (filter.pic !== undefined) add('f.pic = ?', filter.pic);
  if (filter.overdue === true) add(`f.present = 1 AND ${isOpen} AND f.deadline < ?`, today);
  if (filter.search !== undefined) {
    for (const word of personKey(filter.search)
      .split(' ')
      .filter((one) => one !== '')) {
      add(`instr(upper(f.name), ?) > 0`, word);
    }
  }
  return { sql: parts.join(' AND '), params };
}

const orders: Readonly<Record<FindingSort['by'], string>> = {
  code: 'f.code',
  name: 'f.name COLLATE NOCASE',
  unit: '(SELECT u.name_key FROM unit u WHERE u.id = f.unit_id)',
  premium: 'f.premium',
  deadline: 'f.deadline',
  status: 'f.status',
};

/** Ids of every finding the filter lets through, in order; what is unknown comes last. */
export function listFindingIds(
  store: ReadStore,
  filter: FindingFilter,
  sort: FindingSort,
  today: string,
): Int32Array {
  const { sql, params } = conditionsOf(filter, today);
  const way = sort.descending ? 'DESC' : 'ASC';
  const ids: number[] = [];
  const rows = store.sql.iterateRaw<[number]>(
    `SELECT f.id FROM finding f WHERE ${sql}
     ORDER BY ${orders[sort.by]} ${way} NULLS LAST, f.name COLLATE NOCASE, f.code, f.id`,
    ...params,
  );
  for (const [id] of rows) ids.push(id);
  return Int32Array.from(ids);
}

/** Premium a month of all that the filter lets through. */
export function sumFindings(store: ReadStore, filter: FindingFilter, today: string): number {
  const { sql, params } = conditionsOf(filter, today);
  return (
    store.sql.pluck<number>(
      `SELECT ifnull(sum(f.premium), 0) FROM finding f WHERE ${sql}`,
      ...params,
    )[0] ?? 0
  );
}

export interface StoredFinding {
  readonly id: number;
  readonly code: FindingCode;
  readonly name: string;
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly entryId: number | null;
  readonly membershipId: number | null;
  readonly roster: Roster | null;
  readonly unitName: string | null;
  readonly parentUnitName: string | null;
  readonly premium: number | null;
  readonly reason: string;
  readonly info: string;
  readonly status: FollowUp;
  readonly ignoreReason: string | null;
  readonly turn: Turn;
  readonly pic: string;
  readonly deadline: string;
  readonly present: number;
  readonly since: string;
  readonly closedOn: string | null;
}

/** Rows of a page, in the order of the ids. */
export function readFindings(store: ReadStore, ids: readonly number[]): StoredFinding[] {
  const found = new Map(
    store.sql
      .all<StoredFinding>(
        `SELECT f.id, f.code, f.name, coalesce(p.nik, m.nik) AS nik, coalesce(m.kpj, e.kpj) AS kpj, f.entry_id AS entryId,
           f.membership_id AS membershipId, f.roster, u.name AS unitName, up.name AS parentUnitName, f.premium, f.reason,
           f.info, f.status, f.ignore_reason AS ignoreReason, ${turnSql} AS turn, f.pic, f.deadline, f.present, f.since,
           f.closed_on AS closedOn
         FROM finding f
         LEFT JOIN roster_entry e ON e.id = f.entry_id LEFT JOIN person p ON p.id = e.person_id
         LEFT JOIN membership m ON m.id = f.membership_id
         LEFT JOIN unit u ON u.id = f.unit_id LEFT JOIN unit up ON up.id = u.parent_id
         WHERE f.id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      )
      .map((row) => [row.id, row]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
