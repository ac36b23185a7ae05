/** Many short byte strings in one growing buffer: the ids of a million rows. */
export interface TextPool {
  readonly add: (bytes: Uint8Array, start: number, end: number) => void;
  readonly size: () => number;
  /** Copies entry i to `target` at `at`; returns the position after it. */
  readonly copy: (i: number, target: Uint8Array, at: number) => number;
  readonly lengthOf: (i: number) => number;
  readonly text: (i: number) => string;
}

/** An empty pool. */
export function createTextPool(expected: number): TextPool {
  let bytesHeld = new Uint8Array(Math.max(1024, expected * 10));
  let ends = new Uint32Array(Math.max(64, expected + 1));
  let count = 0;
  const startOf = (i: number): number => (i === 0 ? 0 : (ends[i - 1] ?? 0));
  return {
    add(bytes, start, end) {
      const at = startOf(count);
      const after = at + end - start;
      if (after > bytesHeld.length) {
        const next = new Uint8Array(Math.max(after, Math.ceil(bytesHeld.length * 1.6)));
        next.set(bytesHeld);
        bytesHeld = next;
      }
      if (count === ends.length) {
        const next = new Uint32Array(Math.ceil(count * 1.6));
        next.set(ends);
        ends = next;
      }
      for (let i = start, to = at; i < end; i++) bytesHeld[to++] = bytes[i] ?? 0;
      ends[count++] = after;
    },
    size: () => count,
    copy(i, target, at) {
      const end = ends[i] ?? 0;
      let to = at;
      for (let from = startOf(i); from < end; from++) target[to++] = bytesHeld[from] ?? 0;
      return to;
    },
    lengthOf: (i) => (ends[i] ?? 0) - startOf(i),
    text: (i) => new TextDecoder().decode(bytesHeld.subarray(startOf(i), ends[i] ?? 0)),
  };
}
