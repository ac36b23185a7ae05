/**
 * All distinct words of a run. A word is described once, when first met; rows then hold word numbers.
 * One lexicon may serve both sides. A lexicon is a growing struct of arrays: functions here write it.
 */
import { hashBytes, hashText } from '../hash.ts';
import { consonants, coreFold, lightOfCore, skeleton, softOfLight } from './fold.ts';
import { fullFirstWord, fullInnerWord } from './name-forms.ts';
import {
  backTitles,
  dottedFrontTitles,
  frontTitles,
  lineageMarkers,
  shortBackTitles,
} from './titles.ts';

/** Bits of `Lexicon.kind`: what a word may be, position permitting. */
export const wordKind = {
  front: 1,
  dottedFront: 2,
  back: 4,
  shortBack: 8,
  marker: 16,
  firstForm: 32,
  innerForm: 64,
  /** No letter in it. */
  noLetters: 128,
  /** A short form even where it is the whole name: MHD. */
  aloneForm: 256,
  /** `B.` before a last word: bin or binti. */
  dottedMarker: 512,
} as const;

export type LexiconOf = 'names' | 'places';

/** Columns by word number; read them only for numbers below `size`. */
export interface Lexicon {
  readonly of: LexiconOf;
  size: number;
  /** Open-addressing table of word numbers, −1 for free. */
  slots: Int32Array;
  hash: Uint32Array;
  rawStart: Uint32Array;
  rawPool: Uint8Array;
  kind: Uint16Array;
  /** Word this one stands for where its kind allows; itself otherwise. */
  standsFor: Int32Array;
  /** Content hash of the light fold: equality of spelling. */
  fold: Uint32Array;
  /** Content hash of the soft fold: likely variants. */
  soft: Uint32Array;
  /** Content hash of the skeleton, for keys. */
  skeleton: Uint32Array;
  /** The first two consonant classes only, for keys beside an equal date. */
  head: Uint16Array;
  /** Polynomial hash of the core fold and its multiplier: words written together or apart agree. */
  poly: Uint32Array;
  power: Uint32Array;
  /** The same over consonant classes: a coarser key of the whole name. */
  coarsePoly: Uint32Array;
  coarsePower: Uint32Array;
  /** One bit a letter of the light fold. */
  mask: Uint32Array;
  /** The light fold's letters: `letters[start … start + length)`. */
  start: Uint32Array;
  length: Uint8Array;
  letters: Uint8Array;
  letterCount: number;
}

const polyBase = 0x01000193;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Makes an empty lexicon. */
export function createLexicon(of: LexiconOf): Lexicon {
  const n = 4096;
  return {
    of,
    size: 0,
    slots: new Int32Array(4 * n).fill(-1),
    hash: new Uint32Array(n),
    rawStart: new Uint32Array(n + 1),
    rawPool: new Uint8Array(16 * n),
    kind: new Uint16Array(n),
    standsFor: new Int32Array(n),
    fold: new Uint32Array(n),
    soft: new Uint32Array(n),
    skeleton: new Uint32Array(n),
    head: new Uint16Array(n),
    poly: new Uint32Array(n),
    power: new Uint32Array(n),
    coarsePoly: new Uint32Array(n),
    coarsePower: new Uint32Array(n),
    mask: new Uint32Array(n),
    start: new Uint32Array(n),
    length: new Uint8Array(n),
    letters: new Uint8Array(16 * n),
    letterCount: 0,
  };
}

function grow8(array: Uint8Array, size: number): Uint8Array {
  if (size <= array.length) return array;
  const next = new Uint8Array(Math.max(size, array.length * 2));
  next.set(array);
  return next;
}

function grow32(array: Uint32Array, size: number): Uint32Array {
  const next = new Uint32Array(size);
  next.set(array);
  return next;
}

function reserve(lexicon: Lexicon): void {
  const count = lexicon.hash.length;
  if (lexicon.size < count) return;
  const size = count * 2;
  lexicon.hash = grow32(lexicon.hash, size);
  lexicon.rawStart = grow32(lexicon.rawStart, size + 1);
  const kind = new Uint16Array(size);
  kind.set(lexicon.kind);
  lexicon.kind = kind;
  const standsFor = new Int32Array(size);
  standsFor.set(lexicon.standsFor);
  lexicon.standsFor = standsFor;
  lexicon.fold = grow32(lexicon.fold, size);
  lexicon.soft = grow32(lexicon.soft, size);
  lexicon.skeleton = grow32(lexicon.skeleton, size);
  const head = new Uint16Array(size);
  head.set(lexicon.head);
  lexicon.head = head;
  lexicon.poly = grow32(lexicon.poly, size);
  lexicon.power = grow32(lexicon.power, size);
  lexicon.coarsePoly = grow32(lexicon.coarsePoly, size);
  lexicon.coarsePower = grow32(lexicon.coarsePower, size);
  lexicon.mask = grow32(lexicon.mask, size);
  lexicon.start = grow32(lexicon.start, size);
  lexicon.length = grow8(lexicon.length, size);
}

