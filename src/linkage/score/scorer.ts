/** Weighs one pair of rows: levels of all fields, bits of evidence, the rules about relatives. */

import { compareDates } from '../features/compare-dates.ts';
import { createNameComparer, type NameComparer } from '../features/compare-names.ts';
import { compareKpjs, compareNiks } from '../features/compare-numbers.ts';
import { editDistance } from '../features/edit-distance.ts';
import type { Frequencies } from '../features/frequencies.ts';
import {
  dateLevel,
  evidenceFlag,
  kpjLevel,
  nameLevel,
  nikLevel,
  packEvidence,
  placeLevel,
  sexLevel,
} from '../features/levels.ts';
import { type Prepared, rowFlag } from '../features/prepared.ts';
import { dateSlot } from '../normalise/dates.ts';
import { idKind } from '../normalise/number-id.ts';
import type { Weights } from './weights.ts';

/** Bits (without the prior) and packed evidence of the last pair. */
export interface PairScore {
  bits: number;
  evidence: number;
  /** Bits of the name alone, and of the birth date alone. */
  nameBits: number;
  dateBits: number;
}

export interface Scorer {
  readonly score: PairScore;
  /**
   * Weighs left row l against right row r. Stops before the names when even equal names could not lift
   * the pair above `floor` bits, and returns false.
   */
  readonly weigh: (l: number, r: number, floor: number) => boolean;
}

/** Bits against a pair whose two NIKs each fit their own, different birth date. */
const twoPeople = -12;
/** Two NIKs that each fit the same birth date and still differ by more than a slip. */
const twoNiks = -10.5;
/** A birth date wholly other, with no number to vouch for the pair: father and son of one name. */
const fatherAndSon = -6;

interface State {
  readonly left: Prepared;
  readonly right: Prepared;
  readonly f: Frequencies;
  readonly w: Weights;
  readonly names: NameComparer;
  readonly score: PairScore;
  nik: number;
  kpj: number;
  name: number;
  date: number;
  sex: number;
  place: number;
  flags: number;
}

function weighDate(s: State, l: number, r: number, bothNik: boolean): number {
  const a = s.left.date[l]!;
  const b = s.right.date[r]!;
  s.date = dateLevel.missing;
  if (a === 0 || b === 0) return 0;
  const derived = (s.left.flags[l]! | s.right.flags[r]!) & rowFlag.dateFromNik;
  if (derived !== 0) {
    if (bothNik) return 0;
    s.flags |= evidenceFlag.dateFromNik;
  }
  const level = compareDates(a, b);
  s.date = level;
  return level === dateLevel.exact
    ? s.f.dateInfo[dateSlot(a)]! + s.w.date[level]!
    : s.w.date[level]!;
}

function weighSex(s: State, l: number, r: number, bothNik: boolean): number {
  const a = s.left.sex[l]!;
  const b = s.right.sex[r]!;
  s.sex = sexLevel.missing;
  if (a === 0 || b === 0) return 0;
  const derived = (s.left.flags[l]! | s.right.flags[r]!) & rowFlag.sexFromNik;
  if (derived !== 0) {
    if (bothNik) return 0;
    s.flags |= evidenceFlag.sexFromNik;
  }
  s.sex = a === b ? sexLevel.same : sexLevel.differs;
  return s.w.sex[s.sex]!;
}

function isSameVillageMisspelt(s: State, a: number, b: number): boolean {
  const { places } = s.left.side;
  if (places.soft[a] === places.soft[b]) return true;
  const n = places.length[a]!;
  const m = places.length[b]!;
  if (Math.min(n, m) < 5) return false;
  const distance = editDistance(places.letters, places.start[a]!, n, places.start[b]!, m);
  return distance === 1 || (distance === 2 && Math.min(n, m) >= 8);
}

function weighDistrict(
  s: State,
  l: number,
  r: number,
  bothNik: boolean,
  hasVillages: boolean,
): number {
  const a = s.left.area[l]!;
  const b = s.right.area[r]!;
  const same = hasVillages ? placeLevel.district : placeLevel.onlyDistrict;
  const other = hasVillages ? placeLevel.differs : placeLevel.districtDiffers;
  s.place = hasVillages ? placeLevel.differs : placeLevel.missing;
  if (a === 0 || b === 0 || bothNik) return hasVillages ? s.w.place[placeLevel.differs]! : 0;
  s.place = a === b ? same : other;
  s.flags |= evidenceFlag.districtFromNik;
  if (a !== b || hasVillages) return s.w.place[s.place]!;
  return s.w.place[same]! + (s.f.areaInfo.get(a) ?? s.f.meanAreaInfo);
}

