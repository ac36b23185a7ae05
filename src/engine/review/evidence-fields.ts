/** Which fields of a pair differ, as bits that the queue is filtered by. */
import { type DifferenceField, differenceFields } from '../../contract/review-routes.ts';
import {
  dateLevel,
  evidenceFlag,
  kpjLevel,
  nameLevel,
  nikLevel,
  placeLevel,
  sexLevel,
  unpackEvidence,
} from '../../linkage/features/levels.ts';

const sameEnough: Readonly<Record<DifferenceField, readonly number[]>> = {
  nik: [nikLevel.missing, nikLevel.exact],
  kpj: [kpjLevel.missing, kpjLevel.exact],
  name: [nameLevel.missing, nameLevel.exact],
  date: [dateLevel.missing, dateLevel.exact],
  sex: [sexLevel.missing, sexLevel.same],
  place: [placeLevel.missing, placeLevel.village, placeLevel.onlyDistrict],
};

/** The bit of one field. */
export function fieldBit(field: DifferenceField): number {
  return 1 << differenceFields.indexOf(field);
}

/** Bits of every field known on both sides that is not alike to the letter. */
export function differingFields(evidence: number): number {
  const levels = unpackEvidence(evidence);
  return differenceFields.reduce(
    (bits, name) => (sameEnough[name].includes(levels[name]) ? bits : bits | fieldBit(name)),
    0,
  );
}

/** Levels from which on a field speaks for two people. */
const contradictory: Partial<Readonly<Record<DifferenceField, number>>> = {
  nik: nikLevel.twoDigits,
  name: nameLevel.partial,
  date: dateLevel.twoParts,
  sex: sexLevel.differs,
};

/** Fields that contradict. Place and KPJ do not: people move, and hold several cards. */
export function contradictingFields(evidence: number): DifferenceField[] {
  const levels = unpackEvidence(evidence);
  return differenceFields.filter((name) => levels[name] >= (contradictory[name] ?? Infinity));
}

/**
 * True when no machine may accept the pair, however likely: the matcher says so, or two fields contradict. A name and a
 * birth date in common weigh much in a small roster, and still may be two people's.
 */
export function needsLook(evidence: number): boolean {
  const isFlagged = (evidence & (evidenceFlag.lookOnly | evidenceFlag.contradiction)) !== 0;
  return isFlagged || contradictingFields(evidence).length > 1;
}
