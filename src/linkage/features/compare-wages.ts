/** Level of two wages in whole rupiah, both known. */
import { wageLevel } from './levels.ts';

/** Same, within a tenth, or further apart. */
export function compareWages(a: number, b: number): number {
  if (a === b) return wageLevel.same;
  return Math.abs(a - b) * 10 <= Math.max(a, b) ? wageLevel.near : wageLevel.differs;
}
