/** A pair as the window shows it: both records, its evidence, its rivals; blind mode hides what would sway. */
import type { ReviewPair, ReviewRival, ReviewSide } from '../../contract/review-routes.ts';
import { maskPair } from '../../domain/mask-pair.ts';
import { explainPair } from '../../linkage/explain/explain-pair.ts';
import { percentText, reasonText } from '../../linkage/explain/explain-text.ts';
import { factsOfCells } from '../../linkage/explain/person-facts.ts';
import { type PairKeys, readDecision } from '../../store/review/decisions.ts';
import {
  type CandidateRecords,
  type QueuedPair,
  readCandidatesBeside,
} from '../../store/review/pairs.ts';
import type { ReviewSettings } from '../../store/review/settings.ts';
import type { ReadSql } from '../../store/store.ts';
import { evidenceBars } from './bars.ts';
import { keysOfPair } from './build-queue.ts';
import { contradictingFields } from './evidence-fields.ts';

/** Rivals shown beside a pair. */
const mostRivals = 5;

const accepted: ReadonlySet<string> = new Set(['nik', 'kpj', 'strong', 'decided']);

const rupiahOf = (sen: number | null): number | null =>
  sen === null ? null : Math.round(sen / 100);

/** Both records of a pair, NIKs masked but for the digits that differ. */
export function sidesOf(records: CandidateRecords): {
  readonly left: ReviewSide;
  readonly right: ReviewSide;
} {
  const nik = maskPair(records.leftNik, records.rightNik);
  return {
    left: {
      name: records.leftName,
      nik: nik.left,
      kpj: records.leftKpj,
      birthDate: records.leftBirthDate,
      sex: records.leftSex,
      place: records.leftPlace,
      unit: records.leftUnit === '' ? null : records.leftUnit,
      job: records.leftJob,
      wage: rupiahOf(records.leftWageSen),
      joinedOn: null,
      endedOn: null,
    },
    right: {
      name: records.rightName,
      nik: nik.right,
      kpj: records.rightKpj,
      birthDate: records.rightBirthDate,
      sex: records.rightSex,
      place: records.rightPlace,
      unit: records.rightEmployer,
      job: records.rightJob,
      wage: rupiahOf(records.rightWageSen),
      joinedOn: records.rightJoinedOn,
      endedOn: records.rightEndedOn,
    },
  };
}

/** Both records as the matcher reads them. */
export function factsOf(records: CandidateRecords) {
  const cells = (side: 'left' | 'right') =>
    side === 'left'
      ? factsOfCells({
          nik: records.leftNik ?? '',
          kpj: records.leftKpj ?? '',
          name: records.leftName,
          birthDate: records.leftBirthDate ?? '',
          sex: records.leftSex ?? '',
          village: records.leftPlace ?? '',
        })
      : factsOfCells({
          nik: records.rightNik ?? '',
          kpj: records.rightKpj ?? '',
          name: records.rightName,
          birthDate: records.rightBirthDate ?? '',
          sex: records.rightSex ?? '',
          village: records.rightPlace ?? '',
        });
  return { left: cells('left'), right: cells('right') };
}

/** The reasons in one sentence, with the probability unless it is hidden. */
export function whyOf(records: CandidateRecords, hidden: boolean): string {
  const { left, right } = factsOf(records);
  const text = explainPair(records.evidence, left, right).map(reasonText).join(', ');
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return hidden ? sentence : `${sentence} → ${percentText(records.probability)}`;
}

function viewOf(
  sql: ReadSql,
  records: CandidateRecords,
  keys: PairKeys & { pairKey: string },
  blind: boolean,
) {
  const decision = readDecision(sql, keys);
  const hidden = blind && records.decision === null;
  const { left, right } = factsOf(records);
  return {
    linkId: records.linkId,
    rivalId: records.rivalId,
    pairKey: keys.pairKey,
    class: hidden ? null : records.class,
    probability: hidden ? null : records.probability,
    why: whyOf(records, hidden),
    bars: evidenceBars(records, left, right, hidden),
    contradicts: contradictingFields(records.evidence),
    roster: records.roster,
    ...sidesOf(records),
    decision: records.decision ?? ('open' as const),
    decidedBy: [decision?.operator, decision?.second_operator].filter(
      (one) => typeof one === 'string',
    ),
    note: decision?.note ?? null,
  };
}

/** The whole view of one pair of the queue. */
export function pairView(sql: ReadSql, pair: QueuedPair, settings: ReviewSettings): ReviewPair {
  const { blind, twoPerson } = settings;
  return {
    ...viewOf(sql, pair, keysOfPair(pair), blind),
    entryId: pair.entryId,
    place: pair.place,
    money: pair.money,
    votedBy: pair.votedBy,
    disputed: pair.disputed === 1,
    needsTwo: twoPerson && pair.class === 'conflict',
    rivals: rivalsOf(sql, pair, blind),
  };
}

function rivalsOf(sql: ReadSql, pair: QueuedPair, blind: boolean): ReviewRival[] {
  return readCandidatesBeside(sql, pair, mostRivals)
    .slice(0, mostRivals)
    .map((rival) => ({
      ...viewOf(sql, rival, keysOfPair(rival), blind),
      shares: rival.personId === pair.personId ? 'person' : 'membership',
      linked: accepted.has(rival.class) || rival.decision === 'same',
    }));
}
