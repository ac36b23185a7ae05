/** Evidence of two whole names: level and bits. Symmetric: the pair is put into an order of its own first. */
import type { Side } from '../side.ts';
import {
  type Alignment,
  alignWords,
  freeWords,
  type NameWords,
  newAlignment,
} from './align-words.ts';
import { wordMatch } from './compare-words.ts';
import { editDistance } from './edit-distance.ts';
import { nameLevel } from './levels.ts';
import { field } from './row-record.ts';

/** Result of the last comparison. */
export interface NameComparison {
  level: number;
  bits: number;
}

/** A reusable comparer of the names of two sides. */
export interface NameComparer {
  readonly result: NameComparison;
  readonly leftWords: Int32Array;
  readonly rightWords: Int32Array;
  readonly alignment: Alignment;
  /** log2(m/u) of each level beyond the names' own information. */
  readonly levelBits: Float64Array;
}

/** Penalty for a word only one name has: small for words so common that people leave them out. */
const droppedWord = -4;
const droppedCommonWord = -2.5;
const commonWordBits = 6.5;
/** Most that shared words say where others contradict: relatives share a father's or clan's name. */
const mostOfFamilyName = 6;
/** Penalty for a word of each name that contradict each other. */
const contradictedWord = -7;
/** Names alike only as one run of letters: most they say, and what that costs. */
const mostOfJoined = 15;
const joinedPenalty = 4;
const joinedSlipPenalty = 2;
const shortestJoined = 8;

/** Makes a comparer; `wordInfo` is bits of information by word number. */
export function createNameComparer(
  left: Side,
  right: Side,
  wordInfo: Float32Array,
  levelBits: Float64Array,
): NameComparer {
  return {
    result: { level: 0, bits: 0 },
    leftWords: left.words,
    rightWords: right.words,
    alignment: newAlignment(left.lexicon, wordInfo),
    levelBits,
  };
}

/** True when two names of equally many words stand in falling order of their folds. */
function standsReversed(c: NameComparer, l: number, r: number, count: number): boolean {
  const { fold } = c.alignment.lexicon;
  for (let i = 0; i < count; i++) {
    const x = fold[c.leftWords[l + i]!]!;
    const y = fold[c.rightWords[r + i]!]!;
    if (x !== y) return x > y;
  }
  return false;
}

function load(name: NameWords, from: Int32Array, at: number, count: number): void {
  name.count = count;
  for (let i = 0; i < count; i++) name.words[i] = from[at + i]!;
}

/** Loads both names in an order that does not depend on which side they come from. */
function arrange(c: NameComparer, l: number, lCount: number, r: number, rCount: number): void {
  const { a, b } = c.alignment;
  const isSwapped = lCount === rCount ? standsReversed(c, l, r, lCount) : lCount > rCount;
  load(isSwapped ? b : a, c.leftWords, l, lCount);
  load(isSwapped ? a : b, c.rightWords, r, rCount);
}

function levelOfSameWords({ lexicon, a, b }: Alignment): number {
  let isSameOrder = true;
  let isExact = true;
  for (let i = 0; i < a.count; i++) {
    if (a.words[i] !== b.words[i]) isExact = false;
    if (lexicon.fold[a.words[i]!] !== lexicon.fold[b.words[i]!]) isSameOrder = false;
  }
  if (isExact) return nameLevel.exact;
  return isSameOrder ? nameLevel.spelling : nameLevel.order;
}

function dropPenalty({ info }: Alignment, name: NameWords): number {
  let sum = 0;
  for (let i = 0; i < name.count; i++) {
    if (name.taken[i] !== 0) continue;
    sum += info[name.words[i]!]! < commonWordBits ? droppedCommonWord : droppedWord;
  }
  return sum;
}

function levelOfAlignment(weakest: number, clashes: number): number {
  if (clashes > 0 || weakest === wordMatch.risky) return nameLevel.partial;
  if (weakest === wordMatch.initial) return nameLevel.initial;
  const isNear = weakest >= wordMatch.prefix || weakest === wordMatch.variant;
  return isNear ? nameLevel.typo : nameLevel.subset;
}

function weighAlignment(c: NameComparer, mostInfo: number): void {
  const { alignment: x, levelBits, result } = c;
  if (x.matched === 0) {
    result.level = nameLevel.differs;
    result.bits = levelBits[nameLevel.differs]!;
    return;
  }
  const freeA = freeWords(x.a);
  const freeB = freeWords(x.b);
  const clashes = Math.min(freeA, freeB);
  let bits = Math.min(x.sum, mostInfo + 1);
  if (clashes > 0) {
    bits = Math.min(bits, mostOfFamilyName) + clashes * contradictedWord;
    bits += Math.abs(freeA - freeB) * droppedCommonWord;
  } else bits += dropPenalty(x, x.a) + dropPenalty(x, x.b);
  result.level = levelOfAlignment(x.weakest, clashes);
  result.bits = Math.max(levelBits[nameLevel.differs]!, bits + levelBits[result.level]!);
}

const joined = new Uint8Array(128);

function writeJoined({ lexicon }: Alignment, name: NameWords, to: number): number {
  let n = 0;
  for (let i = 0; i < name.count; i++) {
    const word = name.words[i]!;
    const length = lexicon.length[word]!;
    for (let k = 0; k < length && n < 60; k++) {
      joined[to + n++] = lexicon.letters[lexicon.start[word]! + k]!;
    }
  }
  return n;
}

/** Other spacing and a slip at once: WIDTAWATI WATI, WIDYAWATIWATI. */
function tryJoined(c: NameComparer, mostInfo: number): void {
  const { alignment: x, result } = c;
  const n = writeJoined(x, x.a, 0);
  const m = writeJoined(x, x.b, 64);
  if (Math.min(n, m) < shortestJoined) return;
  const distance = editDistance(joined, 0, n, 64, m);
  if (distance > 2) return;
  const bits = Math.min(mostInfo, mostOfJoined) - joinedPenalty - joinedSlipPenalty * distance;
  if (bits <= result.bits) return;
  result.level = nameLevel.typo;
  result.bits = bits;
}

/** Compares the names of two records, given with their places; infos are those of the whole names. */
export function compareNames(
  c: NameComparer,
  l: Int32Array,
  lAt: number,
  r: Int32Array,
  rAt: number,
  infoL: number,
  infoR: number,
): void {
  const { alignment: x, levelBits, result } = c;
  const lCount = l[lAt + field.wordCount]!;
  const rCount = r[rAt + field.wordCount]!;
  result.level = nameLevel.missing;
  result.bits = 0;
  if (lCount === 0 || rCount === 0) return;
  arrange(c, l[lAt + field.wordStart]!, lCount, r[rAt + field.wordStart]!, rCount);
  const mostInfo = Math.min(infoL, infoR);
  if (l[lAt + field.nameKey] === r[rAt + field.nameKey]) {
    result.level = levelOfSameWords(x);
    result.bits = infoL + levelBits[result.level]!;
  } else if (l[lAt + field.joinKey] === r[rAt + field.joinKey]) {
    result.level = nameLevel.spacing;
    result.bits = mostInfo + levelBits[nameLevel.spacing]!;
  } else {
    alignWords(x);
    weighAlignment(c, mostInfo);
    const isLoose = result.level >= nameLevel.partial || x.weakest >= wordMatch.prefix;
    if (lCount !== rCount && isLoose) tryJoined(c, mostInfo);
  }
}
