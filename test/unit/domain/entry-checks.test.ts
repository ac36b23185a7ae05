import { describe, expect, it } from 'vitest';
import { requireCivilDate } from '../../../src/domain/civil-date.ts';
import { type CheckedFields, checkEntry } from '../../../src/domain/entry-checks.ts';
import { issueText } from '../../../src/ui/words/issue-words.ts';

const budi: CheckedFields = {
  name: 'Budi Santoso',
  nik: '3329010101809001',
  kpj: '01234567890',
  birthDate: '1980-01-01',
  sex: 'L',
  wage: 2_000_000,
};
const asOf = requireCivilDate('2026-11-23', 'test');
const check = (over: Partial<CheckedFields>, segment: 'pu' | 'bpu' = 'pu') =>
  checkEntry({ ...budi, ...over }, { asOf, regency: '3329', segment });
const said = (over: Partial<CheckedFields>, segment: 'pu' | 'bpu' = 'pu') =>
  check(over, segment).map(({ severity, code }) => `${severity} ${code}`);

describe('checkEntry', () => {
  it('has nothing to say of a sound entry, nor of one that knows only a name', () => {
    expect(check({})).toEqual([]);
    expect(check({ nik: null, kpj: null, birthDate: null, sex: null, wage: null })).toEqual([]);
  });

  it.each([
    [{ name: ' . ' }, ['error name.missing']],
    [{ name: 'Alm. Budi' }, ['warning name.deceased']],
    [{ nik: '332901010180900' }, ['error nik.length']],
    [{ nik: '3329013113809001', birthDate: null }, ['error nik.impossible-date']],
    [{ birthDate: '1980-01-02' }, ['warning nik.birth-date-differs']],
    [{ sex: 'P' }, ['warning nik.sex-differs']],
    [{ nik: '3301010101809001' }, ['info nik.other-area']],
    [{ kpj: '1234567890' }, ['error kpj.leading-zero-lost']],
    [{ nik: null, birthDate: '1980-02-31' }, ['error date.impossible']],
    [{ nik: null, birthDate: '2026-11-24' }, ['error date.in-future']],
    [{ nik: null, birthDate: '2020-01-01' }, ['warning age.out-of-range']],
    [{ wage: 0 }, ['warning wage.zero']],
    [{ wage: 20_000 }, ['warning wage.implausible']],
    [{ wage: 60_000_000 }, ['warning wage.implausible']],
  ] as const)('of %j says %j', (over, expected) => {
    expect(said(over)).toEqual(expected);
  });

  it('asks about age over 65 where no wage is paid', () => {
    const old = { nik: null, birthDate: '1955-01-01' };
    expect(said(old, 'bpu')).toEqual(['warning age.too-old']);
    expect(said(old, 'pu')).toEqual([]);
  });

  it('uses codes that have words', () => {
    for (const over of [{ name: '' }, { nik: '1' }, { kpj: '1' }, { wage: 0 }, { wage: 1 }]) {
      for (const { code, params } of check(over)) {
        expect(issueText(code, params)).not.toContain('Perlu diperiksa (');
      }
    }
  });
});
