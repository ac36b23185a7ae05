/** Two lists of one synthetic regency, a roster and a BPJS export, and who on the one is who on the other. */
import {
  damageNik,
  type ErrorKind,
  mistype,
  type Noted,
  type Profile,
  profileRates,
  type Rates,
  writeName,
} from './errors.ts';
import { makePeople, makeVillages, type Person, type Village } from './people.ts';
import { createRandom, type Random } from './random.ts';

export interface Row {
  readonly person: number;
  readonly id: string;
  readonly nik: string;
  readonly kpj: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly village: string;
  readonly wage: string;
  readonly errors: ReadonlySet<ErrorKind>;
}

export interface GeneratorOptions {
  readonly rows: number;
  readonly profile: Profile;
  readonly seed: number;
  /** False leaves the export's village column empty. */
  readonly places?: boolean;
  /** False leaves both wage columns empty. */
  readonly wages?: boolean;
  readonly raise?: ErrorKind | undefined;
}

export interface Scene {
  readonly left: readonly Row[];
  readonly right: readonly Row[];
}

/** Share of the people who stand on each list; the rest have no partner. */
const coverage = 0.87;

const two = (n: number): string => String(n).padStart(2, '0');
const months =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  );

function writeDate(
  p: Person,
  r: Rates,
  q: number,
  random: Random,
  noted: Noted,
): string | undefined {
  let { year, month, day } = p;
  const hit = (kind: ErrorKind): boolean => {
    const isHit = random.chance(r[kind] * q);
    if (isHit) noted.add(kind);
    return isHit;
  };
  if (hit('dateMissing')) return undefined;
  if (day <= 12 && hit('dateSwapped')) [day, month] = [month, day];
  else if (hit('dateDay')) day = 1 + ((day + random.int(26)) % 28);
  if (hit('dateMonth')) month = 1 + ((month + random.int(11)) % 12);
  if (hit('dateYear')) year += random.pick([-10, -1, 1, 10, -2, 3]);
  if (hit('dateDefault'))
    [month, day] = random.pick([
      [1, 1],
      [7, 1],
      [12, 31],
    ] as const);
  if (month === 2 && day > 28) day = 28;
  return `${year}-${two(month)}-${two(Math.min(day, month === 12 ? 31 : 30))}`;
}

function rosterDate(iso: string | undefined, random: Random): string {
  if (iso === undefined) return '';
  const [year, month, day] = iso.split('-') as [string, string, string];
  if (random.chance(0.05)) return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
  return random.chance(0.5) ? `${day}-${month}-${year}` : `${day}/${month}/${year}`;
}

const nikKinds: readonly ErrorKind[] = [
  'nikSubstituted',
  'nikTransposed',
  'nikDigitLost',
  'nikDigitDoubled',
  'nikLastZero',
  'nikScientific',
  'nikTwoDigits',
  'nikZeros',
];

function writeNik(
  p: Person,
  relative: Person,
  r: Rates,
  q: number,
  random: Random,
  noted: Noted,
): string {
  if (random.chance(r.nikMissing >= 0.15 ? r.nikMissing : r.nikMissing * q)) {
    noted.add('nikMissing');
    return '';
  }
  if (random.chance(r.nikRelative * q)) {
    noted.add('nikRelative');
    return relative.nik;
  }
  for (const kind of nikKinds) {
    if (!random.chance(r[kind] * q)) continue;
    const nik = damageNik(p.nik, kind, random);
    if (nik !== p.nik) noted.add(kind);
    return nik;
  }
  return p.nik;
}

function writeVillage(
  p: Person,
  villages: readonly Village[],
  r: Rates,
  q: number,
  random: Random,
  noted: Noted,
): string {
  const hit = (kind: ErrorKind, factor: number): boolean => {
    const isHit = random.chance(r[kind] * factor);
    if (isHit) noted.add(kind);
    return isHit;
  };
  if (hit('villageMissing', 1)) return '';
  if (hit('villageOther', 1)) return random.pick(villages).name;
  const { name } = villages[p.village]!;
  return hit('villageMisspelt', q) ? mistype(name, random) : name;
}

