/** Collects rows into a {@link Side}: from text cells, or from bytes without making strings. */

import { packIsoDate } from './normalise/dates.ts';
import { adoptWords, createLexicon, type Lexicon } from './normalise/lexicon.ts';
import { type NumberId, parseNumberId } from './normalise/number-id.ts';
import { joinKeyOf, nameKeyOf, newParsedName, parseName } from './normalise/parse-name.ts';
import { parsePlace } from './normalise/parse-place.ts';
import { sealLexicon } from './normalise/sealed-lexicon.ts';
import { sharedBytes, sharedInt32, sharedUint32 } from './share/shared-memory.ts';
import type { PersonCells, Side } from './side.ts';

/** Where the cells of one row lie in a byte buffer; `start === end` for an empty one. UTF-8. */
export interface RowBounds {
  nikStart: number;
  nikEnd: number;
  kpjStart: number;
  kpjEnd: number;
  nameStart: number;
  nameEnd: number;
  villageStart: number;
  villageEnd: number;
}

export interface SideBuilder {
  /** Adds one row given as text; its row number is the count of rows before it. */
  readonly add: (cells: PersonCells) => void;
  /** Adds one row given as bytes; date packed, sex 0 to 2, wage in whole rupiah (0 unknown). */
  readonly addBytes: (
    bytes: Uint8Array,
    bounds: Readonly<RowBounds>,
    date: number,
    sex: number,
    wage: number,
  ) => void;
  /** Ends the collection; the builder must not be used after it. */
  readonly finish: () => Side;
}

export interface SideBuilderOptions {
  readonly expectedRows?: number;
  /** Give the second builder the first side's lexicons to spare a translation later. */
  readonly shareWith?: Pick<Side, 'lexicon' | 'places'>;
}

/** Bounds of a row whose cells are all empty. */
export function emptyBounds(): RowBounds {
  return {
    nikStart: 0,
    nikEnd: 0,
    kpjStart: 0,
    kpjEnd: 0,
    nameStart: 0,
    nameEnd: 0,
    villageStart: 0,
    villageEnd: 0,
  };
}

interface Columns {
  capacity: number;
  nikKind: Uint8Array;
  nikHi: Uint32Array;
  nikLo: Uint32Array;
  kpjKind: Uint8Array;
  kpjHi: Uint32Array;
  kpjLo: Uint32Array;
  date: Int32Array;
  sex: Uint8Array;
  village: Int32Array;
  district: Int32Array;
  wage: Uint32Array;
  wordStart: Uint32Array;
  nameKey: Uint32Array;
  joinKey: Uint32Array;
}

function newColumns(capacity: number): Columns {
  return {
    capacity,
    nikKind: sharedBytes(capacity),
    nikHi: sharedUint32(capacity),
    nikLo: sharedUint32(capacity),
    kpjKind: sharedBytes(capacity),
    kpjHi: sharedUint32(capacity),
    kpjLo: sharedUint32(capacity),
    date: sharedInt32(capacity),
    sex: sharedBytes(capacity),
    village: sharedInt32(capacity),
    district: sharedInt32(capacity),
    wage: sharedUint32(capacity),
    wordStart: sharedUint32(capacity + 1),
    nameKey: sharedUint32(capacity),
    joinKey: sharedUint32(capacity),
  };
}

function widen(from: Columns): Columns {
  const to = newColumns(Math.ceil(from.capacity * 1.6) + 16);
  to.nikKind.set(from.nikKind);
  to.nikHi.set(from.nikHi);
  to.nikLo.set(from.nikLo);
  to.kpjKind.set(from.kpjKind);
  to.kpjHi.set(from.kpjHi);
  to.kpjLo.set(from.kpjLo);
  to.date.set(from.date);
  to.sex.set(from.sex);
  to.village.set(from.village);
  to.district.set(from.district);
  to.wage.set(from.wage);
  to.wordStart.set(from.wordStart);
  to.nameKey.set(from.nameKey);
  to.joinKey.set(from.joinKey);
  return to;
}

function finishSide(
  c: Columns,
  rows: number,
  words: Int32Array,
  lexicon: Lexicon,
  places: Lexicon,
): Side {
  return {
    rows,
    lexicon,
    places,
    nikKind: c.nikKind.subarray(0, rows),
    nikHi: c.nikHi.subarray(0, rows),
    nikLo: c.nikLo.subarray(0, rows),
    kpjKind: c.kpjKind.subarray(0, rows),
    kpjHi: c.kpjHi.subarray(0, rows),
    kpjLo: c.kpjLo.subarray(0, rows),
    date: c.date.subarray(0, rows),
    sex: c.sex.subarray(0, rows),
    village: c.village.subarray(0, rows),
    district: c.district.subarray(0, rows),
    wage: c.wage.subarray(0, rows),
    wordStart: c.wordStart.subarray(0, rows + 1),
    words: words.subarray(0, c.wordStart[rows]),
    nameKey: c.nameKey.subarray(0, rows),
    joinKey: c.joinKey.subarray(0, rows),
  };
}

