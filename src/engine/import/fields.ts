/** The fields a file of each kind may feed, and which of them it cannot do without. */
import { type ImportKind, rosters } from '../../domain/segments.ts';

export const rosterFields = [
  'name',
  'firstName',
  'middleName',
  'lastName',
  'nik',
  'kpj',
  'birthDate',
  'birthPlace',
  'placeAndDate',
  'sex',
  'marital',
  'address',
  'phone',
  'unit',
  'workplace',
  'kecamatan',
  'desa',
  'position',
  'jobKind',
  'wage',
  'fundSource',
  'startDate',
  'endDate',
  'decree',
  'nip',
  'desil',
  'dtsenId',
  'note',
] as const;

export const bpjsFields = [
  'name',
  'firstName',
  'middleName',
  'lastName',
  'nik',
  'kpj',
  'birthDate',
  'birthPlace',
  'placeAndDate',
  'sex',
  'npp',
  'employer',
  'kecamatan',
  'desa',
  'jobKind',
  'programme',
  'jkk',
  'jkm',
  'jht',
  'jhtWorker',
  'jp',
  'jpWorker',
  'wage',
  'contribution',
  'joinedOn',
  'endedOn',
  'graceUntil',
] as const;

export type Field = (typeof rosterFields)[number] | (typeof bpjsFields)[number];

/** Columns that are understood and left alone: they count as header, they are never stored. */
export const ignoredFields = [
  'number',
  'kk',
  'motherName',
  'title',
  'age',
  'email',
  'rapel',
  'wageTotal',
  'signature',
  'other',
] as const;
export type IgnoredField = (typeof ignoredFields)[number];

export function isRosterKind(kind: ImportKind): kind is (typeof rosters)[number] {
  return (rosters as readonly string[]).includes(kind);
}

export function fieldsOf(kind: ImportKind): readonly Field[] {
  return isRosterKind(kind) ? rosterFields : bpjsFields;
}

/** Each group is met by any one of its fields; a group that is not met is a missing column. */
export const neededFields: Readonly<Record<ImportKind, readonly (readonly Field[])[]>> = {
  'non-asn': [
    ['name', 'firstName'],
    ['nik', 'birthDate', 'placeAndDate'],
  ],
  desa: [
    ['name', 'firstName'],
    ['nik', 'birthDate', 'placeAndDate'],
  ],
  rentan: [
    ['name', 'firstName'],
    ['nik', 'birthDate', 'placeAndDate'],
  ],
  'bpjs-pu': [
    ['name', 'firstName'],
    ['kpj', 'nik'],
    ['wage', 'jkk', 'jkm', 'contribution'],
  ],
  'bpjs-bpu': [
    ['name', 'firstName'],
    ['kpj', 'nik'],
    ['jkk', 'jkm', 'jht', 'joinedOn', 'endedOn', 'graceUntil'],
  ],
  'bpjs-nik': [['nik'], ['kpj'], ['programme', 'endedOn', 'joinedOn', 'npp', 'employer']],
};

export function isRequired(kind: ImportKind, field: Field): boolean {
  return neededFields[kind].some((group) => group[0] === field);
}
