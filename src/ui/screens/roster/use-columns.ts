import { useState } from 'react';
import type { Roster } from '../../../domain/segments.ts';
import { type RosterColumnKey, readColumnChoice, usualColumns } from './column-choice.ts';

const keyOf = (roster: Roster): string => `padan.kolom.${roster}`;

/** The columns of a roster's grid and how to choose others; `null` goes back to the usual ones. */
export function useColumns(roster: Roster) {
  const [chosen, setChosen] = useState(() => readColumnChoice(localStorage.getItem(keyOf(roster))));
  return {
    keys: chosen ?? usualColumns(roster),
    chosen: chosen !== null,
    choose(keys: readonly RosterColumnKey[] | null) {
      if (keys === null) localStorage.removeItem(keyOf(roster));
      else localStorage.setItem(keyOf(roster), keys.join(','));
      setChosen(keys);
    },
  };
}
