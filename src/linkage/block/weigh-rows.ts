/** Weighs a run of left rows against the right rows that share a key with them: the matcher's innermost work. */
import { newPairList, type PairList, pushPair } from '../assign/pair-list.ts';
import type { Prepared } from '../features/prepared.ts';
import { recordSize, writeRecord } from '../features/row-record.ts';
import type { Scorer } from '../score/scorer.ts';
import { type BlockIndex, keysOf, type PassName } from './block-index.ts';
import { type KeyEmitter, maxKeys } from './key-index.ts';

/** Each share is a run of left rows. */
export interface WeighWork {
  readonly kind: 'weigh';
  readonly shares: number;
  readonly pass: PassName;
  readonly leftRows: Int32Array;
  readonly rightRows: Int32Array;
  /** Left rows of a share. */
  readonly each: number;
  readonly index: BlockIndex;
  /** Records of the right rows in their order. */
  readonly records: Int32Array;
  /** Least bits a pair must have to be kept. */
  readonly floor: number;
}

/** What a thread holds while it is at such work. */
export interface Pass {
  readonly work: WeighWork;
  readonly left: Prepared;
  readonly scorer: Scorer;
  readonly emit: KeyEmitter;
  /** Left row's place that last met a right row: a pair that shares several keys is weighed once. */
  readonly stamp: Int32Array;
  readonly own: Int32Array;
  readonly keys: Uint32Array;
}

/** Starts a pass on this thread. */
export function newPass(
  { left, scorer }: { readonly left: Prepared; readonly scorer: Scorer },
  work: WeighWork,
): Pass {
  return {
    work,
    left,
    scorer,
    emit: keysOf(left, work.pass),
    stamp: new Int32Array(work.rightRows.length).fill(-1),
    own: new Int32Array(recordSize),
    keys: new Uint32Array(maxKeys),
  };
}

function weighRow(pass: Pass, turn: number, into: PairList): number {
  const { work, stamp, keys, own, scorer } = pass;
  const { records, floor } = work;
  const { starts, entries, mask } = work.index;
  const l = work.leftRows[turn]!;
  writeRecord(pass.left, l, own, 0);
  const n = pass.emit(l, keys);
  let weighed = 0;
  for (let k = 0; k < n; k++) {
    const key = keys[k]! | 0;
    const end = starts[(key & mask) + 1]! * 2;
    for (let at = starts[key & mask]! * 2; at < end; at += 2) {
      if (entries[at] !== key) continue;
      const place = entries[at + 1]!;
      if (stamp[place] === turn) continue;
      stamp[place] = turn;
      weighed++;
      if (!scorer.weighRecords(own, 0, records, place * recordSize, floor)) continue;
      pushPair(into, l, work.rightRows[place]!, scorer.score.bits, scorer.score.evidence);
    }
  }
  return weighed;
}

/** Weighs one run of left rows; the pairs kept, and how many were weighed. */
export function weighShare(pass: Pass, share: number): { weighed: number; pairs: PairList } {
  const { leftRows, each } = pass.work;
  const pairs = newPairList(2 * each);
  const end = Math.min(leftRows.length, (share + 1) * each);
  let weighed = 0;
  for (let turn = share * each; turn < end; turn++) weighed += weighRow(pass, turn, pairs);
  return { weighed, pairs };
}
