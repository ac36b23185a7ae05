/** Of a roster entry: what its premium depends on. */
import type { EmployerGroup, FundSource, Segment } from '../../domain/segments.ts';

export interface EntryFacts {
  readonly segment: Segment;
  readonly employerGroup: EmployerGroup;
  readonly fundSource: FundSource | null;
  readonly wageSen: number | null;
  readonly position: string | null;
}
