/**
 * Learns the chances of each level from pairs that are sure without the field in question: equal NIK and
 * birth date for names, equal NIK and name for dates, equal KPJ, name and date for NIKs, and so on.
 * Sampled by content, so that row order does not matter.
 */

import type { PairList } from '../assign/pair-list.ts';
import { bucketCount, buildKeyIndex, countBuckets, type KeyEmitter } from '../block/key-index.ts';
import {
  dateLevel,
  evidenceFlag,
  kpjLevel,
  nameLevel,
  nikLevel,
  unpackEvidence,
} from '../features/levels.ts';
import { callNameOf, type Prepared, rowFlag } from '../features/prepared.ts';
import { combine, mix } from '../hash.ts';
import { noPoll, type Poll, pollMask } from '../poll.ts';
import type { Side } from '../side.ts';
import { type LevelCounts, newLevelCounts } from './model.ts';
import type { Scorer } from './scorer.ts';

/** Pairs looked at, about. */
const sampleSize = 40_000;

function addLevels(counts: LevelCounts, packed: number, byNumber: 'nik' | 'kpj' | 'neither'): void {
  const e = unpackEvidence(packed);
  const sameName = e.name >= nameLevel.exact && e.name <= nameLevel.spacing;
  const sameDate = e.date === dateLevel.exact && (e.flags & evidenceFlag.dateFromNik) === 0;
  if (byNumber !== 'neither') {
    if (sameDate && e.name !== nameLevel.missing) counts.name[e.name]!++;
    if (sameName && e.date !== dateLevel.missing) counts.date[e.date]!++;
  }
  if (!sameName || !sameDate) return;
  if (byNumber !== 'nik' && e.nik !== nikLevel.missing) counts.nik[e.nik]!++;
  if (byNumber !== 'kpj' && e.kpj !== kpjLevel.missing) counts.kpj[e.kpj]!++;
  if (e.sex !== 0) counts.sex[e.sex]!++;
  if (e.place !== 0) counts.place[e.place]!++;
  if (e.wage !== 0) counts.wage[e.wage]!++;
}

/** The number both rows of a pair share, as a hash: a sample by it is the same from either side. */
function sharedNumber(side: Side, row: number, byNumber: 'nik' | 'kpj'): number {
  return byNumber === 'nik'
    ? combine(side.nikHi[row]!, side.nikLo[row]!)
    : combine(side.kpjHi[row]!, side.kpjLo[row]!);
}

function learnFromJoin(
  counts: LevelCounts,
  pairs: PairList,
  left: Prepared,
  right: Prepared,
  scorer: Scorer,
  byNumber: 'nik' | 'kpj',
  poll: Poll,
): void {
  const every = Math.max(1, Math.round(pairs.size / sampleSize));
  for (let i = 0; i < pairs.size; i++) {
    if ((i & pollMask) === 0) poll();
    const l = pairs.left[i]!;
    if (every > 1 && sharedNumber(left.side, l, byNumber) % every !== 0) continue;
    const r = pairs.right[i]!;
    scorer.weigh(l, r);
    // What a call name explains is not counted again as two people's names.
    const isCalled = callNameOf(left.flags[l]!) > 0 || callNameOf(right.flags[r]!) > 0;
    if (isCalled && unpackEvidence(scorer.score.evidence).name === nameLevel.differs) continue;
    addLevels(counts, scorer.score.evidence, byNumber);
  }
}

/** Pairs alone in having their name and birth date, where chance would hardly make one. */
function learnFromNameAndDate(
  counts: LevelCounts,
  left: Prepared,
  right: Prepared,
  scorer: Scorer,
  poll: Poll,
): void {
  const rows = Math.max(left.side.rows, right.side.rows);
  const every = Math.max(1, Math.round(rows / sampleSize));
  const emitter =
    (p: Prepared): KeyEmitter =>
    (row, out) => {
      if (p.side.nameKey[row] === 0 || p.date[row] === 0) return 0;
      if ((p.flags[row]! & rowFlag.dateFromNik) !== 0) return 0;
      const key = combine(p.side.nameKey[row]!, p.date[row]!);
      if (every > 1 && mix(key ^ 0x5bd1e995) % every !== 0) return 0;
      out[0] = key;
      return 1;
    };
  const list = (n: number) => Int32Array.from({ length: n }, (_, i) => i);
  const mask = bucketCount(Math.min(rows, 4 * sampleSize)) - 1;
  const leftRows = list(left.side.rows);
  const rightRows = list(right.side.rows);
  const leftCounts = countBuckets(leftRows, emitter(left), mask, poll);
  const rightIndex = buildKeyIndex(
    rightRows,
    emitter(right),
    mask,
    countBuckets(rightRows, emitter(right), mask, poll),
    undefined,
    poll,
  );
  const out = new Uint32Array(4);
  const emit = emitter(left);
  for (const l of leftRows) {
    if (emit(l, out) === 0) continue;
    const bucket = out[0]! & mask;
    const at = rightIndex.starts[bucket]!;
    if (leftCounts[bucket] !== 1 || rightIndex.starts[bucket + 1]! - at !== 1) continue;
    if (rightIndex.entries[2 * at] !== (out[0]! | 0)) continue;
    scorer.weigh(l, rightIndex.entries[2 * at + 1]!);
    if (scorer.score.nameBits + scorer.score.dateBits < Math.log2(rows) + 8) continue;
    addLevels(counts, scorer.score.evidence, 'neither');
  }
}

/** Counts the levels of a run's sure pairs. */
export function countSurePairs(
  left: Prepared,
  right: Prepared,
  nikPairs: PairList,
  kpjPairs: PairList,
  scorer: Scorer,
  poll = noPoll,
): LevelCounts {
  const counts = newLevelCounts();
  learnFromJoin(counts, nikPairs, left, right, scorer, 'nik', poll);
  learnFromJoin(counts, kpjPairs, left, right, scorer, 'kpj', poll);
  learnFromNameAndDate(counts, left, right, scorer, poll);
  return counts;
}
