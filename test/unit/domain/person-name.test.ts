import { expect, test } from 'vitest';
import { splitPersonName } from '../../../src/domain/person-name.ts';

test.each([
  ['Siti Aminah', [], 'Siti Aminah', [], false],
  ['H. Drs. Ahmad  Fauzi, M.Pd.', ['H.', 'Drs.'], 'Ahmad Fauzi', ['M.Pd.'], false],
  ['Hj. SITI AMINAH, S.Pd.I, M.M', ['Hj.'], 'SITI AMINAH', ['S.Pd.I', 'M.M'], false],
  ['Siti Aminah S.Pd.I', [], 'Siti Aminah', ['S.Pd.I'], false],
  ['dr. Budi', ['dr.'], 'Budi', [], false],
  ['Dewi Lestari, A.Md.Keb', [], 'Dewi Lestari', ['A.Md.Keb'], false],
  ['Alm. Slamet', [], 'Slamet', [], true],
  ['Slamet (Alm)', [], 'Slamet', [], true],
  ['Warsinah Almh.', [], 'Warsinah', [], true],
  ['Almira Halimah', [], 'Almira Halimah', [], false],
  ['Haji', [], 'Haji', [], false],
  ['M. Arif', [], 'M. Arif', [], false],
  ['', [], '', [], false],
])('%j', (cell, front, core, back, deceasedHint) => {
  expect(splitPersonName(cell)).toEqual({ front, core, back, deceasedHint });
});

test('gives the same answer twice', () => {
  expect(splitPersonName('Slamet (Alm)')).toEqual(splitPersonName('Slamet (Alm)'));
});
