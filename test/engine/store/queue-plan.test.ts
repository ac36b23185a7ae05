import { expect, it } from 'vitest';
import { readReviewPairs } from '../../../src/store/links.ts';
import type { ReadStore, SqlValue } from '../../../src/store/store.ts';
import { makeTestEngine } from '../harness.ts';

/** The plans of every statement that `work` reads with, as SQLite runs them. */
function plansOf(store: ReadStore, work: (store: ReadStore) => unknown): string[] {
  const plans: string[] = [];
  const all = <Row>(text: string, ...params: readonly SqlValue[]): Row[] => {
    const steps = store.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, ...params);
    plans.push(...steps.map(({ detail }) => detail));
    return store.sql.all<Row>(text, ...params);
  };
  work({ ...store, sql: { ...store.sql, all } });
  return plans;
}

it('a page of the review queue reads no more of the queue than the page', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const store = test.engine.context.session.store();
  for (const open of [true, false]) {
    const steps = plansOf(store, (asked) =>
      readReviewPairs(asked, 1, { after: 0, limit: 50, open }),
    );
    const queue = steps.filter((step) => /\blink\b/.test(step));
    expect(queue).toEqual(
      [
        'SEARCH link USING COVERING INDEX link_run (run_id=? AND class=? AND id>?)',
        'SEARCH link USING COVERING INDEX link_run (run_id=? AND class=? AND id>?)',
      ].map((step) => (open ? step.replace('COVERING ', '') : step)),
    );
    expect(steps.join('; ')).not.toMatch(/SCAN l\b|TEMP B-TREE FOR ORDER BY/);
  }
});
