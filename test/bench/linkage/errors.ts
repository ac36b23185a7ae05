/**
 * What clerks, spreadsheets and registers do to a record. Rates follow what is reported for DTKS, BPK and
 * BPJS data; each is an option, and one kind may be raised tenfold. Every error made is noted by name.
 */
import { backAdornments, frontAdornments, nicknames } from './name-lists.ts';
import type { Random } from './random.ts';

export interface Rates {
  nikMissing: number;
  nikSubstituted: number;
  nikTransposed: number;
  nikDigitLost: number;
  nikDigitDoubled: number;
  nikLastZero: number;
  nikScientific: number;
  nikRelative: number;
  nikTwoDigits: number;
  nikZeros: number;
  kpjMissing: number;
  kpjWrong: number;
  kpjSecond: number;
  nameShortForm: number;
  nameOtherForm: number;
  nameSpelling: number;
  nameTypo: number;
  nameWordDropped: number;
  nameInitial: number;
  nameJoined: number;
  nameSplit: number;
  nameOrder: number;
  nameNickname: number;
  nameTitle: number;
  nameLineage: number;
  dateMissing: number;
  dateSwapped: number;
  dateDay: number;
  dateMonth: number;
  dateYear: number;
  dateDefault: number;
  sexMissing: number;
  sexWrong: number;
  villageMissing: number;
  villageMisspelt: number;
  villageOther: number;
  wageOther: number;
  doubleRow: number;
}

export type ErrorKind = keyof Rates;

const clerk: Rates = {
  nikMissing: 0.03,
  nikSubstituted: 0.013,
  nikTransposed: 0.006,
  nikDigitLost: 0.004,
  nikDigitDoubled: 0.003,
  nikLastZero: 0.018,
  nikScientific: 0.004,
  nikRelative: 0.006,
  nikTwoDigits: 0.003,
  nikZeros: 0.002,
  kpjMissing: 0.62,
  kpjWrong: 0.02,
  kpjSecond: 0,
  nameShortForm: 0.3,
  nameOtherForm: 0.22,
  nameSpelling: 0.075,
  nameTypo: 0.03,
  nameWordDropped: 0.035,
  nameInitial: 0.04,
  nameJoined: 0.025,
  nameSplit: 0.012,
  nameOrder: 0.008,
  nameNickname: 0.006,
  nameTitle: 0.06,
  nameLineage: 0.012,
  dateMissing: 0.012,
  dateSwapped: 0.012,
  dateDay: 0.012,
  dateMonth: 0.006,
  dateYear: 0.007,
  dateDefault: 0.01,
  sexMissing: 0.01,
  sexWrong: 0.006,
  villageMissing: 0.03,
  villageMisspelt: 0.04,
  villageOther: 0,
  wageOther: 0.25,
  doubleRow: 0.004,
};

function scaled(rates: Rates, factor: number, kinds: RegExp): Rates {
  const out = { ...rates };
  for (const kind of Object.keys(rates) as ErrorKind[]) if (kinds.test(kind)) out[kind] *= factor;
  return out;
}

/** Rates of the roster (a village clerk's list) and of the BPJS export. */
export function baseRates(): { roster: Rates; export: Rates } {
  let bpjs = scaled(clerk, 0.24, /^nik/);
  bpjs = scaled(bpjs, 0.4, /^name/);
  bpjs = scaled(bpjs, 0.5, /^date/);
  return {
    roster: clerk,
    export: {
      ...bpjs,
      nikMissing: 0.004,
      kpjMissing: 0,
      kpjWrong: 0,
      kpjSecond: 0.012,
      sexMissing: 0,
      sexWrong: 0.004,
      villageMissing: 0.08,
      villageMisspelt: 0.01,
      villageOther: 0.05,
      doubleRow: 0.012,
    },
  };
}

export type Profile = 'typical' | 'bad' | 'none';

