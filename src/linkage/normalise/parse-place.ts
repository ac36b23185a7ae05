/** Village names: written as one word, without the words for "village", so that `Ds. Suka Maju` = `SUKAMAJU`. */
import { mix } from '../hash.ts';
import { internBytes, type Lexicon } from './lexicon.ts';

const prefixes: readonly string[] = [
  'DESA',
  'DS',
  'KELURAHAN',
  'KEL',
  'NAGARI',
  'GAMPONG',
  'KAMPUNG',
];
const prefixBytes = prefixes.map((prefix) => new TextEncoder().encode(prefix));

const placeBytes = new Uint8Array(128);

function isPrefix(length: number): boolean {
  return prefixBytes.some(
    (prefix) => prefix.length === length && prefix.every((byte, i) => placeBytes[i] === byte),
  );
}

/** Word number of the place in `bytes[start…end)`, or −1 when the cell is empty. */
export function parsePlace(
  lexicon: Lexicon,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  let length = 0;
  let isFirst = true;
  for (let i = start; i < end && length < 128; i++) {
    let byte = bytes[i]!;
    if (byte >= 97 && byte <= 122) byte -= 32;
    const isKept = (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte >= 0xc3;
    if (isKept) {
      placeBytes[length++] = byte;
    } else if (isFirst && length > 0) {
      isFirst = false;
      if (isPrefix(length)) length = 0;
    }
  }
  if (length === 0) return -1;
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ placeBytes[i]!, 0x01000193);
  return internBytes(lexicon, placeBytes, 0, length, mix(hash ^ length));
}
