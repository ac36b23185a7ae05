import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/engine/review/audit.ts';
import { chooseBulk } from '../../../src/engine/review/bulk.ts';
import {
  contradictingFields,
  differingFields,
  fieldBit,
  needsLook,
} from '../../../src/engine/review/evidence-fields.ts';
import { readAnswer } from '../../../src/engine/review/list-sheet.ts';
import { byValue, expectedWrong, type Ordered } from '../../../src/engine/review/queue-order.ts';
import {
  dateLevel,
  evidenceFlag,
  kpjLevel,
  nameLevel,
  nikLevel,
  packEvidence,
  placeLevel,
  sexLevel,
} from '../../../src/linkage/features/levels.ts';

const pair: fc.Arbitrary<Ordered> = fc.record({
  conflict: fc.boolean(),
  probability: fc.float({ min: 0, max: 1, noNaN: true }),
  money: fc.integer({ min: 0, max: 100_000 }),
});

describe('the order of the queue', () => {
  it('is one order, whatever the order before', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
        const sorted = pairs.toSorted(byValue);
        const again = pairs.toReversed().toSorted(byValue);
        expect(again.map(({ money, conflict }) => [money, conflict])).toEqual(
          sorted.map(({ money, conflict }) => [money, conflict]),
        );
        const firstConflict = sorted.findIndex(({ conflict }) => conflict);
        expect(
          sorted
            .slice(firstConflict < 0 ? sorted.length : firstConflict)
            .every(({ conflict }) => conflict),
        ).toBe(true);
      }),
    );
  });

  it('puts doubt before money, and money before small differences in doubt', () => {
    const doubtful = { conflict: false, probability: 0.52, money: 1 };
    const dear = { conflict: false, probability: 0.48, money: 9 };
    const likely = { conflict: false, probability: 0.69, money: 99 };
    const contradicted = { conflict: true, probability: 0.5, money: 999 };
    expect([contradicted, likely, doubtful, dear].toSorted(byValue)).toEqual([
      dear,
      doubtful,
      likely,
      contradicted,
    ]);
  });
});

describe('a bulk', () => {
  const candidate = fc.record({
    linkId: fc.nat(),
    personId: fc.nat(6),
    membershipId: fc.nat(6),
    probability: fc.float({ min: 0, max: 1, noNaN: true }),
    class: fc.constantFrom('review' as const, 'conflict' as const),
    needsLook: fc.constantFrom(0, 1),
    voted: fc.constantFrom(0, 1),
    contested: fc.constantFrom(0, 1),
  });

  it('takes each person and each membership once, nothing that needs a look, nothing of somebody else', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 40 }), (candidates) => {
        const isHeld = ({ contested }: { contested: number }) => contested === 1;
        const { taken, left, rivalled } = chooseBulk(candidates, isHeld);
        expect(new Set(taken.map(({ personId }) => personId)).size).toBe(taken.length);
        expect(new Set(taken.map(({ membershipId }) => membershipId)).size).toBe(taken.length);
        expect(taken.some((one) => one.class === 'conflict' || one.needsLook === 1)).toBe(false);
        expect(taken.some(isHeld)).toBe(false);
        expect(taken.length + left + rivalled).toBe(candidates.length);
        const wrong = expectedWrong(taken.map(({ probability }) => probability));
        expect(wrong).toBeGreaterThanOrEqual(0);
        expect(wrong).toBeLessThanOrEqual(taken.length);
      }),
    );
  });
});

describe('a sample', () => {
  it('has the size asked for, or all there is, and some of every class', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 500 }),
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 3, maxLength: 3 }),
        (size, populations) => {
          const shares = allocate(size, populations);
          const total = populations.reduce((sum, one) => sum + one, 0);
          const drawn = shares.reduce((sum, one) => sum + one, 0);
          expect(drawn).toBeLessThanOrEqual(size);
          expect(drawn).toBeGreaterThanOrEqual(Math.min(size, total) - 2);
          for (const [at, share] of shares.entries()) {
            const population = populations[at] ?? 0;
            expect(share).toBeLessThanOrEqual(population);
            if (size >= 15) expect(share).toBeGreaterThanOrEqual(Math.min(population, 5));
          }
        },
      ),
    );
  });
});

describe('fields that differ', () => {
  it('are known from the packed evidence', () => {
    const evidence = packEvidence(
      nikLevel.oneDigit,
      kpjLevel.missing,
      nameLevel.spelling,
      dateLevel.exact,
      sexLevel.differs,
      placeLevel.village,
      0,
    );
    expect(differingFields(evidence)).toBe(fieldBit('nik') | fieldBit('name') | fieldBit('sex'));
    expect(needsLook(evidence)).toBe(false);
    expect(needsLook(evidence | evidenceFlag.lookOnly)).toBe(true);
    expect(contradictingFields(evidence)).toEqual(['sex']);
  });

  it('keep a pair from the machine once two of them contradict, a common name and birth date or not', () => {
    const others = packEvidence(
      nikLevel.differs,
      kpjLevel.differs,
      nameLevel.exact,
      dateLevel.exact,
      sexLevel.differs,
      placeLevel.differs,
      0,
    );
    expect(contradictingFields(others)).toEqual(['nik', 'sex']);
    expect(needsLook(others)).toBe(true);
    const moved = packEvidence(
      nikLevel.missing,
      kpjLevel.differs,
      nameLevel.exact,
      dateLevel.exact,
      sexLevel.missing,
      placeLevel.differs,
      0,
    );
    expect(contradictingFields(moved)).toEqual([]);
    expect(needsLook(moved)).toBe(false);
  });
});

describe('an answer', () => {
  it.each([
    ['SAMA', 'same'],
    [' sama. ', 'same'],
    ['Ya', 'same'],
    ['BEDA', 'different'],
    ['bukan', 'different'],
    ['Tidak  tahu', 'unknown'],
    ['', 'blank'],
    ['\u00a0', 'blank'],
    ['sama/beda', 'unreadable'],
    ['1', 'unreadable'],
  ])('%j reads as %s', (text, meaning) => {
    expect(readAnswer(text)).toBe(meaning);
  });
});
