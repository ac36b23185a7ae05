/** What an explanation needs of a person: taken from a side's row, or from text cells. */

import { isoDate } from '../normalise/dates.ts';
import { cleanWord, type Lexicon, wordText } from '../normalise/lexicon.ts';
import { idText } from '../normalise/number-id.ts';
import type { PersonCells, Side } from '../side.ts';
import { createSideBuilder } from '../side-builder.ts';

export interface PersonFacts {
  /** Digits of the NIK cell after cleaning; `''` when empty or a placeholder. */
  readonly nik: string;
  readonly kpj: string;
  /** Words of the name in capitals, titles cut and short forms written out. */
  readonly words: readonly string[];
  /** `YYYY-MM-DD` of the birth-date column, or `''`. */
  readonly birthDate: string;
  readonly village: string;
}

function textOf(lexicon: Lexicon, word: number): string {
  return word < 0 ? '' : cleanWord(wordText(lexicon, word), lexicon.of);
}

/** Facts of one row of a side. */
export function factsOfRow(side: Side, row: number): PersonFacts {
  const words: string[] = [];
  for (let i = side.wordStart[row]!; i < side.wordStart[row + 1]!; i++) {
    words.push(textOf(side.lexicon, side.words[i]!));
  }
  return {
    nik: idText(side.nikKind[row]!, side.nikHi[row]!, side.nikLo[row]!),
    kpj: idText(side.kpjKind[row]!, side.kpjHi[row]!, side.kpjLo[row]!),
    words,
    birthDate: isoDate(side.date[row]!),
    village: textOf(side.places, side.village[row]!),
  };
}

/** Facts of a record held as text, normalised as the matcher does. */
export function factsOfCells(cells: PersonCells): PersonFacts {
  const builder = createSideBuilder(1);
  builder.add(cells);
  return factsOfRow(builder.finish(), 0);
}
