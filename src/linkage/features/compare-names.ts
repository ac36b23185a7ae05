/** Evidence of two whole names: level and bits. Symmetric: the pair is put into an order of its own first. */

import { mix } from '../hash.ts';
import type { Lexicon } from '../normalise/lexicon.ts';
import { maxWords } from '../normalise/parse-name.ts';
import type { Side } from '../side.ts';
import { createWordComparer, wordMatch } from './compare-words.ts';
import { editDistance } from './edit-distance.ts';
import { nameLevel } from './levels.ts';
import { field } from './row-record.ts';

/** Result of the last comparison. */
export interface NameComparison {
  level: number;
  bits: number;
}

export interface NameComparer {
  readonly result: NameComparison;
  /** Compares the names of two records, given with their places; infos are those of the whole names. */
  readonly compare: (
    l: Int32Array,
    lAt: number,
    r: Int32Array,
    rAt: number,
    infoL: number,
    infoR: number,
  ) => void;
}

/** Penalty for a word only one name has: small for words so common that people leave them out. */
const droppedWord = -4;
const droppedCommonWord = -2.5;
const commonWordBits = 6.5;
/** Most that shared words say where others contradict: relatives share a father's or clan's name. */
const mostOfFamilyName = 6;
/** Shortest name that may have been cut off by a column's width. */
const shortestCutName = 23;
/** Penalty for a word of each name that contradict each other. */
const contradictedWord = -7;

