/** A lexicon as several threads can read it: cut to size, in shared memory, and closed to new words. */
import { sharedBytes, sharedInt32, sharedUint16, sharedUint32 } from '../share/shared-memory.ts';
import type { Lexicon } from './lexicon.ts';

function bytesOf(from: Uint8Array, length: number): Uint8Array {
  const to = sharedBytes(length);
  to.set(from.subarray(0, length));
  return to;
}

function uint16Of(from: Uint16Array, length: number): Uint16Array {
  const to = sharedUint16(length);
  to.set(from.subarray(0, length));
  return to;
}

function uint32Of(from: Uint32Array, length: number): Uint32Array {
  const to = sharedUint32(length);
  to.set(from.subarray(0, length));
  return to;
}

/** The same words under the same numbers. Nothing can be looked up by its letters any more. */
export function sealLexicon(lexicon: Lexicon): Lexicon {
  const { size } = lexicon;
  const standsFor = sharedInt32(size);
  standsFor.set(lexicon.standsFor.subarray(0, size));
  return {
    of: lexicon.of,
    size,
    slots: new Int32Array(0),
    hash: uint32Of(lexicon.hash, size),
    rawStart: uint32Of(lexicon.rawStart, size + 1),
    rawPool: bytesOf(lexicon.rawPool, lexicon.rawStart[size] ?? 0),
    kind: uint16Of(lexicon.kind, size),
    standsFor,
    fold: uint32Of(lexicon.fold, size),
    soft: uint32Of(lexicon.soft, size),
    skeleton: uint32Of(lexicon.skeleton, size),
    head: uint16Of(lexicon.head, size),
    poly: uint32Of(lexicon.poly, size),
    power: uint32Of(lexicon.power, size),
    coarsePoly: uint32Of(lexicon.coarsePoly, size),
    coarsePower: uint32Of(lexicon.coarsePower, size),
    mask: uint32Of(lexicon.mask, size),
    start: uint32Of(lexicon.start, size),
    length: bytesOf(lexicon.length, size),
    letters: bytesOf(lexicon.letters, lexicon.letterCount),
    letterCount: lexicon.letterCount,
  };
}
