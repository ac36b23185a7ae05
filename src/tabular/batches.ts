import type { RawRow } from './types.ts';

/** Rows a batch has at most: enough to be cheap, few enough to stay responsive between two. */
const BATCH_ROWS = 2048;

/** Rows in batches, none of them empty. */
export function* inBatches(rows: readonly RawRow[]): Generator<readonly RawRow[]> {
  if (rows.length === 0) return;
  if (rows.length <= BATCH_ROWS) return yield rows;
  for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS);
}
