import { describe, expect, it } from 'vitest';
import { waterfallFields } from '../../../src/linkage/explain/waterfall.ts';
import { unpackEvidence } from '../../../src/linkage/features/levels.ts';
import { reconcile } from '../../../src/linkage/reconcile.ts';
import { generate } from '../../bench/linkage/generator.ts';
import { cellsOf, pairsOf, run, sideOf } from './people.ts';

const scene = generate({ rows: 2500, profile: 'none', seed: 91 });
const result = reconcile(sideOf(scene.left.map(cellsOf)), sideOf(scene.right.map(cellsOf)));
const stepsOf = (all: Float32Array, at: number) =>
  all.subarray(at * waterfallFields.length, (at + 1) * waterfallFields.length);
const sum = (steps: Float32Array) => steps.reduce((total, bits) => total + bits, 0);

describe('waterfalls', () => {
  it('add up from the prior to the weight, for every candidate and rival', () => {
    const priors = new Map<string, number>();
    const { candidates, rivals, waterfalls, model } = result;
    expect(candidates.size).toBeGreaterThan(20);
    expect(rivals.size).toBeGreaterThan(0);
    for (const [table, all] of [
      [candidates, waterfalls.candidates],
      [rivals, waterfalls.rivals],
    ] as const) {
      for (let at = 0; at < table.size; at++) {
        // The prior is one for each stratum: by whether both have a NIK, and a KPJ.
        const { nik, kpj } = unpackEvidence(table.evidence[at] ?? 0);
        const prior = (table.weight[at] ?? 0) - sum(stepsOf(all, at));
        const stratum = `${nik > 0} ${kpj > 0}`;
        expect(prior).toBeCloseTo(priors.get(stratum) ?? prior, 3);
        expect(Math.abs(prior - model.prior)).toBeLessThan(8);
        priors.set(stratum, prior);
      }
    }
  });

  it('put what an equal NIK and a contradicting name say at their own fields', () => {
    const pair = {
      nik: '3329011205809001',
      name: 'PAIMAN',
      birthDate: '1953-01-30',
      village: 'Sirampog',
    };
    const other = { ...pair, name: 'KUSDARYANTI', birthDate: '1980-05-12' };
    const found = run([pair], [other]);
    const steps = stepsOf(found.result.waterfalls.candidates, 0);
    const at = (field: (typeof waterfallFields)[number]) => steps[waterfallFields.indexOf(field)];
    expect(at('nik')).toBeGreaterThan(5);
    expect(at('name')).toBeLessThan(-3);
    expect(at('date')).toBeLessThan(-3);
    expect(at('kpj')).toBe(0);
    expect(at('wage')).toBe(0);
  });
});

describe('rivals', () => {
  it('share a row with the queue or could join it, and stand nowhere else', () => {
    const { candidates, links, rivals } = result;
    const keyOf = (pair: { left: number; right: number }) => `${pair.left}/${pair.right}`;
    const queue = pairsOf(candidates);
    const elsewhere = new Set([...queue.map(keyOf), ...pairsOf(links).map(keyOf)]);
    const seen = new Set<string>();
    for (const rival of pairsOf(rivals)) {
      expect(elsewhere.has(keyOf(rival))).toBe(false);
      expect(seen.has(keyOf(rival))).toBe(false);
      seen.add(keyOf(rival));
      const shares = queue.some((pair) => pair.left === rival.left || pair.right === rival.right);
      expect(shares || rival.probability >= 0.01).toBe(true);
    }
  });
});
