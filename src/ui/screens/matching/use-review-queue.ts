/** The review queue as it is worked through: the pair at hand, and what can be done with it. */
import { useState } from 'react';
import type { ReviewPair } from '../../../contract/reconcile-routes.ts';
import type { RouteOut } from '../../../contract/routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';

export interface ReviewQueue {
  readonly query: ReturnType<typeof useRoute<'reconcile.review'>>;
  readonly pair: RouteOut<'reconcile.review'>['pairs'][number] | undefined;
  readonly busy: boolean;
  readonly readOnly: boolean;
  /** The queue does not start at its first pair. */
  readonly skipped: boolean;
  readonly undoable: boolean;
  readonly decide: (decision: ReviewPair['decision']) => void;
  readonly undo: () => void;
  readonly skip: () => void;
  readonly again: () => void;
}

/** With `open`, a decided pair leaves the queue; otherwise it stays and shows its decision. */
export function useReviewQueue(open: boolean): ReviewQueue {
  // The pair before the one shown; skipping moves it on.
  const [after, setAfter] = useState<number | undefined>(undefined);
  const [done, setDone] = useState<readonly number[]>([]);
  const query = useRoute(
    'reconcile.review',
    { open, limit: 20, ...(after === undefined ? {} : { after }) },
    { keep: true },
  );
  const command = useCommand('reconcile.decide');
  const { readOnly } = useOpenStore();
  const pair = query.data?.pairs.find((one) => !open || !done.includes(one.id));
  const busy = command.isPending || query.isPlaceholderData;
  const last = done.at(-1);

  function write(id: number, decision: ReviewPair['decision'], onSuccess: () => void) {
    if (!busy && !readOnly) command.mutate({ id, decision }, { onSuccess, onError: showError });
  }

  return {
    query,
    pair,
    busy,
    readOnly,
    skipped: after !== undefined,
    undoable: last !== undefined && !busy,
    decide(decision) {
      if (pair === undefined) return;
      write(pair.id, decision, () => {
        if (open) setDone((before) => [...before, pair.id]);
      });
    },
    undo() {
      if (last === undefined) return;
      write(last, 'open', () => {
        setDone((before) => before.slice(0, -1));
        setAfter(undefined);
      });
    },
    skip() {
      if (pair !== undefined && !busy) setAfter(pair.id);
    },
    again: () => setAfter(undefined),
  };
}
