/** Matches what has changed since the run before, and puts it beside what stands. */
import { byLeftRow, newLinkList, toTable } from '../../linkage/assign/link-list.ts';
import { waterfallFields } from '../../linkage/explain/waterfall.ts';
import { partSince } from '../../linkage/narrow.ts';
import { reconcile } from '../../linkage/reconcile.ts';
import type { Marks } from '../../linkage/run.ts';
import type { LinkageResult, PairTable, ReconcileOptions } from '../../linkage/types.ts';
import type { LoadedSides } from './load-sides.ts';
import { pairsInRows, type RunMemory } from './run-memory.ts';
import type { KeptPairs, WhatChanged } from './what-changed.ts';

export interface Matched {
  readonly result: LinkageResult;
  /** Rows of both sides that were matched, and those that stood. */
  readonly rescored: number;
  readonly unchanged: number;
}

/** All rows, on this thread. */
export function matchAll(
  sides: Pick<LoadedSides, 'left' | 'right'>,
  options: ReconcileOptions,
): Matched {
  return allMatched(sides, reconcile(sides.left, sides.right, options));
}

/** What a run over all rows came to. */
export function allMatched(
  { left, right }: Pick<LoadedSides, 'left' | 'right'>,
  result: LinkageResult,
): Matched {
  return { result, rescored: left.rows + right.rows, unchanged: 0 };
}

/** Only the rows that what changed can touch; the rest keeps its pairs, probabilities and bars as they were. */
export function rematch(
  sides: Pick<LoadedSides, 'left' | 'right'>,
  memory: RunMemory,
  { earlier, kept }: WhatChanged,
  options: ReconcileOptions,
): Matched {
  const seen: Marks[] = [];
  const part = partSince(earlier);
  const fresh = reconcile(sides.left, sides.right, {
    ...options,
    part: {
      ...part,
      narrow(run) {
        const marks = part.narrow(run);
        seen.push(marks);
        return marks;
      },
    },
  });
  const [marks] = seen;
  if (marks === undefined) throw new Error('the run asked for no part of its rows');
  const rescored = count(marks.left) + count(marks.right);
  return {
    result: join(fresh, standing(memory, kept, marks), sides.left.rows),
    rescored,
    unchanged: marks.left.length + marks.right.length - rescored,
  };
}

const count = (marks: Uint8Array): number => marks.reduce((sum, one) => sum + one, 0);

interface Standing {
  readonly links: PairTable;
  readonly candidates: PairTable;
  readonly rivals: PairTable;
  readonly waterfalls: LinkageResult['waterfalls'];
}

/** Earlier pairs of rows that were not matched again. */
function standing(memory: RunMemory, kept: KeptPairs, { left }: Marks): Standing {
  const stands = (name: keyof KeptPairs) =>
    // Both rows of a pair are marked, or neither.
    pairsInRows(kept[name].table, (l, r) => (left[l] === 1 ? null : [l, r]));
  const bars = (name: 'candidates' | 'rivals', places: Int32Array): Float32Array => {
    const size = waterfallFields.length;
    const all = new Float32Array(places.length * size);
    for (const [to, at] of places.entries()) {
      const from = (kept[name].kept[at] ?? 0) * size;
      all.set(memory.waterfalls[name].subarray(from, from + size), to * size);
    }
    return all;
  };
  const candidates = stands('candidates');
  const rivals = stands('rivals');
  return {
    links: stands('links').table,
    candidates: candidates.table,
    rivals: rivals.table,
    waterfalls: {
      candidates: bars('candidates', candidates.kept),
      rivals: bars('rivals', rivals.kept),
    },
  };
}

function join(fresh: LinkageResult, stood: Standing, leftRows: number): LinkageResult {
  const candidates = inOrder(fresh, stood, 'candidates', 'probability');
  const rivals = inOrder(fresh, stood, 'rivals', 'weight');
  return {
    ...fresh,
    links: byLeftRow(append(stood.links, fresh.links), leftRows),
    candidates: candidates.table,
    rivals: rivals.table,
    waterfalls: { candidates: candidates.waterfalls, rivals: rivals.waterfalls },
  };
}

function append(first: PairTable, second: PairTable) {
  const list = newLinkList(first.size + second.size);
  list.size = first.size + second.size;
  for (const [table, from] of [
    [first, 0],
    [second, first.size],
  ] as const) {
    for (const column of [
      'leftRow',
      'rightRow',
      'probability',
      'weight',
      'evidence',
      'class',
    ] as const) {
      list[column].set(table[column].subarray(0, table.size), from);
    }
  }
  return list;
}

/** Both in one table, best first, each pair with its bars. */
function inOrder(
  fresh: LinkageResult,
  stood: Standing,
  name: 'candidates' | 'rivals',
  by: 'probability' | 'weight',
): { readonly table: PairTable; readonly waterfalls: Float32Array } {
  const all = append(stood[name], fresh[name]);
  const order = Int32Array.from(all[by].keys()).sort(
    (a, b) => (all[by][b] ?? 0) - (all[by][a] ?? 0) || a - b,
  );
  const size = waterfallFields.length;
  const bars = new Float32Array(order.length * size);
  const before = stood[name].size;
  for (const [to, at] of order.entries()) {
    const from = at < before ? stood.waterfalls[name] : fresh.waterfalls[name];
    const place = (at < before ? at : at - before) * size;
    bars.set(from.subarray(place, place + size), to * size);
  }
  return { table: toTable(all, order), waterfalls: bars };
}
