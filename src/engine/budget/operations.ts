/** What the pricing thread can be asked. */
import { computeNeed } from './compute-need.ts';
import { budgetLineDetail } from './line-detail.ts';

export const budgetOperations = { compute: computeNeed, line: budgetLineDetail } as const;

type BudgetOperations = typeof budgetOperations;
export type BudgetOperation = keyof BudgetOperations;
export type BudgetQueryOf<N extends BudgetOperation> = Parameters<BudgetOperations[N]>[2];
export type BudgetAnswerOf<N extends BudgetOperation> = ReturnType<BudgetOperations[N]>;

export interface BudgetQuestion {
  readonly operation: BudgetOperation;
  readonly query: unknown;
}
