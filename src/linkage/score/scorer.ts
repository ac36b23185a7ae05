/** Weighs one pair of rows: levels of all fields, bits of evidence, the rules about relatives. */

import { compareDates } from '../features/compare-dates.ts';
import { compareNames, createNameComparer, type NameComparer } from '../features/compare-names.ts';
import { compareKpjs, compareNiks } from '../features/compare-numbers.ts';
import { isMisspelt } from '../features/compare-places.ts';
import { compareWages } from '../features/compare-wages.ts';
import { type Frequencies, infoOf, wageSlot } from '../features/frequencies.ts';
import {
  dateLevel,
  evidenceFlag,
  kpjLevel,
  nameLevel,
  nikLevel,
  packEvidence,
  placeLevel,
  sexLevel,
  wageLevel,
} from '../features/levels.ts';
import { callNameOf, callNameSteps, type Prepared, rowFlag } from '../features/prepared.ts';
import { field, infoScale, recordSize, writeRecord } from '../features/row-record.ts';
import { dateSlot } from '../normalise/dates.ts';
import type { Lexicon } from '../normalise/lexicon.ts';
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
  /** Weighs left row l against right row r. */
  readonly weigh: (l: number, r: number) => void;
  /**
   * Weighs two records, given with their places. Stops before the names when even equal names could not
   * lift the pair above `floor` bits, and returns false; true when it has at least `floor` bits.
   */
  readonly weighRecords: (
    l: Int32Array,
    lAt: number,
    r: Int32Array,
    rAt: number,
    floor: number,
  ) => boolean;
}

/** Bits against a pair whose two NIKs each fit their own, different birth date. */
const twoPeople = -12;
/** Two NIKs that each fit the same birth date and still differ by more than a slip. */
const twoNiks = -10.5;
/** A birth date wholly other, with no number to vouch for the pair: father and son of one name. */
const fatherAndSon = -6;

/** Bits from which a NIK that is not equal still vouches for names that agree in part. */
const vouchingNik = 6;

/** By step: log2 of the chance that a call name stands against another name. */
const callNameBits = Float64Array.from({ length: callNameSteps + 1 }, (_, step) =>
  Math.log2(Math.max(step, 0.5) / callNameSteps),
);

/** Equal wages say no more than this: many are set by group. */
const mostOfWage = 6;

interface State {
  readonly places: Lexicon;
  /** The two records in hand, and where they begin. */
  l: Int32Array;
  lAt: number;
  r: Int32Array;
  rAt: number;
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
  wage: number;
  flags: number;
  nikBits: number;
}

const flagsOf = (record: Int32Array, at: number): number => record[at + field.sexAndFlags]! >> 2;

