/** What the engine asks the thread that keeps a year's workers. */
import type { BudgetSettings, BudgetTables } from '../../domain/budget-types.ts';
import type { CoverageBasis } from '../../domain/plan-coverage.ts';
import type { PlanOperations } from './operations.ts';

/** What the figures of a year rest on; `versions` changes whenever the workers may have. */
export interface PlanBasis {
  readonly year: number;
  readonly versions: string;
  readonly settings: BudgetSettings;
  readonly tables: BudgetTables;
  readonly bases: readonly CoverageBasis[];
}

export type PlanOperation = keyof PlanOperations;

export interface PlanQuestion {
  readonly operation: PlanOperation;
  readonly basis: PlanBasis;
  readonly input: unknown;
}
