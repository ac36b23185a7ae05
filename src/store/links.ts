/** Runs of the matcher, the links they found and what officers decided about them. */
import type { Enrolment, Roster } from '../domain/segments.ts';
import { suspendIndexes } from './import/bulk-indexes.ts';
import type { LinkClass, ReconcileRunTable } from './schema/matching-schema.ts';
import type { ReadStore, WriteSql } from './store.ts';

/** How officers' decisions changed the probabilities of a run: log odds' = shift + slope × log odds, in bits. */
export interface RunCalibration {
  readonly decisions: number;
  readonly shift: number;
  readonly slope: number;
}

export interface Run {
  readonly id: number;
  readonly asOf: string;
  readonly finishedAt: string;
  readonly engineVersion: string;
  readonly rosterVersion: number;
  readonly bpjsVersion: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly calibration: RunCalibration | null;
}

/** The run whose links and states are in the store; undefined before the first. */
export function latestRun(store: ReadStore): Run | undefined {
  const row = store.sql.get<ReconcileRunTable & { id: number }>(
    'SELECT * FROM reconcile_run ORDER BY id DESC LIMIT 1',
  );
  if (row === undefined) return undefined;
  return {
    id: row.id,
    asOf: row.as_of,
    finishedAt: row.finished_at,
    engineVersion: row.engine_version,
    rosterVersion: row.roster_version,
    bpjsVersion: row.bpjs_version,
    counts: JSON.parse(row.counts) as Record<string, number>,
    calibration: row.calibration === null ? null : (JSON.parse(row.calibration) as RunCalibration),
  };
}

export interface NewLink {
  readonly personId: number;
  readonly membershipId: number;
  readonly class: LinkClass;
  readonly probability: number;
  readonly weight: number;
  readonly evidence: number;
}

export interface NewState {
  readonly entryId: number;
  readonly enrolment: Enrolment;
  readonly linkClass: string | null;
  readonly membershipId: number | null;
}

export interface NewRun {
  readonly asOf: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly engineVersion: string;
  readonly rosterVersion: number;
  readonly bpjsVersion: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly calibration: RunCalibration | null;
  /** Links and states together, about. */
  readonly rows: number;
  readonly links: Iterable<NewLink>;
  readonly states: Iterable<NewState>;
}

