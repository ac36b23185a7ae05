import type { FindingCode, FollowUp } from '../../domain/findings.ts';
import type { ReadStore } from '../store.ts';

/** A finding of the newest run about one entry. */
export interface EntryRunFinding {
  readonly id: number;
  readonly code: FindingCode;
  readonly reason: string;
  readonly status: FollowUp;
  readonly deadline: string;
}

/** What the newest run found about an entry, by code. */
export function entryFindings(store: ReadStore, entryId: number): EntryRunFinding[] {
  return store.sql.all<EntryRunFinding>(
    `SELECT id, code, reason, status, deadline FROM finding
     WHERE entry_id = ? AND present = 1 ORDER BY code, id LIMIT 20`,
    entryId,
  );
}
