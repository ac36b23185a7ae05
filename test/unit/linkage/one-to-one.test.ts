import { describe, expect, it } from 'vitest';
import { newPairList, pushPair } from '../../../src/linkage/assign/pair-list.ts';
import { matchingChances, newMatchingRoom } from '../../../src/linkage/score/one-to-one.ts';

type Edge = readonly [left: number, right: number, odds: number];

function chancesOf(edges: readonly Edge[]): number[] {
  const pairs = newPairList();
  for (const [l, r] of edges) pushPair(pairs, l, r, 0, 0);
  const odds = Float64Array.from(edges, ([, , value]) => value);
  const chances = new Float32Array(edges.length);
  matchingChances(newMatchingRoom(pairs, 8, 8), odds, chances);
  return [...chances];
}

/** The same by counting out every matching. */
function countedOut(edges: readonly Edge[]): number[] {
  const held = new Float64Array(edges.length);
  let all = 0;
  for (let choice = 0; choice < 2 ** edges.length; choice++) {
    const chosen = edges.filter((_, e) => (choice & (1 << e)) !== 0);
    if (new Set(chosen.map(([l]) => l)).size < chosen.length) continue;
    if (new Set(chosen.map(([, r]) => r)).size < chosen.length) continue;
    const product = chosen.reduce((value, [, , odds]) => value * odds, 1);
    all += product;
    for (const e of edges.keys()) if ((choice & (1 << e)) !== 0) held[e]! += product;
  }
  return [...held].map((value) => value / all);
}

describe('chances of pairs in a one-to-one matching', () => {
  const trees: Readonly<Record<string, readonly Edge[]>> = {
    'a pair alone': [[0, 0, 3]],
    'two rivals for one row': [
      [0, 0, 4],
      [1, 0, 4],
    ],
    'a rival with a better partner of his own': [
      [0, 0, 1],
      [1, 0, 50],
      [1, 1, 1e9],
    ],
    'a chain and a fork': [
      [0, 0, 2],
      [0, 1, 5],
      [1, 1, 7],
      [1, 2, 0.5],
      [2, 2, 3],
      [3, 2, 9],
    ],
    'odds far beyond what a sum can hold beside one': [
      [0, 0, 2 ** 80],
      [0, 1, 2 ** 78],
      [1, 1, 2 ** 60],
    ],
  };
  for (const [name, edges] of Object.entries(trees)) {
    it(`equals counting out every matching: ${name}`, () => {
      const counted = countedOut(edges);
      for (const [e, chance] of chancesOf(edges).entries())
        expect(chance).toBeCloseTo(counted[e]!, 6);
    });
  }

  it('does not ask which side is left', () => {
    const edges = trees['a chain and a fork']!;
    const turned = edges.map(([l, r, odds]): Edge => [r, l, odds]);
    expect(chancesOf(turned)).toEqual(chancesOf(edges));
  });

  it('stays near the truth on a circle', () => {
    const circle: Edge[] = [
      [0, 0, 6],
      [0, 1, 2],
      [1, 0, 2],
      [1, 1, 6],
    ];
    const counted = countedOut(circle);
    for (const [e, chance] of chancesOf(circle).entries()) {
      expect(Math.abs(chance - counted[e]!)).toBeLessThan(0.1);
    }
  });
});
