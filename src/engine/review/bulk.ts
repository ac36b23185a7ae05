/** Many pairs by one word: all from a probability on, one-to-one, with what it may cost said before. */
import type { RouteOut } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { readLinkRecords, readQueued } from '../../store/review/pairs.ts';
import {
  type BulkCandidate,
  likelyPairs,
  type QueueFilter,
} from '../../store/review/queue-page.ts';
import type { ReadSql } from '../../store/store.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { type Deed, decidePair, finishDeed, ownerOf } from './decide.ts';
import { expectedWrong } from './queue-order.ts';

export interface BulkChoice {
  readonly taken: readonly BulkCandidate[];
  readonly left: number;
  readonly rivalled: number;
}

/**
 * Which pairs a bulk takes: the likeliest of each person and each membership. Conflicts, pairs that only a look may
 * settle, pairs somebody has voted on and pairs whose membership an officer gave to another person stay.
 */
export function chooseBulk(
  candidates: readonly BulkCandidate[],
  isHeld: (pair: BulkCandidate) => boolean,
): BulkChoice {
  const people = new Set<number>();
  const memberships = new Set<number>();
  const taken: BulkCandidate[] = [];
  let left = 0;
  let rivalled = 0;
  for (const pair of candidates) {
    if (pair.class === 'conflict' || pair.needsLook === 1 || pair.voted === 1) left += 1;
    else if (people.has(pair.personId) || memberships.has(pair.membershipId)) rivalled += 1;
    // Asked last: it takes several reads.
    else if (isHeld(pair)) left += 1;
    else {
      people.add(pair.personId);
      memberships.add(pair.membershipId);
      taken.push(pair);
    }
  }
  return { taken, left, rivalled };
}

function choose(sql: ReadSql, filter: QueueFilter, from: number): BulkChoice {
  return chooseBulk(likelyPairs(sql, filter, from), ({ contested, linkId }) => {
    const records = contested === 1 ? readLinkRecords(sql, linkId) : undefined;
    return records !== undefined && ownerOf(sql, records) !== undefined;
  });
}

/** What a bulk would do. */
export function previewBulk(
  sql: ReadSql,
  filter: QueueFilter,
  from: number,
): RouteOut<'review.bulkPreview'> {
  const { taken, left, rivalled } = choose(sql, filter, from);
  return {
    pairs: taken.length,
    expectedWrong: expectedWrong(taken.map(({ probability }) => probability)),
    left,
    rivalled,
  };
}

export interface BulkInput {
  readonly filter: QueueFilter;
  readonly from: number;
  readonly pairs: number;
  readonly operator: string | null;
}

export type BulkOutput = RouteOut<'review.bulkAccept'>;

/** Accepts in one transaction. Throws `review.queue-changed` when the count is not the previewed one. */
export const bulkTask: Task<BulkInput, BulkOutput> = async (input, task) => {
  using store = openStoreInWorker(needAccess(task));
  return store.transact(['links'], (sql) => {
    const { taken } = choose(sql, input.filter, input.from);
    if (taken.length !== input.pairs || taken.length === 0)
      throw new AppError('review.queue-changed');
    const at = task.now().toISOString();
    const journalId = writeJournal(sql, {
      at,
      action: 'review.bulkAccept',
      params: { pairs: taken.length, from: Math.round(input.from * 100), ...by(input.operator) },
    });
    const deed: Deed = {
      journalId,
      at,
      operator: input.operator,
      source: 'bulk',
      note: null,
      people: new Set(),
    };
    let accepted = 0;
    let implied = 0;
    for (const [index, { linkId }] of taken.entries()) {
      if (index % 64 === 0) step(task, index, taken.length);
      const pair = readQueued(sql, linkId);
      // An earlier pair of this bulk may have ruled it out, or taken what it was to get on another row.
      if (pair === undefined || pair.decision !== null || ownerOf(sql, pair) !== undefined)
        continue;
      accepted += 1;
      implied += decidePair(sql, pair, 'same', deed).implied;
    }
    finishDeed(sql, deed);
    return { pairs: accepted, implied, journalId };
  });
};

/** Initials as a journal parameter. */
export function by(operator: string | null): { operator?: string } {
  return operator === null ? {} : { operator };
}

function step(task: Parameters<typeof bulkTask>[1], done: number, total: number): void {
  task.progress('decide', done, total);
  if (task.signal.aborted) throw new AppError('job.cancelled');
}
