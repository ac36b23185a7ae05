/** How well the matcher does: a random sample of its own links, labelled blind, with an interval. */
import type { Audit, AuditItem } from '../../contract/review-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { stratifiedPrecision, wilsonInterval } from '../../domain/wilson.ts';
import { writeJournal } from '../../store/journal.ts';
import { latestRun } from '../../store/links.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import {
  type AuditSample,
  addItem,
  addSample,
  auditedClasses,
  type ClassTally,
  linkIdsOf,
  readItems,
  readSamples,
  tallyItems,
} from '../../store/review/audit.ts';
import { readLinkRecords } from '../../store/review/pairs.ts';
import type { ReadSql } from '../../store/store.ts';
import { shareOut, shuffled } from '../sample/random.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { sidesOf, whyOf } from './pair-view.ts';

export interface AuditInput {
  readonly size: number;
  readonly seed: number;
}

/** Links a class gives at least, if it has them: a rare class would else go unseen. */
const leastOfClass = 5;

/** How many of each class to draw: by their share, but never fewer than a few of a class that is there. */
export function allocate(size: number, populations: readonly number[]): number[] {
  const least = populations.map((population) => Math.min(population, leastOfClass));
  const floor = least.reduce((sum, part) => sum + part, 0);
  if (floor >= size) return shareOut(size, least).map((part, at) => Math.min(part, least[at] ?? 0));
  const rest = shareOut(
    size - floor,
    populations.map((population, at) => population - (least[at] ?? 0)),
  );
  return populations.map((population, at) =>
    Math.min(population, (least[at] ?? 0) + (rest[at] ?? 0)),
  );
}

/** Draws and stores a sample. Throws `review.nothing-to-audit`. */
export const auditTask: Task<AuditInput, { readonly id: number }> = async (
  { size, seed },
  task,
) => {
  using store = openStoreInWorker(needAccess(task));
  const run = latestRun(store);
  if (run === undefined) throw new AppError('review.nothing-to-audit');
  task.progress('load', 0, null);
  const strata = auditedClasses.map((name) => ({ name, ids: linkIdsOf(store.sql, run.id, name) }));
  const populations = strata.map(({ ids }) => ids.length);
  if (populations.every((population) => population === 0))
    throw new AppError('review.nothing-to-audit');
  const shares = allocate(size, populations);
  const drawn = strata.flatMap(({ ids }, at) => pick(ids, shares[at] ?? 0, seed + at));
  // Classes must not come one after another: the order would give them away.
  const order = shuffled(drawn.length, seed + 101);
  return store.transact([], (sql) => {
    const takenAt = task.now().toISOString();
    const id = addSample(sql, {
      runId: run.id,
      asOf: run.asOf,
      takenAt,
      seed,
      engineVersion: run.engineVersion,
      population: Object.fromEntries(strata.map(({ name, ids }) => [name, ids.length])),
    });
    for (let at = 0; at < drawn.length; at += 1) {
      const records = readLinkRecords(sql, drawn[order(at)] ?? 0);
      if (records !== undefined) addItem(sql, { sampleId: id, seq: at + 1, records });
    }
    writeJournal(sql, { at: takenAt, action: 'review.drawAudit', params: { size: drawn.length } });
    return { id };
  });
};

function pick(ids: readonly number[], size: number, seed: number): number[] {
  if (ids.length === 0) return [];
  const place = shuffled(ids.length, seed);
  return Array.from({ length: size }, (_, at) => ids[place(at)] ?? 0);
}

/** Every sample with its figures, the latest first. */
export function listAudits(sql: ReadSql): Audit[] {
  const tallies = tallyItems(sql);
  return readSamples(sql).map((sample) =>
    figuresOf(
      sample,
      tallies.filter(({ sampleId }) => sampleId === sample.id),
    ),
  );
}

function figuresOf(sample: AuditSample, tallies: readonly ClassTally[]): Audit {
  const classes = auditedClasses.flatMap((name) => {
    const tally = tallies.find((one) => one.class === name);
    if (tally === undefined) return [];
    const { sampled, right, wrong, unsure } = tally;
    const interval = wilsonInterval(right, right + wrong);
    return [
      {
        class: name,
        population: sample.population[name] ?? 0,
        sampled,
        right,
        wrong,
        unsure,
        precision:
          interval === null
            ? null
            : { share: right / (right + wrong), labelled: right + wrong, ...interval },
      },
    ];
  });
  const sum = (value: (one: (typeof classes)[number]) => number) =>
    classes.reduce((total, one) => total + value(one), 0);
  return {
    id: sample.id,
    runId: sample.runId,
    asOf: sample.asOf,
    takenAt: sample.takenAt,
    size: sum(({ sampled }) => sampled),
    labelled: sum(({ right, wrong, unsure }) => right + wrong + unsure),
    classes,
    precision: stratifiedPrecision(classes),
  };
}

/** Pairs of a sample as the officer judges them: class and reasons only once labelled. */
export function listAuditItems(sql: ReadSql, sampleId: number): AuditItem[] {
  return readItems(sql, sampleId).map(({ id, seq, records, label, class: name }) => ({
    id,
    seq,
    ...sidesOf(records),
    label,
    class: label === null ? null : name,
    why: label === null ? null : whyOf(records, false),
  }));
}
