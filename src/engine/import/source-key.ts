/** What tells a source's next file from others: the texts of its head, however its cells were set apart. */
import { createHash } from 'node:crypto';
import type { RawRow } from '../../tabular/types.ts';
import { headRowsLookedAt } from './find-header.ts';

/** A head of fewer letters is no one's in particular. */
const fewestLetters = 8;
const mostHeadRows = 3;

// Only plain letters and digits count, so that a file read with the wrong delimiter or encoding keeps its key.
function lettersOf(rows: readonly RawRow[]): string {
  const text = rows.map(({ cells }) => cells.join('')).join('|');
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9|]/g, '');
}

function keyOf(rows: readonly RawRow[]): string | null {
  const letters = lettersOf(rows);
  if (letters.length < fewestLetters) return null;
  return createHash('sha256').update(letters).digest('hex');
}

/** The key of a sheet whose head stands in these rows; null when the head says too little. */
export function sourceKeyOf(raw: readonly RawRow[], headRows: readonly number[]): string | null {
  return keyOf(raw.filter(({ row }) => headRows.includes(row)));
}

/** Keys the sheet may have, by each row that may be its head, alone or with those below. */
export function* possibleSourceKeys(raw: readonly RawRow[]): Generator<string, void, undefined> {
  const looked = raw.slice(0, headRowsLookedAt);
  for (const at of looked.keys()) {
    for (let rows = mostHeadRows; rows > 0; rows -= 1) {
      const key = keyOf(looked.slice(at, at + rows));
      if (key !== null) yield key;
    }
  }
}
