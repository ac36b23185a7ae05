import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakable, cleanText } from '../../../src/reports/clean-text.ts';
import { paginate, wrapText } from '../../../src/reports/list-layout.ts';

const measure = (text: string) => [...text].length;

describe('wrapping', () => {
  it('never passes the width and loses nothing but the spaces at breaks', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '𝑥') }).map(cleanText);
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (value, width) => {
        const lines = wrapText(value, width, measure);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
      }),
    );
  });

  it('breaks at spaces first', () => {
    expect(wrapText('Desa Contoh Satu', 11, measure)).toEqual(['Desa Contoh', 'Satu']);
    expect(wrapText('abcdefgh i', 4, measure)).toEqual(['abcd', 'efgh', 'i']);
  });
});

describe('page breaks', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 200 });

  it('give every row a page with room for it, and the tail room on the last', () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: 0, max: 40 }), (rows, tail) => {
        const room = { first: 60, next: 100, tail };
        const starts = paginate(rows, room);
        expect(starts[0]).toBe(0);
        starts.forEach((start, page) => {
          const end = starts[page + 1] ?? rows.length;
          const isOnlyRow = rows.length === 1;
          if (!isOnlyRow) expect(end).toBeGreaterThan(start);
          const used = rows.slice(start, end).reduce((sum, height) => sum + height, 0);
          const isLast = page === starts.length - 1;
          const limit = page === 0 ? room.first : room.next;
          if (starts.length > 1 || !isOnlyRow) {
            // Three rows of 30 and a tail of 40 pass 100: then the tail's rows themselves are too tall.
            const tooTall = isLast && used + tail > limit && end - start <= 3;
            expect(tooTall || used + (isLast ? tail : 0) <= limit).toBe(true);
          }
        });
      }),
    );
  });

  it('takes rows along when the tail would stand alone', () => {
    expect(paginate([10, 10, 10, 10, 10], { first: 50, next: 100, tail: 20 })).toEqual([0, 2]);
    expect(paginate([10, 10, 10], { first: 50, next: 100, tail: 20 })).toEqual([0]);
  });
});

describe('text from files', () => {
  it('loses control characters and direction overrides, nothing else', () => {
    expect(cleanText('  Budi\u0000\u0007 \t\n Utomo\u202e\u2066\ufeff ')).toBe('Budi Utomo');
    expect(cleanText('=HYPERLINK("x") #import *_$`\\')).toBe('=HYPERLINK("x") #import *_$`\\');
  });

  it('can break in a very long run', () => {
    expect(breakable('pendek')).toBe('pendek');
    expect(breakable('x'.repeat(40)).split('\u200b').join('')).toBe('x'.repeat(40));
    expect(breakable('x'.repeat(40))).toContain('\u200b');
  });
});
