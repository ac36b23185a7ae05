/** Writes the result of a match as CSV: links, review pairs, and rows without a partner. */
import type { FileHandle } from 'node:fs/promises';
import { explainPair, isPlainEvidence } from '../../linkage/explain/explain-pair.ts';
import { explainText } from '../../linkage/explain/explain-text.ts';
import { factsOfRow } from '../../linkage/explain/person-facts.ts';
import type { LinkageResult, PairTable } from '../../linkage/types.ts';
import { writeAtomically } from '../../tabular/atomic-file.ts';
import type { People } from './read-people.ts';
import type { TextPool } from './text-pool.ts';

export interface MatchCounts {
  readonly leftRows: number;
  readonly rightRows: number;
  readonly match: number;
  readonly review: number;
  readonly leftOnly: number;
  readonly rightOnly: number;
  readonly duplicatesLeft: number;
  readonly duplicatesRight: number;
}

const flushBytes = 1 << 20;
const comma = 44;
const encoder = new TextEncoder();

interface Output {
  readonly file: FileHandle;
  readonly buffer: Uint8Array;
  at: number;
}

async function flush(out: Output): Promise<void> {
  if (out.at > 0) await out.file.write(out.buffer, 0, out.at);
  out.at = 0;
}

function put(out: Output, text: string): void {
  const { buffer } = out;
  let { at } = out;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) buffer[at++] = code;
    else {
      at += encoder.encodeInto(text.slice(i), buffer.subarray(at)).written;
      break;
    }
  }
  out.at = at;
}

function putId(out: Output, ids: TextPool, row: number): void {
  const from = out.at;
  out.at = ids.copy(row, out.buffer, from);
  for (let i = from; i < out.at; i++) {
    const byte = out.buffer[i] ?? 0;
    if (byte !== 44 && byte !== 34 && byte !== 10 && byte !== 13) continue;
    out.at = from;
    put(out, `"${ids.text(row).replaceAll('"', '""')}"`);
    return;
  }
}

/** Room that one record may take at most. */
const recordRoom = (left: TextPool, l: number, right: TextPool, r: number): number =>
  3 * ((l < 0 ? 0 : left.lengthOf(l)) + (r < 0 ? 0 : right.lengthOf(r))) + 4096;

/** End of a pair's record, from the decision on; one serves all pairs whose reasons name nobody's words. */
function createTails(left: People, right: People) {
  const plain = new Map<string, Uint8Array>();
  return (table: PairTable, i: number, decision: string): Uint8Array => {
    const evidence = table.evidence[i] ?? 0;
    const probability = table.probability[i] ?? 0;
    const shown = probability.toFixed(4);
    const key = isPlainEvidence(evidence) ? `${decision}${evidence} ${shown}` : '';
    const held = key === '' ? undefined : plain.get(key);
    if (held !== undefined) return held;
    const a = factsOfRow(left.side, table.leftRow[i] ?? 0);
    const b = factsOfRow(right.side, table.rightRow[i] ?? 0);
    const why = explainText(explainPair(evidence, a, b), probability);
    const tail = encoder.encode(`,${decision},${shown},"${why.replaceAll('"', '""')}"\n`);
    if (key !== '' && plain.size < 50_000) plain.set(key, tail);
    return tail;
  };
}

/** Best candidate pairs whose rows are both without a link, one-to-one; row numbers of `candidates`. */
function bestReview(
  result: LinkageResult,
  leftTaken: Uint8Array,
  rightTaken: Uint8Array,
): number[] {
  const { candidates } = result;
  const chosen: number[] = [];
  for (let i = 0; i < candidates.size; i++) {
    const l = candidates.leftRow[i] ?? 0;
    const r = candidates.rightRow[i] ?? 0;
    if (leftTaken[l] !== 0 || rightTaken[r] !== 0) continue;
    leftTaken[l] = rightTaken[r] = 1;
    chosen.push(i);
  }
  return chosen;
}

