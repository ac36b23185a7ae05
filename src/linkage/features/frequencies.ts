/**
 * How common things are: whole names, words, dates, villages, areas, serials, over both sides together.
 * Information is −log2 of the chance that another person has the value, leaving the pair itself out of
 * the count; a small background count keeps tiny files from claiming more than they can know.
 */

import { mix } from '../hash.ts';
import { dateSlot, dateSlots } from '../normalise/dates.ts';
import type { Lexicon } from '../normalise/lexicon.ts';
import { nikSerial } from '../normalise/nik-facts.ts';
import { idKind } from '../normalise/number-id.ts';
import { noPoll } from '../poll.ts';
import { isMisspelt } from './compare-places.ts';
import { countOf, countUp, newCountTable } from './count-table.ts';
import type { Prepared } from './prepared.ts';

/** Frequencies of a run, all in bits of information unless said otherwise. */
export interface Frequencies {
  readonly rows: number;
  /** By word number. */
  readonly wordInfo: Float32Array;
  /** By `dateSlot`. */
  readonly dateInfo: Float32Array;
  /** Bits of an average date: −log2 of the chance that two people share one. */
  readonly meanDateInfo: number;
  /** By village word number. */
  readonly villageInfo: Float32Array;
  readonly meanVillageInfo: number;
  /** Chance that two people's villages look like one misspelt. */
  readonly villageNear: number;
  /** Information of a district area. */
  readonly areaInfo: ReadonlyMap<number, number>;
  readonly meanAreaInfo: number;
  /** Chance that two people of one village have the same area. */
  readonly areaGivenVillage: number;
  /** Information of a serial, 0…9999: 0001 is common (38 %), 0501 is rare. */
  readonly serialInfo: Float32Array;
  /** Chance that two serials are equal. */
  readonly serialSame: number;
  /** Chance that the NIKs of both rows of a pair end in 0. */
  readonly bothEndInZero: number;
  /** Counts of wages by `wageSlot`, and the chances that two people's are equal or near. */
  readonly wages: Uint32Array;
  readonly wageTotal: number;
  readonly wageSame: number;
  readonly wageNear: number;
  /** Chance that two people have the same sex. */
  readonly sameSex: number;
}

const backgroundName = 10_000;
const backgroundWord = 5_000;
const backgroundDate = 8_000;
const backgroundPlace = 25;
const backgroundSerial = 200;

/** −log2 of a smoothed share with one value of each side left out. */
export function infoOf(count: number, total: number, background: number): number {
  return Math.log2((total + background) / (Math.max(0, count - 2) + 0.5));
}

function nameInformation(sides: readonly Prepared[], rows: number): void {
  const table = newCountTable(rows);
  for (const { side } of sides)
    for (let i = 0; i < side.rows; i++) countUp(table, side.nameKey[i]!);
  for (const { side, nameInfo } of sides) {
    for (let i = 0; i < side.rows; i++) {
      nameInfo[i] = infoOf(countOf(table, side.nameKey[i]!), rows, backgroundName);
    }
  }
}

function wordInformation(sides: readonly Prepared[], rows: number): Float32Array {
  const { lexicon } = sides[0]!.side;
  const byFold = newCountTable(lexicon.size);
  const perWord = new Uint32Array(lexicon.size);
  for (const { side } of sides) for (const word of side.words) perWord[word]!++;
  const table = byFold.counts;
  for (let word = 0; word < lexicon.size; word++) {
    const key = lexicon.fold[word]!;
    countUp(byFold, key);
    let at = key & byFold.mask;
    while (byFold.keys[at] !== key) at = (at + 1) & byFold.mask;
    table[at]! += perWord[word]! - 1;
  }
  const info = new Float32Array(lexicon.size);
  for (let word = 0; word < lexicon.size; word++) {
    info[word] = infoOf(countOf(byFold, lexicon.fold[word]!), rows, backgroundWord);
  }
  return info;
}

/** −log2 of Σ share², the chance that two values drawn at random agree. */
function collisionInfo(counts: Iterable<number>, floor: number): number {
  let total = 0;
  let same = 0;
  for (const count of counts) {
    total += count;
    same += count * Math.max(0, count - 2);
  }
  return -Math.log2((same + 1) / (total * total + floor));
}

function dateInformation(sides: readonly Prepared[]) {
  const counts = new Float64Array(dateSlots);
  let known = 0;
  for (const { date } of sides) {
    for (const value of date) {
      if (value === 0) continue;
      counts[dateSlot(value)]!++;
      known++;
    }
  }
  const info = new Float32Array(dateSlots);
  for (let i = 0; i < dateSlots; i++) info[i] = infoOf(counts[i]!, known, backgroundDate);
  return { info, mean: collisionInfo(counts, backgroundDate) };
}

function villageInformation(sides: readonly Prepared[]) {
  const { places } = sides[0]!.side;
  const counts = new Float64Array(places.size);
  let known = 0;
  for (const { side } of sides) {
    for (const village of side.village) {
      if (village < 0) continue;
      counts[village]!++;
      known++;
    }
  }
  const info = new Float32Array(places.size);
  for (let i = 0; i < places.size; i++) info[i] = infoOf(counts[i]!, known, backgroundPlace);
  const near = misspellingChance(places, counts, known);
  return { info, mean: collisionInfo(counts, backgroundPlace), near };
}