function weighPlace(s: State, l: number, r: number, bothNik: boolean): number {
  const a = s.left.side.village[l]!;
  const b = s.right.side.village[r]!;
  if (a < 0 || b < 0) return weighDistrict(s, l, r, bothNik, false);
  if (a === b) {
    s.place = placeLevel.village;
    return s.w.place[placeLevel.village]! + s.f.villageInfo[a]!;
  }
  if (isSameVillageMisspelt(s, a, b)) {
    s.place = placeLevel.villageSpelling;
    return s.w.place[placeLevel.villageSpelling]!;
  }
  return weighDistrict(s, l, r, bothNik, true);
}

/**
 * A day 40 apart is the same birthday of the other sex. Bits of its chance by the level of the sex columns:
 * unknown, the same (then it is rather a slip), different.
 */
const otherSexBits = [-1, -5, -0.1] as const;

/** Chance, in bits, that the birth-date parts of two people's NIKs stand as they do, given their dates. */
function datePartBits(s: State, equal: boolean, isOtherSex: boolean): number {
  if (isOtherSex && s.date === dateLevel.exact) return otherSexBits[s.sex]!;
  if (s.date === dateLevel.exact) return equal ? -0.05 : -9;
  if (s.date === dateLevel.missing) return equal ? -s.f.meanDateInfo : -s.f.meanDateInfo + 4;
  if (equal) return -s.f.meanDateInfo;
  return s.date === dateLevel.near || s.date === dateLevel.onePart ? -0.7 : -s.f.meanDateInfo + 4;
}

function areaPartBits(s: State, equal: boolean): number {
  const isNear = s.place === placeLevel.village || s.place === placeLevel.villageSpelling;
  if (equal) return isNear ? Math.log2(s.f.areaGivenVillage) : -s.f.meanAreaInfo;
  return isNear ? Math.log2(Math.max(0.02, (1 - s.f.areaGivenVillage) / 3)) : -1.5;
}

/** log2(m/u) of two 16-digit NIKs that are not equal, by the part in which they differ. */
function weighNikParts(s: State, l: number, r: number): number {
  const a = s.left.side;
  const b = s.right.side;
  const sameArea = Math.floor(a.nikHi[l]! / 100) === Math.floor(b.nikHi[r]! / 100);
  const sameDate =
    a.nikHi[l]! % 100 === b.nikHi[r]! % 100 &&
    Math.floor(a.nikLo[l]! / 10000) === Math.floor(b.nikLo[r]! / 10000);
  const isOtherSex =
    Math.abs((a.nikHi[l]! % 100) - (b.nikHi[r]! % 100)) === 40 &&
    Math.floor(a.nikLo[l]! / 10000) === Math.floor(b.nikLo[r]! / 10000);
  const chance = areaPartBits(s, sameArea) + datePartBits(s, sameDate, isOtherSex);
  const m = s.w.nik[s.nik]!;
  switch (s.nik) {
    case nikLevel.exactRounded:
    case nikLevel.lostDigit:
      return m - chance - Math.log2(s.f.serialHead);
    case nikLevel.serialDigit:
      return m - chance - Math.log2(s.f.serialNear);
    case nikLevel.sameAreaDate:
      return Math.min(-1, m - chance);
    case nikLevel.twoDigits: {
      const sameSerial = a.nikLo[l]! % 10000 === b.nikLo[r]! % 10000;
      return Math.min(8, m - chance - (sameSerial ? Math.log2(s.f.serialSame) : 0) - 4);
    }
    default:
      return m - chance - Math.log2(s.f.serialSame);
  }
}

function weighNik(s: State, l: number, r: number): number {
  const a = s.left.side;
  const b = s.right.side;
  const kindA = a.nikKind[l]!;
  const kindB = b.nikKind[r]!;
  s.nik = compareNiks(kindA, a.nikHi[l]!, a.nikLo[l]!, kindB, b.nikHi[r]!, b.nikLo[r]!);
  if (s.nik === nikLevel.missing) return 0;
  if (kindA >= idKind.number || kindB >= idKind.number) return s.w.otherId[s.nik]!;
  switch (s.nik) {
    case nikLevel.exact:
      return s.w.nik[nikLevel.exact]!;
    case nikLevel.scientific:
      return 0;
    case nikLevel.length:
      return Math.min(14, s.w.nik[nikLevel.length]! + 14);
    case nikLevel.differs:
      return Math.max(-9, s.w.nik[nikLevel.differs]!);
    default:
      return weighNikParts(s, l, r);
  }
}

