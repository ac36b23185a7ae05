/**
 * Which rows a run must match anew when an earlier run's outcome is at hand and little has changed since: the changed
 * ones, those that share a number or an earlier pair with them, and those that compete with them for a partner. Every
 * other row stands as it stood.
 *
 * The model is the earlier run's, for the rows left to match are no sample of the whole; frequencies are counted over
 * all rows, as in any run. What is passed over: a rival below {@link keepMargin} bits of even odds, and a
 * rival's rival beyond two steps. Either can move a probability by a hundredth or so.
 */
import { chooseRepresentatives } from './assign/duplicates.ts';
import { newPairList, type PairList } from './assign/pair-list.ts';
import { weighCandidates } from './block/candidates.ts';
import { bucketCount, type KeyEmitter, maxKeys } from './block/key-index.ts';
import { mainKeys, secondPassKeys } from './block/keys.ts';
import type { Prepared } from './features/prepared.ts';
import {
  effort,
  keepMargin,
  type Learnt,
  type Marks,
  type PartOfRows,
  type PreparedRun,
  type Priors,
  settledBits,
} from './run.ts';
import { newSharedPool, type SharedPool } from './share/shared-memory.ts';
import type { PairTable } from './types.ts';

/** What an earlier run knows, told in rows of this one. */
export interface Earlier {
  /** 1: the row is new, has changed, or has lost a row it had a pair with. */
  readonly changed: Marks;
  /** 1: linked by an equal number, and so nobody's rival; and linked in any way. */
  readonly taken: Marks;
  readonly linked: Marks;
  /** Its links, candidates and rivals of which both rows are still there. */
  readonly pairs: readonly Pick<PairTable, 'size' | 'leftRow' | 'rightRow'>[];
  readonly learnt: Learnt;
  readonly priors: Priors;
  readonly guess: number;
}

/** The part of a run's rows that what changed since an earlier run can touch. */
export function partSince(earlier: Earlier): PartOfRows {
  const { learnt, priors, guess } = earlier;
  return { learnt, priors, guess, narrow: (run) => narrow(run, earlier) };
}

/** A run whose small indexes stand in one place after the other. */
interface NarrowRun extends PreparedRun {
  readonly pool: SharedPool;
}

function narrow(prepared: PreparedRun, earlier: Earlier): Marks {
  const { changed } = earlier;
  const run: NarrowRun = { ...prepared, pool: newSharedPool() };
  const marks: Marks = { left: changed.left.slice(), right: changed.right.slice() };
  const met: Marks = {
    left: new Uint8Array(marks.left.length),
    right: new Uint8Array(marks.right.length),
  };
  const open = {
    left: openSide(run.left, earlier.taken.left, earlier.linked.left),
    right: openSide(run.right, earlier.taken.right, earlier.linked.right),
  };
  spread(run, earlier, marks);
  for (const isFirst of [true, false]) {
    const asked = {
      left: fresh(open.left, marks.left, met.left),
      right: fresh(open.right, marks.right, met.right),
    };
    const found = findRivals(run, earlier, open, asked, marks, isFirst);
    for (let i = 0; i < found.size; i++) {
      marks.left[found.left[i]!] = 1;
      marks.right[found.right[i]!] = 1;
    }
    spread(run, earlier, marks);
  }
  return marks;
}

interface OpenSide {
  readonly side: Prepared;
  /** The row that stands for each duplicate group, by the group's lowest row; −1 elsewhere. */
  readonly standIn: Int32Array;
  /** 1 for groups that were linked by number, and for those that were linked at all. */
  readonly taken: Uint8Array;
  readonly linked: Uint8Array;
}

