import { describe, expect, it } from 'vitest';
import { factsOfCells } from '../../../src/linkage/explain/person-facts.ts';
import { person, sideOf } from './people.ts';

const wordsOf = (name: string): string => factsOfCells(person({ name })).words.join(' ');

describe('names as words', () => {
  it.each([
    ['Budi Santoso', 'BUDI SANTOSO'],
    ['  budi   santoso ', 'BUDI SANTOSO'],
    ["Ma'ruf Amin", 'MARUF AMIN'],
    ['NUR-HAYATI', 'NUR HAYATI'],
    ['José Álvarez', 'JOSE ALVAREZ'],
    ['SUTRISN0', 'SUTRISNO'],
  ])('reads %s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });

  it.each([
    ['H. Sutrisno', 'SUTRISNO'],
    ['Hj. Siti Aminah, S.Pd.I', 'SITI AMINAH'],
    ['Drs. H. Bambang Wijaya, M.Si.', 'BAMBANG WIJAYA'],
    ['Prof. Dr. Ir. Joko Widodo', 'JOKO WIDODO'],
    ['DEWI LESTARI, A.Md.Keb', 'DEWI LESTARI'],
    ['Dewi Lestari, S. Pd.', 'DEWI LESTARI'],
    ['Dewi Lestari S. Pd.', 'DEWI LESTARI'],
    ['SUTRISNO SPD', 'SUTRISNO'],
    ['Andi Saputra, S.E., M.Si.', 'ANDI SAPUTRA'],
    ['ANDI SAPUTRA ST', 'ANDI SAPUTRA'],
    ['Alm. Sugeng', 'SUGENG'],
    ['SUGENG (ALM)', 'SUGENG'],
    ['K.H. Hasyim', 'HASYIM'],
    ['dr. Rina', 'RINA'],
    ['R. Soeprapto', 'SOEPRAPTO'],
  ])('cuts titles from %s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });

  it.each([
    ['M. Ridwan', 'MUHAMMAD RIDWAN'],
    ['Moch Ridwan', 'MUHAMMAD RIDWAN'],
    ['MHD. RIDWAN', 'MUHAMMAD RIDWAN'],
    ['Muchammad Ridwan', 'MUHAMMAD RIDWAN'],
    ['MHD', 'MUHAMMAD'],
    ['ABD. RAHMAN', 'ABDUL RAHMAN'],
    ['Muhammad Abd Rahman', 'MUHAMMAD ABDUL RAHMAN'],
    ['St. Aminah', 'SITI AMINAH'],
    ['H. M. Ali', 'MUHAMMAD ALI'],
  ])('writes out the short form in %s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });

  it.each([
    ['ASEP BIN KARTA', 'ASEP'],
    ['SITI AMINAH BINTI ALI', 'SITI AMINAH'],
    ['UJANG TOHTONO B. AMAT', 'UJANG TOHTONO'],
    ['SUTRISNO ALIAS TRIS', 'SUTRISNO'],
  ])('cuts the lineage of %s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });

  it.each(['M', 'H', 'ST', 'BIN', 'SE', 'R', 'NI LUH PUTU', 'LA ODE', 'I MADE'])(
    'never cuts %s to nothing',
    (name) => {
      expect(wordsOf(name)).not.toBe('');
    },
  );

  it('gives one key to a name in every order, spelling and spacing', () => {
    const side = sideOf(
      ['SOEPARNO HADI', 'HADI SUPARNO', 'NUR HAYATI', 'NURHAYATI', 'HADI SUPARTO'].map((name) => ({
        name,
      })),
    );
    expect(side.nameKey[0]).toBe(side.nameKey[1]);
    expect(side.joinKey[2]).toBe(side.joinKey[3]);
    expect(side.nameKey[1]).not.toBe(side.nameKey[4]);
    expect(sideOf([{ name: '' }]).nameKey[0]).toBe(0);
  });
});
