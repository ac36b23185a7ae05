import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates } from '../../../src/linkage/features/compare-dates.ts';
import { editDistance } from '../../../src/linkage/features/edit-distance.ts';
import { dateLevel, packEvidence, unpackEvidence } from '../../../src/linkage/features/levels.ts';
import { isoDate, packDate, packIsoDate } from '../../../src/linkage/normalise/dates.ts';

describe('levels of two birth dates', () => {
  it.each([
    ['1980-05-12', '1980-05-12', dateLevel.exact],
    ['1980-05-12', '1980-12-05', dateLevel.swapped],
    ['1980-05-12', '1980-05-13', dateLevel.near],
    ['1980-05-12', '1980-05-22', dateLevel.near],
    ['1980-05-12', '1990-05-12', dateLevel.near],
    ['1980-05-12', '1980-05-30', dateLevel.onePart],
    ['1980-05-12', '1955-05-12', dateLevel.onePart],
    ['1980-05-12', '1980-01-01', dateLevel.defaulted],
    ['1980-05-12', '1980-09-27', dateLevel.twoParts],
    ['1980-05-12', '1962-09-27', dateLevel.differs],
  ])('%s and %s', (a, b, level) => {
    expect(compareDates(packIsoDate(a), packIsoDate(b))).toBe(level);
    expect(compareDates(packIsoDate(b), packIsoDate(a))).toBe(level);
  });

  it('packs only days that exist', () => {
    expect(packDate(1981, 2, 29)).toBe(0);
    expect(isoDate(packDate(1980, 2, 29))).toBe('1980-02-29');
    expect(packIsoDate('12-05-1980')).toBe(0);
    expect(isoDate(0)).toBe('');
  });
});

/** Optimal string alignment, the plain way. */
function plainDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => {
    const row = new Array<number>(b.length + 1).fill(0);
    row[0] = i;
    return row;
  });
  for (let j = 0; j <= b.length; j++) d[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, d[i - 2]![j - 2]! + 1);
      }
      d[i]![j] = best;
    }
  }
  return d[a.length]![b.length]!;
}

describe('editDistance', () => {
  it('equals the plain computation up to 2 and says 3 for more', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const letters = new TextEncoder().encode(a + b);
        const expected = Math.min(3, plainDistance(a, b));
        expect(editDistance(letters, 0, a.length, a.length, b.length)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('packed evidence', () => {
  it('gives back every level', () => {
    const level = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        fc.tuple(level(10), level(3), level(9), level(7), level(2), level(6), level(3)),
        ([nik, kpj, name, date, sex, place, wage]) => {
          const packed = packEvidence(nik, kpj, name, date, sex, place, wage);
          expect(unpackEvidence(packed)).toEqual({
            nik,
            kpj,
            name,
            date,
            sex,
            place,
            wage,
            flags: 0,
          });
        },
      ),
    );
  });
});
