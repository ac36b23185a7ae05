/** Many short byte strings in one growing buffer: the ids of a million rows. In memory that threads share. */
import { sharedBytes, sharedUint32 } from '../../linkage/share/shared-memory.ts';

export interface TextPool {
  readonly add: (bytes: Uint8Array, start: number, end: number) => void;
  readonly size: () => number;
  /** Copies entry i to `target` at `at`; returns the position after it. */
  readonly copy: (i: number, target: Uint8Array, at: number) => number;
  readonly lengthOf: (i: number) => number;
  readonly text: (i: number) => string;
  /** What the pool holds, for another thread's {@link openTextPool}. */
  readonly bytes: () => PoolBytes;
}

/** Entry i is `held[ends[i − 1] … ends[i])`. */
export interface PoolBytes {
  readonly held: Uint8Array;
  readonly ends: Uint32Array;
  readonly count: number;
}

/** An empty pool. */
export function createTextPool(expected: number): TextPool {
  return openTextPool({
    held: sharedBytes(Math.max(1024, expected * 10)),
    ends: sharedUint32(Math.max(64, expected + 1)),
    count: 0,
  });
}

/** A pool that goes on from what another held. */
export function openTextPool(from: PoolBytes): TextPool {
  let { held, ends, count } = from;
  const decoder = new TextDecoder();
  const startOf = (i: number): number => (i === 0 ? 0 : (ends[i - 1] ?? 0));
  return {
    add(bytes, start, end) {
      const at = startOf(count);
      const after = at + end - start;
      if (after > held.length) {
        const next = sharedBytes(Math.max(after, Math.ceil(held.length * 1.6)));
        next.set(held);
        held = next;
      }
      if (count === ends.length) {
        const next = sharedUint32(Math.ceil(count * 1.6));
        next.set(ends);
        ends = next;
      }
      for (let i = start, to = at; i < end; i++) held[to++] = bytes[i] ?? 0;
      ends[count++] = after;
    },
    size: () => count,
    copy(i, target, at) {
      const end = ends[i] ?? 0;
      let to = at;
      for (let from = startOf(i); from < end; from++) target[to++] = held[from] ?? 0;
      return to;
    },
    lengthOf: (i) => (ends[i] ?? 0) - startOf(i),
    text: (i) => decoder.decode(held.subarray(startOf(i), ends[i] ?? 0)),
    bytes: () => ({ held, ends, count }),
  };
}
