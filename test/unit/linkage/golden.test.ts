import { describe, expect, it } from 'vitest';
import type { PersonCells } from '../../../src/linkage/side.ts';
import { crowd, run } from './people.ts';

type Cells = Partial<PersonCells>;
type Case = readonly [string, Cells, Cells];

const village = 'KARANGANYAR';

const mustMerge: readonly Case[] = [
  [
    'equal NIK, name as typed by another clerk',
    { nik: '3329015205809001', name: 'Hj. Siti Aminah, S.Pd', birthDate: '1980-05-12' },
    { nik: '3329015205809001', name: 'ST AMINAH', birthDate: '1980-05-12' },
  ],
  [
    'one wrong digit in the NIK, old spelling',
    { nik: '3329011205819001', name: 'SOEPARNO WIRJO', birthDate: '1980-05-12', village, sex: 'L' },
    { nik: '3329011205809001', name: 'SUPARNO WIRJO', birthDate: '1980-05-12', village, sex: 'L' },
  ],
  [
    'no NIK on the roster, day and month swapped',
    { name: 'Moch. Ridwan Kusdaryanto', birthDate: '1980-05-12', village, sex: 'L' },
    {
      nik: '3329010512809003',
      name: 'MUHAMMAD RIDWAN KUSDARYANTO',
      birthDate: '1980-12-05',
      village,
      sex: 'L',
    },
  ],
  [
    'last digit lost in a spreadsheet',
    { nik: '3329011205809000', name: 'TARYONO SASMITA', birthDate: '1980-05-12', village },
    { nik: '3329011205809003', name: 'TARYONO SASMITA', birthDate: '1980-05-12', village },
  ],
  [
    'equal KPJ, NIK missing on both',
    { kpj: '11406250951', name: 'DJOKO PRASETIJO', birthDate: '1975-03-02' },
    { kpj: '11406250951', name: 'JOKO PRASETYO', birthDate: '1975-03-02' },
  ],
  [
    'name cut at 30 letters',
    { name: 'SASTRAWIDJAJA KUSUMANINGRAT HADIWINATA', birthDate: '1969-09-17', village },
    { name: 'SASTRAWIDJAJA KUSUMANINGRAT HA', birthDate: '1969-09-17', village },
  ],
  [
    'birth date only in the NIK of one side',
    { nik: '3329011205809003', name: 'WAKHIDIN SURAPATI' },
    { name: 'WAHIDIN SURAPATI', birthDate: '1980-05-12', village, sex: 'L' },
  ],
  [
    'seven-digit ids that are no NIKs',
    { nik: '5218834', name: 'GEORGIA BISHOP', birthDate: '1934-11-20' },
    { nik: '5218834', name: 'GEORGIA BISHPO', birthDate: '1934-11-20' },
  ],
  [
    'foreign names without any number',
    { name: 'Jean-Luc Picardeaux', birthDate: '1971-07-13', village: 'LABARRE' },
    { name: 'PICARDEAUX JEAN LUC', birthDate: '1971-07-13', village: 'La Barre' },
  ],
];