interface Rows {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

function openSide(side: Prepared, taken: Uint8Array, linked: Uint8Array): OpenSide {
  const ofGroups = (rows: Uint8Array): Uint8Array => {
    const groups = new Uint8Array(rows.length);
    for (let row = 0; row < rows.length; row++) if (rows[row] === 1) groups[side.group[row]!] = 1;
    return groups;
  };
  const standIn = chooseRepresentatives(side);
  return { side, standIn, taken: ofGroups(taken), linked: ofGroups(linked) };
}

/** Rows to be matched that have not been asked for their rivals. */
function fresh({ standIn }: OpenSide, marks: Uint8Array, met: Uint8Array): Int32Array {
  const rows = standIn.filter((row) => row >= 0 && marks[row] === 1 && met[row] === 0);
  for (const row of rows) met[row] = 1;
  return rows;
}

/** Bits for each key: few rows then pass that share none. */
const bitsPerKey = 128;

/**
 * Rows that are to be matched or that no link keeps away, and that share a key with one of the rows asked. One look
 * at each row's keys spares an index of them all.
 */
function sharing(
  { side, standIn }: OpenSide,
  away: Uint8Array,
  marks: Uint8Array,
  asked: { readonly rows: Int32Array; readonly keys: KeyEmitter },
  keysOf: (side: Prepared) => KeyEmitter,
): Int32Array {
  if (asked.rows.length === 0) return asked.rows;
  const out = new Uint32Array(maxKeys);
  const mask = bucketCount(asked.rows.length * maxKeys * bitsPerKey) - 1;
  const bits = new Uint32Array((mask + 1) >>> 5);
  for (const row of asked.rows) {
    const n = asked.keys(row, out);
    for (let k = 0; k < n; k++) bits[(out[k]! & mask) >>> 5]! |= 1 << (out[k]! & 31);
  }
  const keys = keysOf(side);
  const shares = (row: number): boolean => {
    const n = keys(row, out);
    for (let k = 0; k < n; k++) {
      if ((bits[(out[k]! & mask) >>> 5]! & (1 << (out[k]! & 31))) !== 0) return true;
    }
    return false;
  };
  return standIn.filter(
    (row, root) => row >= 0 && (marks[row] === 1 || away[root] === 0) && shares(row),
  );
}

/** Pairs of the rows asked with whoever competes for them. Loose keys are tried once, against rows without a link. */
function findRivals(
  run: NarrowRun,
  { guess }: Earlier,
  { left, right }: { readonly left: OpenSide; readonly right: OpenSide },
  asked: Rows,
  marks: Marks,
  isFirst: boolean,
): PairList {
  const found = newPairList();
  const weigh = (rows: Rows, away: 'taken' | 'linked', keysOf: (side: Prepared) => KeyEmitter) => {
    const ofLeft = { rows: rows.left, keys: keysOf(left.side) };
    const ofRight = { rows: rows.right, keys: keysOf(right.side) };
    const rights = sharing(right, right[away], marks.right, ofLeft, keysOf);
    const lefts = sharing(left, left[away], marks.left, ofRight, keysOf);
    run.poll();
    weighAll(run, { left: rows.left, right: rights }, rows.left.length, keysOf, guess, found);
    weighAll(run, { left: lefts, right: rows.right }, rows.right.length, keysOf, guess, found);
  };
  weigh(asked, 'taken', mainKeys);
  if (!isFirst) return found;
  const isLoose = (best: Float32Array) => (row: number) => best[row]! + guess < settledBits;
  const loose = {
    left: asked.left.filter(isLoose(bestBits(found, 'left', marks.left.length))),
    right: asked.right.filter(isLoose(bestBits(found, 'right', marks.right.length))),
  };
  weigh(loose, 'linked', secondPassKeys);
  return found;
}

function bestBits(pairs: PairList, of: 'left' | 'right', rows: number): Float32Array {
  const best = new Float32Array(rows).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < pairs.size; i++) {
    const row = pairs[of][i]!;
    best[row] = Math.max(best[row]!, pairs.bits[i]!);
  }
  return best;
}

function weighAll(
  run: NarrowRun,
  rows: Rows,
  asked: number,
  keysOf: (side: Prepared) => KeyEmitter,
  guess: number,
  into: PairList,
): void {
  const pass = keysOf === mainKeys ? 'main' : 'second';
  const { comparisonsPerRow, bucketsPerRow } = effort[pass];
  // As many comparisons for each row asked as a run over all rows has for its own.
  const share = (2 * asked) / Math.max(1, rows.left.length + rows.right.length);
  const work = weighCandidates({
    desk: run.desk,
    // Few rows: another thread would not pay for being told of them.
    assistant: undefined,
    pass,
    pool: run.pool,
    leftRows: rows.left,
    rightRows: rows.right,
    comparisonsPerRow: comparisonsPerRow * share,
    bucketsPerRow,
    floor: -guess - keepMargin,
    into,
    isBarred: run.isBarred,
    poll: run.poll,
  });
  while (work.next().done !== true) run.poll();
}

/** Marks all that hangs together with a marked row: its duplicates, whoever shares a number, earlier pairs. */
function spread(run: PreparedRun, { pairs }: Earlier, marks: Marks): void {
  const lists = [
    { size: run.nikPairs.size, leftRow: run.nikPairs.left, rightRow: run.nikPairs.right },
    { size: run.kpjPairs.size, leftRow: run.kpjPairs.left, rightRow: run.kpjPairs.right },
    ...pairs,
  ];
  for (let grows = true; grows; ) {
    run.poll();
    grows = spreadGroups(run.left.group, marks.left);
    grows = spreadGroups(run.right.group, marks.right) || grows;
    for (const { size, leftRow, rightRow } of lists) {
      for (let i = 0; i < size; i++) {
        const l = leftRow[i]!;
        const r = rightRow[i]!;
        if (marks.left[l] === marks.right[r]) continue;
        marks.left[l] = 1;
        marks.right[r] = 1;
        grows = true;
      }
    }
  }
}

/** Marks the whole of a group of which one row is marked; true when that marked any. */
function spreadGroups(group: Int32Array, marks: Uint8Array): boolean {
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) marks[group[row]!] = 1;
  let grew = false;
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] === 1 || marks[group[row]!] === 0) continue;
    marks[row] = 1;
    grew = true;
  }
  return grew;
}
