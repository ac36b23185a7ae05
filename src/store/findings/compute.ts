/** Everything a run finds out beyond its links, in the run's own transaction. */
import type { FindingCode } from '../../domain/findings.ts';
import type { WriteSql } from '../store.ts';
import { countCoverage } from './coverage-counts.ts';
import { listDifferences } from './differences.ts';
import {
  findBadNik,
  findCivilServants,
  findClashes,
  findContributions,
  findDuplicates,
  findUnfit,
  findWages,
} from './find-by-data.ts';
import {
  findDoubleFunding,
  findElsewhere,
  findInactive,
  findMissing,
  findPaidAfterEnd,
  findPaidAfterLeaving,
  findUnlisted,
  listUnheld,
  unheldKinds,
} from './find-by-state.ts';
import { mergeFindings } from './merge-findings.ts';
import { listMovements } from './movements.ts';
import {
  addPrices,
  fillHeld,
  fillPrices,
  fillShared,
  fillWorkers,
  openScratch,
  type PriceOf,
} from './scratch.ts';
import { readUnlikePairs, type UnlikePair } from './unlike-pairs.ts';

export interface FindingsInput {
  readonly asOf: string;
  /** The clock's moment; its day is the one deadlines count from. */
  readonly at: string;
  readonly versions: {
    readonly roster: number;
    readonly bpjs: number;
    readonly links: number;
  };
  readonly priceOf: PriceOf;
  /** What a list should ask for a wage and programmes, in rupiah; null when it cannot be said. */
  readonly due: (wageSen: number, flags: readonly (0 | 1 | null)[]) => number | null;
  readonly days: (code: FindingCode) => number;
  readonly pic: (code: FindingCode, roster: string | null) => string;
  /** A number below zero for a text, alike for alike texts. */
  readonly hash: (text: string) => number;
  /** Called between the steps; may throw to stop. */
  readonly step: (done: number, total: number) => void;
}

/** Computes and stores the findings of the newest run; throws when there is none. */
export function computeFindings(sql: WriteSql, input: FindingsInput): void {
  const { asOf, priceOf } = input;
  using _scratch = openScratch(sql);
  let unlike: readonly UnlikePair[] = [];
  const work: readonly (() => void)[] = [
    () => fillPrices(sql, priceOf),
    () => fillShared(sql),
    () => fillWorkers(sql),
    () => fillHeld(sql, asOf),
    () => findCivilServants(sql),
    () => findMissing(sql, asOf),
    () => findInactive(sql, asOf),
    () => findPaidAfterEnd(sql, asOf),
    () => {
      listUnheld(sql, asOf);
      addPrices(sql, unheldKinds(sql), priceOf);
      findPaidAfterLeaving(sql);
      findUnlisted(sql, input.hash);
    },
    () => {
      findDoubleFunding(sql);
      findElsewhere(sql);
    },
    () => findBadNik(sql, asOf),
    () => {
      unlike = readUnlikePairs(sql);
    },
    () => findClashes(sql, unlike),
    () => findUnfit(sql, asOf),
    () => {
      findWages(sql, priceOf);
      findContributions(sql, input.due);
    },
    () => findDuplicates(sql),
    () => listDifferences(sql, unlike),
    () => merge(sql, input),
    () => countCoverage(sql),
    () => listMovements(sql, asOf),
    () => countClasses(sql),
  ];
  for (const [done, step] of work.entries()) {
    input.step(done, work.length);
    step();
  }
  input.step(work.length, work.length);
}

function merge(sql: WriteSql, { asOf, at, versions, days, pic }: FindingsInput): void {
  const { lastInsertRowid } = sql.run(
    `INSERT INTO finding_run (run_id, as_of, made_at, roster_version, bpjs_version, links_version)
     VALUES ((SELECT max(id) FROM reconcile_run), ?, ?, ?, ?, ?)`,
    asOf,
    at,
    versions.roster,
    versions.bpjs,
    versions.links,
  );
  mergeFindings(sql, {
    findingRun: Number(lastInsertRowid),
    today: at.slice(0, 10),
    rosterVersion: versions.roster,
    bpjsVersion: versions.bpjs,
    days,
    pic,
  });
}

/** Adds the classes that no link speaks of to the run's counts. */
function countClasses(sql: WriteSql): void {
  const one = (query: string) => sql.pluck<number>(query)[0] ?? 0;
  const counts = {
    rosterOnly: one(`SELECT count(*) FROM temp.worker WHERE enrolment = 'belum'`),
    bpjsOnly: one(
      `SELECT count(DISTINCT coalesce(m.nik, m.kpj, m.name || ifnull(m.birth_date, ''))) FROM membership m
       JOIN bpjs_export x ON x.id = m.export_id AND x.active = 1
       WHERE NOT EXISTS (SELECT 1 FROM link l WHERE l.membership_id = m.id)`,
    ),
    duplicateRoster: one(`SELECT count(*) FROM temp.found WHERE code = 'F12'`),
    duplicateBpjs: one('SELECT count(*) - count(DISTINCT person_id) FROM temp.held'),
  };
  sql.run(
    `UPDATE reconcile_run SET counts = json_patch(counts, ?) WHERE id = (SELECT max(id) FROM reconcile_run)`,
    JSON.stringify(counts),
  );
}
