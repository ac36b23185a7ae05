/** The review queue as the window shows it. */
import type { ReviewPair } from '../../contract/reconcile-routes.ts';
import { maskIdentifier } from '../../domain/clean-identifier.ts';
import { countReview, latestRun, type PairRecords, readReviewPairs } from '../../store/links.ts';
import type { ReadStore } from '../../store/store.ts';
import { leftKey, rightKey } from './decision-keys.ts';
import { explainPairRecords } from './explain-link.ts';

export interface ReviewPage {
  readonly pairs: ReviewPair[];
  readonly open: number;
  readonly decided: number;
}

export interface ReviewQuery {
  readonly after?: number | undefined;
  readonly limit: number;
  readonly open: boolean;
}

/** Pairs after the given one; with `open`, only those nobody has decided. */
export function reviewPage(store: ReadStore, query: ReviewQuery): ReviewPage {
  const run = latestRun(store);
  if (run === undefined) return { pairs: [], open: 0, decided: 0 };
  const found = readReviewPairs(store, run.id, {
    after: query.after ?? 0,
    limit: query.limit,
    open: query.open,
  });
  return { pairs: found.map(asReviewPair), ...countReview(store, run.id) };
}

export function pairKeys(records: PairRecords) {
  return {
    leftKey: leftKey({
      personId: records.personId,
      nik: records.leftNik,
      name: records.leftName,
      birthDate: records.leftBirthDate,
    }),
    rightKey: rightKey({
      nik: records.rightNik,
      kpj: records.rightKpj,
      name: records.rightName,
      birthDate: records.rightBirthDate,
    }),
  };
}

function asReviewPair(records: PairRecords): ReviewPair {
  const mask = (value: string | null) => (value === null ? null : maskIdentifier(value));
  return {
    id: records.id,
    entryId: records.entryId,
    roster: records.roster,
    class: records.class,
    probability: records.probability,
    why: explainPairRecords(records),
    decision: records.decision ?? 'open',
    left: {
      name: records.leftName,
      nikMasked: mask(records.leftNik),
      kpj: records.leftKpj,
      birthDate: records.leftBirthDate,
      sex: records.leftSex,
      place: records.leftPlace,
      detail: records.leftDetail,
    },
    right: {
      name: records.rightName,
      nikMasked: mask(records.rightNik),
      kpj: records.rightKpj,
      birthDate: records.rightBirthDate,
      sex: records.rightSex,
      place: records.rightPlace,
      detail: records.rightDetail,
    },
  };
}