/** Replaces the links and states of the run before by this one's; call it in one transaction. */
export function replaceRun(sql: WriteSql, run: NewRun, onRow: (done: number) => void): number {
  const { lastInsertRowid } = sql.run(
    `INSERT INTO reconcile_run (as_of, started_at, finished_at, engine_version, roster_version, bpjs_version,
       counts, calibration) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    run.asOf,
    run.startedAt,
    run.finishedAt,
    run.engineVersion,
    run.rosterVersion,
    run.bpjsVersion,
    JSON.stringify(run.counts),
    run.calibration === null ? null : JSON.stringify(run.calibration),
  );
  const runId = Number(lastInsertRowid);
  sql.run('DELETE FROM link');
  sql.run('DELETE FROM entry_state');
  const putUp = [
    suspendIndexes(sql, 'link', run.rows / 2),
    suspendIndexes(sql, 'entry_state', run.rows / 2),
  ];
  const insertLink = sql.prepare(
    `INSERT INTO link (run_id, person_id, membership_id, class, probability, weight, evidence)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  let done = 0;
  for (const link of run.links) {
    insertLink(
      runId,
      link.personId,
      link.membershipId,
      link.class,
      link.probability,
      link.weight,
      link.evidence,
    );
    if (++done % 4096 === 0) onRow(done);
  }
  const insertState = sql.prepare(
    'INSERT INTO entry_state (entry_id, run_id, enrolment, link_class, membership_id) VALUES (?, ?, ?, ?, ?)',
  );
  for (const state of run.states) {
    insertState(state.entryId, runId, state.enrolment, state.linkClass, state.membershipId);
    if (++done % 4096 === 0) onRow(done);
  }
  for (const putIndexes of putUp) putIndexes(() => onRow(done));
  return runId;
}

export interface LinkedPair {
  readonly id: number;
  readonly class: LinkClass;
  readonly probability: number;
  readonly evidence: number;
  readonly personId: number;
  readonly membershipId: number;
}

/** The best link of an entry's person in a run, accepted or waiting. */
export function readEntryLink(
  store: ReadStore,
  runId: number,
  entryId: number,
): LinkedPair | undefined {
  return store.sql.get<LinkedPair>(
    `SELECT l.id, l.class, l.probability, l.evidence, l.person_id AS personId,
       l.membership_id AS membershipId
     FROM link l JOIN roster_entry e ON e.person_id = l.person_id
     WHERE e.id = ? AND l.run_id = ?
     ORDER BY l.class IN ('nik', 'kpj', 'strong', 'decided') DESC, l.probability DESC, l.id LIMIT 1`,
    entryId,
    runId,
  );
}

/** Both records of a pair, as the matcher saw them and as a person compares them. */
export interface PairRecords extends LinkedPair {
  readonly entryId: number;
  readonly roster: Roster;
  readonly decision: 'same' | 'different' | null;
  readonly leftNik: string | null;
  readonly leftKpj: string | null;
  readonly leftName: string;
  readonly leftBirthDate: string | null;
  readonly leftSex: string | null;
  readonly leftPlace: string | null;
  /** OPD, or village with its kecamatan. */
  readonly leftUnit: string | null;
  readonly leftJob: string | null;
  readonly leftWageSen: number | null;
  readonly rightNik: string | null;
  readonly rightKpj: string | null;
  readonly rightName: string;
  readonly rightBirthDate: string | null;
  readonly rightSex: string | null;
  readonly rightPlace: string | null;
  readonly rightEmployer: string | null;
  readonly rightJob: string | null;
  readonly rightWageSen: number | null;
  readonly rightJoinedOn: string | null;
  readonly rightEndedOn: string | null;
}

/** Columns of both records, given the joins below. */
export const recordColumns = `
  e.id AS entryId, e.roster,
  p.nik AS leftNik, e.kpj AS leftKpj, p.name AS leftName, p.birth_date AS leftBirthDate, p.sex AS leftSex,
  CASE WHEN u.kind = 'opd' THEN NULL ELSE u.name END AS leftPlace,
  concat_ws(', ', u.name, (SELECT name FROM unit WHERE id = u.parent_id)) AS leftUnit,
  coalesce(e.position, e.job_kind) AS leftJob, e.wage_sen AS leftWageSen,
  m.nik AS rightNik, m.kpj AS rightKpj, m.name AS rightName, m.birth_date AS rightBirthDate,
  m.sex AS rightSex, m.place AS rightPlace, m.employer AS rightEmployer, m.job AS rightJob,
  m.wage_sen AS rightWageSen, m.joined_on AS rightJoinedOn, m.ended_on AS rightEndedOn`;

/** Joins that go with {@link recordColumns}, on a table `l` of pairs. */
export const recordJoins = `
  JOIN person p ON p.id = l.person_id
  JOIN roster_entry e ON e.id = (SELECT min(id) FROM roster_entry WHERE person_id = l.person_id)
  LEFT JOIN unit u ON u.id = e.unit_id
  JOIN membership m ON m.id = l.membership_id`;

export function readPair(store: ReadStore, linkId: number): PairRecords | undefined {
  return store.sql.get<PairRecords>(
    `SELECT l.id, l.class, l.probability, l.evidence, l.person_id AS personId, l.membership_id AS membershipId,
       l.decision, ${recordColumns}
     FROM link l ${recordJoins} WHERE l.id = ?`,
    linkId,
  );
}

export interface Decision {
  readonly leftKey: string;
  readonly rightKey: string;
  readonly decision: 'same' | 'different';
}

export function readDecisions(store: ReadStore): Decision[] {
  return store.sql.all<Decision>(
    'SELECT left_key AS leftKey, right_key AS rightKey, decision FROM link_decision ORDER BY id',
  );
}
