/**
 * Puts the words of two names side by side: equal words first, then a word here that is two there, then a
 * last word cut off by a column's width, then near misses, best first. One alignment object is reused.
 */
import type { Lexicon } from '../normalise/lexicon.ts';
import { maxWords } from '../normalise/parse-name.ts';
import { compareWords, createWordComparer, type WordComparer, wordMatch } from './compare-words.ts';

/** One name of the pair. */
export interface NameWords {
  count: number;
  readonly words: Int32Array;
  /** 1 for a word that has found its like. */
  readonly taken: Uint8Array;
}

export interface Alignment {
  readonly lexicon: Lexicon;
  readonly info: Float32Array;
  readonly near: WordComparer;
  /** The shorter name, or of two equally long ones the one with the smaller first fold that differs. */
  readonly a: NameWords;
  readonly b: NameWords;
  readonly bits: Float64Array;
  readonly kinds: Uint8Array;
  /** Words matched, their bits together, and the weakest kind of match among them. */
  matched: number;
  sum: number;
  weakest: number;
}

/** Least bits at which two words are still taken for one. */
const leastNearBits = -7;
/** Shortest name, spaces counted, that may have been cut off by a column's width. */
const shortestCutName = 23;
const joinPenalty = 2;
const bitsPerCutLetter = 1.2;

const newWords = (): NameWords => ({
  count: 0,
  words: new Int32Array(maxWords),
  taken: new Uint8Array(maxWords),
});

/** An alignment for names of one lexicon; `info` is bits of information by word number. */
export function newAlignment(lexicon: Lexicon, info: Float32Array): Alignment {
  return {
    lexicon,
    info,
    near: createWordComparer(lexicon, info),
    a: newWords(),
    b: newWords(),
    bits: new Float64Array(maxWords * maxWords),
    kinds: new Uint8Array(maxWords * maxWords),
    matched: 0,
    sum: 0,
    weakest: 0,
  };
}

function take(x: Alignment, bits: number, kind: number): void {
  x.matched++;
  x.sum += bits;
  if (kind > x.weakest) x.weakest = kind;
}

function takeEqual(x: Alignment): void {
  const { a, b } = x;
  const { fold } = x.lexicon;
  for (let i = 0; i < a.count; i++) {
    const word = a.words[i]!;
    for (let j = 0; j < b.count; j++) {
      if (b.taken[j] !== 0 || fold[word] !== fold[b.words[j]!]) continue;
      a.taken[i] = b.taken[j] = 1;
      take(x, x.info[word]!, wordMatch.equal);
      break;
    }
  }
}

function joins(lexicon: Lexicon, word: number, first: number, second: number): boolean {
  const poly = Math.imul(lexicon.poly[first]!, lexicon.power[second]!) + lexicon.poly[second]!;
  return poly >>> 0 === lexicon.poly[word]!;
}

/** One word here that is two neighbours there: NURHAYATI = NUR HAYATI. */
function takeJoined(x: Alignment, here: NameWords, there: NameWords): void {
  for (let i = 0; i < here.count; i++) {
    const word = here.words[i]!;
    for (let j = 0; here.taken[i] === 0 && j + 1 < there.count; j++) {
      if (there.taken[j] !== 0 || there.taken[j + 1] !== 0) continue;
      const first = there.words[j]!;
      const second = there.words[j + 1]!;
      if (!joins(x.lexicon, word, first, second)) continue;
      here.taken[i] = there.taken[j] = there.taken[j + 1] = 1;
      const bits = Math.min(x.info[word]!, x.info[first]! + x.info[second]!) - joinPenalty;
      take(x, bits, wordMatch.variant);
    }
  }
}

function lettersOf(lexicon: Lexicon, name: NameWords): number {
  let sum = name.count - 1;
  for (let i = 0; i < name.count; i++) {
    const word = name.words[i]!;
    sum += lexicon.rawStart[word + 1]! - lexicon.rawStart[word]!;
  }
  return sum;
}

function startsAlike(lexicon: Lexicon, x: number, y: number, length: number): boolean {
  const { letters, start } = lexicon;
  for (let k = 0; k < length; k++) {
    if (letters[start[x]! + k] !== letters[start[y]! + k]) return false;
  }
  return true;
}

/** A last word cut short where an export's column ended: HERMANSYAH written HE at the 30th letter. */
function takeCutOff(x: Alignment, j: number): void {
  const { a, b, lexicon } = x;
  const i = a.count - 1;
  if (a.taken[i] !== 0 || b.taken[j] !== 0) return;
  const aLetters = lettersOf(lexicon, a);
  const bLetters = lettersOf(lexicon, b);
  if (Math.min(aLetters, bLetters) < shortestCutName || aLetters === bLetters) return;
  const p = a.words[i]!;
  const q = b.words[j]!;
  const length = Math.min(lexicon.length[p]!, lexicon.length[q]!);
  if (!startsAlike(lexicon, p, q, length)) return;
  a.taken[i] = 1;
  for (let rest = j; rest < b.count; rest++) b.taken[rest] = 1;
  take(x, Math.min(length * bitsPerCutLetter, x.info[p]!, x.info[q]!), wordMatch.variant);
}

function compareFreeWords(x: Alignment): void {
  const { a, b, near } = x;
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      const cell = i * maxWords + j;
      x.kinds[cell] = wordMatch.none;
      if (a.taken[i] !== 0 || b.taken[j] !== 0) continue;
      compareWords(near, a.words[i]!, b.words[j]!);
      x.kinds[cell] = near.result.kind;
      x.bits[cell] = near.result.bits;
    }
  }
}

function bestCell(x: Alignment): number {
  const { a, b } = x;
  let best = -1;
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      const cell = i * maxWords + j;
      if (x.kinds[cell] === wordMatch.none || a.taken[i] !== 0 || b.taken[j] !== 0) continue;
      if (best < 0 || x.bits[cell]! > x.bits[best]!) best = cell;
    }
  }
  return best;
}

function takeNear(x: Alignment): void {
  compareFreeWords(x);
  for (;;) {
    const best = bestCell(x);
    if (best < 0 || x.bits[best]! <= leastNearBits) return;
    x.a.taken[Math.floor(best / maxWords)] = 1;
    x.b.taken[best % maxWords] = 1;
    take(x, x.bits[best]!, x.kinds[best]!);
  }
}

/** Aligns the two names held in `a` and `b`. */
export function alignWords(x: Alignment): void {
  x.a.taken.fill(0);
  x.b.taken.fill(0);
  x.matched = x.sum = x.weakest = 0;
  takeEqual(x);
  if (x.matched === x.a.count) return;
  takeCutOff(x, x.b.count - 1);
  if (x.b.count > x.a.count) takeCutOff(x, x.a.count - 1);
  takeJoined(x, x.a, x.b);
  takeJoined(x, x.b, x.a);
  takeNear(x);
}

/** Words of a name that found no like. */
export function freeWords(name: NameWords): number {
  let free = 0;
  for (let i = 0; i < name.count; i++) if (name.taken[i] === 0) free++;
  return free;
}
