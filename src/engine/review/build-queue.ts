/** Fills the queue's tables from a finished run: keys, order, money, rivals; call inside the run's transaction. */
import { pairKeyOf } from '../../domain/pair-key.ts';
import { waterfallFields } from '../../linkage/explain/waterfall.ts';
import type { LinkageResult } from '../../linkage/types.ts';
import type { PriceOf } from '../../store/findings/scratch.ts';
import { noteDuplicates } from '../../store/person-state.ts';
import { type PairKeys, readDecision, readVotes } from '../../store/review/decisions.ts';
import { followPair } from '../../store/review/follow.ts';
import { addReviewRows, type ReviewRow } from '../../store/review/pairs.ts';
import { hasVotes, markDecidedLinks } from '../../store/review/queue-rows.ts';
import {
  addRivals,
  clearQueue,
  countBands,
  type NewRival,
  type WaitingLink,
  waitingLinks,
} from '../../store/review/run-queue.ts';
import type { WriteSql } from '../../store/store.ts';
import { pairKeys } from '../reconcile/pair-keys.ts';
import { differingFields, needsLook } from './evidence-fields.ts';
import { byValue } from './queue-order.ts';

/** Places left free behind each pair, for rivals that are decided about. */
export const placeGap = 16;

export interface QueueSource {
  readonly runId: number;
  readonly result: LinkageResult;
  readonly personIds: Int32Array;
  readonly membershipIds: Int32Array;
  /** What a month of protection costs: the money that hangs on a pair. */
  readonly priceOf: PriceOf;
}

/** The keys of a pair and the short key made of them. */
export function keysOfPair(records: Parameters<typeof pairKeys>[0]): PairKeys & {
  readonly pairKey: string;
} {
  const keys = pairKeys(records);
  return { ...keys, pairKey: pairKeyOf(keys.leftKey, keys.rightKey) };
}

/** Replaces the queue by that of a new run. */
export function buildQueue(sql: WriteSql, source: QueueSource): void {
  clearQueue(sql);
  noteDuplicates(sql, duplicatesOf(source));
  // The rest of a set that came with a decided link follows that link, and has no decision of its own.
  const links = waitingLinks(sql, source.runId).filter(
    (link) => link.class !== 'decided' || readDecision(sql, pairKeys(link)) !== undefined,
  );
  const rows = orderedRows(links, source, waterfallsByPair(source));
  addReviewRows(sql, rows);
  markDecidedLinks(sql);
  addRivals(sql, rivalsOf(source));
  countBands(sql);
  // Votes of an earlier run still count; without any there is nothing to look up.
  if (!hasVotes(sql)) return;
  for (const row of rows) if (readVotes(sql, row).length > 0) followPair(sql, row);
}

/** Each person written more than once, with the one that stands for all of its rows. */
function* duplicatesOf({ result, personIds }: QueueSource): Generator<readonly [number, number]> {
  for (const [row, root] of result.duplicates.left.entries()) {
    if (row !== root) yield [personIds[row] ?? 0, personIds[root] ?? 0];
  }
}

/** Queue rows of waiting links, most valuable first. */
export function orderedRows(
  links: readonly WaitingLink[],
  { priceOf }: Pick<QueueSource, 'priceOf'>,
  waterfalls: ReadonlyMap<string, Buffer>,
): ReviewRow[] {
  return links
    .map((link) => ({
      link,
      conflict: link.class === 'conflict',
      money: priceOf(link).premium ?? 0,
    }))
    .sort(
      (a, b) =>
        // What was decided before this run stands behind all that waits.
        Number(a.link.class === 'decided') - Number(b.link.class === 'decided') ||
        byValue(
          { ...a, probability: a.link.probability },
          { ...b, probability: b.link.probability },
        ) ||
        a.link.id - b.link.id,
    )
    .map(({ link, money }, at) => ({
      linkId: link.id,
      personId: link.personId,
      membershipId: link.membershipId,
      place: (at + 1) * placeGap,
      ...keysOfPair(link),
      fields: differingFields(link.evidence),
      money,
      needsLook: needsLook(link.evidence),
      baseClass: link.class,
      waterfall: waterfalls.get(`${link.personId}/${link.membershipId}`) ?? null,
    }));
}

/**
 * The prior and the bits of one pair's fields as bytes. Pairs that lack a number have another prior than those that
 * have it; what the fields leave of the weight is the pair's own.
 */
function packWaterfall(weight: number, all: Float32Array, at: number): Buffer {
  const size = waterfallFields.length;
  const steps = all.subarray(at * size, (at + 1) * size);
  const packed = new Float32Array(size + 1);
  packed[0] = steps.reduce((rest, bits) => rest - bits, weight);
  packed.set(steps, 1);
  return Buffer.from(packed.buffer);
}

function waterfallsByPair({ result, personIds, membershipIds }: QueueSource) {
  const { candidates, waterfalls } = result;
  const found = new Map<string, Buffer>();
  for (let at = 0; at < candidates.size; at += 1) {
    const personId = personIds[candidates.leftRow[at] ?? 0] ?? 0;
    const membershipId = membershipIds[candidates.rightRow[at] ?? 0] ?? 0;
    const packed = packWaterfall(candidates.weight[at] ?? 0, waterfalls.candidates, at);
    found.set(`${personId}/${membershipId}`, packed);
  }
  return found;
}

function* rivalsOf({ result, personIds, membershipIds }: QueueSource): Generator<NewRival> {
  const { rivals, waterfalls } = result;
  for (let at = 0; at < rivals.size; at += 1) {
    yield {
      personId: personIds[rivals.leftRow[at] ?? 0] ?? 0,
      membershipId: membershipIds[rivals.rightRow[at] ?? 0] ?? 0,
      probability: Math.min(1, Math.max(0, rivals.probability[at] ?? 0)),
      weight: rivals.weight[at] ?? 0,
      evidence: rivals.evidence[at] ?? 0,
      waterfall: packWaterfall(rivals.weight[at] ?? 0, waterfalls.rivals, at),
    };
  }
}
