/** How the queue is worked: thresholds, blind mode, the second pair of eyes; and saved filters. */
import type { ReadSql, WriteSql } from '../store.ts';

export interface ReviewSettings {
  readonly accept: number;
  readonly review: number;
  readonly blind: boolean;
  readonly twoPerson: boolean;
}

/** `unset` are the thresholds of a regency that has set none. */
export function readReviewSettings(
  sql: ReadSql,
  unset: Pick<ReviewSettings, 'accept' | 'review'>,
): ReviewSettings {
  const row = sql.get<{ accept: number; review: number; blind: number; twoPerson: number }>(
    'SELECT accept, review, blind, two_person AS twoPerson FROM review_setting WHERE id = 1',
  );
  return {
    accept: row?.accept ?? unset.accept,
    review: row?.review ?? unset.review,
    blind: row?.blind === 1,
    twoPerson: row?.twoPerson === 1,
  };
}

export function writeReviewSettings(sql: WriteSql, settings: ReviewSettings): void {
  sql.run(
    'INSERT OR REPLACE INTO review_setting (id, accept, review, blind, two_person) VALUES (1, ?, ?, ?, ?)',
    settings.accept,
    settings.review,
    settings.blind ? 1 : 0,
    settings.twoPerson ? 1 : 0,
  );
}

/** Initials that stand on decisions so far, the latest first. */
export function readOperators(sql: ReadSql): string[] {
  return sql.pluck<string>(
    `SELECT operator FROM (
       SELECT operator, decided_at AS at FROM link_decision WHERE operator IS NOT NULL
       UNION ALL SELECT second_operator, decided_at FROM link_decision WHERE second_operator IS NOT NULL
       UNION ALL SELECT operator, voted_at FROM review_vote)
     GROUP BY operator ORDER BY max(at) DESC, operator LIMIT 20`,
  );
}

export interface SavedFilter {
  readonly id: number;
  readonly name: string;
  /** JSON as it was saved. */
  readonly filter: string;
}

export function readFilters(sql: ReadSql): SavedFilter[] {
  return sql.all<SavedFilter>('SELECT id, name, filter FROM review_filter ORDER BY name');
}

/** A name that is there already gets the new filter. */
export function saveFilter(sql: WriteSql, name: string, filter: string): void {
  sql.run(
    `INSERT INTO review_filter (name, filter) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET filter = excluded.filter`,
    name,
    filter,
  );
}

export function removeFilter(sql: WriteSql, id: number): boolean {
  return sql.run('DELETE FROM review_filter WHERE id = ?', id).changes > 0;
}
