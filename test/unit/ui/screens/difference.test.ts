import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differingDigits,
  differingPieces,
} from '../../../../src/ui/screens/matching/difference.ts';

const marked = (text: string, other: string) =>
  differingPieces(text, other)
    .map((piece) => (piece.same ? piece.text : `[${piece.text}]`))
    .join('');

describe('differingPieces', () => {
  it.each([
    ['SOEPARNO', 'SUPARNO', 'S[OE]PARNO'],
    ['SUPARNO', 'SOEPARNO', 'S[U]PARNO'],
    ['Siti', 'SITI', 'Siti'],
    ['20031234567', '20031234576', '2003123456[7]'],
    ['', 'abc', ''],
    ['abc', '', '[abc]'],
  ])('marks %s against %s as %s', (text, other, expected) => {
    expect(marked(text, other)).toBe(expected);
  });

  it('keeps every character, and marks nothing between equal texts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 150 }), fc.string({ maxLength: 150 }), (a, b) => {
        expect(
          differingPieces(a, b)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(a);
        expect(differingPieces(a, a).every((piece) => piece.same)).toBe(true);
      }),
    );
  });

  it('keeps as much on one side as on the other', () => {
    const kept = (a: string, b: string) =>
      differingPieces(a, b)
        .filter((piece) => piece.same)
        .map((piece) => piece.text)
        .join('').length;
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '2', '3'), maxLength: 40 });
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        expect(kept(a, b)).toBe(kept(b, a));
      }),
    );
  });
});

describe('differingDigits', () => {
  it('compares place by place, so that a digit keeps its place', () => {
    const marks = (text: string, other: string) =>
      differingDigits(text, other)
        .map((piece) => (piece.same ? piece.text : `[${piece.text}]`))
        .join('');
    expect(marks('3329162', '3329036')).toBe('3329[162]');
    expect(marks('20031234567', '20031234576')).toBe('200312345[67]');
    expect(marks('123', '1234')).toBe('123');
  });
});
