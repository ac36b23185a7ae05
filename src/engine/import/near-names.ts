/** Names of units that a misspelt one may mean. */
import { suggestionMark } from '../../contract/suggested-fixes.ts';
import { editsWithin } from './same-name.ts';

const most = 3;

/** Names nearest to a key, by edits: at most two, or one in a short name; the nearest only. */
export function nearNames<Named extends { readonly key: string }>(
  key: string,
  names: Iterable<Named>,
): Named[] {
  const allowed = key.length >= 7 ? 2 : 1;
  let found: Named[] = [];
  let least = allowed + 1;
  if (key.length < 4) return found;
  for (const named of names) {
    const edits = editsWithin(key, named.key, Math.min(allowed, least));
    if (edits < 0) continue;
    if (edits < least) found = [];
    least = edits;
    found.push(named);
  }
  return found;
}

/** Suggestions as one parameter of a finding; `undefined` when there are none, or too many to be of use. */
export function suggestionText(values: readonly string[]): string | undefined {
  return values.length === 0 || values.length > most ? undefined : values.join(suggestionMark);
}
