import { describe, expect, it } from 'vitest';
import { requireCivilDate } from '../../../src/domain/civil-date.ts';
import { type CheckedFields, checkEntry } from '../../../src/domain/entry-checks.ts';
import { fixOf } from '../../../src/domain/entry-fixes.ts';

const asOf = requireCivilDate('2026-11-23', 'asOf');
const fields: CheckedFields = {
  name: 'Siti',
  nik: '3329014105909002',
  kpj: null,
  birthDate: '1990-05-01',
  sex: 'P',
  wage: 2_000_000,
};
const fixes = (over: Partial<CheckedFields>) => {
  const all = { ...fields, ...over };
  const found = checkEntry(all, { asOf, regency: '3329', segment: 'pu' });
  return found.map((one) => [one.code, fixOf(one, all, asOf)]);
};

describe('fixOf', () => {
  it('takes birth date and sex from a sound NIK, and thousands for rupiah', () => {
    expect(fixes({ birthDate: '1990-01-05' })).toEqual([
      ['nik.birth-date-differs', { field: 'birthDate', value: '1990-05-01' }],
    ]);
    expect(fixes({ sex: 'L' })).toEqual([['nik.sex-differs', { field: 'sex', value: 'P' }]]);
    expect(fixes({ wage: 2_500 })).toEqual([
      ['wage.implausible', { field: 'wage', value: 2_500_000 }],
    ]);
  });

  it('guesses no identifier and nothing that stays odd', () => {
    expect(fixes({ nik: '332901410590900' })).toEqual([['nik.length', null]]);
    expect(fixes({ wage: 7 })).toEqual([['wage.implausible', null]]);
    expect(fixes({ wage: 90_000_000 })).toEqual([['wage.implausible', null]]);
    expect(fixes({ startDate: '1980-01-01', nip: '123' })).toEqual([
      ['nip.shape', null],
      ['start.before-birth', null],
    ]);
    expect(fixes({})).toEqual([]);
  });
});
