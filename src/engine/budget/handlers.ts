import type { EngineContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { askResident } from '../worker/resident.ts';
import type {
  BudgetAnswerOf,
  BudgetOperation,
  BudgetQueryOf,
  BudgetQuestion,
} from './operations.ts';

export const budgetHandlers: Handlers<'budget.compute' | 'budget.line'> = {
  'budget.compute': (query, { engine }) => askBudget(engine, 'compute', query),
  'budget.line': (query, { engine }) => askBudget(engine, 'line', query),
};

/** Asks the pricing thread; throws the AppError it answers with, or `store.not-open`. */
async function askBudget<N extends BudgetOperation>(
  engine: EngineContext,
  operation: N,
  query: BudgetQueryOf<N>,
): Promise<BudgetAnswerOf<N>> {
  const question: BudgetQuestion = { operation, query };
  // The thread runs the operation of that name: its answer has that operation's type.
  return (await askResident(engine, 'budget.serve', question)) as BudgetAnswerOf<N>;
}
