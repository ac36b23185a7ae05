/** Matches the rosters with the exports that count now, and stores the run in one transaction. */
import { AppError } from '../../domain/app-error.ts';
import { reconcile } from '../../linkage/reconcile.ts';
import type { LinkageProgress, LinkageResult } from '../../linkage/types.ts';
import { writeJournal } from '../../store/journal.ts';
import { type Decision, type NewLink, readDecisions, replaceRun } from '../../store/links.ts';
import { countSides, iterateEntries } from '../../store/matching-rows.ts';
import { areaVersion } from '../../store/meta.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import type { ReadStore, WriteStore } from '../../store/store.ts';
import { storeFindings } from '../findings/store-findings.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { type LoadedSides, loadSides } from './load-sides.ts';
import { listLinks, listStates, standings } from './outcome.ts';

export interface ReconcileInput {
  /** `YYYY-MM-DD`: the day for which memberships are active or not. */
  readonly asOf: string;
}

export const reconcileTask: Task<ReconcileInput, { readonly runId: number }> = async (
  input,
  task,
) => {
  using store = openStoreInWorker(needAccess(task));
  const startedAt = task.now().toISOString();
  const versions = versionsOf(store);
  const { people, memberships } = countSides(store);
  if (people === 0 || memberships === 0) {
    throw new AppError('reconcile.nothing-to-match', { params: { people, memberships } });
  }
  const decisions = readDecisions(store);
  const sides = loadSides(store, {
    asOf: input.asOf,
    withKeys: decisions.length > 0,
    onRow: (done, total) => step(task, 'load', done, total),
  });
  const pairs = decidedPairs(decisions, sides);
  const result = reconcile(sides.left, sides.right, {
    mustLink: pairs.same,
    cannotLink: pairs.different,
    signal: task.signal,
    onProgress: ({ stage, done }) => task.progress(stageNames[stage], Math.round(done * 100), 100),
  });
  return { runId: storeRun(store, task, { ...input, startedAt, versions, sides, result, pairs }) };
};

/** The matcher's stages by the names that screens have words for. */
const stageNames = {
  prepare: 'prepare',
  numbers: 'exact',
  candidates: 'score',
  'second-pass': 'score',
  assign: 'assign',
} as const satisfies Record<LinkageProgress['stage'], string>;

type RowPair = readonly [left: number, right: number];

interface DecidedPairs {
  readonly same: readonly RowPair[];
  readonly different: readonly RowPair[];
}

/** What officers decided, as rows of this run; people who are gone are passed over. */
function decidedPairs(decisions: readonly Decision[], sides: LoadedSides): DecidedPairs {
  const same: RowPair[] = [];
  const different: RowPair[] = [];
  for (const { leftKey, rightKey, decision } of decisions) {
    const left = sides.leftRowByKey.get(leftKey);
    const right = sides.rightRowByKey.get(rightKey);
    if (left === undefined || right === undefined) continue;
    (decision === 'same' ? same : different).push([left, right]);
  }
  return { same, different };
}

interface Versions {
  readonly roster: number;
  readonly bpjs: number;
}

function versionsOf(store: ReadStore): Versions {
  return { roster: areaVersion(store, 'roster'), bpjs: areaVersion(store, 'bpjs') };
}

interface FinishedRun extends ReconcileInput {
  readonly startedAt: string;
  /** As they were before the first row was read. */
  readonly versions: Versions;
  readonly sides: LoadedSides;
  readonly result: LinkageResult;
  readonly pairs: DecidedPairs;
}

function storeRun(store: WriteStore, task: TaskContext, run: FinishedRun): number {
  const { sides, result, versions } = run;
  const links = listLinks(sides, result, new Set(run.pairs.same.map(([l, r]) => `${l}/${r}`)));
  const standing = standings(sides, result);
  const finishedAt = task.now().toISOString();
  // Read before writing: the statement that walks the entries must not see the transaction's own rows.
  const entries = [...iterateEntries(store)];
  const total = links.length + entries.length;
  step(task, 'save', 0, total);
  return store.transact(['links'], (sql) => {
    // An import committed or undone meanwhile would leave links to people who are gone, and call workers
    // missing whom the matcher has not seen.
    const now = versionsOf(store);
    if (now.roster !== versions.roster || now.bpjs !== versions.bpjs)
      throw new AppError('reconcile.data-changed');
    const runId = replaceRun(
      sql,
      {
        asOf: run.asOf,
        startedAt: run.startedAt,
        finishedAt,
        engineVersion: result.model.version,
        rosterVersion: versions.roster,
        bpjsVersion: versions.bpjs,
        counts: countRun(links, entries.length, sides.membershipIds.length),
        links,
        states: listStates(sides, standing, entries),
      },
      (done) => step(task, 'save', done, total),
    );
    storeFindings(sql, {
      asOf: run.asOf,
      at: finishedAt,
      resourcesDir: task.resourcesDir,
      linksToCome: 1,
      step: (done, all) => step(task, 'findings', done, all),
    });
    writeJournal(sql, {
      at: finishedAt,
      action: 'reconcile.run',
      params: { asOf: run.asOf, entries: entries.length, links: links.length },
    });
    return runId;
  });
}

/** People by class of their best link, and how many pairs wait for an officer. */
function countRun(
  links: readonly NewLink[],
  entries: number,
  memberships: number,
): Record<string, number> {
  const counts: Record<string, number> = { entries, memberships, review: 0 };
  const people = new Map<string, Set<number>>();
  for (const link of links) {
    if (link.class === 'review' || link.class === 'conflict')
      counts.review = (counts.review ?? 0) + 1;
    const seen = people.get(link.class) ?? new Set();
    people.set(link.class, seen.add(link.personId));
  }
  for (const [name, seen] of people) counts[name] = seen.size;
  return counts;
}

function step(task: TaskContext, stage: string, done: number, total: number): void {
  task.progress(stage, done, total);
  task.signal.throwIfAborted();
}
