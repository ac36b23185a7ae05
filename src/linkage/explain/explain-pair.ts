/** The reasons behind a pair's weight, as codes with parameters; `explain-text.ts` makes words of them. */
import {
  dateLevel,
  evidenceFlag,
  kpjLevel,
  nameLevel,
  nikLevel,
  placeLevel,
  sexLevel,
  unpackEvidence,
  wageLevel,
} from '../features/levels.ts';
import { lightFold } from '../normalise/fold.ts';
import type { PersonFacts } from './person-facts.ts';

/** One reason. `left` and `right` are the differing words or values, `digit` counts from 1. */
export interface Reason {
  readonly code: ReasonCode;
  /** Speaks for the pair, against it, or only informs. */
  readonly sense: 'for' | 'against' | 'note';
  readonly left?: string;
  readonly right?: string;
  readonly digit?: number;
}

export type ReasonCode =
  | 'nik.exact'
  | 'nik.exact-rounded'
  | 'nik.one-digit'
  | 'nik.two-swapped'
  | 'nik.serial-digit'
  | 'nik.lost-digit'
  | 'nik.length'
  | 'nik.scientific'
  | 'nik.two-digits'
  | 'nik.same-area-date'
  | 'nik.differs'
  | 'kpj.exact'
  | 'kpj.one-digit'
  | 'kpj.differs'
  | 'name.exact'
  | 'name.spelling'
  | 'name.order'
  | 'name.spacing'
  | 'name.subset'
  | 'name.initial'
  | 'name.typo'
  | 'name.partial'
  | 'name.differs'
  | 'date.exact'
  | 'date.swapped'
  | 'date.near'
  | 'date.one-part'
  | 'date.defaulted'
  | 'date.two-parts'
  | 'date.differs'
  | 'sex.differs'
  | 'place.village'
  | 'place.village-spelling'
  | 'place.district'
  | 'place.differs'
  | 'place.district-differs'
  | 'wage.same'
  | 'rule.self-consistent'
  | 'rule.family'
  | 'rule.contradiction'
  | 'rule.rival'
  | 'rule.decided'
  | 'derived.date'
  | 'derived.district';

const nikCodes: Readonly<Record<number, ReasonCode>> = {
  [nikLevel.exact]: 'nik.exact',
  [nikLevel.exactRounded]: 'nik.exact-rounded',
  [nikLevel.oneDigit]: 'nik.one-digit',
  [nikLevel.serialDigit]: 'nik.serial-digit',
  [nikLevel.lostDigit]: 'nik.lost-digit',
  [nikLevel.length]: 'nik.length',
  [nikLevel.scientific]: 'nik.scientific',
  [nikLevel.twoDigits]: 'nik.two-digits',
  [nikLevel.sameAreaDate]: 'nik.same-area-date',
  [nikLevel.differs]: 'nik.differs',
};
const nameCodes: Readonly<Record<number, ReasonCode>> = {
  [nameLevel.exact]: 'name.exact',
  [nameLevel.spelling]: 'name.spelling',
  [nameLevel.order]: 'name.order',
  [nameLevel.spacing]: 'name.spacing',
  [nameLevel.subset]: 'name.subset',
  [nameLevel.initial]: 'name.initial',
  [nameLevel.typo]: 'name.typo',
  [nameLevel.partial]: 'name.partial',
  [nameLevel.differs]: 'name.differs',
};
const dateCodes: Readonly<Record<number, ReasonCode>> = {
  [dateLevel.exact]: 'date.exact',
  [dateLevel.swapped]: 'date.swapped',
  [dateLevel.near]: 'date.near',
  [dateLevel.onePart]: 'date.one-part',
  [dateLevel.defaulted]: 'date.defaulted',
  [dateLevel.twoParts]: 'date.two-parts',
  [dateLevel.differs]: 'date.differs',
};
const placeCodes: Readonly<Record<number, ReasonCode>> = {
  [placeLevel.village]: 'place.village',
  [placeLevel.villageSpelling]: 'place.village-spelling',
  [placeLevel.district]: 'place.district',
  [placeLevel.differs]: 'place.differs',
  [placeLevel.onlyDistrict]: 'place.district',
  [placeLevel.districtDiffers]: 'place.district-differs',
};

/** First digit, counted from 1, in which two numbers differ; 0 when none does. */
export function firstDifference(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i + 1;
  return 0;
}

function nikReason(level: number, left: PersonFacts, right: PersonFacts): Reason | undefined {
  const code = nikCodes[level];
  if (code === undefined) return undefined;
  const isAgainst = level >= nikLevel.twoDigits;
  const sense = level === nikLevel.scientific ? 'note' : isAgainst ? 'against' : 'for';
  if (level !== nikLevel.oneDigit && level !== nikLevel.serialDigit && level !== nikLevel.length) {
    return { code, sense };
  }
  const a = left.nik;
  const b = right.nik;
  const digit = firstDifference(a, b);
  const isSwap =
    a[digit - 1] === b[digit] &&
    a[digit] === b[digit - 1] &&
    a.slice(digit + 1) === b.slice(digit + 1) &&
    a[digit] !== b[digit];
  return { code: isSwap && level !== nikLevel.length ? 'nik.two-swapped' : code, sense, digit };
}