function rehash(lexicon: Lexicon): void {
  const next = new Int32Array(lexicon.slots.length * 2).fill(-1);
  const last = next.length - 1;
  for (let word = 0; word < lexicon.size; word++) {
    let at = lexicon.hash[word]! & last;
    while (next[at] !== -1) at = (at + 1) & last;
    next[at] = word;
  }
  lexicon.slots = next;
}

/** Letters A–Z of a word after accents are taken off; words of other scripts stay as they are. */
export function cleanWord(word: string, of: LexiconOf = 'names'): string {
  if (/^[A-Z]+$/.test(word)) return word;
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  if (of === 'places') return plain.replace(/[^\p{L}\p{N}]/gu, '');
  const mended = /[A-Z]/.test(plain) ? plain.replace(/0/g, 'O').replace(/1/g, 'I') : plain;
  const letters = mended.replace(/[^A-Z]/g, '');
  return letters === '' ? mended.replace(/[^\p{L}\p{N}]/gu, '') : letters;
}

function kindOf(clean: string): number {
  let kind = /\p{L}/u.test(clean) ? 0 : wordKind.noLetters;
  if (frontTitles.has(clean)) kind |= wordKind.front;
  if (dottedFrontTitles.has(clean)) kind |= wordKind.dottedFront;
  if (backTitles.has(clean)) kind |= wordKind.back;
  if (shortBackTitles.has(clean)) kind |= wordKind.shortBack;
  if (lineageMarkers.has(clean)) kind |= wordKind.marker;
  if (clean === 'B') kind |= wordKind.dottedMarker;
  return kind;
}

function describeLetters(lexicon: Lexicon, word: number, light: string): void {
  const n = Math.min(light.length, 40);
  const at = lexicon.letterCount;
  lexicon.letters = grow8(lexicon.letters, at + n);
  lexicon.start[word] = at;
  lexicon.length[word] = n;
  let bits = 0;
  for (let i = 0; i < n; i++) {
    const code = light.charCodeAt(i) & 255;
    lexicon.letters[at + i] = code;
    bits |= 1 << (code & 31);
  }
  lexicon.mask[word] = bits;
  lexicon.letterCount = at + n;
}

function describeForms(lexicon: Lexicon, word: number, clean: string): void {
  const first = fullFirstWord(clean);
  const inner = fullInnerWord(clean);
  let kind = kindOf(clean);
  lexicon.standsFor[word] = word;
  if (first !== undefined && first !== clean) {
    kind |= wordKind.firstForm;
    if (inner !== undefined) kind |= wordKind.innerForm;
    if (first === 'MUHAMMAD' && clean.length > 1) kind |= wordKind.aloneForm;
    lexicon.kind[word] = kind;
    const full = internText(lexicon, first);
    lexicon.standsFor[word] = full;
    return;
  }
  lexicon.kind[word] = kind;
}

function describePoly(text: string, word: number, poly: Uint32Array, power: Uint32Array): void {
  let h = 0;
  let p = 1;
  for (let i = 0; i < text.length; i++) {
    h = (Math.imul(h, polyBase) + text.charCodeAt(i) + 1) | 0;
    p = Math.imul(p, polyBase);
  }
  poly[word] = h;
  power[word] = p;
}

function describe(lexicon: Lexicon, word: number, raw: string): void {
  const clean = cleanWord(raw, lexicon.of);
  // Places are not folded: KRANDEGAN I and KRANDEGAN II are two villages, 3301 and 33001 two codes.
  const isName = lexicon.of === 'names';
  const core = isName ? coreFold(clean) : clean;
  const light = isName ? lightOfCore(core) : clean;
  const soft = /\d/.test(clean) ? clean : softOfLight(light);
  const coarse = consonants(soft);
  lexicon.fold[word] = hashText(light);
  lexicon.soft[word] = hashText(soft);
  lexicon.skeleton[word] = hashText(skeleton(soft));
  lexicon.head[word] = (coarse.charCodeAt(0) & 255) * 256 + (coarse.charCodeAt(1) & 255);
  describePoly(core, word, lexicon.poly, lexicon.power);
  describePoly(coarse, word, lexicon.coarsePoly, lexicon.coarsePower);
  describeLetters(lexicon, word, light);
  if (isName) describeForms(lexicon, word, clean);
}

