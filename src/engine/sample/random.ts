/** A stream of numbers that is the same on every machine: the sample is made from nothing else. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** Integer, at least `from`, at most `to`. */
  between(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The stream for one thing (`index`) seen from one side (`stream`): no thing's numbers depend on another's. */
export function randomAt(seed: number, stream: number, index: number): Random {
  let state = mix(mix(mix(0x1234567, seed | 0), stream), index | 0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    pick: (list) => {
      const one = list[Math.floor(next() * list.length)];
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    },
  };
}

/**
 * A shuffle of 0…size−1 that needs no memory: a four-round Feistel network over the next even number of bits,
 * walked on until it lands below `size`.
 */
export function shuffled(size: number, seed: number): (index: number) => number {
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, size)) / 2));
  const mask = 2 ** half - 1;
  return (index) => {
    let value = index;
    do {
      let left = value >>> half;
      let right = value & mask;
      for (let round = 1; round <= 4; round += 1) {
        const next = (left ^ mix(mix(seed, round), right)) & mask;
        left = right;
        right = next;
      }
      value = left * 2 ** half + right;
    } while (value >= size);
    return value;
  };
}

/** Shares out `total` by weight in whole numbers that add up to it (largest remainders). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum));
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((all, part) => all + part, 0);
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, missing)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}
