/**
 * A person's name as word numbers: titles, degrees, lineage and remarks cut, known short forms written
 * out. Works on bytes, so that a million names make no strings.
 */
import { mix } from '../hash.ts';
import { internBytes, type Lexicon, wordKind, wordText } from './lexicon.ts';
import { backTitles } from './titles.ts';

/** Words kept of one name. */
export const maxWords = 6;

/** Result of {@link parseName}; reused from row to row. */
export interface ParsedName {
  count: number;
  readonly words: Int32Array;
}

export const newParsedName = (): ParsedName => ({ count: 0, words: new Int32Array(maxWords) });

const charClass = { gap: 0, letter: 1, dot: 2, drop: 3, comma: 4, open: 5, close: 6 } as const;

const classOf = new Uint8Array(256);
for (let c = 48; c <= 57; c++) classOf[c] = charClass.letter;
for (let c = 65; c <= 90; c++) classOf[c] = classOf[c + 32] = charClass.letter;
for (let c = 128; c < 256; c++) classOf[c] = charClass.letter;
classOf[46] = charClass.dot;
for (const c of [39, 96, 34, 42]) classOf[c] = charClass.drop;
classOf[44] = classOf[59] = charClass.comma;
classOf[40] = classOf[91] = charClass.open;
classOf[41] = classOf[93] = charClass.close;

const maxRawWords = 16;
const wordBytes = new Uint8Array(128);
const rawWords = new Int32Array(maxRawWords);
/** 1: a dot in or after the word; 2: a comma before it. */
const rawMarks = new Uint8Array(maxRawWords);
let rawCount = 0;

function pushWord(lexicon: Lexicon, length: number, hash: number, marks: number): void {
  if (rawCount === maxRawWords) return;
  rawWords[rawCount] = internBytes(lexicon, wordBytes, 0, length, mix(hash ^ length));
  rawMarks[rawCount++] = marks;
}

/** Word being collected. */
const word = { length: 0, hash: 0, marks: 0 };

function startWord(marks: number): void {
  word.length = 0;
  word.hash = 0x811c9dc5;
  word.marks = marks;
}

function addLetter(byte: number): void {
  if (word.length === wordBytes.length) return;
  const upper = byte >= 97 && byte <= 122 ? byte - 32 : byte;
  wordBytes[word.length++] = upper;
  word.hash = Math.imul(word.hash ^ upper, 0x01000193);
}

/** Ends the word in hand; a comma is noted on the word that follows it. */
function endWord(lexicon: Lexicon, isComma: boolean): void {
  if (word.length > 0) pushWord(lexicon, word.length, word.hash, word.marks);
  if (word.length > 0 || isComma) startWord(isComma ? 2 : 0);
}

/** Position after the bracket that closes the one at `open`, or `end`. */
function skipBrackets(bytes: Uint8Array, open: number, end: number): number {
  let at = open + 1;
  while (at < end && classOf[bytes[at]!] !== charClass.close) at++;
  return at;
}

/** Splits bytes into words in capitals with dots and apostrophes dropped, and text in brackets left out. */
function split(lexicon: Lexicon, bytes: Uint8Array, start: number, end: number): void {
  rawCount = 0;
  startWord(0);
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    const kind = classOf[byte]!;
    if (byte === 0xc2 && bytes[i + 1] === 0xa0) {
      endWord(lexicon, false);
      i++;
    } else if (kind === charClass.letter) addLetter(byte);
    else if (kind === charClass.dot) word.marks |= word.length > 0 ? 1 : 0;
    else if (kind !== charClass.drop) endWord(lexicon, kind === charClass.comma);
    if (kind === charClass.open) i = skipBrackets(bytes, i, end);
  }
  endWord(lexicon, false);
}

function frontEnd(lexicon: Lexicon): number {
  let begin = 0;
  while (begin < rawCount - 1) {
    const kind = lexicon.kind[rawWords[begin]!]!;
    const isTitle =
      (kind & wordKind.front) !== 0 ||
      ((kind & wordKind.dottedFront) !== 0 && (rawMarks[begin]! & 1) !== 0);
    if (!isTitle) break;
    begin++;
  }
  return begin;
}

