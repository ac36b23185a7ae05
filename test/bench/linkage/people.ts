/** Synthetic people of one regency: NIK serials are 9xxx, names are drawn or put together. */
import {
  endsMen,
  endsWomen,
  heads,
  lastWords,
  lastWordsWomen,
  menFirst,
  middles,
  placeHeads,
  placeTails,
  womenFirst,
} from './name-lists.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly nik: string;
  readonly kpj: string;
  readonly name: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly sex: 'L' | 'P';
  readonly village: number;
  readonly wage: number;
}

export interface Village {
  readonly name: string;
  readonly area: string;
  /** Carefulness of its clerk: error rates are multiplied by it. */
  readonly quality: number;
}

const districts = 20;

/** About 300 villages in 20 districts; a few village names occur twice. */
export function makeVillages(random: Random): readonly Village[] {
  const villages: Village[] = [];
  for (let i = 0; i < 300; i++) {
    const area = `3329${String(1 + (i % districts)).padStart(2, '0')}`;
    const quality = 0.3 + 2.2 * random.next() ** 2.2;
    villages.push({ name: random.pick(placeHeads) + random.pick(placeTails), area, quality });
  }
  return villages;
}

function composed(random: Random, sex: 'L' | 'P'): string {
  const end = random.pick(sex === 'L' ? endsMen : endsWomen);
  const middle = random.chance(0.6) ? random.pick(middles) : '';
  return (random.pick(heads) + middle + end).replace(/(.)\1\1/g, '$1$1');
}

function makeName(random: Random, sex: 'L' | 'P'): string {
  const first = random.chance(0.36)
    ? composed(random, sex)
    : random.zipf(sex === 'L' ? menFirst : womenFirst);
  const size = random.next();
  if (size < 0.3 && first.length > 3) return first;
  const rest = (): string =>
    random.chance(0.45)
      ? composed(random, sex)
      : random.zipf(sex === 'L' ? lastWords : lastWordsWomen);
  if (size < 0.78) return `${first} ${rest()}`;
  const middle = random.zipf(sex === 'L' ? menFirst : womenFirst);
  return size < 0.96 ? `${first} ${middle} ${rest()}` : `${first} ${middle} ${rest()} ${rest()}`;
}

const heaped: readonly (readonly [number, number, number])[] = [
  [7, 1, 0.009],
  [12, 31, 0.007],
  [1, 1, 0.006],
  [5, 5, 0.003],
  [8, 17, 0.003],
];

function makeDate(random: Random): { year: number; month: number; day: number } {
  const year = 1955 + Math.floor((random.next() + random.next()) * 26.5);
  for (const [month, day, share] of heaped) if (random.chance(share)) return { year, month, day };
  const month = 1 + random.int(12);
  return { year, month, day: 1 + random.int(month === 2 ? 28 : 30) };
}

const two = (n: number): string => String(n).padStart(2, '0');

function makeNik(
  random: Random,
  used: Set<string>,
  area: string,
  p: Omit<Person, 'nik' | 'kpj'>,
): string {
  const home = random.chance(0.86)
    ? area
    : `33${two(1 + random.int(30))}${two(1 + random.int(20))}`;
  const day = p.sex === 'P' ? p.day + 40 : p.day;
  const head = home + two(day) + two(p.month) + two(p.year % 100);
  let serial = 9001;
  while (serial < 9999 && random.chance(0.6)) serial++;
  while (used.has(head + serial)) serial = serial === 9999 ? 9001 : serial + 1;
  used.add(head + serial);
  return head + serial;
}

function makeRelative(
  random: Random,
  of: Person,
  villages: readonly Village[],
): Omit<Person, 'nik' | 'kpj'> {
  const sex = random.chance(0.5) ? 'L' : 'P';
  const fathers = of.name.split(' ').at(-1) ?? of.name;
  const own = makeName(random, sex);
  const name = random.chance(0.3) ? `${own.split(' ')[0]} ${fathers}` : own;
  const isTwin = random.chance(0.036);
  const date = isTwin ? { year: of.year, month: of.month, day: of.day } : makeDate(random);
  const isNamesake = of.sex === 'L' && sex === 'L' && random.chance(0.01);
  return {
    name: isNamesake ? of.name : name,
    ...date,
    sex: isTwin ? of.sex : sex,
    village: random.chance(0.9) ? of.village : random.int(villages.length),
    wage: makeWage(random),
  };
}

const wages = [1_000_000, 1_200_000, 1_500_000, 2_000_000, 2_100_000, 2_400_000, 2_750_000];

function makeWage(random: Random): number {
  return random.chance(0.7) ? random.zipf(wages) : 800_000 + 5_000 * random.int(600);
}

/** Makes `count` people, deterministic for a seed. */
export function makePeople(random: Random, count: number, villages: readonly Village[]): Person[] {
  const people: Person[] = [];
  const used = new Set<string>();
  let kpj = 11_000_000_000 + random.int(1e9);
  for (let i = 0; i < count; i++) {
    const other = people[i - 1];
    const bare =
      other !== undefined && random.chance(0.22)
        ? makeRelative(random, other, villages)
        : freshPerson(random, villages);
    kpj += random.chance(0.9) ? 1 + random.int(20) : random.int(40_000);
    const nik = makeNik(random, used, villages[bare.village]!.area, bare);
    people.push({ ...bare, nik, kpj: String(kpj) });
  }
  return people;
}

function freshPerson(random: Random, villages: readonly Village[]): Omit<Person, 'nik' | 'kpj'> {
  const sex = random.chance(0.55) ? 'L' : 'P';
  return {
    name: makeName(random, sex),
    ...makeDate(random),
    sex,
    village: random.int(villages.length),
    wage: makeWage(random),
  };
}
