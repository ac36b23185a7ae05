import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stratifiedPrecision, wilsonInterval } from '../../../src/domain/wilson.ts';

describe('wilsonInterval', () => {
  it.each([
    // Newcombe (Statistics in Medicine 17, 1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i out of %i', (hits, trials, low, high) => {
    const interval = wilsonInterval(hits, trials);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('holds the share, lies within 0…1, and narrows as the sample grows', () => {
    const sample = fc
      .integer({ min: 1, max: 5_000 })
      .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
    fc.assert(
      fc.property(sample, ([hits, trials]) => {
        const one = wilsonInterval(hits, trials);
        const ten = wilsonInterval(hits * 10, trials * 10);
        if (one === null || ten === null) return false;
        const holds = one.low <= hits / trials && hits / trials <= one.high;
        return holds && one.low >= 0 && one.high <= 1 && ten.high - ten.low < one.high - one.low;
      }),
    );
  });

  it.each([
    [0, 0],
    [3, 2],
    [-1, 5],
    [1, Number.NaN],
  ])('says nothing of %f out of %f', (hits, trials) => {
    expect(wilsonInterval(hits, trials)).toBeNull();
  });
});

describe('stratifiedPrecision', () => {
  it('is the plain interval where every layer is drawn alike', () => {
    const found = stratifiedPrecision([
      { population: 900, right: 88, wrong: 2 },
      { population: 100, right: 9, wrong: 1 },
    ]);
    const plain = wilsonInterval(97, 100);
    expect(found).toMatchObject({ labelled: 100 });
    expect(found?.share).toBeCloseTo(0.97, 9);
    expect(found?.low).toBeCloseTo(plain?.low ?? 0, 9);
    expect(found?.high).toBeCloseTo(plain?.high ?? 0, 9);
  });

  it('counts each layer by its part of the run, and is less sure for it', () => {
    const found = stratifiedPrecision([
      { population: 990, right: 50, wrong: 0 },
      { population: 10, right: 25, wrong: 25 },
      { population: 500, right: 0, wrong: 0 },
    ]);
    expect(found?.share).toBeCloseTo(0.995, 9);
    expect((found?.high ?? 0) - (found?.low ?? 0)).toBeGreaterThan(
      (wilsonInterval(99.5, 100)?.high ?? 0) - (wilsonInterval(99.5, 100)?.low ?? 0),
    );
    expect(stratifiedPrecision([{ population: 5, right: 0, wrong: 0 }])).toBeNull();
  });
});
