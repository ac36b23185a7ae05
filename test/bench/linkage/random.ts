/** Seeded randomness for the generator (mulberry32, public domain). */
export interface Random {
  readonly next: () => number;
  readonly int: (below: number) => number;
  readonly chance: (p: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** An element of a list in which the k-th is about 1/(k+q)^s as frequent as the first. */
  readonly zipf: <T>(list: readonly T[]) => T;
}

const cumulated = new WeakMap<readonly unknown[], Float64Array>();

function zipfTable(list: readonly unknown[]): Float64Array {
  const held = cumulated.get(list);
  if (held !== undefined) return held;
  const table = new Float64Array(list.length);
  let sum = 0;
  for (let i = 0; i < list.length; i++) {
    sum += 1 / (i + 6) ** 0.9;
    table[i] = sum;
  }
  cumulated.set(list, table);
  return table;
}

/** A generator of its own for each seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    chance: (p) => next() < p,
    pick: (list) => list[int(list.length)]!,
    zipf(list) {
      const table = zipfTable(list);
      const at = next() * table[table.length - 1]!;
      let low = 0;
      let high = table.length - 1;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (table[mid]! < at) low = mid + 1;
        else high = mid;
      }
      return list[low]!;
    },
  };
}
