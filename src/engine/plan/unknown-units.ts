/** The units that assumptions speak of. */
import { AppError } from '../../domain/app-error.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';
import type { ReadStore } from '../../store/store.ts';
import { readUnit } from '../../store/units.ts';

/** Throws `plan.invalid`: recruits of a unit that is not there would stand in no unit, unsaid. */
export function refuseUnknownUnits(store: ReadStore, { recruitments }: PlanAssumptions): void {
  for (const { unitId } of recruitments) {
    if (unitId === null || readUnit(store, unitId) !== undefined) continue;
    throw new AppError('plan.invalid', {
      at: { field: 'recruitments' },
      params: { reason: 'unknown-unit', value: unitId },
    });
  }
}
