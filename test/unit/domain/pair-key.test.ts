import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPair } from '../../../src/domain/mask-pair.ts';
import { pairKeyOf, parsePairKey } from '../../../src/domain/pair-key.ts';

const keys = fc.tuple(fc.string(), fc.string());

describe('a pair key', () => {
  it('is the same for the same pair, reads back in any dress, and differs between pairs', () => {
    fc.assert(
      fc.property(keys, ([left, right]) => {
        const key = pairKeyOf(left, right);
        expect(pairKeyOf(left, right)).toBe(key);
        expect(parsePairKey(` ${key.toLowerCase().replaceAll('-', ' ')} `)).toBe(key);
      }),
    );
    const many = new Set(
      Array.from({ length: 50_000 }, (_, at) => pairKeyOf(`${at}|A`, `${at % 7}|B`)),
    );
    expect(many.size).toBe(50_000);
  });

  it('is none once a sign is mistyped or two neighbours change places', () => {
    const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXY';
    fc.assert(
      fc.property(keys, fc.nat(14), fc.constantFrom(...signs), ([left, right], at, sign) => {
        const plain = pairKeyOf(left, right).replaceAll('-', '');
        const place = at % plain.length;
        if (plain[place] === sign) return true;
        return parsePairKey(plain.slice(0, place) + sign + plain.slice(place + 1)) === null;
      }),
    );
    fc.assert(
      fc.property(keys, fc.nat(10), ([left, right], at) => {
        const plain = pairKeyOf(left, right).replaceAll('-', '');
        const [a, b] = [plain[at] ?? '', plain[at + 1] ?? ''];
        return a === b || parsePairKey(plain.slice(0, at) + b + a + plain.slice(at + 2)) === null;
      }),
    );
    for (const text of ['', 'SAMA', '1234-5678-9012-3', 'O000-0000-0000-0']) {
      expect(parsePairKey(text)).toBeNull();
    }
  });
});

describe('maskPair', () => {
  it('shows the digits that differ and hides the others', () => {
    expect(maskPair('3329010506709101', '3329010506809101')).toEqual({
      left: '3329••••••7•9101',
      right: '3329••••••8•9101',
    });
  });

  it('hides as usual what is alike, alone, or of another length', () => {
    expect(maskPair('3329010506709101', '3329010506709101').left).toBe('3329••••••••9101');
    expect(maskPair('3329010506709101', null)).toEqual({ left: '3329••••••••9101', right: null });
    expect(maskPair('332901050670910', '3329010506709101').right).toBe('3329••••••••9101');
  });
});
