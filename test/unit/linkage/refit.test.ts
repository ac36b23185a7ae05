import { describe, expect, it } from 'vitest';
import { asItComes, type DecidedPair, refit } from '../../../src/linkage/score/refit.ts';

/** Decisions as they fall where the truth is `shift` bits above what the model says; no chance in it. */
function decisions(count: number, shift: number): DecidedPair[] {
  const pairs: DecidedPair[] = [];
  const owed = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const weight = (i % 9) - 4;
    const due = (owed.get(weight) ?? 0.5) + 1 / (1 + 2 ** -(weight + shift));
    pairs.push({ weight, same: due >= 1 });
    owed.set(weight, due >= 1 ? due - 1 : due);
  }
  return pairs;
}

describe('calibration from decisions', () => {
  it('leaves the model alone for a handful', () => {
    expect(refit([])).toBe(asItComes);
    expect(refit(decisions(5, 3))).toBe(asItComes);
  });

  it('moves little for a few and all the way for many', () => {
    const few = refit(decisions(36, 2));
    const many = refit(decisions(3_600, 2));
    expect(few.shift).toBeGreaterThan(0);
    expect(few.shift).toBeLessThan(0.8);
    expect(many.shift).toBeGreaterThan(1.7);
    expect(many.shift).toBeLessThan(2.2);
    expect(many).toMatchObject({ decisions: 3_600 });
  });

  it('stays where it is when the model is right', () => {
    const right = refit(decisions(3_600, 0));
    expect(Math.abs(right.shift)).toBeLessThan(0.1);
    expect(right.slope).toBeCloseTo(1, 1);
  });

  it('does not ask in which order decisions were made', () => {
    const pairs = decisions(200, 1);
    expect(refit([...pairs].reverse())).toEqual(refit(pairs));
  });

  it('keeps its footing when all decisions are alike', () => {
    const all = refit(Array.from({ length: 500 }, () => ({ weight: 60, same: false })));
    expect(Number.isFinite(all.shift)).toBe(true);
    expect(all.slope).toBeGreaterThanOrEqual(0.4);
    expect(all.shift).toBeLessThan(0);
  });
});
