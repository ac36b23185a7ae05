/** The answers of a list: read for a preview, or applied as one deed. */
import type { AnswersRead } from '../../contract/review-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { openStoreInWorker, openStoreReader } from '../../store/open-store.ts';
import { queuedByKey } from '../../store/review/pairs.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { by } from './bulk.ts';
import { type Deed, decidePair, finishDeed } from './decide.ts';
import { judgeAnswers, readAnswerFile } from './read-answers.ts';

/** Reads a list and says what its answers would do. Throws `review.not-answers`, and what reading a table throws. */
export const readAnswersTask: Task<{ readonly path: string }, AnswersRead> = async (
  { path },
  task,
) => {
  using store = openStoreReader(needAccess(task));
  task.progress('read', 0, null);
  const file = await readAnswerFile(path, task.signal);
  return judgeAnswers(store.sql, file).read;
};

export interface ApplyInput {
  readonly path: string;
  readonly sha256: string;
  readonly operator: string | null;
  readonly replace: boolean;
}

export interface Applied {
  readonly applied: number;
  readonly implied: number;
  readonly journalId: number | null;
}

/** Applies a list that was previewed. Throws `review.answers-changed` when the file is another one by now. */
export const applyAnswersTask: Task<ApplyInput, Applied> = async (input, task) => {
  using store = openStoreInWorker(needAccess(task));
  task.progress('read', 0, null);
  const file = await readAnswerFile(input.path, task.signal);
  if (file.sha256 !== input.sha256) throw new AppError('review.answers-changed');
  const { operator, replace } = input;
  return store.transact(['links'], (sql): Applied => {
    const taken = judgeAnswers(sql, file).taken.filter(
      ({ contradicts }) => replace || !contradicts,
    );
    if (taken.length === 0) return { applied: 0, implied: 0, journalId: null };
    const at = task.now().toISOString();
    const journalId = writeJournal(sql, {
      at,
      action: 'review.applyAnswers',
      params: { file: file.fileName, rows: taken.length, ...by(operator) },
    });
    const people = new Set<number>();
    let applied = 0;
    let implied = 0;
    for (const [index, { pairKey, decision, note }] of taken.entries()) {
      if (index % 64 === 0) task.progress('decide', index, taken.length);
      if (task.signal.aborted) throw new AppError('job.cancelled');
      const deed: Deed = {
        journalId,
        at,
        operator,
        source: 'list',
        note: note === '' ? null : note,
        replaces: replace,
        people,
      };
      for (const pair of queuedByKey(sql, pairKey)) {
        implied += decidePair(sql, pair, decision, deed).implied;
        applied += 1;
      }
    }
    finishDeed(sql, { journalId, at, operator, source: 'list', note: null, people });
    return { applied, implied, journalId };
  });
};