function weighDate(s: State, bothNik: boolean): number {
  const a = s.l[s.lAt + field.date]!;
  const b = s.r[s.rAt + field.date]!;
  s.date = dateLevel.missing;
  if (a === 0 || b === 0) return 0;
  const derived = (flagsOf(s.l, s.lAt) | flagsOf(s.r, s.rAt)) & rowFlag.dateFromNik;
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

function weighSex(s: State, bothNik: boolean): number {
  const a = s.l[s.lAt + field.sexAndFlags]! & 3;
  const b = s.r[s.rAt + field.sexAndFlags]! & 3;
  s.sex = sexLevel.missing;
  if (a === 0 || b === 0) return 0;
  const derived = (flagsOf(s.l, s.lAt) | flagsOf(s.r, s.rAt)) & rowFlag.sexFromNik;
  if (derived !== 0) {
    if (bothNik) return 0;
    s.flags |= evidenceFlag.sexFromNik;
  }
  s.sex = a === b ? sexLevel.same : sexLevel.differs;
  return s.w.sex[s.sex]!;
}

function weighDistrict(s: State, bothNik: boolean, hasVillages: boolean): number {
  const a = s.l[s.lAt + field.area]!;
  const b = s.r[s.rAt + field.area]!;
  const same = hasVillages ? placeLevel.district : placeLevel.onlyDistrict;
  const other = hasVillages ? placeLevel.differs : placeLevel.districtDiffers;
  s.place = hasVillages ? placeLevel.differs : placeLevel.missing;
  if (a === 0 || b === 0 || bothNik) return hasVillages ? s.w.place[placeLevel.differs]! : 0;
  s.place = a === b ? same : other;
  s.flags |= evidenceFlag.districtFromNik;
  if (a !== b || hasVillages) return s.w.place[s.place]!;
  return s.w.place[same]! + (s.f.areaInfo.get(a) ?? s.f.meanAreaInfo);
}

function weighPlace(s: State, bothNik: boolean): number {
  const a = s.l[s.lAt + field.village]!;
  const b = s.r[s.rAt + field.village]!;
  if (a < 0 || b < 0) return weighDistrict(s, bothNik, false);
  if (a === b) {
    s.place = placeLevel.village;
    return s.w.place[placeLevel.village]! + s.f.villageInfo[a]!;
  }
  if (isMisspelt(s.places, a, b)) {
    s.place = placeLevel.villageSpelling;
    return s.w.place[placeLevel.villageSpelling]!;
  }
  return weighDistrict(s, bothNik, true);
}

/** A day 40 apart, all else equal: not a slip but a woman and a man born on one day in one district. */
function isOtherSexOfOneDay({ l, lAt, r, rAt }: State): boolean {
  const days = (l[lAt + field.nikHi]! % 100) - (r[rAt + field.nikHi]! % 100);
  return Math.abs(days) === 40 && l[lAt + field.nikLo] === r[rAt + field.nikLo];
}

/** Chance, in bits, that the birth-date parts of two people's NIKs stand as they do, given their dates. */
function datePartBits(s: State, equal: boolean): number {
  if (s.date === dateLevel.exact) return equal ? -0.05 : -9;
  if (s.date === dateLevel.missing) return equal ? -s.f.meanDateInfo : -s.f.meanDateInfo + 4;
  if (equal) return -s.f.meanDateInfo;
  return s.date === dateLevel.near || s.date === dateLevel.onePart ? -0.7 : -s.f.meanDateInfo + 4;
}

/** Chance, in bits, that two people have one area, given their villages. */
function sameAreaBits(s: State): number {
  const isNear = s.place === placeLevel.village || s.place === placeLevel.villageSpelling;
  return isNear ? Math.log2(s.f.areaGivenVillage) : -s.f.meanAreaInfo;
}

/**
 * log2 of how much likelier two different values are as one value and a slip of it than as two people's own:
 * (1/ways)(1/f(a) + 1/f(b)). A slip mostly makes a value nobody has; a neighbour has a common one.
 */
function slipRatio(infoA: number, infoB: number, ways: number): number {
  return Math.log2((2 ** infoA + 2 ** infoB) / ways);
}

/** Slips a clerk can make in the four digits of a serial and the six of an area, swaps included. */
const serialSlips = 39;
const areaSlips = 59;

const areaBits = (s: State, area: number): number =>
  s.f.areaInfo.get(area) ?? s.f.meanAreaInfo + 12;

/** log2(m/u) of two 16-digit NIKs of which one part differs by a slip, or that both end in 0. */
function weighNikParts(s: State): number {
  const aHi = s.l[s.lAt + field.nikHi]!;
  const bHi = s.r[s.rAt + field.nikHi]!;
  const aLo = s.l[s.lAt + field.nikLo]!;
  const bLo = s.r[s.rAt + field.nikLo]!;
  const aArea = Math.floor(aHi / 100);
  const bArea = Math.floor(bHi / 100);
  const sameDate = aHi % 100 === bHi % 100 && Math.floor(aLo / 10000) === Math.floor(bLo / 10000);
  const sameSerialBits = Math.log2(s.f.serialSame);
  const m = s.w.nik[s.nik]!;
  const dateBits = datePartBits(s, sameDate);
  if (aArea !== bArea) {
    const slip = slipRatio(areaBits(s, aArea), areaBits(s, bArea), areaSlips);
    return s.nik === nikLevel.oneDigit ? m + slip - dateBits - sameSerialBits : m + 4;
  }
  const chance = sameAreaBits(s) + dateBits;
  const aSerial = s.f.serialInfo[aLo % 10000]!;
  const bSerial = s.f.serialInfo[bLo % 10000]!;
  switch (s.nik) {
    case nikLevel.exactRounded:
      return Math.min(s.w.nik[nikLevel.exact]!, -Math.log2(s.f.bothEndInZero) - chance);
    case nikLevel.lostDigit:
      return m - chance + (aLo % 10 === 0 ? aSerial : bSerial);
    case nikLevel.serialDigit:
      return m - chance + slipRatio(aSerial, bSerial, serialSlips);
    case nikLevel.sameAreaDate:
      return Math.min(-1, m - chance);
    case nikLevel.twoDigits:
      return Math.min(8, m - chance - (aSerial === bSerial ? sameSerialBits : 0) - 4);
    default:
      return m - chance - sameSerialBits;
  }
}

function weighNik(s: State): number {
  const { l, lAt, r, rAt } = s;
  const kindA = l[lAt + field.nikKind]!;
  const kindB = r[rAt + field.nikKind]!;
  s.nik = compareNiks(
    kindA,
    l[lAt + field.nikHi]! >>> 0,
    l[lAt + field.nikLo]! >>> 0,
    kindB,
    r[rAt + field.nikHi]! >>> 0,
    r[rAt + field.nikLo]! >>> 0,
  );
  if (s.nik === nikLevel.missing) return 0;
  if (s.nik === nikLevel.oneDigit && s.sex !== sexLevel.same && isOtherSexOfOneDay(s)) {
    s.nik = nikLevel.sameAreaDate;
  }
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
      return weighNikParts(s);
  }
}

