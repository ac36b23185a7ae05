/** The tables of 0001/plan-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';
import type { CoverageSegment } from '../../domain/plan-coverage.ts';
import type { PlanKind } from '../../domain/plan-types.ts';

export interface BudgetScenarioTable {
  id: Generated<number>;
  year: number;
  name: string;
  kind: PlanKind;
  assumptions: string;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
}

export interface CoverageBasisTable {
  year: number;
  segment: CoverageSegment;
  workers: number;
  active: number | null;
  source: string;
  as_of: string;
}

export interface PlanSchema {
  budget_scenario: BudgetScenarioTable;
  coverage_basis: CoverageBasisTable;
}
