/** Deeds of the queue done at once: one decision, and taking any deed back. */
import type { Decided } from '../../contract/review-routes.ts';
import type { RouteParsed } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { pairKeyOf } from '../../domain/pair-key.ts';
import { completeDeed, readDeedHead, writeJournal } from '../../store/journal.ts';
import { undoChanges } from '../../store/review/decisions.ts';
import { followPair, refreshPeople } from '../../store/review/follow.ts';
import type { WriteStore } from '../../store/store.ts';
import { by } from './bulk.ts';
import { type Deed, decidePair, finishDeed, pairForDecision } from './decide.ts';

/** Decides about one pair, or about a rival beside it. */
export function decideOne(
  store: WriteStore,
  input: RouteParsed<'review.decide'>,
  at: string,
): Decided {
  return store.transact(['links'], (sql) => {
    const pair = pairForDecision(sql, input);
    const { decision, operator } = input;
    const journalId = writeJournal(sql, {
      at,
      action: 'review.decide',
      params: { decision, ...by(operator) },
      entryId: pair.entryId,
    });
    const note = input.note?.trim() ?? '';
    const deed: Deed = {
      journalId,
      at,
      operator,
      source: 'queue',
      note: note === '' ? null : note,
      people: new Set([pair.personId]),
    };
    const decided = decidePair(sql, pair, decision, deed);
    finishDeed(sql, deed);
    if (decided.state !== 'decided') {
      const params = { decision: `${decision}-${decided.state}`, ...by(operator) };
      completeDeed(sql, journalId, { params });
    }
    return { journalId, ...decided };
  });
}

const undoable: readonly string[] = ['review.decide', 'review.bulkAccept', 'review.applyAnswers'];

/** Takes a deed back as a deed of its own. Throws `not-found`, `review.undone-since`. */
export function undoReviewDeed(store: WriteStore, journalId: number, at: string): void {
  store.transact(['links'], (sql) => {
    const deed = readDeedHead(sql, journalId);
    if (deed === undefined || !undoable.includes(deed.action)) {
      throw new AppError('not-found', { params: { what: 'journal', id: journalId } });
    }
    const undoing = writeJournal(sql, {
      at,
      action: 'review.undo',
      params: { undone: deed.action },
      ...(deed.entryId === null ? {} : { entryId: deed.entryId }),
    });
    const touched = undoChanges(sql, journalId, undoing);
    if (touched === null) throw new AppError('review.undone-since');
    const people = touched.flatMap((keys) =>
      followPair(sql, { ...keys, pairKey: pairKeyOf(keys.leftKey, keys.rightKey) }),
    );
    refreshPeople(sql, people);
  });
}
