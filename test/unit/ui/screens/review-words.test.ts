import { describe, expect, it } from 'vitest';
import { parseInitials } from '../../../../src/ui/screens/matching/review/use-operator.ts';
import {
  decisionSaid,
  formatBits,
  formatExpected,
  formatShare,
} from '../../../../src/ui/screens/matching/review/words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('figures of the queue', () => {
  it.each([
    [0, '0 %'],
    [0.00002, '< 0,1 %'],
    [0.0332, '3,3 %'],
    [0.5, '50 %'],
    [0.9994, '> 99,9 %'],
    [1, '100 %'],
  ])('share %f', (share, text) => expect(plain(formatShare(share))).toBe(text));

  it('says weights with their sign and expected numbers with one place', () => {
    expect([12.34, -0.51, 0].map(formatBits)).toEqual(['+12,3', '−0,5', '+0,0']);
    expect([0, 0.44, 9.96, 1234.4].map(formatExpected)).toEqual(['0,0', '0,4', '10,0', '1.234']);
  });

  it('says what a decision did', () => {
    const done = { state: 'decided', implied: 0 } as const;
    expect(decisionSaid('same', done)).toBe('Diputuskan: orang yang sama');
    expect(decisionSaid('same', { ...done, implied: 2 })).toContain('2 pasangan lain');
    expect(decisionSaid('same', { ...done, state: 'voted' })).toContain('petugas kedua');
    expect(decisionSaid('different', { ...done, state: 'disputed' })).toContain('tidak sepakat');
  });
});

it.each([
  ['ab', 'AB'],
  [' s.w ', 'SW'],
  ['a', null],
  ['', null],
  ['terlalupanjang', null],
])('initials %j are %j', (text, initials) => expect(parseInitials(text)).toBe(initials));