function writeKpj(p: Person, r: Rates, random: Random, noted: Noted): string {
  if (random.chance(r.kpjMissing)) {
    noted.add('kpjMissing');
    return '';
  }
  if (random.chance(r.kpjSecond)) {
    noted.add('kpjSecond');
    return String(20_000_000_000 + random.int(2e9));
  }
  if (!random.chance(r.kpjWrong)) return p.kpj;
  noted.add('kpjWrong');
  const at = 2 + random.int(9);
  return (
    p.kpj.slice(0, at) +
    String((Number(p.kpj.charAt(at)) + 1 + random.int(9)) % 10) +
    p.kpj.slice(at + 1)
  );
}

interface SideSpec {
  readonly rates: Rates;
  readonly isRoster: boolean;
  readonly places: boolean;
  readonly wages: boolean;
  readonly prefix: string;
}

function writeRow(
  at: number,
  people: readonly Person[],
  villages: readonly Village[],
  spec: SideSpec,
  id: number,
  random: Random,
): Row {
  const p = people[at]!;
  const { rates, isRoster } = spec;
  const q = isRoster ? villages[p.village]!.quality : 1;
  const errors: Noted = new Set();
  const relative = people[at === 0 ? 1 : at - 1] ?? p;
  const nik = writeNik(p, relative, rates, q, random, errors);
  let name = writeName(p.name, rates, q, random, errors);
  if (isRoster && random.chance(0.35)) {
    name = name.toLowerCase().replace(/(^|[ .])\w/g, (letter) => letter.toUpperCase());
  }
  if (!isRoster) name = name.toUpperCase().slice(0, 30).trim();
  const iso = writeDate(p, rates, q, random, errors);
  const sexMissing = random.chance(rates.sexMissing);
  const sexWrong = random.chance(rates.sexWrong);
  if (sexWrong) errors.add('sexWrong');
  const sex = sexMissing ? '' : sexWrong === (p.sex === 'L') ? 'P' : 'L';
  const wageOther = random.chance(rates.wageOther);
  return {
    person: at,
    id: spec.prefix + id,
    nik: isRoster && random.chance(0.1) && nik !== '' ? `'${nik}` : nik,
    kpj: writeKpj(p, rates, random, errors),
    name,
    birthDate: isRoster ? rosterDate(iso, random) : (iso ?? ''),
    sex,
    village: spec.places ? writeVillage(p, villages, rates, q, random, errors) : '',
    wage: spec.wages ? String(wageOther ? Math.round(p.wage * 0.8) : p.wage) : '',
    errors,
  };
}

function writeSide(
  people: readonly Person[],
  villages: readonly Village[],
  spec: SideSpec,
  random: Random,
): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < people.length; at++) {
    if (!random.chance(coverage)) continue;
    rows.push(writeRow(at, people, villages, spec, rows.length + 1, random));
    if (random.chance(spec.rates.doubleRow)) {
      rows.push(writeRow(at, people, villages, spec, rows.length + 1, random));
    }
  }
  for (let i = rows.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
  }
  return rows;
}

/** Makes both lists; about `rows` rows each. */
export function generate(options: GeneratorOptions): Scene {
  const { wages = true } = options;
  const random = createRandom(options.seed);
  const villages = makeVillages(random);
  const people = makePeople(random, Math.round(options.rows / coverage), villages);
  const rates = profileRates(options.profile, options.raise);
  const left = writeSide(
    people,
    villages,
    { rates: rates.roster, isRoster: true, places: true, wages, prefix: 'R' },
    random,
  );
  const right = writeSide(
    people,
    villages,
    { rates: rates.export, isRoster: false, places: options.places ?? true, wages, prefix: 'B' },
    random,
  );
  return { left, right };
}
