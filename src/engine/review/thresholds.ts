/** Where the matcher accepts and where it asks: what other thresholds would do, and setting them. */
import type { RouteOut } from '../../contract/routes.ts';
import type { PriceOf } from '../../store/findings/scratch.ts';
import { writeJournal } from '../../store/journal.ts';
import { latestRun } from '../../store/links.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { refreshPeople } from '../../store/review/follow.ts';
import { addReviewRows } from '../../store/review/pairs.ts';
import { countBands, linksAsWaiting, readBands } from '../../store/review/run-queue.ts';
import { writeReviewSettings } from '../../store/review/settings.ts';
import {
  freeRivals,
  joinQueue,
  type Moving,
  moveLinks,
  orderAnew,
  strongBetween,
  waitingByProbability,
} from '../../store/review/threshold-moves.ts';
import type { ReadSql, WriteSql } from '../../store/store.ts';
import { pricingAt } from '../findings/prices.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { orderedRows } from './build-queue.ts';
import { byValue } from './queue-order.ts';
import { reviewSettings } from './review-settings.ts';

export interface ThresholdPair {
  readonly accept: number;
  readonly review: number;
}

interface Plan {
  /** Strong links that fall below the accepting threshold. */
  readonly released: readonly Moving[];
  /** Waiting pairs that reach it, one-to-one. */
  readonly accepted: readonly Moving[];
  /** Rivals that come into the queue, and waiting pairs that fall below its threshold. */
  readonly joining: readonly Moving[];
  readonly leaving: readonly Moving[];
}

/** What would move, from what the latest run stored. */
export function planThresholds(sql: ReadSql, next: ThresholdPair): Plan {
  const waiting = waitingByProbability(sql);
  const now = reviewSettings(sql);
  const people = new Set<number>();
  const memberships = new Set<number>();
  const accepted: Moving[] = [];
  const leaving: Moving[] = [];
  for (const pair of waiting) {
    if (pair.class === 'conflict') continue;
    if (pair.probability < next.review) leaving.push(pair);
    // What is likelier than the threshold of now was kept from being linked for a reason.
    const reaches = pair.probability >= next.accept && pair.probability < now.accept;
    if (!reaches || pair.needsLook === 1) continue;
    if (people.has(pair.personId) || memberships.has(pair.membershipId)) continue;
    people.add(pair.personId);
    memberships.add(pair.membershipId);
    accepted.push(pair);
  }
  return {
    released: strongBetween(sql, next.review, next.accept),
    accepted,
    joining: next.review < now.review ? freeRivals(sql, next.review, now.review) : [],
    leaving,
  };
}

const steps = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** Links, expected wrong ones and length of the queue, now and under other thresholds. */
export function previewThresholds(
  sql: ReadSql,
  next: ThresholdPair,
): RouteOut<'review.thresholds'> {
  const { released, accepted, joining, leaving } = planThresholds(sql, next);
  return {
    now: outcomeOf(sql, null),
    planned: outcomeOf(sql, next),
    released: released.length,
    accepted: accepted.length,
    joining: joining.length,
    leaving: leaving.length,
    steps: steps.map((accept) => ({ accept, ...outcomeOf(sql, { accept, review: next.review }) })),
  };
}

const nothingMoves: Plan = { released: [], accepted: [], joining: [], leaving: [] };

function outcomeOf(sql: ReadSql, at: ThresholdPair | null): RouteOut<'review.thresholds'>['now'] {
  const plan = at === null ? nothingMoves : planThresholds(sql, at);
  const wrong = (pairs: readonly Moving[]) =>
    pairs.reduce((sum, { probability }) => sum + 1 - probability, 0);
  // Decided links are officers' own words: they count as links, not as guesses.
  const bands = readBands(sql);
  const links = bands.reduce((sum, band) => sum + band.links, 0);
  const doubt = bands.reduce((sum, band) => sum + (band.class === 'decided' ? 0 : band.doubt), 0);
  const queue = waitingByProbability(sql).length;
  return {
    links: links - plan.released.length + plan.accepted.length,
    expectedWrong: Math.max(0, doubt - wrong(plan.released) + wrong(plan.accepted)),
    queue:
      queue +
      plan.released.length -
      plan.accepted.length +
      plan.joining.length -
      plan.leaving.length,
  };
}

export type ThresholdOutput = RouteOut<'review.setThresholds'>;

/** Sets the thresholds; the current queue follows at once, the next run uses them. */
export const thresholdTask: Task<ThresholdPair, ThresholdOutput> = async (next, task) => {
  using store = openStoreInWorker(needAccess(task));
  const run = latestRun(store);
  return store.transact(['links'], (sql) => {
    const before = reviewSettings(sql);
    const plan = planThresholds(sql, next);
    task.progress('save', 0, 1);
    writeReviewSettings(sql, { ...before, ...next });
    if (run !== undefined) {
      applyPlan(sql, plan, pricingAt(sql, task.resourcesDir, run.asOf).priceOf);
      countBands(sql);
    }
    const percent = (share: number) => Math.round(share * 100);
    writeJournal(sql, {
      at: task.now().toISOString(),
      action: 'review.setThresholds',
      params: {
        accept: percent(next.accept),
        review: percent(next.review),
        acceptBefore: percent(before.accept),
        reviewBefore: percent(before.review),
      },
    });
    const { released, accepted, joining, leaving } = plan;
    return {
      released: released.length,
      accepted: accepted.length,
      joining: joining.length,
      leaving: leaving.length,
    };
  });
};

function applyPlan(sql: WriteSql, plan: Plan, priceOf: PriceOf): void {
  const people = new Set<number>();
  moveLinks(sql, plan.accepted, 'strong');
  moveLinks(sql, plan.released, 'review');
  const joined = plan.joining.map((rival) => ({ ...rival, linkId: joinQueue(sql, rival.rivalId) }));
  moveLinks(sql, plan.leaving, null);
  for (const pairs of [plan.accepted, plan.released, joined, plan.leaving])
    for (const { personId } of pairs) people.add(personId);
  const arriving = [...plan.released, ...joined].map(({ linkId }) => linkId ?? 0);
  const waterfalls = new Map(
    joined.map(({ personId, membershipId, waterfall }) => [
      `${personId}/${membershipId}`,
      waterfall ?? Buffer.alloc(0),
    ]),
  );
  addReviewRows(sql, orderedRows(linksAsWaiting(sql, arriving), { priceOf }, waterfalls));
  orderAnew(sql, (a, b) => byValue(a, b));
  refreshPeople(sql, people);
}
