/** Block keys of a row: pairs that share at least one are weighed. Hashes of content only. */

import type { Prepared } from '../features/prepared.ts';
import { combine } from '../hash.ts';
import { dayOf, monthOf, yearOf } from '../normalise/dates.ts';
import { nikArea } from '../normalise/nik-facts.ts';
import { idKind } from '../normalise/number-id.ts';
import type { KeyEmitter } from './key-index.ts';

const family = {
  dateWord: 0x11,
  datePlace: 0x22,
  namePlace: 0x33,
  nameYear: 0x44,
  name: 0x55,
  joined: 0x66,
  wordPlace: 0x77,
  wordPlaceYear: 0x88,
  nik: 0x99,
  otherId: 0xaa,
  kpj: 0xbb,
  dateSex: 0xcc,
} as const;

/** Words below this information make crowded buckets and no key of their own. */
const commonWord = 7;

const key = (kind: number, a: number, b: number): number => combine(combine(kind, a), b) || 1;

/** The earlier of a date and the same date with day and month swapped: one key for both. */
export function canonicalDate(date: number): number {
  const day = dayOf(date);
  const month = monthOf(date);
  return day > 12 || day > month ? date : (yearOf(date) << 9) | (day << 5) | month;
}

function placeOf(p: Prepared, row: number): number {
  const village = p.side.village[row]!;
  return village >= 0 ? p.side.places.soft[village]! : 0;
}

function emitNikKeys(p: Prepared, row: number, out: Uint32Array, from: number): number {
  const hi = p.side.nikHi[row]!;
  const lo = p.side.nikLo[row]!;
  const kind = p.side.nikKind[row]!;
  let n = from;
  if (kind === idKind.number) {
    const digits = hi * 1e8 + lo;
    const half = 10 ** Math.ceil(String(digits).length / 2);
    out[n++] = key(family.otherId, 1, Math.floor(digits / half) % 0x100000000);
    out[n++] = key(family.otherId, 2, digits % half);
    return n;
  }
  if (kind !== idKind.nik && kind !== idKind.odd) return n;
  const area = nikArea(hi);
  const serial = lo % 10000;
  const monthYear = Math.floor(lo / 10000);
  const month = Math.floor(lo / 1e6);
  const day = hi % 100;
  // Each leaves out one part, so that one wrong part leaves a key whole.
  out[n++] = key(family.nik + 0x100, day, lo);
  out[n++] = key(family.nik + 0x200, area, lo);
  out[n++] = key(family.nik + 0x300, hi * 100 + month, serial);
  out[n++] = key(family.nik + 0x400, hi * 100 + (monthYear % 100), serial);
  out[n++] = key(family.nik + 0x500, hi, monthYear);
  return n;
}

function emitKpjKeys(p: Prepared, row: number, out: Uint32Array, from: number): number {
  const kind = p.side.kpjKind[row]!;
  if (kind === idKind.none || kind === idKind.scientific || kind === idKind.text) return from;
  const digits = p.side.kpjHi[row]! * 1e8 + p.side.kpjLo[row]!;
  const half = 10 ** Math.floor(String(digits).length / 2);
  out[from] = key(family.kpj, 1, Math.floor(digits / half) % 0x100000000);
  out[from + 1] = key(family.kpj, 2, digits % half);
  return from + 2;
}

function emitDateKeys(p: Prepared, row: number, out: Uint32Array, from: number): number {
  const date = p.date[row]!;
  if (date === 0) return from;
  const { side } = p;
  const start = side.wordStart[row]!;
  const words = Math.min(4, side.wordStart[row + 1]! - start);
  const day = canonicalDate(date);
  let n = from;
  for (let i = 0; i < words; i++) {
    out[n++] = key(family.dateWord, day, side.lexicon.skeleton[side.words[start + i]!]!);
  }
  const place = placeOf(p, row);
  if (place !== 0) out[n++] = key(family.datePlace, date, place);
  else if (p.area[row] !== 0) out[n++] = key(family.datePlace, date, p.area[row]!);
  if (place !== 0 && p.area[row] !== 0) out[n++] = key(family.datePlace, date, p.area[row]!);
  if (words > 0) {
    out[n++] = key(family.nameYear, side.nameKey[row]!, yearOf(date));
    const first = side.lexicon.skeleton[side.words[start]!]!;
    if (place !== 0) out[n++] = key(family.wordPlaceYear, combine(first, place), yearOf(date));
  }
  return n;
}

function emitNameKeys(
  p: Prepared,
  wordInfo: Float32Array,
  row: number,
  out: Uint32Array,
  from: number,
): number {
  const { side } = p;
  const start = side.wordStart[row]!;
  const end = side.wordStart[row + 1]!;
  if (start === end) return from;
  let n = from;
  out[n++] = key(family.name, side.nameKey[row]!, 0);
  out[n++] = key(family.joined, side.joinKey[row]!, 0);
  const place = placeOf(p, row) || p.area[row]!;
  if (place === 0) return n;
  out[n++] = key(family.namePlace, side.nameKey[row]!, place);
  for (let i = start; i < Math.min(end, start + 3); i++) {
    const word = side.words[i]!;
    if (wordInfo[word]! < commonWord && end - start > 1) continue;
    out[n++] = key(family.wordPlace, side.lexicon.skeleton[word]!, place);
  }
  return n;
}

/** All keys of the main pass. */
export function mainKeys(p: Prepared, wordInfo: Float32Array): KeyEmitter {
  return (row, out) => {
    let n = emitDateKeys(p, row, out, 0);
    n = emitNameKeys(p, wordInfo, row, out, n);
    n = emitNikKeys(p, row, out, n);
    return emitKpjKeys(p, row, out, n);
  };
}

/** The second pass, for rows with no likely partner yet: same birth date and sex, whatever the name. */
export function secondPassKeys(p: Prepared): KeyEmitter {
  return (row, out) => {
    if (p.date[row] === 0) return 0;
    out[0] = key(family.dateSex, p.date[row]!, p.sex[row]!);
    return 1;
  };
}
