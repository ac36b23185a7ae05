/** Codes of marital status: what a column's letters mean together. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideMarital, maritalCode } from '../../../src/domain/marital.ts';

const read = (...texts: string[]) => Object.fromEntries(decideMarital(texts.map(maritalCode)));

describe('the marital status of a column', () => {
  it.each([
    [
      ['Kawin', 'Belum  Kawin', 'cerai mati'],
      { KAWIN: 'kawin', 'BELUM KAWIN': 'belum', 'CERAI MATI': 'cerai' },
    ],
    [['K', 'TK'], { K: 'kawin', TK: 'belum' }],
    [['Y', 'T'], { Y: 'kawin', T: 'belum' }],
    [['L', 'K'], { L: 'belum', K: 'kawin' }],
    [['L', 'M'], { L: 'belum', M: 'kawin' }],
    [['K/2', 'TK/0'], { 'K/2': 'kawin', 'TK/0': 'belum' }],
    [['1', '2', '4'], { '1': 'belum', '2': 'kawin', '4': 'cerai' }],
    [['J.', 'D.'], { J: 'cerai', D: 'cerai' }],
  ])('%j', (texts, meaning) => expect(read(...texts)).toEqual(meaning));

  it('is not read from what may be something else', () => {
    expect(read('L', 'P')).toEqual({});
    expect(read('1', '2')).toEqual({});
    expect(read('0', '1')).toEqual({});
    expect(read('aktif', 'kontrak')).toEqual({});
  });

  it('knows no code that the column has not, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 })), (texts) => {
        const codes = texts.map(maritalCode);
        for (const code of decideMarital(codes).keys()) expect(codes).toContain(code);
        expect(codes.map(maritalCode)).toEqual(codes);
      }),
    );
  });
});
