/** Writes the result of a match as CSV: links, review pairs, and rows without a partner. */
import type { FileHandle } from 'node:fs/promises';
import { explainPair, isPlainEvidence } from '../../linkage/explain/explain-pair.ts';
import { explainText, percentText } from '../../linkage/explain/explain-text.ts';
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

/** Words for pairs; one text serves all pairs whose reasons name nobody's words. */
function createWhy(left: People, right: People) {
  const plain = new Map<string, string>();
  return (table: PairTable, i: number): string => {
    const evidence = table.evidence[i] ?? 0;
    const probability = table.probability[i] ?? 0;
    const isPlain = isPlainEvidence(evidence);
    const key = isPlain ? `${evidence} ${percentText(probability)}` : '';
    const held = isPlain ? plain.get(key) : undefined;
    if (held !== undefined) return held;
    const a = factsOfRow(left.side, table.leftRow[i] ?? 0);
    const b = factsOfRow(right.side, table.rightRow[i] ?? 0);
    const text = explainText(explainPair(evidence, a, b), probability);
    if (isPlain) plain.set(key, text);
    return text;
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

function aloneText(group: Int32Array, row: number, linked: Uint8Array, ids: TextPool): string {
  const root = group[row] ?? 0;
  if (root !== row) return `Baris ganda dari ${ids.text(root)}`;
  return linked[row] === 2 ? 'Baris ganda' : 'Tidak ada pasangan';
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

/** Writes the file whole or not at all and counts what was written. */
export async function writePairs(
  path: string,
  left: People,
  right: People,
  result: LinkageResult,
): Promise<MatchCounts> {
  const leftTaken = new Uint8Array(left.side.rows);
  const rightTaken = new Uint8Array(right.side.rows);
  markLinked(result.links, leftTaken, rightTaken);
  const review = bestReview(result, leftTaken, rightTaken);
  const duplicatesLeft = markLinkedRoots(result.duplicates.left, leftTaken);
  const duplicatesRight = markLinkedRoots(result.duplicates.right, rightTaken);
  const why = createWhy(left, right);
  let leftOnly = 0;
  let rightOnly = 0;
  await writeAtomically(path, async (file) => {
    const out: Output = { file, buffer: new Uint8Array(flushBytes * 2), at: 0 };
    const room = async (l: number, r: number): Promise<void> => {
      if (out.at + recordRoom(left.ids, l, right.ids, r) > out.buffer.length) await flush(out);
    };
    const putPair = (table: PairTable, i: number, decision: string): void => {
      putId(out, left.ids, table.leftRow[i] ?? 0);
      put(out, ',');
      putId(out, right.ids, table.rightRow[i] ?? 0);
      put(out, `,${decision},${(table.probability[i] ?? 0).toFixed(4)},"`);
      put(out, `${why(table, i).replaceAll('"', '""')}"\n`);
    };
    put(out, 'left_id,right_id,decision,probability,why\n');
    for (let i = 0; i < result.links.size; i++) {
      if (out.at > flushBytes)
        await room(result.links.leftRow[i] ?? 0, result.links.rightRow[i] ?? 0);
      putPair(result.links, i, 'match');
    }
    for (const i of review) {
      await room(result.candidates.leftRow[i] ?? 0, result.candidates.rightRow[i] ?? 0);
      putPair(result.candidates, i, 'review');
    }
    for (let l = 0; l < left.side.rows; l++) {
      if (leftTaken[l] === 1) continue;
      leftOnly++;
      if (out.at > flushBytes) await room(l, -1);
      putId(out, left.ids, l);
      put(out, `,,non-match,0.0000,${aloneText(result.duplicates.left, l, leftTaken, left.ids)}\n`);
    }
    for (let r = 0; r < right.side.rows; r++) {
      if (rightTaken[r] === 1) continue;
      rightOnly++;
      if (out.at > flushBytes) await room(-1, r);
      put(out, ',');
      putId(out, right.ids, r);
      put(
        out,
        `,non-match,0.0000,${aloneText(result.duplicates.right, r, rightTaken, right.ids)}\n`,
      );
    }
    await flush(out);
  });
  return {
    leftRows: left.side.rows,
    rightRows: right.side.rows,
    match: result.links.size,
    review: review.length,
    leftOnly,
    rightOnly,
    duplicatesLeft,
    duplicatesRight,
  };
}
