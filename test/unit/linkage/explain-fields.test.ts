import { expect, it } from 'vitest';
import { explainFields } from '../../../src/linkage/explain/explain-fields.ts';
import { factsOfCells } from '../../../src/linkage/explain/person-facts.ts';
import { evidenceFlag } from '../../../src/linkage/features/levels.ts';
import { person, run } from './people.ts';

const left = person({
  nik: '3329011205809001',
  name: 'SUPARNO',
  birthDate: '1980-05-12',
  sex: 'L',
  village: 'Sirampog',
});
const right = person({
  ...left,
  nik: '3329011205809011',
  name: 'SOEPARNO',
  birthDate: '1980-12-05',
});

it('says of each field what differs, in the order people compare, and which are missing', () => {
  const { links, candidates } = run([left], [right]);
  const [pair] = [...links, ...candidates];
  const fields = explainFields(pair?.evidence ?? 0, factsOfCells(left), factsOfCells(right));
  expect(fields.map(({ field, known }) => [field, known])).toEqual([
    ['nik', true],
    ['kpj', false],
    ['name', true],
    ['date', true],
    ['sex', true],
    ['place', true],
    ['wage', false],
  ]);
  const text = Object.fromEntries(fields.map((one) => [one.field, one.text]));
  expect(text).toMatchObject({
    nik: 'NIK beda 1 angka pada nomor urut (digit ke-15)',
    kpj: 'KPJ tidak ada di salah satu data',
    name: 'nama sama setelah ejaan disamakan (SUPARNO = SOEPARNO)',
    date: 'hari–bulan tertukar',
    sex: 'jenis kelamin sama',
    place: 'desa sama',
  });
});

it('puts a rule behind the words of the field it is about', () => {
  const other = person({ ...left, name: 'KUSDARYANTI', birthDate: '1968-11-19' });
  const { candidates } = run([left], [other]);
  const evidence = (candidates[0]?.evidence ?? 0) | evidenceFlag.contradiction;
  const fields = explainFields(evidence, factsOfCells(left), factsOfCells(other));
  const date = fields.find(({ field }) => field === 'date');
  expect(date?.text).toMatch(/^tanggal lahir beda .*; nomor sama tetapi/);
});
