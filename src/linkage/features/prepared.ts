/** A side with what is derived from it for one run: dates, sex and district taken from the NIK where empty. */

import { combine } from '../hash.ts';
import { nikAgreesWithDate, nikArea, nikBirthDate, nikSex } from '../normalise/nik-facts.ts';
import { idKind } from '../normalise/number-id.ts';
import { sharedBytes, sharedFloat32, sharedInt32 } from '../share/shared-memory.ts';
import type { Side } from '../side.ts';

export const rowFlag = {
  dateFromNik: 1,
  sexFromNik: 2,
  /** The NIK is structurally valid and agrees with the row's own birth-date column. */
  selfConsistent: 4,
  /** The district was looked up, not taken from the NIK. */
  areaInferred: 8,
} as const;

/** Steps of a call name's share: all of them for a name that is never the register's. */
export const callNameSteps = 15;

/** The upper four bits of a row's flags: how often its name is only what the person is called by, in steps of 1/15. */
const callNameShift = 4;

export function setCallName(p: Prepared, row: number, step: number): void {
  p.flags[row] = (p.flags[row]! & ((1 << callNameShift) - 1)) | (step << callNameShift);
}

/** The step again, from a row's flags. */
export const callNameOf = (flags: number): number => (flags >> callNameShift) & 15;

/** Derived columns of one side. */
export interface Prepared {
  readonly side: Side;
  readonly date: Int32Array;
  readonly sex: Uint8Array;
  /** Six-digit area of the NIK or the village's usual one; 0 unknown. */
  readonly area: Int32Array;
  readonly flags: Uint8Array;
  /** Bits of information in the whole name, when another row has it too. */
  readonly nameInfo: Float32Array;
  /** Lowest row of the duplicate group, or the row itself. */
  readonly group: Int32Array;
}

/** Derives dates, sex and area; name information and groups are filled by later steps. */
export function prepareSide(side: Side): Prepared {
  const n = side.rows;
  const date = sharedInt32(n);
  date.set(side.date);
  const sex = sharedBytes(n);
  sex.set(side.sex);
  const area = sharedInt32(n);
  const flags = sharedBytes(n);
  const group = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    group[i] = i;
    if (side.nikKind[i] !== idKind.nik) continue;
    const hi = side.nikHi[i]!;
    const lo = side.nikLo[i]!;
    area[i] = nikArea(hi);
    if (date[i] === 0) {
      date[i] = nikBirthDate(hi, lo);
      if (date[i] !== 0) flags[i]! |= rowFlag.dateFromNik;
    } else if (nikAgreesWithDate(hi, lo, date[i]!)) flags[i]! |= rowFlag.selfConsistent;
    if (sex[i] === 0) {
      sex[i] = nikSex(hi);
      flags[i]! |= rowFlag.sexFromNik;
    }
  }
  return { side, date, sex, area, flags, nameInfo: sharedFloat32(n), group };
}

/**
 * Content hash of a row, for ties and sampling: the same wherever the row stands. Rows that share it are
 * alike in every field that is compared, down to the spelling of the name.
 */
export function rowHash(side: Side, row: number): number {
  const ids = combine(side.nikHi[row]! ^ side.kpjHi[row]!, side.nikLo[row]! ^ side.kpjLo[row]!);
  const village = side.village[row]!;
  const place = village < 0 ? 0 : side.places.fold[village]!;
  let name = side.sex[row]!;
  for (let i = side.wordStart[row]!; i < side.wordStart[row + 1]!; i++) {
    name = combine(name, side.lexicon.hash[side.words[i]!]!);
  }
  return combine(combine(ids, combine(name, side.date[row]!)), combine(place, side.wage[row]!));
}
