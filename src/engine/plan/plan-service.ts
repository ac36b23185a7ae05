/** The engine's side of the planning thread, which keeps a year's workers. */
import type { EngineContext } from '../context.ts';
import { askResident } from '../worker/resident.ts';
import type { PlanOperations } from './operations.ts';
import type { PlanBasis, PlanOperation, PlanQuestion } from './protocol.ts';

type InputOf<N extends PlanOperation> = Parameters<PlanOperations[N]>[1];
type OutputOf<N extends PlanOperation> = ReturnType<PlanOperations[N]>;

/** Asks the planning thread; throws the AppError it answers with, or `store.not-open`. */
export async function askPlan<N extends PlanOperation>(
  engine: EngineContext,
  operation: N,
  basis: PlanBasis,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const question: PlanQuestion = { operation, basis, input };
  // The thread runs the operation of that name: its answer has that operation's type.
  return (await askResident(engine, 'plan.serve', question)) as OutputOf<N>;
}
