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

/** The first words of each lexicon, decoded: the common ones, so that memory stays small. */
const decoded = new WeakMap<Lexicon, string[]>();
const mostDecoded = 20_000;

function textOf(lexicon: Lexicon, word: number): string {
  if (word < 0) return '';
  if (word >= mostDecoded) return cleanWord(wordText(lexicon, word), lexicon.of);
  let texts = decoded.get(lexicon);
  if (texts === undefined) {
    texts = [];
    decoded.set(lexicon, texts);
  }
  texts[word] ??= cleanWord(wordText(lexicon, word), lexicon.of);
  return texts[word];
}

/** Words of a row's name, as in {@link PersonFacts}. */
export function wordsOf(side: Side, row: number): string[] {
  const words: string[] = [];
  for (let i = side.wordStart[row]!; i < side.wordStart[row + 1]!; i++) {
    words.push(textOf(side.lexicon, side.words[i]!));
  }
  return words;
}

/** Facts of one row of a side. */
export function factsOfRow(side: Side, row: number): PersonFacts {
  return {
    nik: idText(side.nikKind[row]!, side.nikHi[row]!, side.nikLo[row]!),
    kpj: idText(side.kpjKind[row]!, side.kpjHi[row]!, side.kpjLo[row]!),
    words: wordsOf(side, row),
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