/** Rule a: what two NIKs that fit their own birth dates say about two different people. */
function selfConsistencyBits(s: State, l: number, r: number, nikBits: number): number {
  const both = s.left.flags[l]! & s.right.flags[r]! & rowFlag.selfConsistent;
  if (both === 0 || s.nik === nikLevel.exact || s.nik === nikLevel.exactRounded) return nikBits;
  if (s.date !== dateLevel.exact) {
    s.flags |= evidenceFlag.selfConsistent;
    return Math.min(nikBits, twoPeople);
  }
  const isSlip =
    s.nik === nikLevel.oneDigit || s.nik === nikLevel.serialDigit || s.nik === nikLevel.lostDigit;
  return isSlip ? nikBits : Math.min(nikBits, twoNiks);
}

function hasVouchingNumber(s: State): boolean {
  return (
    s.nik === nikLevel.exact ||
    s.kpj === kpjLevel.exact ||
    s.nik === nikLevel.oneDigit ||
    s.nik === nikLevel.exactRounded
  );
}

/** Rules after the names are known; returns the bits to use. */
function applyRules(s: State, bits: number, nameBits: number): number {
  let total = bits + nameBits;
  const isRelativeNik = s.nik === nikLevel.serialDigit || s.nik === nikLevel.sameAreaDate;
  if (isRelativeNik && s.name > nameLevel.spacing && nameBits > 0) {
    s.flags |= evidenceFlag.familyGuard;
    total = bits;
  }
  const isEqualNumber = s.nik === nikLevel.exact || s.kpj === kpjLevel.exact;
  if (s.name >= nameLevel.partial && !isEqualNumber) {
    s.flags |= evidenceFlag.familyGuard | evidenceFlag.lookOnly;
  }
  if (hasVouchingNumber(s)) {
    const isOther = s.date === dateLevel.twoParts || s.date === dateLevel.differs;
    if (s.name >= nameLevel.partial && isOther) s.flags |= evidenceFlag.contradiction;
    return total;
  }
  if (s.date === dateLevel.differs || s.date === dateLevel.twoParts) total += fatherAndSon;
  return total;
}

/** Makes a scorer for two prepared sides that share lexicons. */
export function createScorer(left: Prepared, right: Prepared, f: Frequencies, w: Weights): Scorer {
  const score: PairScore = { bits: 0, evidence: 0, nameBits: 0, dateBits: 0 };
  const s: State = {
    left,
    right,
    f,
    w,
    names: createNameComparer(left.side, right.side, f.wordInfo, w.name),
    score,
    nik: 0,
    kpj: 0,
    name: 0,
    date: 0,
    sex: 0,
    place: 0,
    flags: 0,
  };
  const a = left.side;
  const b = right.side;

  function weigh(l: number, r: number, floor: number): boolean {
    s.flags = 0;
    const bothNik = a.nikKind[l] === idKind.nik && b.nikKind[r] === idKind.nik;
    const dateBits = weighDate(s, l, r, bothNik);
    let bits = dateBits + weighPlace(s, l, r, bothNik) + weighSex(s, l, r, bothNik);
    s.kpj = compareKpjs(
      a.kpjKind[l]!,
      a.kpjHi[l]!,
      a.kpjLo[l]!,
      b.kpjKind[r]!,
      b.kpjHi[r]!,
      b.kpjLo[r]!,
    );
    bits += w.kpj[s.kpj]!;
    bits += selfConsistencyBits(s, l, r, weighNik(s, l, r));
    const infoL = left.nameInfo[l]!;
    const infoR = right.nameInfo[r]!;
    if (bits + Math.min(infoL, infoR) + 1 < floor) return false;
    s.names.compare(l, r, infoL, infoR);
    s.name = s.names.result.level;
    score.nameBits = s.names.result.bits;
    score.dateBits = dateBits;
    score.bits = applyRules(s, bits, score.nameBits);
    score.evidence = packEvidence(s.nik, s.kpj, s.name, s.date, s.sex, s.place, 0) | s.flags;
    return score.bits >= floor;
  }

  return { score, weigh };
}
