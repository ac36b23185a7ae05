/** Two months of one scene: who joined, who left, whose row was written anew. */
import type { RunMemory } from '../../../src/engine/reconcile/run-memory.ts';
import type { Side } from '../../../src/linkage/side.ts';
import { createSideBuilder } from '../../../src/linkage/side-builder.ts';
import { defaultThresholds, type LinkageResult } from '../../../src/linkage/types.ts';
import type { Row, Scene } from './generator.ts';
import { createRandom } from './random.ts';

export const thresholds = defaultThresholds;

const months =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  );

function isoOf(text: string): string {
  const [a = '', b = '', c = ''] = text.split(/[-/ ]/);
  if (a.length > 2 || c === '') return text;
  const month = /\d/.test(b) ? Number(b) : months.indexOf(b) + 1;
  return `${c}-${String(month).padStart(2, '0')}-${a.padStart(2, '0')}`;
}

/** Rows as the store gives them to the matcher, without wages. */
export function sideOfRows(rows: readonly Row[]): Side {
  const builder = createSideBuilder(rows.length);
  for (const { nik, kpj, name, birthDate, sex, village } of rows) {
    builder.add({ nik, kpj, name, birthDate: isoOf(birthDate), sex, village });
  }
  return builder.finish();
}

/** The lists of the first month and of the next, rows in another order; about `share` of each comes, goes or changes. */
export function nextMonth(scene: Scene, seed: number, share = 0.012): readonly [Scene, Scene] {
  const random = createRandom(seed * 31 + 7);
  const before = { left: [] as Row[], right: [] as Row[] };
  const after = { left: [] as Row[], right: [] as Row[] };
  for (const side of ['left', 'right'] as const) {
    for (const one of scene[side]) {
      const roll = random.next() / share;
      if (roll < 0.3) after[side].push(one);
      else if (roll < 0.6) before[side].push(one);
      else {
        before[side].push(one);
        after[side].push(roll < 0.8 ? { ...one, name: mistyped(one.name) } : one);
      }
    }
    // Next month's file has an order of its own.
    after[side].reverse();
  }
  return [before, after];
}

/** A letter doubled: another writing of the same name. */
function mistyped(name: string): string {
  const at = Math.floor(name.length / 2);
  return name.slice(0, at) + name.slice(at - 1);
}

/** A run's memory as the store would give it to the next. */
export function memoryAfter(result: LinkageResult, prints: RunMemory['prints']): RunMemory {
  const { links, candidates, rivals, waterfalls, model } = result;
  const { prior, guess, learnt } = model;
  const decided = { same: [], different: [], twins: [] };
  const told = {
    thresholds,
    drift: 0,
    ...decided,
    prior,
    priors: [...model.priors],
    guess,
    learnt,
  };
  return { ...told, prints, links, candidates, rivals, waterfalls };
}
