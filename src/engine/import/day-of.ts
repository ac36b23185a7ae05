/** The civil day of an instant. */
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate } from '../../domain/brand.ts';
import { civilDate } from '../../domain/civil-date.ts';

/** The day a checked file is judged from. */
export function dayOf(now: Date): CivilDate {
  const day = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new AppError('internal', { params: { reason: 'clock' } });
  return day;
}
