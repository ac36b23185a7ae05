/** Levels of agreement of each field, and how they are packed into one integer per pair. */

export const nameLevel = {
  missing: 0,
  exact: 1,
  /** Same words after safe spelling rules. */
  spelling: 2,
  order: 3,
  /** Written together or apart. */
  spacing: 4,
  /** One name has words the other lacks. */
  subset: 5,
  initial: 6,
  /** Near miss: one or two letters, or a likely variant. */
  typo: 7,
  /** Some words agree, others contradict. */
  partial: 8,
  differs: 9,
} as const;
export const nameLevels = 10;

export const dateLevel = {
  missing: 0,
  exact: 1,
  /** Day and month changed places. */
  swapped: 2,
  /** One part differs by one digit or by one. */
  near: 3,
  onePart: 4,
  /** Same year, and one of the two is a default such as 1 January, 1 July or 31 December. */
  defaulted: 5,
  twoParts: 6,
  differs: 7,
} as const;
export const dateLevels = 8;

export const nikLevel = {
  missing: 0,
  exact: 1,
  /** Equal, but both end in 0 as numbers that went through a spreadsheet do. */
  exactRounded: 2,
  /** One digit or two neighbours swapped, in the area or birth-date part. */
  oneDigit: 3,
  serialDigit: 4,
  /** 15 digits agree and one side ends in 0. */
  lostDigit: 5,
  /** A digit lost or doubled. */
  length: 6,
  /** E-notation that agrees as far as it goes. */
  scientific: 7,
  twoDigits: 8,
  /** Same area and birth date, other serial or other sex: a neighbour or relative. */
  sameAreaDate: 9,
  differs: 10,
} as const;
export const nikLevels = 11;

export const kpjLevel = { missing: 0, exact: 1, oneDigit: 2, differs: 3 } as const;
export const kpjLevels = 4;

export const sexLevel = { missing: 0, same: 1, differs: 2 } as const;
export const sexLevels = 3;

export const placeLevel = {
  missing: 0,
  village: 1,
  villageSpelling: 2,
  /** Villages differ, district agrees. */
  district: 3,
  differs: 4,
  /** A village is unknown, the districts agree or differ. */
  onlyDistrict: 5,
  districtDiffers: 6,
} as const;
export const placeLevels = 7;

export const wageLevel = { missing: 0, same: 1, near: 2, differs: 3 } as const;
export const wageLevels = 4;

/** Flags of the packed evidence. */
export const evidenceFlag = {
  /** Each NIK agrees with its own birth date and the two differ: two people, however close the digits. */
  selfConsistent: 1 << 22,
  /** Same area and birth date, other serial, other name: kept from being linked as a relative. */
  familyGuard: 1 << 23,
  dateFromNik: 1 << 24,
  sexFromNik: 1 << 25,
  districtFromNik: 1 << 26,
  /** Another candidate comes close. */
  rival: 1 << 27,
  /** Decided by an officer, not by weight. */
  decided: 1 << 28,
  /** Name and birth date both contradict an equal number. */
  contradiction: 1 << 29,
  /** Names or birth dates contradict and no number vouches: for a person to decide, however likely. */
  lookOnly: 1 << 30,
} as const;

/** Levels of one pair, unpacked. */
export interface Evidence {
  readonly nik: number;
  readonly kpj: number;
  readonly name: number;
  readonly date: number;
  readonly sex: number;
  readonly place: number;
  readonly wage: number;
  /** Bits of {@link evidenceFlag}. */
  readonly flags: number;
}

/** Packs levels into 22 bits; flags are or-ed above them. */
export function packEvidence(
  nik: number,
  kpj: number,
  name: number,
  date: number,
  sex: number,
  place: number,
  wage: number,
): number {
  return nik | (kpj << 4) | (name << 7) | (date << 11) | (sex << 15) | (place << 17) | (wage << 20);
}

/** Reads a packed evidence integer. */
export function unpackEvidence(packed: number): Evidence {
  return {
    nik: packed & 15,
    kpj: (packed >> 4) & 7,
    name: (packed >> 7) & 15,
    date: (packed >> 11) & 15,
    sex: (packed >> 15) & 3,
    place: (packed >> 17) & 7,
    wage: (packed >> 20) & 3,
    flags: packed & ~((1 << 22) - 1),
  };
}