function aloneText(group: Int32Array, row: number, taken: Uint8Array): string {
  const isDouble = group[row] !== row || taken[row] === 2;
  return isDouble ? 'Baris ganda' : 'Tidak ada pasangan';
}

function markLinked(table: PairTable, left: Uint8Array, right: Uint8Array): void {
  for (let i = 0; i < table.size; i++) {
    left[table.leftRow[i] ?? 0] = 1;
    right[table.rightRow[i] ?? 0] = 1;
  }
}

/** A root whose group is linked through another of its rows is a double row as well. */
function markLinkedRoots(group: Int32Array, taken: Uint8Array): number {
  let doubles = 0;
  for (let row = 0; row < group.length; row++) {
    const root = group[row] ?? 0;
    if (root === row) continue;
    doubles++;
    if (taken[row] === 1 && taken[root] === 0) taken[root] = 2;
  }
  return doubles;
}

function* upTo(count: number): Generator<number, void> {
  for (let i = 0; i < count; i++) yield i;
}

async function writeTable(
  out: Output,
  left: People,
  right: People,
  table: PairTable,
  decision: string,
  entries: Iterable<number>,
): Promise<void> {
  const tailOf = createTails(left, right);
  for (const i of entries) {
    const l = table.leftRow[i] ?? 0;
    const r = table.rightRow[i] ?? 0;
    if (out.at > flushBytes || recordRoom(left.ids, l, right.ids, r) > flushBytes) await flush(out);
    putId(out, left.ids, l);
    out.buffer[out.at++] = comma;
    putId(out, right.ids, r);
    const tail = tailOf(table, i, decision);
    out.buffer.set(tail, out.at);
    out.at += tail.length;
  }
}

/** Rows that stand alone: the other side's id stays empty. Returns how many. */
async function writeAlone(
  out: Output,
  people: People,
  group: Int32Array,
  taken: Uint8Array,
  isLeft: boolean,
): Promise<number> {
  let count = 0;
  for (let row = 0; row < taken.length; row++) {
    if (taken[row] === 1) continue;
    count++;
    if (out.at > flushBytes || 2 * people.ids.lengthOf(row) > flushBytes) await flush(out);
    if (!isLeft) out.buffer[out.at++] = comma;
    putId(out, people.ids, row);
    if (isLeft) out.buffer[out.at++] = comma;
    put(out, `,non-match,0.0000,${aloneText(group, row, taken)}\n`);
  }
  return count;
}

/** Writes the file whole or not at all and counts what was written. */
export async function writePairs(
  path: string,
  left: People,
  right: People,
  result: LinkageResult,
): Promise<MatchCounts> {
  const { links, candidates, duplicates } = result;
  const leftTaken = new Uint8Array(left.side.rows);
  const rightTaken = new Uint8Array(right.side.rows);
  markLinked(links, leftTaken, rightTaken);
  const review = bestReview(result, leftTaken, rightTaken);
  const duplicatesLeft = markLinkedRoots(duplicates.left, leftTaken);
  const duplicatesRight = markLinkedRoots(duplicates.right, rightTaken);
  let leftOnly = 0;
  let rightOnly = 0;
  await writeAtomically(path, async (file) => {
    const out: Output = { file, buffer: new Uint8Array(flushBytes * 2), at: 0 };
    put(out, 'left_id,right_id,decision,probability,why\n');
    await writeTable(out, left, right, links, 'match', upTo(links.size));
    await writeTable(out, left, right, candidates, 'review', review);
    leftOnly = await writeAlone(out, left, duplicates.left, leftTaken, true);
    rightOnly = await writeAlone(out, right, duplicates.right, rightTaken, false);
    await flush(out);
  });
  return {
    leftRows: left.side.rows,
    rightRows: right.side.rows,
    match: links.size,
    review: review.length,
    leftOnly,
    rightOnly,
    duplicatesLeft,
    duplicatesRight,
  };
}
