import type { RunSummary } from '../../contract/reconcile-routes.ts';
import { findingsAreStale } from '../../store/findings/list-findings.ts';
import { latestRun } from '../../store/links.ts';
import { areaVersion } from '../../store/meta.ts';
import { countQueue } from '../../store/review/queue-page.ts';
import type { ReadStore } from '../../store/store.ts';

/** Numbers kept with a run; what is left are links by class. */
const reserved = ['entries', 'memberships', 'review', 'rescored', 'unchanged'] as const;

/** The latest run as screens and the command line show it; null before the first. */
export function runSummary(store: ReadStore): RunSummary | null {
  const run = latestRun(store);
  if (run === undefined) return null;
  const byClass = Object.fromEntries(
    Object.entries(run.counts).filter(([name]) => !(reserved as readonly string[]).includes(name)),
  );
  return {
    runId: run.id,
    asOf: run.asOf,
    finishedAt: run.finishedAt,
    entries: run.counts.entries ?? 0,
    memberships: run.counts.memberships ?? 0,
    byClass,
    rescored: run.counts.rescored ?? 0,
    unchanged: run.counts.unchanged ?? 0,
    // As it is now: decisions made since the run count.
    review: countQueue(store.sql, { state: 'open' }).open,
    findingsStale: findingsAreStale(store),
    stale:
      run.rosterVersion !== areaVersion(store, 'roster') ||
      run.bpjsVersion !== areaVersion(store, 'bpjs'),
    engineVersion: run.engineVersion,
    learnedFrom: run.calibration?.decisions ?? 0,
  };
}
