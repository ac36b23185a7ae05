/** One file or table as columns: what the matcher keeps of every row. Row numbers are the caller's. */
import type { Lexicon } from './normalise/lexicon.ts';

/** A row as text, as the builder takes it. Every field may be `''`. */
export interface PersonCells {
  /** The caller's own key; the matcher never reads it. */
  readonly id?: string;
  readonly nik: string;
  readonly kpj: string;
  readonly name: string;
  /** `YYYY-MM-DD` or `''`. */
  readonly birthDate: string;
  /** `L`, `P` or `''`; other ways of writing them are read too. */
  readonly sex: string;
  readonly village: string;
  readonly district?: string;
  /** Monthly wage in whole rupiah. */
  readonly wage?: number;
}

/** The normalised columns of one side. Build it with `createSideBuilder`. */
export interface Side {
  readonly rows: number;
  readonly lexicon: Lexicon;
  readonly places: Lexicon;
  /** `idKind` of each NIK cell, and the number in two halves. */
  readonly nikKind: Uint8Array;
  readonly nikHi: Uint32Array;
  readonly nikLo: Uint32Array;
  readonly kpjKind: Uint8Array;
  readonly kpjHi: Uint32Array;
  readonly kpjLo: Uint32Array;
  /** Packed as by `packDate`; 0 unknown. */
  readonly date: Int32Array;
  /** 0 unknown, 1 man, 2 woman. */
  readonly sex: Uint8Array;
  /** Word number in `places`, −1 unknown. */
  readonly village: Int32Array;
  readonly district: Int32Array;
  /** Whole rupiah, 0 unknown. */
  readonly wage: Uint32Array;
  /** Words of row i: `words[wordStart[i] … wordStart[i + 1])`. */
  readonly wordStart: Uint32Array;
  readonly words: Int32Array;
  /** Content hash of the folded words in any order; 0 for no name. */
  readonly nameKey: Uint32Array;
  /** Content hash of the name written as one word; 0 for no name. */
  readonly joinKey: Uint32Array;
}

/** Number of words of a row's name. */
export function wordCount(side: Side, row: number): number {
  return side.wordStart[row + 1]! - side.wordStart[row]!;
}
