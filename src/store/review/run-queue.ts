/** What a run leaves for the queue: waiting links to be ordered, rivals, and counts by probability. */
import { type PairRecords, recordColumns, recordJoins } from '../links.ts';
import type { ReadSql, WriteSql } from '../store.ts';
import type { EntryFacts } from './entry-facts.ts';

/** A waiting link with what its queue row is made from. */
export interface WaitingLink extends PairRecords, EntryFacts {}

const waitingColumns = `l.id, l.class, l.probability, l.evidence, l.person_id AS personId,
  l.membership_id AS membershipId, l.decision, ${recordColumns},
  e.segment, e.employer_group AS employerGroup, e.fund_source AS fundSource, e.wage_sen AS wageSen, e.position`;

/** Links of the run that wait for an officer or were decided by one, in the order they were stored. */
export function waitingLinks(sql: ReadSql, runId: number): WaitingLink[] {
  return sql.all<WaitingLink>(
    `SELECT ${waitingColumns} FROM link l ${recordJoins}
     WHERE l.run_id = ? AND l.class IN ('review', 'conflict', 'decided') ORDER BY l.id`,
    runId,
  );
}

/** Any links by their ids, as {@link waitingLinks} gives them. */
export function linksAsWaiting(sql: ReadSql, ids: readonly number[]): WaitingLink[] {
  return sql.all<WaitingLink>(
    `SELECT ${waitingColumns} FROM link l ${recordJoins}
     WHERE l.id IN (SELECT value FROM json_each(?)) ORDER BY l.id`,
    JSON.stringify(ids),
  );
}

/** Empties what the run before left; decisions, votes, samples and sent lists stay. */
export function clearQueue(sql: WriteSql): void {
  for (const table of ['link_review', 'link_rival', 'link_band']) sql.run(`DELETE FROM ${table}`);
}

export interface NewRival {
  readonly personId: number;
  readonly membershipId: number;
  readonly probability: number;
  readonly weight: number;
  readonly evidence: number;
  readonly waterfall: Buffer;
}

export function addRivals(sql: WriteSql, rivals: Iterable<NewRival>): void {
  const insert = sql.prepare(
    `INSERT INTO link_rival (person_id, membership_id, probability, weight, evidence, waterfall)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const rival of rivals) {
    insert(
      rival.personId,
      rival.membershipId,
      rival.probability,
      rival.weight,
      rival.evidence,
      rival.waterfall,
    );
  }
}

/** Counts links by class and hundredth of probability, so that a threshold's preview reads a few rows. */
export function countBands(sql: WriteSql): void {
  sql.run('DELETE FROM link_band');
  sql.run(
    `INSERT INTO link_band (class, band, links, doubt)
     SELECT class, min(100, CAST(probability * 100 + 0.000001 AS INTEGER)), count(*), sum(1 - probability)
     FROM link WHERE class IN ('nik', 'kpj', 'strong', 'decided') GROUP BY 1, 2`,
  );
}

export interface Band {
  readonly class: string;
  readonly band: number;
  readonly links: number;
  readonly doubt: number;
}

export function readBands(sql: ReadSql): Band[] {
  return sql.all<Band>('SELECT class, band, links, doubt FROM link_band ORDER BY class, band');
}