/** Rule a: what two NIKs that fit their own birth dates say about two different people. */
function selfConsistencyBits(s: State, nikBits: number): number {
  const both = flagsOf(s.l, s.lAt) & flagsOf(s.r, s.rAt) & rowFlag.selfConsistent;
  if (both === 0 || s.nik === nikLevel.exact || s.nik === nikLevel.exactRounded) return nikBits;
  if (s.date !== dateLevel.exact) {
    s.flags |= evidenceFlag.selfConsistent;
    if (s.kpj !== kpjLevel.exact) s.flags |= evidenceFlag.lookOnly;
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
  const isEqualNumber = s.nik === nikLevel.exact || s.kpj === kpjLevel.exact;
  const isRelativeNik =
    s.nik === nikLevel.sameAreaDate || (s.nik === nikLevel.serialDigit && s.nikBits < 0);
  if (isRelativeNik && s.name > nameLevel.spacing) {
    s.flags |= evidenceFlag.familyGuard;
    if (!isEqualNumber) s.flags |= evidenceFlag.lookOnly;
    total = bits + Math.min(0, nameBits);
  }
  const isNearNumber = s.name === nameLevel.partial && s.nikBits >= vouchingNik;
  if (s.name >= nameLevel.partial && !isEqualNumber && !isNearNumber) {
    s.flags |= evidenceFlag.familyGuard | evidenceFlag.lookOnly;
  }
  if (hasVouchingNumber(s)) {
    const isOther = s.date === dateLevel.twoParts || s.date === dateLevel.differs;
    if (s.name >= nameLevel.partial && isOther) s.flags |= evidenceFlag.contradiction;
    return total;
  }
  if (s.date === dateLevel.differs || s.date === dateLevel.twoParts) total += fatherAndSon;
  const isOtherNumberAndSex = s.nik === nikLevel.differs && s.sex === sexLevel.differs;
  if (s.date === dateLevel.differs || isOtherNumberAndSex) s.flags |= evidenceFlag.lookOnly;
  return total;
}

function weighWage(s: State): number {
  const a = s.l[s.lAt + field.wage]! >>> 0;
  const b = s.r[s.rAt + field.wage]! >>> 0;
  s.wage = wageLevel.missing;
  if (a === 0 || b === 0 || !s.w.usesWage) return 0;
  s.wage = compareWages(a, b);
  if (s.wage !== wageLevel.same) return s.w.wage[s.wage]!;
  return Math.min(
    mostOfWage,
    s.w.wage[wageLevel.same]! + infoOf(s.f.wages[wageSlot(a)]!, s.f.wageTotal, 100),
  );
}

function weighKpj(s: State): number {
  const { l, lAt, r, rAt } = s;
  s.kpj = compareKpjs(
    l[lAt + field.kpjKind]!,
    l[lAt + field.kpjHi]! >>> 0,
    l[lAt + field.kpjLo]! >>> 0,
    r[rAt + field.kpjKind]!,
    r[rAt + field.kpjHi]! >>> 0,
    r[rAt + field.kpjLo]! >>> 0,
  );
  return s.w.kpj[s.kpj]!;
}

/** Bits of two names that have nothing in common: next to none where one is a call name. */
function otherNameBits(s: State): number {
  const a = callNameOf(flagsOf(s.l, s.lAt));
  const b = callNameOf(flagsOf(s.r, s.rAt));
  return a === 0 && b === 0 ? s.names.result.bits : callNameBits[Math.max(a, b)]!;
}

function weighPair(s: State, floor: number): boolean {
  const { l, lAt, r, rAt, names, score } = s;
  s.flags = 0;
  const bothNik = l[lAt + field.nikKind] === idKind.nik && r[rAt + field.nikKind] === idKind.nik;
  const infoL = l[lAt + field.nameInfo]! / infoScale;
  const infoR = r[rAt + field.nameInfo]! / infoScale;
  const nameRoom = Math.min(infoL, infoR) + 1;
  const dateBits = weighDate(s, bothNik);
  let bits = dateBits + weighPlace(s, bothNik) + weighSex(s, bothNik) + weighKpj(s) + weighWage(s);
  s.nikBits = selfConsistencyBits(s, weighNik(s));
  bits += s.nikBits;
  if (bits + nameRoom < floor) return false;
  compareNames(names, l, lAt, r, rAt, infoL, infoR);
  s.name = names.result.level;
  score.nameBits = s.name === nameLevel.differs ? otherNameBits(s) : names.result.bits;
  score.dateBits = dateBits;
  score.bits = applyRules(s, bits, score.nameBits);
  score.evidence = packEvidence(s.nik, s.kpj, s.name, s.date, s.sex, s.place, s.wage) | s.flags;
  return score.bits >= floor;
}

/** Makes a scorer for two prepared sides that share lexicons. */
export function createScorer(left: Prepared, right: Prepared, f: Frequencies, w: Weights): Scorer {
  const score: PairScore = { bits: 0, evidence: 0, nameBits: 0, dateBits: 0 };
  const leftRecord = new Int32Array(recordSize);
  const rightRecord = new Int32Array(recordSize);
  const s: State = {
    places: left.side.places,
    l: leftRecord,
    lAt: 0,
    r: rightRecord,
    rAt: 0,
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
    wage: 0,
    flags: 0,
    nikBits: 0,
  };

  const weighRecords: Scorer['weighRecords'] = (l, lAt, r, rAt, floor) => {
    s.l = l;
    s.lAt = lAt;
    s.r = r;
    s.rAt = rAt;
    return weighPair(s, floor);
  };

  function weigh(l: number, r: number): void {
    writeRecord(left, l, leftRecord, 0);
    writeRecord(right, r, rightRecord, 0);
    weighRecords(leftRecord, 0, rightRecord, 0, Number.NEGATIVE_INFINITY);
  }

  return { score, weigh, weighRecords };
}
