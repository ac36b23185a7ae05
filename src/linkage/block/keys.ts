/** Block keys of a row: pairs that share at least one are weighed. Hashes of content only. */

import type { Prepared } from '../features/prepared.ts';
import { combine } from '../hash.ts';
import { dayOf, monthOf, yearOf } from '../normalise/dates.ts';
import { nikArea } from '../normalise/nik-facts.ts';
import { idKind, idText } from '../normalise/number-id.ts';
import type { KeyEmitter } from './key-index.ts';

const family = {
  dateWord: 0x11,
  datePlace: 0x22,
  namePlace: 0x33,
  nameYear: 0x44,
  name: 0x55,
  wordPlace: 0x77,
  nik: 0x99,
  otherId: 0xaa,
  kpj: 0xbb,
  dateSex: 0xcc,
  coarse: 0xdd,
  yearMonthWord: 0xe1,
  monthDayWord: 0xe2,
  yearDayWord: 0xe3,
  yearMonthPlace: 0xe4,
  monthDayPlace: 0xe5,
  yearDayPlace: 0xe6,
  wordPlaceYear: 0xe7,
  word: 0xe8,
  wordYear: 0xe9,
  dateLetter: 0xea,
  placeYearLetter: 0xeb,
} as const;

const key = (kind: number, a: number, b: number): number => combine(combine(kind, a), b) || 1;

/** The earlier of a date and the same date with day and month swapped: one key for both. */
export function canonicalDate(date: number): number {
  const day = dayOf(date);
  const month = monthOf(date);
  return day > 12 || day > month ? date : (yearOf(date) << 9) | (day << 5) | month;
}

/** The name as one run of consonant classes. */
function coarseName(p: Prepared, row: number): number {
  const { lexicon, words, wordStart } = p.side;
  let h = 0;
  for (let i = wordStart[row]!; i < wordStart[row + 1]!; i++) {
    h = (Math.imul(h, lexicon.coarsePower[words[i]!]!) + lexicon.coarsePoly[words[i]!]!) | 0;
  }
  return h;
}

function placeOf(p: Prepared, row: number): number {
  const village = p.side.village[row]!;
  return village >= 0 ? p.side.places.soft[village]! : 0;
}

/** NIKs with a digit lost or doubled keep their first twelve or their last ten digits whole. */
function emitDamagedKeys(p: Prepared, row: number, out: Uint32Array, from: number): number {
  const text = idText(idKind.damaged, p.side.nikHi[row]!, p.side.nikLo[row]!);
  if (text.length === 14) return from;
  const part = (start: number, end: number): number => Number(text.slice(start, end));
  out[from] = key(family.nik + 0x100, part(-10, -8), part(-8, text.length));
  out[from + 1] = key(family.nik + 0x500, part(0, 8), part(8, 12));
  return from + 2;
}

function emitOtherIdKeys(digits: number, kind: number, out: Uint32Array, from: number): number {
  const half = 10 ** Math.floor(String(digits).length / 2);
  out[from] = key(kind, 1, Math.floor(digits / half) % 0x100000000);
  out[from + 1] = key(kind, 2, digits % half);
  return from + 2;
}

function emitNikKeys(p: Prepared, row: number, out: Uint32Array, from: number): number {
  const hi = p.side.nikHi[row]!;
  const lo = p.side.nikLo[row]!;
  const kind = p.side.nikKind[row]!;
  if (kind === idKind.number) return emitOtherIdKeys(hi * 1e8 + lo, family.otherId, out, from);
  if (kind === idKind.damaged) return emitDamagedKeys(p, row, out, from);
  if (kind !== idKind.nik && kind !== idKind.odd) return from;
  const area = nikArea(hi);
  const serial = lo % 10000;
  const monthYear = Math.floor(lo / 10000);
  const day = hi % 100;
  let n = from;
  // Each leaves out one part, so that one wrong part leaves a key whole.
  out[n++] = key(family.nik + 0x100, day, lo);
  out[n++] = key(family.nik + 0x200, area, lo);
  out[n++] = key(family.nik + 0x300, hi * 100 + Math.floor(lo / 1e6), serial);
  out[n++] = key(family.nik + 0x400, hi * 100 + (monthYear % 100), serial);
  out[n++] = key(family.nik + 0x500, hi, monthYear);
  return n;
}

