/**
 * Chances of each level among true pairs (m), to start from and as measured on a run's own sure pairs.
 * The starting values follow the error rates reported for Indonesian registers (DTKS, BPK, Dukcapil
 * matching); they weigh as much as 60 pairs, so a run without sure pairs still works.
 */
import {
  dateLevel,
  dateLevels,
  kpjLevel,
  kpjLevels,
  nameLevel,
  nameLevels,
  nikLevel,
  nikLevels,
  placeLevel,
  placeLevels,
  sexLevels,
  wageLevels,
} from '../features/levels.ts';

/** Chance of each level given a true pair with the field known on both sides; each row sums to about 1. */
export interface MatchChances {
  readonly name: Float64Array;
  readonly date: Float64Array;
  readonly nik: Float64Array;
  readonly kpj: Float64Array;
  readonly sex: Float64Array;
  readonly place: Float64Array;
  readonly wage: Float64Array;
}

/** Level counts of sure pairs, per field. */
export type LevelCounts = MatchChances;

/** Empty counts. */
export function newLevelCounts(): LevelCounts {
  return {
    name: new Float64Array(nameLevels),
    date: new Float64Array(dateLevels),
    nik: new Float64Array(nikLevels),
    kpj: new Float64Array(kpjLevels),
    sex: new Float64Array(sexLevels),
    place: new Float64Array(placeLevels),
    wage: new Float64Array(wageLevels),
  };
}

function table(size: number, values: Readonly<Record<number, number>>): Float64Array {
  const out = new Float64Array(size);
  for (const [level, value] of Object.entries(values)) out[Number(level)] = value;
  return out;
}

/** Starting values. */
export const startingChances: MatchChances = {
  name: table(nameLevels, {
    [nameLevel.exact]: 0.78,
    [nameLevel.spelling]: 0.07,
    [nameLevel.order]: 0.006,
    [nameLevel.spacing]: 0.02,
    [nameLevel.subset]: 0.035,
    [nameLevel.initial]: 0.025,
    [nameLevel.typo]: 0.05,
    [nameLevel.partial]: 0.009,
    [nameLevel.differs]: 0.005,
  }),
  date: table(dateLevels, {
    [dateLevel.exact]: 0.93,
    [dateLevel.swapped]: 0.014,
    [dateLevel.near]: 0.02,
    [dateLevel.onePart]: 0.014,
    [dateLevel.defaulted]: 0.012,
    [dateLevel.twoParts]: 0.004,
    [dateLevel.differs]: 0.006,
  }),
  nik: table(nikLevels, {
    [nikLevel.exact]: 0.91,
    [nikLevel.exactRounded]: 0.005,
    [nikLevel.oneDigit]: 0.014,
    [nikLevel.serialDigit]: 0.005,
    [nikLevel.lostDigit]: 0.02,
    [nikLevel.length]: 0.008,
    [nikLevel.scientific]: 0.005,
    [nikLevel.twoDigits]: 0.005,
    [nikLevel.sameAreaDate]: 0.0015,
    [nikLevel.differs]: 0.012,
  }),
  kpj: table(kpjLevels, {
    [kpjLevel.exact]: 0.95,
    [kpjLevel.oneDigit]: 0.02,
    [kpjLevel.differs]: 0.03,
  }),
  sex: table(sexLevels, { 1: 0.99, 2: 0.01 }),
  place: table(placeLevels, {
    [placeLevel.village]: 0.86,
    [placeLevel.villageSpelling]: 0.04,
    [placeLevel.district]: 0.04,
    [placeLevel.differs]: 0.06,
    [placeLevel.onlyDistrict]: 0.88,
    [placeLevel.districtDiffers]: 0.12,
  }),
  wage: table(wageLevels, { 1: 0.5, 2: 0.2, 3: 0.3 }),
};

const priorPairs = 60;

function blend(
  start: Float64Array,
  counts: Float64Array,
  from = 1,
  to = start.length,
): Float64Array {
  let total = 0;
  let share = 0;
  for (let level = from; level < to; level++) {
    total += counts[level]!;
    share += start[level]!;
  }
  const out = start.slice();
  for (let level = from; level < to; level++) {
    out[level] = (counts[level]! + (priorPairs * start[level]!) / share) / (total + priorPairs);
  }
  return out;
}

/** Starting values corrected by the counts of sure pairs. */
export function learnChances(counts: LevelCounts): MatchChances {
  const split = placeLevel.onlyDistrict;
  const villages = blend(startingChances.place, counts.place, 1, split);
  const place = blend(villages, counts.place, split);
  return {
    name: blend(startingChances.name, counts.name),
    date: blend(startingChances.date, counts.date),
    nik: blend(startingChances.nik, counts.nik),
    kpj: blend(startingChances.kpj, counts.kpj),
    sex: blend(startingChances.sex, counts.sex),
    place,
    wage: blend(startingChances.wage, counts.wage),
  };
}
