/** Whether two names can be one person's, asked only of rows that already share a NIK. */
import { splitPersonName } from '../../domain/person-name.ts';
import { personKey } from '../../store/unit-key.ts';

/**
 * True for equal names, one name's words being among the other's (initials count), and names a few letters
 * apart. Titles do not count.
 */
export function namesAgree(left: string, right: string): boolean {
  const a = wordsOf(left);
  const b = wordsOf(right);
  if (a.length === 0 || b.length === 0) return false;
  const contained =
    a.length === b.length
      ? within(a, b) || within(b, a)
      : a.length < b.length
        ? within(a, b)
        : within(b, a);
  if (contained) return true;
  const joined = [a.join(''), b.join('')] as const;
  const length = Math.max(joined[0].length, joined[1].length);
  return editsWithin(joined[0], joined[1], Math.floor(length / 5)) >= 0;
}

/** Every word of the shorter name has its own partner in the longer one, and not by initials alone. */
function within(short: readonly string[], long: readonly string[]): boolean {
  const rest = [...long];
  let whole = false;
  for (const word of short) {
    const at = rest.findIndex((other) => sameWord(word, other));
    const partner = rest[at];
    if (partner === undefined) return false;
    whole ||= word.length > 1 && partner.length > 1;
    rest.splice(at, 1);
  }
  return whole;
}

function wordsOf(name: string): string[] {
  const core = splitPersonName(name).core;
  return personKey(core === '' ? name : core)
    .split(' ')
    .filter((word) => word !== '' && !/^(?:BIN|BINTI|BT|ALM|ALMH)$/.test(word));
}

const muhammad = /^(?:MUH|MOH|MOCH|MHD|MUHD|MOHD|M[UO](?:C?H|KH)A?M+[AE]D)$/;

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (muhammad.test(a) && muhammad.test(b)) return true;
  return editsWithin(a, b, Math.max(a.length, b.length) >= 6 ? 2 : 1) >= 0;
}

/** Edits between two words when they are at most `most`, else -1. */
export function editsWithin(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return -1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return -1;
    previous = current;
  }
  const edits = previous[b.length] ?? 0;
  return edits <= most ? edits : -1;
}
