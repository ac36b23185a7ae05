/** Weights in bits, log2(m/u), made once from the chances and the frequencies of a run. */

import type { Frequencies } from '../features/frequencies.ts';
import {
  dateLevel,
  dateLevels,
  kpjLevel,
  nameLevel,
  nameLevels,
  nikLevel,
  nikLevels,
  placeLevel,
  placeLevels,
  sexLevels,
  wageLevel,
  wageLevels,
} from '../features/levels.ts';
import { type MatchChances, startingChances } from './model.ts';

/** Tables by level. Values that depend on the row's own rarity are added by the scorer. */
export interface Weights {
  /** log2(m/u) beyond the name's information. */
  readonly name: Float64Array;
  /** `exact` is log2(m) alone: the date's own information is added. */
  readonly date: Float64Array;
  /** log2(m) alone: u depends on date and place, see the scorer. `exact` is complete. */
  readonly nik: Float64Array;
  /** For ids that are not NIKs: complete. */
  readonly otherId: Float64Array;
  readonly kpj: Float64Array;
  readonly sex: Float64Array;
  /** `village` and the two same-district levels are log2(m) alone: the place's own information is added. */
  readonly place: Float64Array;
  /** `same` is log2(m) alone: the wage's own information is added. */
  readonly wage: Float64Array;
  /** False until the run's own sure pairs have shown what wages say. */
  readonly usesWage: boolean;
}

const clip = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Share of each name level among different people who have the same folded name. */
const sameNameByChance = {
  [nameLevel.exact]: 0.78,
  [nameLevel.spelling]: 0.2,
  [nameLevel.order]: 0.02,
  [nameLevel.spacing]: 0.03,
} as const;

function nameWeights(m: Float64Array): Float64Array {
  const out = new Float64Array(nameLevels);
  for (let level = 1; level < nameLevels; level++) {
    const chance = sameNameByChance[level as keyof typeof sameNameByChance];
    out[level] =
      chance === undefined
        ? clip(Math.log2(m[level]! / startingChances.name[level]!), -3, 2)
        : Math.log2(m[level]! / chance);
  }
  out[nameLevel.differs] = clip(Math.log2(m[nameLevel.differs]! / 0.98), -12, -4);
  return out;
}

function dateWeights(m: Float64Array, meanInfo: number): Float64Array {
  const out = new Float64Array(dateLevels);
  const common = 2 ** -meanInfo;
  const chance = [
    1,
    1,
    common,
    Math.min(0.01, 22 * common),
    Math.min(0.02, 70 * common),
    0.0015,
    0.03,
    0.96,
  ];
  for (let level = 1; level < dateLevels; level++) {
    out[level] = Math.log2(m[level]! / chance[level]!);
  }
  out[dateLevel.twoParts] = clip(out[dateLevel.twoParts]!, -8, -1.5);
  out[dateLevel.differs] = clip(out[dateLevel.differs]!, -13, -4);
  return out;
}

function numberWeights(
  m: Float64Array,
  exact: number,
  near: number,
  differs: number,
  rows: number,
) {
  const out = new Float64Array(m.length);
  out[exact] = Math.log2(rows * m[exact]!) + 7.5;
  out[near] = clip(Math.log2(m[near]! / 2e-5), 0, 10);
  out[differs] = clip(Math.log2(m[differs]!), -9, -1);
  return out;
}

function otherIdWeights(m: Float64Array, rows: number): Float64Array {
  const out = new Float64Array(nikLevels);
  out[nikLevel.exact] = Math.log2(rows * m[nikLevel.exact]!) + 6;
  out[nikLevel.oneDigit] = clip(Math.log2((m[nikLevel.oneDigit]! + 0.01) / 1e-4), 0, 9);
  out[nikLevel.length] = 6;
  out[nikLevel.differs] = clip(Math.log2(m[nikLevel.differs]!), -9, -1);
  return out;
}

function placeWeights(m: Float64Array, f: Frequencies): Float64Array {
  const out = new Float64Array(placeLevels);
  const village = 2 ** -f.meanVillageInfo;
  const area = 2 ** -f.meanAreaInfo;
  out[placeLevel.village] = Math.log2(m[placeLevel.village]!);
  out[placeLevel.villageSpelling] = Math.log2(m[placeLevel.villageSpelling]! / f.villageNear);
  out[placeLevel.district] = Math.log2(m[placeLevel.district]! / area);
  out[placeLevel.differs] = Math.log2(m[placeLevel.differs]! / (1 - village));
  out[placeLevel.onlyDistrict] = Math.log2(m[placeLevel.onlyDistrict]!);
  out[placeLevel.districtDiffers] = Math.log2(m[placeLevel.districtDiffers]! / (1 - area));
  for (let level = 1; level < placeLevels; level++) out[level] = clip(out[level]!, -7, 9);
  return out;
}

function wageWeights(m: Float64Array, f: Frequencies): Float64Array {
  const out = new Float64Array(wageLevels);
  out[wageLevel.same] = Math.log2(m[wageLevel.same]!);
  out[wageLevel.near] = clip(Math.log2(m[wageLevel.near]! / f.wageNear), -2, 2);
  const differs = Math.max(0.05, 1 - f.wageSame - f.wageNear);
  out[wageLevel.differs] = clip(Math.log2(m[wageLevel.differs]! / differs), -4, 1);
  return out;
}

/** Builds all tables. `rows` is the size of the larger side. */
export function buildWeights(
  m: MatchChances,
  f: Frequencies,
  rows: number,
  knowsWages = false,
): Weights {
  const nik = new Float64Array(nikLevels);
  for (let level = 1; level < nikLevels; level++) nik[level] = Math.log2(m.nik[level]!);
  nik[nikLevel.exact] = Math.log2(rows * m.nik[nikLevel.exact]!) + 7.5;
  const sex = new Float64Array(sexLevels);
  sex[1] = Math.log2(m.sex[1]! / f.sameSex);
  sex[2] = clip(Math.log2(m.sex[2]! / (1 - f.sameSex)), -8, 0);
  return {
    name: nameWeights(m.name),
    date: dateWeights(m.date, f.meanDateInfo),
    nik,
    otherId: otherIdWeights(m.nik, rows),
    kpj: numberWeights(m.kpj, kpjLevel.exact, kpjLevel.oneDigit, kpjLevel.differs, rows),
    sex,
    place: placeWeights(m.place, f),
    wage: wageWeights(m.wage, f),
    usesWage: knowsWages,
  };
}