/** Rates of a profile; `raise` makes one kind ten times as frequent. */
export function profileRates(
  profile: Profile,
  raise?: ErrorKind,
): { roster: Rates; export: Rates } {
  const base = baseRates();
  if (profile === 'bad') {
    const worse = /^(nik|name(?!ShortForm|OtherForm)|date|sex|villageMis|kpjWrong)/;
    base.roster = { ...scaled(base.roster, 2, worse), nikMissing: 0.17 };
    base.export = scaled(base.export, 2, worse);
  }
  if (profile === 'none') base.roster = { ...base.roster, nikMissing: 1 };
  if (raise !== undefined) {
    for (const side of ['roster', 'export'] as const) {
      base[side] = { ...base[side], [raise]: Math.min(0.95, base[side][raise] * 10) };
    }
  }
  return base;
}

const swapAt = (s: string, i: number): string =>
  s.slice(0, i) + s.charAt(i + 1) + s.charAt(i) + s.slice(i + 2);

/** Damages a 16-digit number in one of the ways of the `nik…` kinds. */
export function damageNik(nik: string, kind: ErrorKind, random: Random): string {
  const at = random.int(16);
  const otherDigit = (s: string, i: number): string =>
    s.slice(0, i) + String((Number(s.charAt(i)) + 1 + random.int(9)) % 10) + s.slice(i + 1);
  switch (kind) {
    case 'nikSubstituted':
      return otherDigit(nik, at);
    case 'nikTransposed':
      return swapAt(nik, Math.min(14, at));
    case 'nikDigitLost':
      return nik.slice(0, at) + nik.slice(at + 1);
    case 'nikDigitDoubled':
      return nik.slice(0, at) + nik.charAt(at) + nik.slice(at);
    case 'nikLastZero':
      return `${nik.slice(0, 15)}0`;
    case 'nikScientific':
      return `${nik.charAt(0)}.${nik.slice(1, 6)}E+15`;
    case 'nikTwoDigits':
      return otherDigit(otherDigit(nik, at), (at + 1 + random.int(15)) % 16);
    case 'nikZeros':
      return '0000000000000000';
    default:
      return nik;
  }
}

const variants: readonly (readonly [string, string])[] = [
  ['U', 'OE'],
  ['J', 'DJ'],
  ['C', 'TJ'],
  ['Y', 'J'],
  ['F', 'P'],
  ['V', 'F'],
  ['SY', 'S'],
  ['SY', 'SH'],
  ['KH', 'H'],
  ['KH', 'CH'],
  ['Z', 'S'],
  ['Z', 'J'],
  ['Q', 'K'],
  ['AI', 'AE'],
  ['IY', 'I'],
  ['I', 'IE'],
  ['DH', 'D'],
  ['TH', 'T'],
  ['NN', 'N'],
  ['LL', 'L'],
  ['KK', 'K'],
  ['M', 'MM'],
  ['D', 'T'],
  ['AH', 'A'],
  ['UW', 'U'],
  ['HO', 'O'],
  ['I', 'Y'],
  ['O', 'U'],
];

/** Another way of writing one word, or the word itself where none applies. */
export function respell(word: string, random: Random): string {
  for (let attempt = 0; attempt < 8; attempt++) {
    const [a, b] = random.pick(variants);
    const [from, to] = random.chance(0.5) ? [a, b] : [b, a];
    const isEndRule = (a === 'D' || a === 'I' || a === 'AH') && b !== 'IE';
    const at = isEndRule
      ? word.endsWith(from)
        ? word.length - from.length
        : -1
      : word.indexOf(from);
    if (at > 0) return word.slice(0, at) + to + word.slice(at + from.length);
  }
  return word;
}

const keyboard = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];

function neighbourKey(letter: string, random: Random): string {
  for (const row of keyboard) {
    const at = row.indexOf(letter);
    if (at >= 0)
      return row.charAt(
        at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + (random.chance(0.5) ? 1 : -1),
      );
  }
  return letter;
}