function sameBytes(
  lexicon: Lexicon,
  word: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  const at = lexicon.rawStart[word]!;
  const n = to - from;
  if (lexicon.rawStart[word + 1]! - at !== n) return false;
  for (let i = 0; i < n; i++) if (lexicon.rawPool[at + i] !== bytes[from + i]) return false;
  return true;
}

/** Place in the table of the word in `bytes[from…to)`, or of the gap where it belongs. */
function slotOf(
  lexicon: Lexicon,
  bytes: Uint8Array,
  from: number,
  to: number,
  hash: number,
): number {
  const last = lexicon.slots.length - 1;
  let at = hash & last;
  for (let found = lexicon.slots[at]!; found !== -1; found = lexicon.slots[at]!) {
    if (lexicon.hash[found] === hash && sameBytes(lexicon, found, bytes, from, to)) return at;
    at = (at + 1) & last;
  }
  return at;
}

/** Enters a new word at a gap of the table; it is not described yet. */
function addWord(
  lexicon: Lexicon,
  slot: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  hash: number,
): number {
  reserve(lexicon);
  const word = lexicon.size++;
  const poolAt = lexicon.rawStart[word]!;
  lexicon.rawPool = grow8(lexicon.rawPool, poolAt + (to - from));
  lexicon.rawPool.set(bytes.subarray(from, to), poolAt);
  lexicon.rawStart[word + 1] = poolAt + (to - from);
  lexicon.hash[word] = hash;
  lexicon.slots[slot] = word;
  if (lexicon.size * 2 > lexicon.slots.length) rehash(lexicon);
  return word;
}

/** Number of the word in `bytes[from…to)`, already in capitals; `hash` is its `hashBytes`. */
export function internBytes(
  lexicon: Lexicon,
  bytes: Uint8Array,
  from: number,
  to: number,
  hash: number,
): number {
  const slot = slotOf(lexicon, bytes, from, to, hash);
  const found = lexicon.slots[slot]!;
  if (found !== -1) return found;
  const word = addWord(lexicon, slot, bytes, from, to, hash);
  describe(lexicon, word, decoder.decode(bytes.subarray(from, to)));
  return word;
}

/** Copies a word's description from another lexicon of the same kind; what it stands for is set apart. */
function copyDescription(to: Lexicon, word: number, from: Lexicon, source: number): void {
  to.kind[word] = from.kind[source]!;
  to.fold[word] = from.fold[source]!;
  to.soft[word] = from.soft[source]!;
  to.skeleton[word] = from.skeleton[source]!;
  to.head[word] = from.head[source]!;
  to.poly[word] = from.poly[source]!;
  to.power[word] = from.power[source]!;
  to.coarsePoly[word] = from.coarsePoly[source]!;
  to.coarsePower[word] = from.coarsePower[source]!;
  to.mask[word] = from.mask[source]!;
  const n = from.length[source]!;
  const at = to.letterCount;
  to.letters = grow8(to.letters, at + n);
  to.start[word] = at;
  to.length[word] = n;
  for (let i = 0; i < n; i++) to.letters[at + i] = from.letters[from.start[source]! + i]!;
  to.letterCount = at + n;
}

/** Takes over all words of another lexicon; gives the number here of each number there. */
export function adoptWords(to: Lexicon, from: Lexicon): Int32Array {
  const map = new Int32Array(from.size);
  const first = to.size;
  for (let source = 0; source < from.size; source++) {
    const begin = from.rawStart[source]!;
    const end = from.rawStart[source + 1]!;
    const hash = from.hash[source]!;
    const slot = slotOf(to, from.rawPool, begin, end, hash);
    map[source] = to.slots[slot]!;
    if (map[source] !== -1) continue;
    map[source] = addWord(to, slot, from.rawPool, begin, end, hash);
    copyDescription(to, map[source]!, from, source);
  }
  for (let source = 0; source < from.size; source++) {
    const word = map[source]!;
    if (word >= first) to.standsFor[word] = map[from.standsFor[source]!]!;
  }
  return map;
}

/** Number of a word given as text in capitals. */
export function internText(lexicon: Lexicon, word: string): number {
  const bytes = encoder.encode(word);
  return internBytes(lexicon, bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
}

/** The word as met, in capitals. */
export function wordText(lexicon: Lexicon, word: number): string {
  return decoder.decode(
    lexicon.rawPool.subarray(lexicon.rawStart[word]!, lexicon.rawStart[word + 1]!),
  );
}
