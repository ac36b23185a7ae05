/** The short code of a pair on a list that leaves the office and comes back. */

/** Thirty-one, a prime, without signs that look like others. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXY';

const keyShape = /^[2-9A-HJ-NP-Y]{4}-[2-9A-HJ-NP-Y]{4}-[2-9A-HJ-NP-Y]{4}-[2-9A-HJ-NP-Y]$/;

/** Of twelve signs, one that changes when any sign is mistyped or two neighbours change places. */
function checkSign(body: string): string {
  let sum = 7;
  for (const sign of body) sum = (sum * 3 + signs.indexOf(sign)) % 31;
  return signs[sum] ?? '2';
}

/** FNV-1a of 32 bits from a given start. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  value ^= value >>> 15;
  value = Math.imul(value, 0x85ebca6b) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}

/** `K7QF-2M9X-PA3T-H`: the same for the same two keys, fifty-nine bits and a check sign. */
export function pairKeyOf(leftKey: string, rightKey: string): string {
  const text = `${leftKey}\n${rightKey}`;
  let body = '';
  for (const seed of [0, 0x9e3779b9]) {
    let value = hash(text, seed);
    for (let at = 0; at < 6; at += 1) {
      body += signs[value % 31] ?? '2';
      value = Math.floor(value / 31);
    }
  }
  return `${body.slice(0, 4)}-${body.slice(4, 8)}-${body.slice(8)}-${checkSign(body)}`;
}

/** A typed or pasted key in its one form; null when it is no key or was changed by a sign. */
export function parsePairKey(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s\u00a0-]+/g, '');
  const key = `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8, 12)}-${plain.slice(12)}`;
  if (!keyShape.test(key)) return null;
  return checkSign(plain.slice(0, 12)) === plain.slice(12) ? key : null;
}