/** Words of each name that the other lacks; all of them when none is shared. */
function differingWords(
  left: Pick<PersonFacts, 'words'>,
  right: Pick<PersonFacts, 'words'>,
): { left: string; right: string } {
  const rest = [...right.words];
  const onlyLeft = left.words.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { left: onlyLeft.join(' '), right: rest.join(' ') };
}

/** The reason the names give; undefined where one is missing. */
export function nameReason(
  level: number,
  left: Pick<PersonFacts, 'words'>,
  right: Pick<PersonFacts, 'words'>,
): Reason | undefined {
  const code = nameCodes[level];
  if (code === undefined) return undefined;
  const sense = level >= nameLevel.partial ? 'against' : 'for';
  if (level === nameLevel.exact || level === nameLevel.order) return { code, sense };
  const isWhole = level === nameLevel.spacing || level === nameLevel.differs;
  const words = isWhole
    ? { left: left.words.join(' '), right: right.words.join(' ') }
    : differingWords(left, right);
  const folded = (text: string): string => text.split(' ').map(lightFold).join(' ');
  if (level === nameLevel.typo && folded(words.left) === folded(words.right)) {
    return { code: 'name.spelling', sense, ...words };
  }
  return { code, sense, ...words };
}

function dateReason(level: number, left: PersonFacts, right: PersonFacts): Reason | undefined {
  const code = dateCodes[level];
  if (code === undefined) return undefined;
  const sense = level <= dateLevel.defaulted ? 'for' : 'against';
  if (level === dateLevel.exact) return { code, sense };
  const a = left.birthDate;
  const b = right.birthDate;
  return a === '' || b === '' ? { code, sense } : { code, sense, left: a, right: b };
}

function flagReasons(flags: number): Reason[] {
  const reasons: Reason[] = [];
  const add = (flag: number, code: ReasonCode, sense: Reason['sense']): void => {
    if ((flags & flag) !== 0) reasons.push({ code, sense });
  };
  add(evidenceFlag.dateFromNik, 'derived.date', 'note');
  add(evidenceFlag.districtFromNik, 'derived.district', 'note');
  add(evidenceFlag.selfConsistent, 'rule.self-consistent', 'against');
  if ((flags & evidenceFlag.contradiction) === 0)
    add(evidenceFlag.familyGuard, 'rule.family', 'against');
  add(evidenceFlag.contradiction, 'rule.contradiction', 'against');
  add(evidenceFlag.rival, 'rule.rival', 'note');
  add(evidenceFlag.decided, 'rule.decided', 'note');
  return reasons;
}

/** Reasons of one pair, in the order in which people compare: NIK, KPJ, name, birth date, sex, place, rules. */
export function explainPair(packed: number, left: PersonFacts, right: PersonFacts): Reason[] {
  const e = unpackEvidence(packed);
  const reasons: (Reason | undefined)[] = [
    nikReason(e.nik, left, right),
    e.kpj === kpjLevel.exact ? { code: 'kpj.exact', sense: 'for' } : undefined,
    e.kpj === kpjLevel.oneDigit
      ? { code: 'kpj.one-digit', sense: 'for', digit: firstDifference(left.kpj, right.kpj) }
      : undefined,
    e.kpj === kpjLevel.differs ? { code: 'kpj.differs', sense: 'against' } : undefined,
    nameReason(e.name, left, right),
    dateReason(e.date, left, right),
    e.sex === sexLevel.differs ? { code: 'sex.differs', sense: 'against' } : undefined,
  ];
  const place = placeCodes[e.place];
  if (place !== undefined) {
    const isFor = e.place !== placeLevel.differs && e.place !== placeLevel.districtDiffers;
    reasons.push({ code: place, sense: isFor ? 'for' : 'against' });
  }
  if (e.wage === wageLevel.same) reasons.push({ code: 'wage.same', sense: 'for' });
  return [...reasons.filter((reason) => reason !== undefined), ...flagReasons(e.flags)];
}

/** True when the pair's reasons, the name's apart, carry no digits or dates of the two people. */
export function isPlainBesideName(packed: number): boolean {
  const e = unpackEvidence(packed);
  const plainNik =
    e.nik !== nikLevel.oneDigit && e.nik !== nikLevel.serialDigit && e.nik !== nikLevel.length;
  return plainNik && e.date <= dateLevel.exact && e.kpj !== kpjLevel.oneDigit;
}

/** True when the name's reason carries no words of the two people. */
export function isPlainName(packed: number): boolean {
  const { name } = unpackEvidence(packed);
  return name <= nameLevel.exact || name === nameLevel.order;
}
