import { describe, expect, it } from 'vitest';
import { createTailWriter } from '../../../src/engine/match/pair-tails.ts';
import { explainPair } from '../../../src/linkage/explain/explain-pair.ts';
import { explainText } from '../../../src/linkage/explain/explain-text.ts';
import { factsOfRow } from '../../../src/linkage/explain/person-facts.ts';
import { reconcile } from '../../../src/linkage/reconcile.ts';
import type { PairTable } from '../../../src/linkage/types.ts';
import { crowd, sideOf } from './people.ts';

const scene = crowd(900, 5);
const left = sideOf(scene.left);
const right = sideOf(scene.right);
const { links } = reconcile(left, right);

function tailsOf(table: PairTable): string[] {
  const putTail = createTailWriter(left, right, 'match');
  const out = { buffer: new Uint8Array(4096), at: 0 };
  return Array.from({ length: table.size }, (_, i) => {
    out.at = 0;
    putTail(out, table, i);
    return new TextDecoder().decode(out.buffer.subarray(0, out.at));
  });
}

describe('the end of a record', () => {
  it('says of every pair what the window says of it', () => {
    const probability = links.probability.map((p) => Math.round(p * 10_000) / 10_000);
    const tails = tailsOf({ ...links, probability });
    expect(tails.length).toBeGreaterThan(700);
    tails.forEach((tail, i) => {
      const p = Math.round((links.probability[i] ?? 0) * 10_000) / 10_000;
      const facts = [
        factsOfRow(left, links.leftRow[i] ?? 0),
        factsOfRow(right, links.rightRow[i] ?? 0),
      ] as const;
      const why = explainText(explainPair(links.evidence[i] ?? 0, ...facts), p);
      expect(tail).toBe(`,match,${p.toFixed(4)},"${why}"\n`);
    });
  });

  it('does not depend on which of two nearly equal chances came first', () => {
    const twice = (first: number, second: number): PairTable => ({
      ...links,
      size: 2,
      evidence: Int32Array.of(links.evidence[0] ?? 0, links.evidence[0] ?? 0),
      probability: Float32Array.of(first, second),
    });
    const [a, b] = tailsOf(twice(0.998_96, 0.999_01));
    const [c, d] = tailsOf(twice(0.999_01, 0.998_96));
    expect([a, b]).toEqual([d, c]);
  });
});
