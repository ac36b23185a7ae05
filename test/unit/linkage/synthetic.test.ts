import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../src/linkage/reconcile.ts';
import { createSideBuilder } from '../../../src/linkage/side-builder.ts';
import type { Profile } from '../../bench/linkage/errors.ts';
import { generate } from '../../bench/linkage/generator.ts';
import {
  calibrationError,
  officeJoin,
  qualityOf,
  truePeople,
} from '../../bench/linkage/measure.ts';
import { cellsOf, pairsOf } from './people.ts';

function measure(profile: Profile, places: boolean) {
  const scene = generate({ rows: 5000, profile, seed: 4711, places });
  const left = createSideBuilder(scene.left.length);
  for (const row of scene.left) left.add(cellsOf(row));
  const right = createSideBuilder(scene.right.length);
  for (const row of scene.right) right.add(cellsOf(row));
  const result = reconcile(left.finish(), right.finish());
  const truth = truePeople(scene);
  const links = pairsOf(result.links);
  const shown = [...links, ...pairsOf(result.candidates)];
  const taken = new Set<number>();
  const half = shown.filter((pair) => {
    if (pair.probability < 0.5 || taken.has(pair.left)) return false;
    taken.add(pair.left);
    return true;
  });
  return {
    accepted: qualityOf(scene, truth, links),
    half: qualityOf(scene, truth, half),
    error: calibrationError(scene, links),
    office: qualityOf(scene, truth, officeJoin(scene, true)),
    reviewShare:
      new Set(pairsOf(result.candidates).map((pair) => pair.left)).size / scene.left.length,
  };
}

describe('five thousand synthetic people against five thousand', { timeout: 60_000 }, () => {
  it.each([
    ['typical', true, 0.998, 0.004],
    ['bad', true, 0.995, 0.012],
    ['none', true, 0.994, 0.02],
    ['typical', false, 0.997, 0.006],
    ['bad', false, 0.99, 0.02],
    ['none', false, 0.985, 0.04],
  ] as const)('%s, places %s: F1 at least %f', (profile, places, leastF1, mostReview) => {
    const found = measure(profile, places);
    expect(found.half.f1).toBeGreaterThanOrEqual(leastF1);
    expect(found.accepted.precision).toBeGreaterThanOrEqual(0.9985);
    expect(found.error).toBeLessThanOrEqual(0.005);
    expect(found.reviewShare).toBeLessThanOrEqual(mostReview);
    expect(found.half.f1).toBeGreaterThan(found.office.f1);
  });
});
