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

/** True when the matcher may not accept the pair, however likely. */
export function needsLook(evidence: number): boolean {
  return (evidence & (evidenceFlag.lookOnly | evidenceFlag.contradiction)) !== 0;
}
