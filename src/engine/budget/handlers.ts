import type { Handlers } from '../handler.ts';
import { computeNeed } from './compute-need.ts';
import { budgetLineDetail } from './line-detail.ts';

export const budgetHandlers: Handlers<'budget.compute' | 'budget.line'> = {
  'budget.compute': (query, { engine }) =>
    computeNeed(engine.session.store(), engine.resourcesDir, query),
  'budget.line': (query, { engine }) =>
    budgetLineDetail(engine.session.store(), engine.resourcesDir, query),
};