/** Reads a cell of the sex column: L/P, 1/2, laki-laki/perempuan, pria/wanita, M/F. 0 when unknown. */
export function parseSex(text: string): number {
  const first = text.trim().toUpperCase();
  if (first === '1' || /^(L|M|PRIA|COWOK)/.test(first)) return 1;
  return first === '2' || /^(P|F|W)/.test(first) ? 2 : 0;
}

const encoder = new TextEncoder();

const number: NumberId = { kind: 0, hi: 0, lo: 0 };

function writeNumbers(c: Columns, row: number, bytes: Uint8Array, at: Readonly<RowBounds>): void {
  parseNumberId(bytes, at.nikStart, at.nikEnd, number);
  c.nikKind[row] = number.kind;
  c.nikHi[row] = number.hi;
  c.nikLo[row] = number.lo;
  parseNumberId(bytes, at.kpjStart, at.kpjEnd, number);
  c.kpjKind[row] = number.kind;
  c.kpjHi[row] = number.hi;
  c.kpjLo[row] = number.lo;
}

const mostCellBytes = 1500;
const scratch = new Uint8Array(5 * mostCellBytes);

/** Writes a cell's text into the scratch bytes; returns where it ends. */
function put(text: string, at: number): number {
  return at + encoder.encodeInto(text, scratch.subarray(at, at + mostCellBytes)).written;
}

/** Starts an empty side. */
export function createSideBuilder(options: SideBuilderOptions | number = {}): SideBuilder {
  const { expectedRows = 1024, shareWith = undefined } =
    typeof options === 'number' ? { expectedRows: options } : options;
  const lexicon = shareWith?.lexicon ?? createLexicon('names');
  const places = shareWith?.places ?? createLexicon('places');
  let columns = newColumns(Math.max(16, expectedRows));
  let words = sharedInt32(Math.max(64, Math.ceil(expectedRows * 2.2)));
  let wordTotal = 0;
  let rows = 0;
  const parsed = newParsedName();
  const bounds = emptyBounds();

  function addName(bytes: Uint8Array, start: number, end: number): void {
    parseName(lexicon, bytes, start, end, parsed);
    if (wordTotal + parsed.count > words.length) {
      const next = sharedInt32(Math.ceil(words.length * 1.5) + 16);
      next.set(words);
      words = next;
    }
    for (let i = 0; i < parsed.count; i++) words[wordTotal + i] = parsed.words[i]!;
    columns.nameKey[rows] = nameKeyOf(lexicon, words, wordTotal, parsed.count);
    columns.joinKey[rows] = joinKeyOf(lexicon, words, wordTotal, parsed.count);
    wordTotal += parsed.count;
    columns.wordStart[rows + 1] = wordTotal;
  }

  const addBytes: SideBuilder['addBytes'] = (bytes, at, date, sex, wage) => {
    if (rows === columns.capacity) columns = widen(columns);
    const c = columns;
    writeNumbers(c, rows, bytes, at);
    c.date[rows] = date;
    c.sex[rows] = sex;
    c.village[rows] = parsePlace(places, bytes, at.villageStart, at.villageEnd);
    c.district[rows] = -1;
    c.wage[rows] = wage > 0 && wage < 4e9 ? wage : 0;
    addName(bytes, at.nameStart, at.nameEnd);
    rows++;
  };

  function add(cells: PersonCells): void {
    bounds.nikStart = 0;
    bounds.nikEnd = bounds.kpjStart = put(cells.nik, 0);
    bounds.kpjEnd = bounds.nameStart = put(cells.kpj, bounds.kpjStart);
    bounds.nameEnd = bounds.villageStart = put(cells.name, bounds.nameStart);
    bounds.villageEnd = put(cells.village, bounds.villageStart);
    const date = packIsoDate(cells.birthDate);
    addBytes(scratch, bounds, date, parseSex(cells.sex), Math.round(cells.wage ?? 0));
    if (cells.district !== undefined && cells.district !== '') {
      const end = put(cells.district, 0);
      columns.district[rows - 1] = parsePlace(places, scratch, 0, end);
    }
  }

  return {
    add,
    addBytes,
    finish: () => finishSide(columns, rows, words, lexicon, places),
  };
}

function translate(numbers: Int32Array, map: Int32Array): Int32Array {
  const out = sharedInt32(numbers.length);
  for (let i = 0; i < numbers.length; i++) out[i] = numbers[i]! < 0 ? -1 : map[numbers[i]!]!;
  return out;
}

/** Both sides in the left side's word numbers, all columns and words in memory that threads share. */
export function shareSides(left: Side, right: Side): [left: Side, right: Side] {
  const aligned = alignLexicons(left, right);
  const lexicon = sealLexicon(left.lexicon);
  const places = sealLexicon(left.places);
  return [
    { ...left, lexicon, places },
    { ...aligned, lexicon, places },
  ];
}

/** The right side in the left side's word numbers; the same object when they share them already. */
export function alignLexicons(left: Side, right: Side): Side {
  if (left.lexicon === right.lexicon && left.places === right.places) return right;
  const words = adoptWords(left.lexicon, right.lexicon);
  const places = adoptWords(left.places, right.places);
  return {
    ...right,
    lexicon: left.lexicon,
    places: left.places,
    words: translate(right.words, words),
    village: translate(right.village, places),
    district: translate(right.district, places),
  };
}
