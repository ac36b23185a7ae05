import { describe, expect, it } from 'vitest';
import { routes } from '../../../../src/contract/routes.ts';
import { staleQueries } from '../../../../src/ui/bridge/invalidation.ts';

describe('staleQueries', () => {
  it('asks everything again when the store was opened or closed', () => {
    expect(staleQueries(['roster', 'store'])).toBe('all');
  });

  it('joins the queries of several areas', () => {
    const stale = staleQueries(['import', 'links']);
    expect(stale).toContain('import.list');
    expect(stale).toContain('coverage.table');
    expect(stale).not.toContain('unit.list');
  });

  it('names only queries of the contract', () => {
    const stale = staleQueries(['roster', 'import', 'links', 'budget', 'profile']);
    for (const name of stale) expect(routes).toHaveProperty([name, 'kind'], 'query');
  });

  it('makes every number of the first screen stale when a roster changes', () => {
    const stale = staleQueries(['roster']);
    for (const name of ['roster.counts', 'coverage.table', 'reconcile.latest', 'budget.compute']) {
      expect(stale).toContain(name);
    }
  });
});
