/** Writes the result of a match as CSV: links, review pairs, and rows without a partner. */
import type { FileHandle } from 'node:fs/promises';
import type { LinkageResult, PairTable } from '../../linkage/types.ts';
import { writeAtomically } from '../../tabular/atomic-file.ts';
import { type ByteSink, createTailWriter, putText } from './pair-tails.ts';
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

interface Output extends ByteSink {
  readonly file: FileHandle;
}

async function flush(out: Output): Promise<void> {
  if (out.at > 0) await out.file.write(out.buffer, 0, out.at);
  out.at = 0;
}

function putId(out: Output, ids: TextPool, row: number): void {
  const from = out.at;
  out.at = ids.copy(row, out.buffer, from);
  for (let i = from; i < out.at; i++) {
    const byte = out.buffer[i] ?? 0;
    if (byte !== 44 && byte !== 34 && byte !== 10 && byte !== 13) continue;
    out.at = from;
    putText(out, `"${ids.text(row).replaceAll('"', '""')}"`);
    return;
  }
}

/** Room that one record may take at most. */
const recordRoom = (left: TextPool, l: number, right: TextPool, r: number): number =>
  3 * ((l < 0 ? 0 : left.lengthOf(l)) + (r < 0 ? 0 : right.lengthOf(r))) + 4096;

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
  const putTail = createTailWriter(left.side, right.side, decision);
  for (const i of entries) {
    const l = table.leftRow[i] ?? 0;
    const r = table.rightRow[i] ?? 0;
    if (out.at > flushBytes || recordRoom(left.ids, l, right.ids, r) > flushBytes) await flush(out);
    putId(out, left.ids, l);
    out.buffer[out.at++] = comma;
    putId(out, right.ids, r);
    putTail(out, table, i);
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
    putText(out, `,non-match,0.0000,${aloneText(group, row, taken)}\n`);
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
    putText(out, 'left_id,right_id,decision,probability,why\n');
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
