/**
 * Remembers in which row a 64-bit key was first seen: an open-addressing table over typed arrays, 12 bytes a
 * slot, so that a million rows cost 25 MB and no strings.
 */
export interface FirstSeen {
  /** The number stored for the key before, or -1 when it is new and `value` was stored. */
  readonly see: (high: number, low: number, value: number) => number;
}

export function createFirstSeen(expected = 1 << 12): FirstSeen {
  let size = 1 << Math.ceil(Math.log2(Math.max(16, expected * 2)));
  let high = new Uint32Array(size);
  let low = new Uint32Array(size);
  // 0 is an empty slot; values are stored plus one.
  let values = new Uint32Array(size);
  let count = 0;

  const slotOf = (h: number, l: number): number => {
    let hash = Math.imul(h ^ (l >>> 15), 0x9e3779b1) ^ Math.imul(l, 0x85ebca6b);
    hash ^= hash >>> 16;
    let slot = hash & (size - 1);
    while (values[slot] !== 0 && (high[slot] !== h || low[slot] !== l))
      slot = (slot + 1) & (size - 1);
    return slot;
  };

  const grow = () => {
    const [oldHigh, oldLow, oldValues] = [high, low, values];
    size *= 2;
    high = new Uint32Array(size);
    low = new Uint32Array(size);
    values = new Uint32Array(size);
    for (const [index, value] of oldValues.entries()) {
      if (value === 0) continue;
      const h = oldHigh[index] ?? 0;
      const l = oldLow[index] ?? 0;
      const slot = slotOf(h, l);
      high[slot] = h;
      low[slot] = l;
      values[slot] = value;
    }
  };

  return {
    see(h, l, value) {
      const key = [h >>> 0, l >>> 0] as const;
      const slot = slotOf(key[0], key[1]);
      const found = values[slot] ?? 0;
      if (found !== 0) return found - 1;
      high[slot] = key[0];
      low[slot] = key[1];
      values[slot] = value + 1;
      count += 1;
      if (count * 2 > size) grow();
      return -1;
    },
  };
}

/** Two independent 32-bit hashes of a text (FNV-1a and a multiplicative one), for keys that are not digits. */
export function hashText(text: string): { readonly high: number; readonly low: number } {
  let high = 0x811c9dc5;
  let low = 0x2545f491;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low + code, 0x9e3779b1);
    low ^= low >>> 15;
  }
  return { high: high >>> 0, low: low >>> 0 };
}
