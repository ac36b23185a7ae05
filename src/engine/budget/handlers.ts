import type { Handlers } from '../handler.ts';
import { computeNeed } from './compute-need.ts';

export const budgetHandlers: Handlers<'budget.compute'> = {
  'budget.compute': (query, { engine }) =>
    computeNeed(engine.session.store(), engine.resourcesDir, query),
};