/** A slip of the hand in one word. */
export function mistype(word: string, random: Random): string {
  if (word.length < 3) return word;
  const at = 1 + random.int(word.length - 1);
  const kind = random.int(4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  if (kind === 2) return at + 1 < word.length ? swapAt(word, at) : word.slice(0, -1);
  return word.slice(0, at) + neighbourKey(word.charAt(at), random) + word.slice(at + 1);
}

const shortForms: Readonly<Record<string, readonly string[]>> = {
  MUHAMMAD: ['M.', 'MOH.', 'MUH.', 'M', 'MOCH', 'MOH', 'MHD'],
  AHMAD: ['A.', 'ACH.', 'AKH.'],
  ABDUL: ['ABD.', 'ABD', 'A.'],
  SITI: ['ST.', 'ST', 'S.'],
  NUR: ['N.', 'NR'],
  SRI: ['S.'],
};
const otherForms: Readonly<Record<string, readonly string[]>> = {
  MUHAMMAD: ['MUHAMAD', 'MOHAMMAD', 'MOCHAMAD', 'MOCHAMMAD', 'MOHAMAD', 'MUCHAMAD'],
  AHMAD: ['ACHMAD', 'AKHMAD', 'AHMAT'],
  ABDUL: ['ABDOEL', 'ABDL'],
  SITI: ['SITTI', 'SITY'],
  NUR: ['NOOR', 'NOER'],
  YUSUF: ['YUSUP', 'JUSUF'],
};

/** Which errors befell a record. */
export type Noted = Set<ErrorKind>;

/** A person's name as a clerk writes it. */
export function writeName(
  name: string,
  rates: Rates,
  q: number,
  random: Random,
  noted: Noted,
): string {
  const hit = (kind: ErrorKind, factor = q): boolean => {
    const isHit = random.chance(Math.min(0.95, rates[kind] * factor));
    return isHit;
  };
  let words = name.split(' ');
  const first = words[0]!;
  const note = (kind: ErrorKind): void => void noted.add(kind);
  if (words.length > 1 && shortForms[first] !== undefined && hit('nameShortForm', 1)) {
    words = [random.pick(shortForms[first]), ...words.slice(1)];
    note('nameShortForm');
  } else if (otherForms[first] !== undefined && hit('nameOtherForm', 1)) {
    words = [random.pick(otherForms[first]), ...words.slice(1)];
    note('nameOtherForm');
  }
  const change = (at: number, to: string): void => {
    words = words.map((word, i) => (i === at ? to : word));
  };
  if (hit('nameSpelling')) {
    const at = random.int(words.length);
    const to = respell(words[at]!, random);
    if (to !== words[at]) note('nameSpelling');
    change(at, to);
  }
  if (hit('nameTypo')) {
    const at = random.int(words.length);
    change(at, mistype(words[at]!, random));
    note('nameTypo');
  }
  if (words.length > 1 && hit('nameWordDropped')) {
    const at = random.int(words.length);
    words = words.filter((_, i) => i !== at);
    note('nameWordDropped');
  } else if (words.length > 1 && hit('nameInitial')) {
    const at = 1 + random.int(words.length - 1);
    change(at, words[at]!.charAt(0));
    note('nameInitial');
  }
  if (words.length > 1 && hit('nameJoined')) {
    words = [words[0]! + words[1]!, ...words.slice(2)];
    note('nameJoined');
  } else if (hit('nameSplit')) {
    const at = words.findIndex((word) => word.length >= 7);
    if (at >= 0) {
      const cut = 3 + random.int(words[at]!.length - 5);
      words.splice(at, 1, words[at]!.slice(0, cut), words[at]!.slice(cut));
      note('nameSplit');
    }
  }
  if (words.length > 1 && hit('nameOrder')) {
    words = [...words.slice(1), words[0]!];
    note('nameOrder');
  }
  if (hit('nameNickname')) {
    words = [random.pick(nicknames)];
    note('nameNickname');
  }
  let text = words.join(' ');
  if (hit('nameTitle', 1)) {
    text = random.chance(0.5)
      ? `${random.pick(frontAdornments)} ${text}`
      : text + random.pick(backAdornments);
    note('nameTitle');
  }
  if (hit('nameLineage', 1)) {
    text += ` ${random.pick(['BIN', 'BINTI', 'BT', 'B.'])} ${random.pick(['KARTO', 'SUMARTO', 'ALI', 'WIRYO', 'AMAT'])}`;
    note('nameLineage');
  }
  return text;
}
