/** Compares a run's rows and decisions with those of the run before: what must be matched anew, and what may stand. */
import type { Earlier } from '../../linkage/narrow.ts';
import type { Marks } from '../../linkage/run.ts';
import { leastDecisions } from '../../linkage/score/refit.ts';
import { linkClass, type PairTable, type Thresholds } from '../../linkage/types.ts';
import { isNumbered, type PlacedRows, placeRows } from './fingerprints.ts';
import type { LoadedSides } from './load-sides.ts';
import { pairsInRows, type RunMemory } from './run-memory.ts';

export type RowPair = readonly [left: number, right: number];

/** What officers decided, as rows of this run. */
export interface DecidedPairs {
  readonly same: readonly RowPair[];
  /** One pair of rows for each decision. */
  readonly different: readonly RowPair[];
  /** Further rows of the same two people: kept apart with them, but no decisions of their own. */
  readonly twins: readonly RowPair[];
}

/** Beyond these shares of a side's rows the model is learnt again from all of them. */
export interface ChangeLimits {
  /** Of one run. */
  readonly share: number;
  /** Of all runs since the last one over all rows. */
  readonly drift: number;
}

export const usualLimits: ChangeLimits = { share: 0.02, drift: 0.06 };

/** Probability from which a link by number was taken without a look at rivals. */
const sureOfNumber = 0.999;

/** Earlier pairs of which both rows are still there, in rows of now, and their places in the earlier tables. */
export type KeptPairs = Readonly<
  Record<
    'links' | 'candidates' | 'rivals',
    { readonly table: PairTable; readonly kept: Int32Array }
  >
>;

export interface WhatChanged {
  readonly earlier: Earlier;
  readonly kept: KeptPairs;
  /** Share of rows that came or went since the last run over all rows, this one's with it. */
  readonly drift: number;
}

type Prints = RunMemory['prints'];

export interface Current {
  readonly sides: Pick<LoadedSides, 'left' | 'right'>;
  readonly prints: Prints;
  readonly decided: DecidedPairs;
  readonly thresholds: Thresholds;
}

/** Null where all rows must be matched: too much has changed, or what the probabilities rest on. */
export function whatChanged(
  memory: RunMemory,
  now: Current,
  limits: ChangeLimits = usualLimits,
): WhatChanged | null {
  const { accept, review } = memory.thresholds;
  if (accept !== now.thresholds.accept || review !== now.thresholds.review) return null;
  const left = placeRows(memory.prints.left, now.prints.left, isNumbered(now.sides.left));
  const right = placeRows(memory.prints.right, now.prints.right, isNumbered(now.sides.right));
  const share = Math.max(
    left.moved / Math.max(1, now.prints.left.length),
    right.moved / Math.max(1, now.prints.right.length),
  );
  const drift = memory.drift + share;
  if (share > limits.share || drift > limits.drift) return null;
  const marks: Marks = { left: left.changed, right: right.changed };
  if (markDecisions(memory, now.decided, [left, right], marks) === 'refit') return null;
  const kept = keepPairs(memory, [left, right], marks);
  return {
    earlier: {
      changed: marks,
      taken: rowsOf(kept.links.table, marks, isTakenByNumber),
      linked: rowsOf(kept.links.table, marks, () => true),
      pairs: [kept.links.table, kept.candidates.table, kept.rivals.table],
      learnt: memory.learnt,
      priors: { overall: memory.prior, priors: Float64Array.from(memory.priors) },
      guess: memory.guess,
    },
    kept,
    drift,
  };
}

type Placed = readonly [left: PlacedRows, right: PlacedRows];

/** The rows of now of an earlier pair; a row that lost its partner is marked. */
function placePair([left, right]: Placed, marks: Marks) {
  return (leftRow: number, rightRow: number): RowPair | null => {
    const l = left.rowNow[leftRow] ?? -1;
    const r = right.rowNow[rightRow] ?? -1;
    if (l >= 0 && r >= 0) return [l, r];
    if (l >= 0) marks.left[l] = 1;
    if (r >= 0) marks.right[r] = 1;
    return null;
  };
}

function keepPairs(memory: RunMemory, placed: Placed, marks: Marks): KeptPairs {
  const place = placePair(placed, marks);
  return {
    links: pairsInRows(memory.links, place),
    candidates: pairsInRows(memory.candidates, place),
    rivals: pairsInRows(memory.rivals, place),
  };
}

/** Marks the pairs that were decided, or undecided, since; tells when there are enough to fit the model anew. */
function markDecisions(
  memory: RunMemory,
  decided: DecidedPairs,
  placed: Placed,
  marks: Marks,
): 'refit' | 'marked' {
  const place = placePair(placed, marks);
  const held = heldPairs(decided, (l, r) => [l, r]);
  const before = heldPairs(memory, place);
  const unlike = [...apart(held.all, before.all), ...apart(before.all, held.all)];
  for (const key of unlike) {
    const [, l, r] = key.split(' ').map(Number);
    marks.left[l ?? 0] = 1;
    marks.right[r ?? 0] = 1;
  }
  // The first row of two people may be another one in the next list: then no decision is new.
  const news = apart(held.single, before.all).length + apart(before.single, held.all).length;
  const most = Math.max(held.single.size, before.single.size);
  return most >= leastDecisions && news > most * usualLimits.share ? 'refit' : 'marked';
}

const apart = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter((key) => !others.has(key));

/** Decided pairs in rows of now: one for each decision, and all that are joined or kept apart. */
function heldPairs(decided: DecidedPairs, place: (l: number, r: number) => RowPair | null) {
  const keysOf = (kind: 'same' | 'different', pairs: readonly RowPair[]): string[] =>
    pairs.flatMap(([l, r]) => {
      const rows = place(l, r);
      return rows === null ? [] : [`${kind} ${rows.join(' ')}`];
    });
  const single = new Set([
    ...keysOf('same', decided.same),
    ...keysOf('different', decided.different),
  ]);
  return { single, all: new Set([...single, ...keysOf('different', decided.twins)]) };
}

function isTakenByNumber(links: PairTable, at: number): boolean {
  const byNumber = links.class[at] === linkClass.nik || links.class[at] === linkClass.kpj;
  return byNumber && (links.probability[at] ?? 0) >= sureOfNumber;
}

/** Marks the rows of the links that `isMeant`. */
function rowsOf(
  links: PairTable,
  { left, right }: Marks,
  isMeant: (links: PairTable, at: number) => boolean,
): Marks {
  const rows: Marks = { left: new Uint8Array(left.length), right: new Uint8Array(right.length) };
  for (let at = 0; at < links.size; at++) {
    if (!isMeant(links, at)) continue;
    rows.left[links.leftRow[at] ?? 0] = 1;
    rows.right[links.rightRow[at] ?? 0] = 1;
  }
  return rows;
}