/** Villages compared for likeness; the smaller ones hardly count. */
const largestVillages = 400;

function misspellingChance(places: Lexicon, counts: Float64Array, known: number): number {
  const order = Array.from(counts, (_, village) => village);
  order.sort((a, b) => counts[b]! - counts[a]! || places.fold[a]! - places.fold[b]!);
  const top = order.slice(0, largestVillages);
  let pairs = 0;
  for (const a of top) {
    for (const b of top)
      if (a < b && isMisspelt(places, a, b)) pairs += 2 * counts[a]! * counts[b]!;
  }
  return (pairs + 1) / (known * known + 3000);
}

/** Slots of the wage counts; wages that share one only look more common than they are. */
const wageSlots = 1 << 16;

/** Slot of a wage in `Frequencies.wages`. */
export function wageSlot(wage: number): number {
  return mix(wage) & (wageSlots - 1);
}

function wageChances(sides: readonly Prepared[]) {
  const counts = new Uint32Array(wageSlots);
  const sample: number[] = [];
  let total = 0;
  for (const { side } of sides) {
    const every = Math.max(1, side.rows >> 11);
    for (let i = 0; i < side.rows; i++) {
      const wage = side.wage[i]!;
      if (wage === 0) continue;
      total++;
      counts[wageSlot(wage)]!++;
      if (sample.length < 4000 && mix(side.nameKey[i]!) % every === 0) sample.push(wage);
    }
  }
  let same = 0;
  for (const count of counts) same += count * Math.max(0, count - 2);
  sample.sort((a, b) => a - b);
  let near = 1;
  for (let i = 0; i < sample.length; i++) {
    for (let j = i + 1; j < sample.length && sample[j]! * 9 <= sample[i]! * 10; j++) {
      if (sample[j] !== sample[i]) near++;
    }
  }
  const pairs = (sample.length * (sample.length - 1)) / 2 + 10;
  return { counts, total, same: (same + 10) / (total * total + 100), near: near / pairs };
}

function areaInformation(sides: readonly Prepared[]) {
  const counts = new Map<number, number>();
  const byVillage = new Map<number, number>();
  const villages = new Map<number, number>();
  let known = 0;
  const add = (map: Map<number, number>, key: number): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const { side, area } of sides) {
    for (let i = 0; i < side.rows; i++) {
      if (area[i] === 0) continue;
      add(counts, area[i]!);
      known++;
      const village = side.village[i]!;
      if (village < 0) continue;
      add(byVillage, village * 1e6 + area[i]!);
      add(villages, village);
    }
  }
  const info = new Map<number, number>();
  for (const [area, count] of counts) info.set(area, infoOf(count, known, backgroundPlace));
  const pairs = (map: Map<number, number>): number =>
    [...map.values()].reduce((sum, c) => sum + c * (c - 1), 0);
  return {
    info,
    mean: collisionInfo(counts.values(), backgroundPlace),
    givenVillage: (pairs(byVillage) + 6) / (pairs(villages) + 10),
  };
}

function serialFrequencies(sides: readonly Prepared[]) {
  const counts = new Float64Array(10_000);
  let total = 0;
  let bothEndInZero = 1;
  for (const { side } of sides) {
    let known = 0;
    let zeros = 0;
    for (let i = 0; i < side.rows; i++) {
      if (side.nikKind[i] !== idKind.nik) continue;
      const serial = nikSerial(side.nikLo[i]!);
      counts[serial]!++;
      known++;
      if (serial % 10 === 0) zeros++;
    }
    bothEndInZero *= (zeros + 1) / (known + 50);
    total += known;
  }
  const info = new Float32Array(10_000);
  let same = 0;
  for (let serial = 0; serial < 10_000; serial++) {
    info[serial] = infoOf(counts[serial]!, total, backgroundSerial);
    same += counts[serial]! ** 2;
  }
  return { info, same: (same + 20) / (total * total + 100), bothEndInZero };
}

function sameSexChance(sides: readonly Prepared[]): number {
  const counts = [0, 1, 1];
  for (const { sex } of sides) for (const value of sex) counts[value]!++;
  const men = counts[1]! / (counts[1]! + counts[2]!);
  return men * men + (1 - men) * (1 - men);
}

/** Counts both sides; also fills `nameInfo` of each. */
export function measureFrequencies(left: Prepared, right: Prepared, poll = noPoll): Frequencies {
  const sides = [left, right];
  const rows = left.side.rows + right.side.rows;
  nameInformation(sides, rows);
  poll();
  const date = dateInformation(sides);
  const village = villageInformation(sides);
  poll();
  const area = areaInformation(sides);
  poll();
  const serial = serialFrequencies(sides);
  const wage = wageChances(sides);
  poll();
  return {
    rows,
    wordInfo: wordInformation(sides, rows),
    dateInfo: date.info,
    meanDateInfo: date.mean,
    villageInfo: village.info,
    meanVillageInfo: village.mean,
    villageNear: village.near,
    areaInfo: area.info,
    meanAreaInfo: area.mean,
    areaGivenVillage: area.givenVillage,
    serialInfo: serial.info,
    serialSame: serial.same,
    bothEndInZero: serial.bothEndInZero,
    wages: wage.counts,
    wageTotal: wage.total,
    wageSame: wage.same,
    wageNear: wage.near,
    sameSex: sameSexChance(sides),
  };
}
