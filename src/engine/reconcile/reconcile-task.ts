/**
 * Matches the rosters with the exports that count now, and stores the run in one transaction. Its findings come after
 * it, in one of their own: they rest on links that stand, and links need not wait for them.
 */
import { AppError } from '../../domain/app-error.ts';
import { shareSides } from '../../linkage/side-builder.ts';
import type {
  LinkageProgress,
  LinkageResult,
  ReconcileOptions,
  Thresholds,
} from '../../linkage/types.ts';
import { writeJournal } from '../../store/journal.ts';
import { type Decision, readDecisions, replaceRun } from '../../store/links.ts';
import { countSides } from '../../store/matching-rows.ts';
import { areaVersion } from '../../store/meta.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { readRunMemory, writeRunMemory } from '../../store/run-memory.ts';
import type { ReadStore, WriteStore } from '../../store/store.ts';
import { pricingAt } from '../findings/prices.ts';
import { startAssistant } from '../match/assistant.ts';
import { runSteps } from '../match/run-steps.ts';
import { buildQueue } from '../review/build-queue.ts';
import { reviewSettings } from '../review/review-settings.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { type LoadedSides, loadSides, type WantedKeys } from './load-sides.ts';
import { membershipBlocks } from './membership-blocks.ts';
import { countLinks, listLinks, listStates, standings } from './outcome.ts';
import { allMatched, type Matched, rematch } from './rematch.ts';
import { packMemory, type RunMemory, unpackMemory } from './run-memory.ts';
import { type Current, type DecidedPairs, type RowPair, whatChanged } from './what-changed.ts';

export interface ReconcileInput {
  /** `YYYY-MM-DD`: the day for which memberships are active or not. */
  readonly asOf: string;
  /** True to match all rows, whatever the run before has left. */
  readonly full?: boolean;
}

export const reconcileTask: Task<ReconcileInput, { readonly runId: number }> = async (
  input,
  task,
) => {
  // People and memberships are those just read; `storeRun` refuses to write when they have changed since.
  using store = openStoreInWorker(needAccess(task), { trustsReferences: true });
  const startedAt = task.now().toISOString();
  const versions = versionsOf(store);
  const counts = countSides(store);
  const { people, memberships } = counts;
  if (people === 0 || memberships === 0) {
    throw new AppError('reconcile.nothing-to-match', { params: { people, memberships } });
  }
  const decisions = readDecisions(store);
  using read = membershipBlocks(store, memberships, task.helper);
  const sides = await loadSides(store, {
    asOf: input.asOf,
    counts,
    memberships: read.blocks,
    keys: keysOfDecisions(decisions),
    onRow: (done, total) => step(task, 'load', done, total),
  });
  const pairs = decidedPairs(decisions, sides);
  const { accept, review } = reviewSettings(store.sql);
  const thresholds = { accept, review };
  const current = {
    sides,
    prints: { left: fingerprintsOf(sides.left), right: fingerprintsOf(sides.right) },
    decided: pairs,
    thresholds,
  };
  const memory = input.full === true ? null : unpackMemory(readRunMemory(store.sql));
  const changes = memory === null ? null : whatChanged(memory, current);
  const options = optionsOf(task, pairs, thresholds);
  const matched =
    memory === null || changes === null
      ? allMatched(sides, await matchSides(task, sides, options))
      : rematch(sides, memory, changes, options);
  const drift = changes?.drift ?? 0;
  const run = { ...input, ...current, startedAt, versions, matched, drift };
  return { runId: storeRun(store, task, run) };
};

function optionsOf(
  task: TaskContext,
  pairs: DecidedPairs,
  thresholds: Thresholds,
): ReconcileOptions {
  return {
    thresholds,
    mustLink: pairs.same,
    cannotLink: pairs.different,
    barredTwins: pairs.twins,
    signal: {
      get aborted() {
        return task.signal.aborted || task.isStopped?.() === true;
      },
    },
    onProgress: ({ stage, done }) => task.progress(stageNames[stage], Math.round(done * 100), 100),
  };
}

/** Rows of both sides together from which a second thread pays for its start. */
const enoughForTwo = 150_000;

async function matchSides(
  task: TaskContext,
  sides: LoadedSides,
  options: ReconcileOptions,
): Promise<LinkageResult> {
  const isLarge = sides.left.rows + sides.right.rows >= enoughForTwo;
  using second = isLarge && task.helper !== undefined ? startAssistant(task.helper) : undefined;
  const [left, right] =
    second === undefined ? [sides.left, sides.right] : shareSides(sides.left, sides.right);
  const { onProgress } = options;
  return await runSteps(left, right, { ...options, assistant: second?.assistant }, onProgress);
}

