import { expect, it } from 'vitest';
import { readQueuePage } from '../../../src/store/review/queue-page.ts';
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
  for (const state of ['open', 'second', 'decided', 'all'] as const) {
    const steps = plansOf(store, (asked) =>
      readQueuePage(asked.sql, { state }, { after: 0, limit: 50, operator: 'AB' }),
    );
    expect(steps).toContain('SEARCH r USING INDEX link_review_place (place>?)');
    expect(steps.join('; ')).not.toMatch(/SCAN [lr]\b|TEMP B-TREE FOR ORDER BY/);
  }
});
