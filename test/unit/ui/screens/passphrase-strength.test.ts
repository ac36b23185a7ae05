import { describe, expect, it } from 'vitest';
import { passphraseAdvice } from '../../../../src/ui/screens/start/passphrase-strength.ts';

describe('passphraseAdvice', () => {
  it.each([
    ['', 0],
    ['1234567', 0],
    ['12345678', 1],
    ['aaaaaaaaaaaa', 1],
    ['rahasia1', 1],
    ['98172635402', 1],
    ['kopisore', 2],
    ['kopi-Sore-27', 3],
    ['perahu layar senja hujan', 3],
  ])('judges %j as level %i', (text, level) => expect(passphraseAdvice(text).level).toBe(level));
});
