/**
 * Evidence of two single words of two names, in bits. A near miss is weighed by what it would take:
 * a slip of the pen turning the one into the other, against two people who happen to bear both. So two
 * common names one letter apart (HADI/ADI) speak against, a rare misspelling of a common one speaks for.
 */
import type { Lexicon } from '../normalise/lexicon.ts';
import { editDistance } from './edit-distance.ts';

/** How two words agree. */
export const wordMatch = {
  none: 0,
  equal: 1,
  variant: 2,
  initial: 3,
  prefix: 4,
  typo: 5,
  /** One letter apart in a way that usually makes another person's name. */
  risky: 6,
} as const;

const slipChance = 0.03;
const variantChance = 0.04;
/** Different slips a clerk may make in one letter position, counting the likely ones. */
const slipsPerLetter = 7;

/** Slips seldom hit the first letter. */
const otherFirstLetter = -2;

const H = 72;
const isVowel = (c: number): boolean => c === 65 || c === 69 || c === 73 || c === 79 || c === 85;

/** Match kind and bits of the last call of the comparer. */
export interface WordComparison {
  kind: number;
  bits: number;
}

/** A reusable comparer over one lexicon. */
export interface WordComparer {
  readonly lexicon: Lexicon;
  /** Bits of information by word number. */
  readonly info: Float32Array;
  readonly result: WordComparison;
}

function bitCount(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * A leading H, W/Y for each other, and in words of up to five letters one vowel for another: HADI/ADI,
 * SUKAWATI/SUKAYATI, JONI/JUNI, EKA/IKA. In longer words a vowel is more often a slip (SOWITO/SUWITO).
 */
function isRiskySlip(letters: Uint8Array, a: number, n: number, b: number, m: number): boolean {
  if (n !== m) {
    const longer = n > m ? a : b;
    const shorter = n > m ? b : a;
    return letters[longer] === H && letters[longer + 1] === letters[shorter];
  }
  for (let i = 0; i < n; i++) {
    const x = letters[a + i]!;
    const y = letters[b + i]!;
    if (x === y) continue;
    if (letters[a + i + 1] === y && letters[b + i + 1] === x && i + 1 < n) return false;
    return isVowel(x) && isVowel(y) ? n <= 5 : x + y === 87 + 89;
  }
  return false;
}

function slipBits(infoA: number, infoB: number, ways: number, chance: number): number {
  return Math.log2((chance / ways) * (2 ** infoA + 2 ** infoB));
}

/** Makes a comparer; `info` is bits of information by word number. */
export function createWordComparer(lexicon: Lexicon, info: Float32Array): WordComparer {
  return { lexicon, info, result: { kind: wordMatch.none, bits: 0 } };
}

/** KHASANAH folds to HASANAH, but its initial is K. */
function sameInitial(
  { rawPool, rawStart, letters, start }: Lexicon,
  a: number,
  b: number,
): boolean {
  const rawA = rawPool[rawStart[a]!];
  const rawB = rawPool[rawStart[b]!];
  const foldA = letters[start[a]!];
  const foldB = letters[start[b]!];
  return rawA === rawB || foldA === foldB || rawA === foldB || foldA === rawB;
}

function setMatch(c: WordComparer, kind: number, bits: number): void {
  c.result.kind = kind;
  c.result.bits = bits;
}

function nearMiss(c: WordComparer, a: number, b: number): void {
  const { letters, start, length, mask } = c.lexicon;
  const n = length[a]!;
  const m = length[b]!;
  if (n < 3 || m < 3 || Math.abs(n - m) > 2 || bitCount(mask[a]! ^ mask[b]!) > 4) return;
  const distance = editDistance(letters, start[a]!, n, start[b]!, m);
  if (distance > 2) return;
  const infoA = c.info[a]!;
  const infoB = c.info[b]!;
  const longer = Math.max(n, m);
  const otherStart = letters[start[a]!] === letters[start[b]!] ? 0 : otherFirstLetter;
  if (distance === 2) {
    if (longer < 6) return;
    const ways = (longer * slipsPerLetter) ** 2 / 8;
    const bits = slipBits(infoA, infoB, ways, slipChance / 5) + otherStart;
    setMatch(c, wordMatch.typo, Math.min(Math.min(infoA, infoB) - 3, bits));
    return;
  }
  const slip = slipBits(infoA, infoB, longer * slipsPerLetter, slipChance) + otherStart;
  const bits = Math.min(Math.min(infoA, infoB) - 1.5, slip);
  if (isRiskySlip(letters, start[a]!, n, start[b]!, m)) {
    setMatch(c, wordMatch.risky, Math.min(bits, longer >= 7 ? 2 : -1));
  } else setMatch(c, wordMatch.typo, bits);
}

/** AGUS in AGUSTINUS, HIDAYAT in YUSUFHIDAYAT. */
function isPartOf({ letters, start, length }: Lexicon, a: number, b: number): boolean {
  const n = Math.min(length[a]!, length[b]!);
  if (n < 3) return false;
  let head = 0;
  while (head < n && letters[start[a]! + head] === letters[start[b]! + head]) head++;
  if (head === n) return true;
  const aEnd = start[a]! + length[a]! - 1;
  const bEnd = start[b]! + length[b]! - 1;
  let tail = 0;
  while (tail < n && letters[aEnd - tail] === letters[bEnd - tail]) tail++;
  return tail === n && n >= 5;
}

/** Compares two words by number; the answer stands in `c.result`. Symmetric. */
export function compareWords(c: WordComparer, a: number, b: number): void {
  const { lexicon, info, result } = c;
  setMatch(c, wordMatch.none, 0);
  if (lexicon.fold[a] === lexicon.fold[b]) {
    setMatch(c, wordMatch.equal, info[a]!);
    return;
  }
  const n = lexicon.length[a]!;
  const m = lexicon.length[b]!;
  if (n === 1 || m === 1) {
    if (sameInitial(lexicon, a, b)) setMatch(c, wordMatch.initial, n === m ? 3 : 2.5);
    return;
  }
  if (lexicon.soft[a] === lexicon.soft[b]) {
    const bits = slipBits(info[a]!, info[b]!, 3, variantChance);
    setMatch(c, wordMatch.variant, Math.min(Math.min(info[a]!, info[b]!) - 1, bits));
    return;
  }
  nearMiss(c, a, b);
  const isOpen =
    result.kind === wordMatch.none || (result.kind === wordMatch.typo && result.bits < 0);
  if (isOpen && isPartOf(lexicon, a, b)) {
    const bits = Math.min(n, m) * 1.2 - 2;
    setMatch(c, wordMatch.prefix, Math.min(Math.max(info[a]!, info[b]!) - 4, bits));
  }
}
