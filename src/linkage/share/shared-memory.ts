/** Columns in memory that several threads can read and write, so that a second thread needs no copies. */

/** Zeroes. */
export const sharedBytes = (length: number): Uint8Array =>
  new Uint8Array(new SharedArrayBuffer(length));

export const sharedUint16 = (length: number): Uint16Array =>
  new Uint16Array(new SharedArrayBuffer(length * 2));

export const sharedInt32 = (length: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(length * 4));

export const sharedUint32 = (length: number): Uint32Array =>
  new Uint32Array(new SharedArrayBuffer(length * 4));

export const sharedFloat32 = (length: number): Float32Array =>
  new Float32Array(new SharedArrayBuffer(length * 4));

/** Named pieces of shared memory that are used again: a thread may long hold on to memory that is let go. */
export interface SharedPool {
  /** At least that many bytes; whatever stood in them still does. */
  readonly take: (name: string, bytes: number) => SharedArrayBuffer;
}

export function newSharedPool(): SharedPool {
  const pieces = new Map<string, SharedArrayBuffer>();
  return {
    take(name, bytes) {
      const held = pieces.get(name);
      if (held !== undefined && held.byteLength >= bytes) return held;
      const piece = new SharedArrayBuffer(bytes);
      pieces.set(name, piece);
      return piece;
    },
  };
}