const mustNotMerge: readonly Case[] = [
  [
    'HADI and ADI',
    { name: 'HADI', birthDate: '1980-05-12', village, sex: 'L' },
    { name: 'ADI', birthDate: '1980-05-12', village, sex: 'L' },
  ],
  [
    'EKA and IKA',
    { name: 'EKA', birthDate: '1991-02-03', village, sex: 'P' },
    { name: 'IKA', birthDate: '1991-02-03', village, sex: 'P' },
  ],
  [
    'JONI and JUNI',
    { name: 'JONI SANTOSO', birthDate: '1985-06-21', village, sex: 'L' },
    { name: 'JUNI SANTOSO', birthDate: '1985-06-21', village, sex: 'L' },
  ],
  [
    'SUKAWATI and SUKAYATI',
    { name: 'SUKAWATI', birthDate: '1978-04-09', village, sex: 'P' },
    { name: 'SUKAYATI', birthDate: '1978-04-09', village, sex: 'P' },
  ],
  [
    'twins without numbers',
    { name: 'RATNA SARI', birthDate: '1990-08-17', village, sex: 'P' },
    { name: 'RATNI DEWI', birthDate: '1990-08-17', village, sex: 'P' },
  ],
  [
    'twins whose NIKs differ in the serial alone',
    { nik: '3329015708909001', name: 'RATNA DEWI', birthDate: '1990-08-17', village, sex: 'P' },
    { nik: '3329015708909002', name: 'RATNI DEWI', birthDate: '1990-08-17', village, sex: 'P' },
  ],
  [
    'a brother and a sister born on one day, NIKs 40 apart in the day',
    { nik: '3329011708909001', name: 'HASAN', birthDate: '1990-08-17', village, sex: 'L' },
    { nik: '3329015708909001', name: 'HASNA', birthDate: '1990-08-17', village, sex: 'P' },
  ],
  [
    'father and son of one name',
    { name: 'SUTRISNO WIBISONO', birthDate: '1958-03-04', village, sex: 'L' },
    { name: 'SUTRISNO WIBISONO', birthDate: '1986-11-23', village, sex: 'L' },
  ],
  [
    'one name and one birth date under another NIK and another sex',
    { nik: '3329163103049586', name: 'TRI', birthDate: '2004-03-31', sex: 'L' },
    { nik: '3329037103049660', name: 'TRI', birthDate: '2004-03-31', sex: 'P' },
  ],
  [
    'two people whose NIKs each fit their own birth date, one digit apart',
    { nik: '3329011205809001', name: 'SLAMET', birthDate: '1980-05-12', village, sex: 'L' },
    { nik: '3329011205819001', name: 'SLAMET', birthDate: '1981-05-12', village, sex: 'L' },
  ],
];

/** An equal number under somebody else's data: never linked, and never passed over in silence. */
const relativesNik: readonly Case[] = [
  [
    "a relative's NIK: name and birth date both contradict",
    { nik: '3329011205809001', name: 'PAIMAN', birthDate: '1953-01-30', village },
    { nik: '3329011205809001', name: 'KUSDARYANTI', birthDate: '1980-05-12', village },
  ],
  [
    "a relative's NIK: names resemble each other, birth date and KPJ do not",
    { nik: '3329011205809001', kpj: '24003004827', name: 'WAHYUDI', birthDate: '1953-01-30' },
    { nik: '3329011205809001', kpj: '25003001596', name: 'SRI WAHYUNI', birthDate: '1980-05-12' },
  ],
];

function decide([, left, right]: Case, withCrowd: boolean) {
  const others = withCrowd ? crowd() : { left: [], right: [] };
  const lefts = [left, ...others.left];
  const rights = [...others.right, right];
  const found = run(lefts, rights);
  const isPair = (pair: { left: number; right: number }): boolean =>
    pair.left === 0 && pair.right === rights.length - 1;
  return { link: found.links.find(isPair), candidate: found.candidates.find(isPair) };
}

describe.each([
  ['alone', false],
  ['among others', true],
] as const)('golden pairs %s', { timeout: 60_000 }, (_, withCrowd) => {
  it.each(mustMerge.map((c) => [c[0], c] as const))('links: %s', (_name, c) => {
    expect(decide(c, withCrowd).link?.probability).toBeGreaterThan(0.7);
  });

  it.each(mustNotMerge.map((c) => [c[0], c] as const))('does not link: %s', (_name, c) => {
    expect(decide(c, withCrowd).link).toBeUndefined();
  });

  it.each(relativesNik.map((c) => [c[0], c] as const))(
    'does not link but shows: %s',
    (_name, c) => {
      const { link, candidate } = decide(c, withCrowd);
      expect(link).toBeUndefined();
      expect(candidate?.class).toBe('conflict');
    },
  );
});
