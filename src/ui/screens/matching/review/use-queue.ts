/** The queue as it is worked through: the pair at hand, its candidates, and what can be done with them. */
import { useState } from 'react';
import type { ReviewFilter, ReviewPair, ReviewRival } from '../../../../contract/review-routes.ts';
import type { RouteOut } from '../../../../contract/routes.ts';
import { useOpenStore } from '../../../app/store-context.tsx';
import { useCommand, useRoute } from '../../../bridge/use-engine.ts';
import { hideDeed, showRefusal } from './deed-note.ts';
import { decisionSaid } from './words.ts';

type Decision = ReviewPair['decision'];

/** The pair itself or one of its rivals, as it lies on the desk. */
export type Candidate = ReviewPair | ReviewRival;

export interface ReviewQueue {
  readonly query: ReturnType<typeof useRoute<'review.page'>>;
  readonly pair: ReviewPair | undefined;
  readonly candidates: readonly Candidate[];
  readonly chosen: number;
  readonly shown: Candidate | undefined;
  readonly busy: boolean;
  /** No pair is left, and none is on its way. */
  readonly ended: boolean;
  readonly readOnly: boolean;
  /** The queue does not start at its first pair. */
  readonly skipped: boolean;
  readonly undoable: boolean;
  /** Said once a decision is written; spoken by screen readers. */
  readonly said: string;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly decide: (decision: Decision) => void;
  readonly undo: () => void;
  readonly skip: () => void;
  readonly again: () => void;
  readonly choose: (candidate: number) => void;
}

/** A deed of this sitting that can be taken back. */
export interface Done {
  readonly journalId: number;
  /** The pair or rival decided about, and those that the decision settled. */
  readonly pairKeys: readonly string[];
  /** Pairs that it opened again: what earlier deeds say of them is over. `all` where they are not told one by one. */
  readonly frees: readonly string[] | 'all';
  /** Where the queue stood. */
  readonly after: number;
  /** Leaves the queue: for everybody, or, where a second person must look, for whoever has looked. */
  readonly leaves: 'all' | 'operator' | null;
  readonly operator: string | null;
}

/** Two who differ send the pair back into the queue. */
const leaving = { decided: 'all', voted: 'operator', disputed: null } as const;

export interface QueueOptions {
  readonly filter: ReviewFilter;
  readonly operator: string | null;
  /** What was done in this sitting; it outlives a change of filter. */
  readonly done: readonly Done[];
  readonly setDone: (change: (before: readonly Done[]) => readonly Done[]) => void;
}

const listsDecided = ({ state }: ReviewFilter): boolean => state === 'all' || state === 'decided';

/** True for a pair that was decided a moment ago and that the page at hand still holds; its last deed counts. */
export function isGone(
  pairKey: string,
  { filter, operator, done }: Pick<QueueOptions, 'filter' | 'operator' | 'done'>,
): boolean {
  const speaksOf = ({ pairKeys, frees }: Done): boolean =>
    pairKeys.includes(pairKey) || frees === 'all' || frees.includes(pairKey);
  const last = done.findLast(speaksOf);
  if (last === undefined || !last.pairKeys.includes(pairKey) || listsDecided(filter)) return false;
  return last.leaves === 'all' || (last.leaves === 'operator' && last.operator === operator);
}

/** A decision as the sitting keeps it. One about a rival says nothing of the pair beside which the rival lies. */
export function deedOf(
  about: Pick<Candidate, 'pairKey'>,
  { journalId, settled, freed }: RouteOut<'review.decide'>,
  stood: Pick<Done, 'after' | 'leaves' | 'operator'>,
): Done {
  return { journalId, pairKeys: [about.pairKey, ...settled], frees: freed, ...stood };
}

/** Among open pairs a decided one leaves the queue; elsewhere it stays and shows its decision. */
export function useQueue({ filter, operator, done, setDone }: QueueOptions): ReviewQueue {
  const [after, setAfter] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [note, setNote] = useState('');
  const [said, setSaid] = useState('');
  const query = useRoute('review.page', { filter, after, limit: 6, operator }, { keep: true });
  const decide = useCommand('review.decide');
  const undo = useCommand('review.undo');
  const { readOnly } = useOpenStore();
  const pair = query.data?.pairs.find(
    ({ pairKey }) => !isGone(pairKey, { filter, operator, done }),
  );
  const candidates = pair === undefined ? [] : [pair, ...pair.rivals];
  const at = Math.min(chosen, Math.max(0, candidates.length - 1));
  const shown = candidates[at];
  const busy = decide.isPending || undo.isPending || query.isPlaceholderData;
  const last = done.at(-1);

  function turnTo(place: number) {
    setAfter(place);
    setChosen(0);
    setNote('');
  }

  function written(about: Candidate, decision: Decision, result: RouteOut<'review.decide'>) {
    const stays = listsDecided(filter) || decision === 'open' || pair === undefined;
    const leaves = stays ? null : leaving[result.state];
    setDone((before) => [...before, deedOf(about, result, { after, leaves, operator })]);
    setSaid(decisionSaid(decision, result));
    hideDeed();
    setNote('');
    setChosen(0);
  }

  return {
    query,
    pair,
    candidates,
    chosen: at,
    shown,
    busy,
    ended: pair === undefined && !query.isFetching,
    readOnly,
    skipped: after > 0,
    undoable: last !== undefined && !busy,
    said,
    note,
    setNote,
    decide(decision) {
      if (shown === undefined || busy || readOnly) return;
      const { linkId, rivalId, pairKey } = shown;
      const words = note.trim() === '' ? {} : { note: note.trim() };
      decide.mutate(
        { linkId, rivalId, pairKey, decision, operator, ...words },
        { onSuccess: (result) => written(shown, decision, result), onError: showRefusal },
      );
    },
    undo() {
      if (last === undefined || busy || readOnly) return;
      undo.mutate(
        { journalId: last.journalId },
        {
          onSuccess: () => {
            setDone((before) => before.slice(0, -1));
            turnTo(last.after);
            setSaid('Keputusan terakhir diurungkan');
            hideDeed();
          },
          onError: showRefusal,
        },
      );
    },
    skip() {
      if (pair === undefined || busy) return;
      turnTo(pair.place);
      setSaid('Dilewati');
    },
    again: () => turnTo(0),
    choose(candidate) {
      if (candidates.length === 0) return;
      setChosen((candidate + candidates.length) % candidates.length);
    },
  };
}
