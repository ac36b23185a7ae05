/** What decides one worker's premium. */
import type { EmployerGroup, FundSource, Segment } from '../domain/segments.ts';
import type { ReadStore } from './store.ts';

export interface PricedEntry {
  readonly employerGroup: EmployerGroup;
  readonly segment: Segment;
  readonly fundSource: FundSource | null;
  readonly wageSen: number | null;
  readonly position: string | null;
}

/** Undefined when there is no such entry. */
export function readPricedEntry({ sql }: ReadStore, entryId: number): PricedEntry | undefined {
  return sql.get<PricedEntry>(
    `SELECT employer_group AS employerGroup, segment, fund_source AS fundSource, wage_sen AS wageSen, position
     FROM roster_entry WHERE id = ?`,
    entryId,
  );
}
