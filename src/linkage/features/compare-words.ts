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

/** A comparer over one lexicon; call it with two word numbers, read `result`. */
export interface WordComparer {
  readonly result: WordComparison;
  readonly compare: (a: number, b: number) => void;
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
  const result: WordComparison = { kind: 0, bits: 0 };
  const { fold, soft, mask, start, length, letters, rawPool, rawStart } = lexicon;

  /** KHASANAH folds to HASANAH, but its initial is K. */
  function sameInitial(a: number, b: number): boolean {
    const rawA = rawPool[rawStart[a]!];
    const rawB = rawPool[rawStart[b]!];
    const foldA = letters[start[a]!];
    const foldB = letters[start[b]!];
    return rawA === rawB || foldA === foldB || rawA === foldB || foldA === rawB;
  }

  function nearMiss(a: number, b: number): void {
    const n = length[a]!;
    const m = length[b]!;
    if (n < 3 || m < 3 || Math.abs(n - m) > 2 || bitCount(mask[a]! ^ mask[b]!) > 4) return;
    const distance = editDistance(letters, start[a]!, n, start[b]!, m);
    const longer = Math.max(n, m);
    const otherStart = letters[start[a]!] === letters[start[b]!] ? 0 : otherFirstLetter;
    if (distance === 1) {
      const cap = Math.min(info[a]!, info[b]!) - 1.5;
      const risky = isRiskySlip(letters, start[a]!, n, start[b]!, m);
      result.kind = risky ? wordMatch.risky : wordMatch.typo;
      result.bits = Math.min(
        cap,
        slipBits(info[a]!, info[b]!, longer * slipsPerLetter, slipChance) + otherStart,
      );
      if (risky) result.bits = Math.min(result.bits, longer >= 7 ? 2 : -1);
    } else if (distance === 2 && longer >= 6) {
      const ways = (longer * slipsPerLetter) ** 2 / 8;
      result.kind = wordMatch.typo;
      result.bits = Math.min(
        Math.min(info[a]!, info[b]!) - 3,
        slipBits(info[a]!, info[b]!, ways, slipChance / 5) + otherStart,
      );
    }
  }

  /** HIDAYAT in YUSUFHIDAYAT. */
  function isSuffix(a: number, b: number): boolean {
    const n = Math.min(length[a]!, length[b]!);
    const x = start[a]! + length[a]! - n;
    const y = start[b]! + length[b]! - n;
    for (let i = 0; i < n; i++) if (letters[x + i] !== letters[y + i]) return false;
    return true;
  }

  function isPrefix(a: number, b: number): boolean {
    const n = Math.min(length[a]!, length[b]!);
    const x = start[a]!;
    const y = start[b]!;
    for (let i = 0; i < n; i++) if (letters[x + i] !== letters[y + i]) return false;
    return true;
  }

  function compare(a: number, b: number): void {
    result.kind = wordMatch.none;
    result.bits = 0;
    if (fold[a] === fold[b]) {
      result.kind = wordMatch.equal;
      result.bits = info[a]!;
      return;
    }
    const n = length[a]!;
    const m = length[b]!;
    if (n === 1 || m === 1) {
      if (sameInitial(a, b)) {
        result.kind = wordMatch.initial;
        result.bits = n === m ? 3 : 2.5;
      }
      return;
    }
    if (soft[a] === soft[b]) {
      result.kind = wordMatch.variant;
      result.bits = Math.min(
        Math.min(info[a]!, info[b]!) - 1,
        slipBits(info[a]!, info[b]!, 3, variantChance),
      );
      return;
    }
    nearMiss(a, b);
    if (result.kind === wordMatch.none || result.bits < 0) {
      const shorter = Math.min(n, m);
      if ((shorter >= 3 && isPrefix(a, b)) || (shorter >= 5 && isSuffix(a, b))) {
        result.kind = wordMatch.prefix;
        result.bits = Math.min(Math.max(info[a]!, info[b]!) - 4, shorter * 1.2 - 2);
      }
    }
  }

  return { result, compare };
}