/** The matcher's stages by the names that screens have words for. */
const stageNames = {
  prepare: 'prepare',
  numbers: 'exact',
  candidates: 'score',
  'second-pass': 'score',
  assign: 'assign',
} as const satisfies Record<LinkageProgress['stage'], string>;

function keysOfDecisions(decisions: readonly Decision[]): WantedKeys {
  return {
    left: new Set(decisions.map(({ leftKey }) => leftKey)),
    right: new Set(decisions.map(({ rightKey }) => rightKey)),
  };
}

/**
 * What officers decided, as rows of this run; people who are gone are passed over. Two people stay apart on whichever
 * rows they stand; one row of each is enough to join them, for the matcher joins what else is theirs.
 */
function decidedPairs(decisions: readonly Decision[], sides: LoadedSides): DecidedPairs {
  const same: RowPair[] = [];
  const different: RowPair[] = [];
  const twins: RowPair[] = [];
  for (const { leftKey, rightKey, decision } of decisions) {
    const left = sides.leftRowsByKey.get(leftKey) ?? [];
    const right = sides.rightRowsByKey.get(rightKey) ?? [];
    const [first, ...others] = left.flatMap((l) => right.map((r): RowPair => [l, r]));
    if (first === undefined) continue;
    if (decision === 'same') same.push(first);
    else {
      different.push(first);
      twins.push(...others);
    }
  }
  return { same, different, twins };
}

interface Versions {
  readonly roster: number;
  readonly bpjs: number;
  /** Decisions and thresholds count here. */
  readonly links: number;
}

function versionsOf(store: ReadStore): Versions {
  return {
    roster: areaVersion(store, 'roster'),
    bpjs: areaVersion(store, 'bpjs'),
    links: areaVersion(store, 'links'),
  };
}

interface FinishedRun extends ReconcileInput, Current {
  readonly startedAt: string;
  /** As they were before the first row was read. */
  readonly versions: Versions;
  readonly sides: LoadedSides;
  readonly matched: Matched;
  readonly drift: number;
}

/** What the next run is to know of this one. */
function memoryOf({ prints, decided, thresholds, drift, matched }: FinishedRun): RunMemory {
  const { links, candidates, rivals, waterfalls, model } = matched.result;
  const { prior, priors, guess, learnt } = model;
  const told = { thresholds, drift, ...decided };
  const known = { prior, priors: [...priors], guess, learnt };
  return { ...told, ...known, prints, links, candidates, rivals, waterfalls };
}

/**
 * An import committed or undone meanwhile would leave links to people who are gone, and call workers missing whom the
 * matcher has not seen; a decision or threshold of meanwhile would be overruled by links that know nothing of it.
 */
function refuseChanged(before: Versions, now: Versions): void {
  const stands =
    now.roster === before.roster && now.bpjs === before.bpjs && now.links === before.links;
  if (!stands) throw new AppError('reconcile.data-changed');
}

function storeRun(store: WriteStore, task: TaskContext, run: FinishedRun): number {
  const { sides, versions } = run;
  const { result, rescored, unchanged } = run.matched;
  const decided = new Set(run.decided.same.map(([l, r]) => `${l}/${r}`));
  const counted = countLinks(result, decided);
  const standing = standings(sides, result);
  const finishedAt = task.now().toISOString();
  const entries = sides.entryIds.length;
  const total = counted.links + entries;
  step(task, 'save', 0, total);
  return store.transact(['links'], (sql) => {
    refuseChanged(versions, versionsOf(store));
    const runId = replaceRun(
      sql,
      {
        asOf: run.asOf,
        startedAt: run.startedAt,
        finishedAt,
        engineVersion: result.model.version,
        rosterVersion: versions.roster,
        bpjsVersion: versions.bpjs,
        counts: {
          entries,
          memberships: sides.membershipIds.length,
          review: result.candidates.size,
          rescored,
          unchanged,
          ...counted.people,
        },
        calibration: result.model.calibration.decisions > 0 ? result.model.calibration : null,
        rows: total,
        links: listLinks(sides, result, decided),
        states: listStates(sides, standing),
      },
      (done) => step(task, 'save', done, total),
    );
    writeRunMemory(sql, runId, packMemory(memoryOf(run)));
    step(task, 'save', total, total);
    const { priceOf } = pricingAt(sql, task.resourcesDir, run.asOf);
    buildQueue(sql, { runId, result, ...sides, priceOf });
    writeJournal(sql, {
      at: finishedAt,
      action: 'reconcile.run',
      params: { asOf: run.asOf, entries, links: counted.links },
    });
    task.settle?.();
    return runId;
  });
}

function step(task: TaskContext, stage: string, done: number, total: number): void {
  task.progress(stage, done, total);
  task.signal.throwIfAborted();
}