function emitKpjKeys(p: Prepared, row: number, out: Uint32Array, from: number): number {
  const kind = p.side.kpjKind[row]!;
  if (kind === idKind.none || kind === idKind.scientific || kind === idKind.text) return from;
  return emitOtherIdKeys(p.side.kpjHi[row]! * 1e8 + p.side.kpjLo[row]!, family.kpj, out, from);
}

/**
 * Keys of the main pass, tight ones: birth date with a hint of any word, birth date with place, the whole
 * name with place or year or alone, NIK and KPJ with one part left out.
 */
export function mainKeys(p: Prepared): KeyEmitter {
  const { side } = p;
  return (row, out) => {
    const start = side.wordStart[row]!;
    const words = Math.min(4, side.wordStart[row + 1]! - start);
    const date = p.date[row]!;
    const place = placeOf(p, row);
    const area = p.area[row]!;
    let n = 0;
    if (date !== 0) {
      const day = canonicalDate(date);
      for (let i = 0; i < words; i++) {
        out[n++] = key(family.dateWord, day, side.lexicon.head[side.words[start + i]!]!);
      }
      if (place !== 0) out[n++] = key(family.datePlace, date, place);
      if (area !== 0) out[n++] = key(family.datePlace, date, area);
      if (words > 0) out[n++] = key(family.nameYear, side.nameKey[row]!, yearOf(date));
    }
    if (words > 0) {
      out[n++] = key(family.name, side.nameKey[row]!, 0);
      if (place !== 0) out[n++] = key(family.namePlace, side.nameKey[row]!, place);
      if (area !== 0) out[n++] = key(family.namePlace, side.nameKey[row]!, area);
    }
    n = emitNikKeys(p, row, out, n);
    return emitKpjKeys(p, row, out, n);
  };
}

/**
 * Keys of the second pass, for rows with no likely partner yet, loose ones: birth date and sex whatever the
 * name; two parts of the birth date with a word or the place; one word, or the sound it begins with, beside
 * date, place and year; a word alone (rare ones only: crowded buckets stay shut); the name's consonants however it is divided into words.
 */
export function secondPassKeys(p: Prepared): KeyEmitter {
  const { side } = p;
  const { skeleton, fold, head } = side.lexicon;
  return (row, out) => {
    const start = side.wordStart[row]!;
    const words = Math.min(3, side.wordStart[row + 1]! - start);
    const date = p.date[row]!;
    const place = placeOf(p, row) || p.area[row]!;
    const year = yearOf(date);
    const yearDay = (year << 5) | dayOf(date);
    let n = 0;
    if (date !== 0) out[n++] = key(family.dateSex, date, p.sex[row]!);
    if (date !== 0 && place !== 0) {
      out[n++] = key(family.yearMonthPlace, place, date >> 5);
      out[n++] = key(family.monthDayPlace, place, date & 511);
      out[n++] = key(family.yearDayPlace, place, yearDay);
    }
    for (let i = 0; i < words; i++) {
      const word = side.words[start + i]!;
      const sound = skeleton[word]!;
      out[n++] = key(family.word, fold[word]!, 0);
      if (place !== 0) out[n++] = key(family.wordPlace, sound, place);
      if (date === 0) continue;
      out[n++] = key(family.dateLetter, date, head[word]! >> 8);
      out[n++] = key(family.wordYear, fold[word]!, year);
      out[n++] = key(family.yearMonthWord, sound, date >> 5);
      out[n++] = key(family.monthDayWord, sound, date & 511);
      out[n++] = key(family.yearDayWord, sound, yearDay);
      if (place === 0) continue;
      out[n++] = key(family.wordPlaceYear, combine(sound, place), year);
      out[n++] = key(family.placeYearLetter, combine(head[word]! >> 8, place), year);
    }
    if (words === 0) return n;
    const coarse = coarseName(p, row);
    out[n++] = key(family.coarse, coarse, 0);
    if (date !== 0) out[n++] = key(family.coarse, coarse, year);
    if (place !== 0) out[n++] = key(family.coarse, coarse, place);
    return n;
  };
}
