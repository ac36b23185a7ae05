/** Readings that most values take a short way to are the same on the long one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../../src/engine/import/header-text.ts';
import { personKey } from '../../../src/store/unit-key.ts';

const pieces = [
  'A',
  'z',
  '9',
  ' ',
  '  ',
  "'",
  '.',
  '-',
  '\u00a0',
  '\u200b',
  '\t',
  '\u007f',
  'é',
  'Ñ',
  '~',
  '!',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('a short way', () => {
  it('leaves the key of a name as it is defined', () => {
    fc.assert(
      fc.property(text, (name) => {
        const marks = name.normalize('NFKD').replace(/[\u0300-\u036f'’`]/g, '');
        const words = marks.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
        expect(personKey(name)).toBe(words.join(' '));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves the cleaning of a cell as it is defined', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const spaced = cell.replace(
          /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\s]+/g,
          ' ',
        );
        expect(cleanCell(cell)).toBe(spaced.trim());
      }),
      { numRuns: 2_000 },
    );
  });
});