function isDegree(lexicon: Lexicon, at: number): boolean {
  const word = rawWords[at]!;
  if ((lexicon.kind[word]! & (wordKind.back | wordKind.shortBack)) !== 0) return true;
  return (rawMarks[at]! & 1) !== 0 && lexicon.length[word]! <= 5;
}

/** Cuts from the first comma on when nothing but degrees follows it. */
function commaEnd(lexicon: Lexicon, begin: number): number {
  for (let i = begin + 1; i < rawCount; i++) {
    if ((rawMarks[i]! & 2) === 0) continue;
    for (let j = i; j < rawCount; j++) if (!isDegree(lexicon, j)) return rawCount;
    return i;
  }
  return rawCount;
}

/** `S. Pd.` and `A. Md. Keb.` written apart. */
function splitDegreeStart(lexicon: Lexicon, begin: number, end: number): number {
  for (let n = 2; n <= 3 && end - n > begin; n++) {
    const at = end - n;
    if ((rawMarks[at]! & 1) === 0 || lexicon.length[rawWords[at]!]! > 1) continue;
    let joined = '';
    for (let i = at; i < end; i++) joined += wordText(lexicon, rawWords[i]!);
    if (backTitles.has(joined)) return at;
  }
  return end;
}

function backStart(lexicon: Lexicon, begin: number, from: number): number {
  let end = from;
  while (end - begin > 1) {
    const kind = lexicon.kind[rawWords[end - 1]!]!;
    const dotted = (rawMarks[end - 1]! & 1) !== 0;
    if ((kind & wordKind.back) !== 0) end--;
    else if ((kind & wordKind.shortBack) !== 0 && (dotted || end - begin > 2)) end--;
    else {
      const cut = dotted ? splitDegreeStart(lexicon, begin, end) : end;
      if (cut === end) return end;
      end = cut;
    }
  }
  return end;
}

function lineageStart(lexicon: Lexicon, begin: number, end: number): number {
  for (let i = begin + 1; i < end; i++) {
    const kind = lexicon.kind[rawWords[i]!]!;
    if ((kind & wordKind.marker) !== 0) return i;
    const dotted = (rawMarks[i]! & 1) !== 0;
    if ((kind & wordKind.dottedMarker) !== 0 && dotted && i === end - 2) return i;
  }
  return end;
}

/** Reads a name from bytes into `out`; words of the lexicon are added as met. */
export function parseName(
  lexicon: Lexicon,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: ParsedName,
): void {
  split(lexicon, bytes, start, end);
  const begin = frontEnd(lexicon);
  const stop = lineageStart(lexicon, begin, backStart(lexicon, begin, commaEnd(lexicon, begin)));
  let count = 0;
  for (let i = begin; i < stop && count < maxWords; i++) {
    const word = rawWords[i]!;
    const kind = lexicon.kind[word]!;
    if ((kind & wordKind.noLetters) !== 0 && rawCount > 1) continue;
    const usesForm =
      (i === begin && stop - begin > 1 && (kind & wordKind.firstForm) !== 0) ||
      (i === begin && (kind & wordKind.aloneForm) !== 0) ||
      (kind & wordKind.innerForm) !== 0;
    out.words[count++] = usesForm ? lexicon.standsFor[word]! : word;
  }
  out.count = count;
}

/** Unordered content hash of the folded words: one value for every order and safe spelling. */
export function nameKeyOf(lexicon: Lexicon, words: Int32Array, at: number, count: number): number {
  let sum = count;
  for (let i = 0; i < count; i++) sum = (sum + mix(lexicon.fold[words[at + i]!]!)) | 0;
  return count === 0 ? 0 : mix(sum);
}

/** Content hash of the name written as one word. */
export function joinKeyOf(lexicon: Lexicon, words: Int32Array, at: number, count: number): number {
  let h = 0;
  for (let i = 0; i < count; i++) {
    const word = words[at + i]!;
    h = (Math.imul(h, lexicon.power[word]!) + lexicon.poly[word]!) | 0;
  }
  return count === 0 ? 0 : mix(h);
}