/** Makes a comparer of names; `levelBits` are log2(m/u) of each level beyond the names' own information. */
export function createNameComparer(
  left: Side,
  right: Side,
  wordInfo: Float32Array,
  levelBits: Float64Array,
): NameComparer {
  const lexicon: Lexicon = left.lexicon;
  const words = createWordComparer(lexicon, wordInfo);
  const result: NameComparison = { level: 0, bits: 0 };
  const takenA = new Uint8Array(maxWords);
  const takenB = new Uint8Array(maxWords);
  const grid = new Float64Array(maxWords * maxWords);
  const kinds = new Uint8Array(maxWords * maxWords);
  const joined = new Uint8Array(128);
  let a: Int32Array = left.words;
  let b: Int32Array = right.words;
  let aAt = 0;
  let bAt = 0;
  let aCount = 0;
  let bCount = 0;
  let matched = 0;
  let bits = 0;
  let weakest = 0;

  /** True when two names of equally many words stand in falling order of their folds. */
  function standsReversed(): boolean {
    for (let i = 0; i < aCount; i++) {
      const x = lexicon.fold[a[aAt + i]!]!;
      const y = lexicon.fold[b[bAt + i]!]!;
      if (x !== y) return x > y;
    }
    return false;
  }

  /** The shorter name first; of two equally long ones, the one with the smaller first fold that differs. */
  function arrange(l: Int32Array, lAt: number, r: Int32Array, rAt: number): void {
    a = left.words;
    b = right.words;
    aAt = l[lAt + field.wordStart]!;
    bAt = r[rAt + field.wordStart]!;
    aCount = l[lAt + field.wordCount]!;
    bCount = r[rAt + field.wordCount]!;
    const isSwapped = aCount === bCount ? standsReversed() : aCount > bCount;
    if (!isSwapped) return;
    a = right.words;
    b = left.words;
    const at = aAt;
    aAt = bAt;
    bAt = at;
    const count = aCount;
    aCount = bCount;
    bCount = count;
  }

  function sameOrder(): boolean {
    for (let i = 0; i < aCount; i++) {
      if (lexicon.fold[a[aAt + i]!] !== lexicon.fold[b[bAt + i]!]) return false;
    }
    return true;
  }

  function sameWords(): boolean {
    for (let i = 0; i < aCount; i++) if (a[aAt + i] !== b[bAt + i]) return false;
    return true;
  }

  function takeEqual(): void {
    for (let i = 0; i < aCount; i++) {
      const word = a[aAt + i]!;
      for (let j = 0; j < bCount; j++) {
        if (takenB[j] !== 0 || lexicon.fold[word] !== lexicon.fold[b[bAt + j]!]) continue;
        takenA[i] = takenB[j] = 1;
        matched++;
        bits += wordInfo[word]!;
        break;
      }
    }
  }

  function joins(word: number, first: number, second: number): boolean {
    const poly =
      (Math.imul(lexicon.poly[first]!, lexicon.power[second]!) + lexicon.poly[second]!) | 0;
    return poly >>> 0 === lexicon.poly[word]!;
  }

  /** One word here that is two neighbours there: NURHAYATI = NUR HAYATI. */
  function takeJoined(
    x: Int32Array,
    xAt: number,
    xCount: number,
    xTaken: Uint8Array,
    y: Int32Array,
    yAt: number,
    yCount: number,
    yTaken: Uint8Array,
  ): void {
    for (let i = 0; i < xCount; i++) {
      if (xTaken[i] !== 0) continue;
      for (let j = 0; j + 1 < yCount; j++) {
        if (yTaken[j] !== 0 || yTaken[j + 1] !== 0) continue;
        const first = y[yAt + j]!;
        const second = y[yAt + j + 1]!;
        if (!joins(x[xAt + i]!, first, second)) continue;
        xTaken[i] = yTaken[j] = yTaken[j + 1] = 1;
        matched++;
        bits += Math.min(wordInfo[x[xAt + i]!]!, wordInfo[first]! + wordInfo[second]!) - 2;
        weakest = Math.max(weakest, wordMatch.variant);
        break;
      }
    }
  }

  function fillGrid(): void {
    for (let i = 0; i < aCount; i++) {
      for (let j = 0; j < bCount; j++) {
        const cell = i * maxWords + j;
        kinds[cell] = 0;
        if (takenA[i] !== 0 || takenB[j] !== 0) continue;
        words.compare(a[aAt + i]!, b[bAt + j]!);
        kinds[cell] = words.result.kind;
        grid[cell] = words.result.bits;
      }
    }
  }

  /** Takes near misses, best first. */
  function takeNear(): void {
    fillGrid();
    for (;;) {
      let best = -1;
      for (let i = 0; i < aCount; i++) {
        for (let j = 0; j < bCount; j++) {
          const cell = i * maxWords + j;
          if (kinds[cell] === 0 || takenA[i] !== 0 || takenB[j] !== 0) continue;
          if (best < 0 || grid[cell]! > grid[best]!) best = cell;
        }
      }
      if (best < 0 || grid[best]! <= contradictedWord) return;
      takenA[Math.floor(best / maxWords)] = 1;
      takenB[best % maxWords] = 1;
      matched++;
      bits += grid[best]!;
      weakest = Math.max(weakest, kinds[best]!);
    }
  }

  function dropPenalty(list: Int32Array, at: number, count: number, taken: Uint8Array): number {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      if (taken[i] !== 0) continue;
      sum += wordInfo[list[at + i]!]! < commonWordBits ? droppedCommonWord : droppedWord;
    }
    return sum;
  }

  function freeWords(count: number, taken: Uint8Array): number {
    let free = 0;
    for (let i = 0; i < count; i++) free += 1 - taken[i]!;
    return free;
  }

  function lettersOf(list: Int32Array, at: number, count: number): number {
    let sum = count - 1;
    for (let i = 0; i < count; i++)
      sum += lexicon.rawStart[list[at + i]! + 1]! - lexicon.rawStart[list[at + i]!]!;
    return sum;
  }

  function startsAlike(x: number, y: number, n: number): boolean {
    for (let k = 0; k < n; k++) {
      if (lexicon.letters[lexicon.start[x]! + k] !== lexicon.letters[lexicon.start[y]! + k]) {
        return false;
      }
    }
    return true;
  }

  /** A last word cut short where an export's column ended: HERMANSYAH written HE at the 30th letter. */
  function takeCutOff(j: number): void {
    const i = aCount - 1;
    const aLetters = lettersOf(a, aAt, aCount);
    const bLetters = lettersOf(b, bAt, bCount);
    const isCut = Math.min(aLetters, bLetters) >= shortestCutName && aLetters !== bLetters;
    if (!isCut || takenA[i] !== 0 || takenB[j] !== 0) return;
    const x = a[aAt + i]!;
    const y = b[bAt + j]!;
    const n = Math.min(lexicon.length[x]!, lexicon.length[y]!);
    if (!startsAlike(x, y, n)) return;
    takenA[i] = takenB[j] = 1;
    matched++;
    bits += Math.min(n * 1.2, wordInfo[x]!, wordInfo[y]!);
    weakest = Math.max(weakest, wordMatch.variant);
    for (let rest = j + 1; rest < bCount; rest++) takenB[rest] = 1;
  }

  function writeJoined(list: Int32Array, at: number, count: number, to: number): number {
    let n = 0;
    for (let i = 0; i < count; i++) {
      const word = list[at + i]!;
      for (let k = 0; k < lexicon.length[word]! && n < 60; k++) {
        joined[to + n++] = lexicon.letters[lexicon.start[word]! + k]!;
      }
    }
    return n;
  }

  /** Other spacing and a slip at once: WIDTAWATI WATI, WIDYAWATIWATI. */
  function joinAlike(infoL: number, infoR: number): void {
    const n = writeJoined(a, aAt, aCount, 0);
    const m = writeJoined(b, bAt, bCount, 64);
    if (Math.min(n, m) < 8) return;
    const distance = editDistance(joined, 0, n, 64, m);
    if (distance > 2) return;
    const found = Math.min(infoL, infoR, 15) - 4 - 2 * distance;
    if (found <= result.bits) return;
    result.level = nameLevel.typo;
    result.bits = found;
  }

  function align(infoL: number, infoR: number): void {
    takenA.fill(0);
    takenB.fill(0);
    matched = bits = weakest = 0;
    takeEqual();
    if (matched < aCount) {
      takeCutOff(bCount - 1);
      if (bCount > aCount) takeCutOff(aCount - 1);
      takeJoined(a, aAt, aCount, takenA, b, bAt, bCount, takenB);
      takeJoined(b, bAt, bCount, takenB, a, aAt, aCount, takenA);
      takeNear();
    }
    const freeA = freeWords(aCount, takenA);
    const freeB = freeWords(bCount, takenB);
    const clashes = Math.min(freeA, freeB);
    if (matched === 0) {
      result.level = nameLevel.differs;
      result.bits = levelBits[nameLevel.differs]!;
      return;
    }
    bits = Math.min(bits, Math.min(infoL, infoR) + 1);
    if (clashes > 0) bits = Math.min(bits, mostOfFamilyName);
    bits += clashes * contradictedWord;
    if (freeA !== freeB) {
      const drops = dropPenalty(a, aAt, aCount, takenA) + dropPenalty(b, bAt, bCount, takenB);
      bits += clashes === 0 ? drops : Math.abs(freeA - freeB) * droppedCommonWord;
    }
    if (clashes > 0 || weakest === wordMatch.risky) result.level = nameLevel.partial;
    else if (weakest === wordMatch.initial) result.level = nameLevel.initial;
    else if (weakest >= wordMatch.prefix) result.level = nameLevel.typo;
    else if (weakest === wordMatch.variant) result.level = nameLevel.typo;
    else result.level = nameLevel.subset;
    const floor = levelBits[nameLevel.differs]!;
    result.bits = Math.max(floor, bits + levelBits[result.level]!);
  }

  function compare(
    l: Int32Array,
    lAt: number,
    r: Int32Array,
    rAt: number,
    infoL: number,
    infoR: number,
  ): void {
    arrange(l, lAt, r, rAt);
    if (aCount === 0) {
      result.level = nameLevel.missing;
      result.bits = 0;
      return;
    }
    if (l[lAt + field.nameKey] === r[rAt + field.nameKey]) {
      if (sameWords()) result.level = nameLevel.exact;
      else result.level = sameOrder() ? nameLevel.spelling : nameLevel.order;
      result.bits = infoL + levelBits[result.level]!;
    } else if (l[lAt + field.joinKey] === r[rAt + field.joinKey]) {
      result.level = nameLevel.spacing;
      result.bits = Math.min(infoL, infoR) + levelBits[nameLevel.spacing]!;
    } else {
      align(infoL, infoR);
      const isLoose = result.level >= nameLevel.partial || weakest >= wordMatch.prefix;
      if (aCount !== bCount && isLoose) joinAlike(infoL, infoR);
    }
  }

  return { result, compare };
}
