/** What officers decided, each change with before and after in the journal; call inside one transaction. */
import type { ReadSql, WriteSql } from '../store.ts';

export interface PairKeys {
  readonly leftKey: string;
  readonly rightKey: string;
}

export type Verdict = 'same' | 'different';
export type DecisionSource = 'queue' | 'bulk' | 'list' | 'implied';

/** A row of link_decision without its number. */
export interface DecisionRow {
  readonly left_key: string;
  readonly right_key: string;
  readonly decision: Verdict;
  readonly note: string | null;
  readonly decided_at: string;
  readonly operator: string | null;
  readonly second_operator: string | null;
  readonly source: DecisionSource;
  readonly cause: string | null;
}

export interface VoteRow {
  readonly left_key: string;
  readonly right_key: string;
  readonly round: number;
  readonly operator: string;
  readonly decision: Verdict;
  readonly note: string | null;
  readonly voted_at: string;
}

const decisionColumns = `left_key, right_key, decision, note, decided_at, operator, second_operator, source, cause`;
const voteColumns = `left_key, right_key, round, operator, decision, note, voted_at`;

type Numbered<Row> = Row & { readonly id: number };

export function readDecision(sql: ReadSql, keys: PairKeys): Numbered<DecisionRow> | undefined {
  return sql.get<Numbered<DecisionRow>>(
    `SELECT id, ${decisionColumns} FROM link_decision WHERE left_key = ? AND right_key = ?`,
    keys.leftKey,
    keys.rightKey,
  );
}

/** Decisions that follow from the one about this pair. */
export function readImplied(sql: ReadSql, pairKey: string): Numbered<DecisionRow>[] {
  return sql.all<Numbered<DecisionRow>>(
    `SELECT id, ${decisionColumns} FROM link_decision WHERE cause = ?`,
    pairKey,
  );
}

function journalChange(
  sql: WriteSql,
  journalId: number,
  change: {
    readonly entity: 'link_decision' | 'review_vote';
    readonly id: number;
    readonly before: object | null;
    readonly after: object | null;
  },
): void {
  // One deed may touch a row twice: what it was at first and what it is at last count.
  sql.run(
    `INSERT INTO journal_change (journal_id, entity, entity_id, before, after) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET after = excluded.after`,
    journalId,
    change.entity,
    change.id,
    change.before === null ? null : JSON.stringify(change.before),
    change.after === null ? null : JSON.stringify(change.after),
  );
}

function plain<Row extends object>(row: Numbered<Row>): Omit<Numbered<Row>, 'id'> {
  const { id: _, ...rest } = row;
  return rest;
}

/** Writes a decision in place of any other about the same two people. */
export function putDecision(sql: WriteSql, journalId: number, row: DecisionRow): void {
  const before = readDecision(sql, { leftKey: row.left_key, rightKey: row.right_key });
  if (before !== undefined) sql.run('DELETE FROM link_decision WHERE id = ?', before.id);
  const { lastInsertRowid } = sql.run(
    `INSERT INTO link_decision (id, ${decisionColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    before?.id ?? null,
    row.left_key,
    row.right_key,
    row.decision,
    row.note,
    row.decided_at,
    row.operator,
    row.second_operator,
    row.source,
    row.cause,
  );
  journalChange(sql, journalId, {
    entity: 'link_decision',
    id: Number(lastInsertRowid),
    before: before === undefined ? null : plain(before),
    after: row,
  });
}

/** Takes a decision away; nothing when there is none. */
export function dropDecision(sql: WriteSql, journalId: number, keys: PairKeys): void {
  const before = readDecision(sql, keys);
  if (before === undefined) return;
  sql.run('DELETE FROM link_decision WHERE id = ?', before.id);
  journalChange(sql, journalId, {
    entity: 'link_decision',
    id: before.id,
    before: plain(before),
    after: null,
  });
}

export function readVotes(sql: ReadSql, keys: PairKeys): Numbered<VoteRow>[] {
  return sql.all<Numbered<VoteRow>>(
    `SELECT id, ${voteColumns} FROM review_vote WHERE left_key = ? AND right_key = ? ORDER BY round, id`,
    keys.leftKey,
    keys.rightKey,
  );
}

export function addVote(sql: WriteSql, journalId: number, vote: VoteRow): void {
  const { lastInsertRowid } = sql.run(
    `INSERT INTO review_vote (${voteColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    vote.left_key,
    vote.right_key,
    vote.round,
    vote.operator,
    vote.decision,
    vote.note,
    vote.voted_at,
  );
  const id = Number(lastInsertRowid);
  journalChange(sql, journalId, { entity: 'review_vote', id, before: null, after: vote });
}

export function dropVotes(sql: WriteSql, journalId: number, keys: PairKeys): void {
  for (const vote of readVotes(sql, keys)) {
    sql.run('DELETE FROM review_vote WHERE id = ?', vote.id);
    journalChange(sql, journalId, {
      entity: 'review_vote',
      id: vote.id,
      before: plain(vote),
      after: null,
    });
  }
}

interface Change {
  readonly entity: 'link_decision' | 'review_vote';
  readonly before: string | null;
  readonly after: string | null;
}

const readChanges = (sql: ReadSql, journalId: number): Change[] =>
  sql.all<Change>(
    `SELECT entity, before, after FROM journal_change
     WHERE journal_id = ? AND entity IN ('link_decision', 'review_vote') ORDER BY entity, entity_id`,
    journalId,
  );

const keysOf = (row: DecisionRow | VoteRow): PairKeys => ({
  leftKey: row.left_key,
  rightKey: row.right_key,
});

function sameRow(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return a === b;
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([column, value]) => other.get(column) === value);
}

/** The row a change speaks of as it is now. */
function rowNow(sql: ReadSql, { entity, before, after }: Change): object | null {
  const row = JSON.parse(after ?? before ?? 'null') as DecisionRow | VoteRow | null;
  if (row === null) return null;
  if (entity === 'link_decision') {
    const now = readDecision(sql, keysOf(row));
    return now === undefined ? null : plain(now);
  }
  const vote = row as VoteRow;
  const now = readVotes(sql, keysOf(vote)).find(
    ({ round, operator }) => round === vote.round && operator === vote.operator,
  );
  return now === undefined ? null : plain(now);
}

/**
 * Puts back what a deed changed; null when something was decided since. `undoing` is the journal row of the
 * undo. Gives the keys of every pair it touched.
 */
export function undoChanges(sql: WriteSql, journalId: number, undoing: number): PairKeys[] | null {
  const changes = readChanges(sql, journalId);
  const stands = changes.every((change) =>
    sameRow(JSON.parse(change.after ?? 'null') as object | null, rowNow(sql, change)),
  );
  if (changes.length === 0 || !stands) return null;
  return changes.map(({ entity, before, after }) => {
    const row = JSON.parse(after ?? before ?? '{}') as DecisionRow | VoteRow;
    const keys = keysOf(row);
    if (entity === 'link_decision') {
      if (before === null) dropDecision(sql, undoing, keys);
      else putDecision(sql, undoing, JSON.parse(before) as DecisionRow);
    } else if (before === null) dropVote(sql, undoing, row as VoteRow);
    else addVote(sql, undoing, JSON.parse(before) as VoteRow);
    return keys;
  });
}

function dropVote(sql: WriteSql, journalId: number, vote: VoteRow): void {
  const found = readVotes(sql, keysOf(vote)).find(
    ({ round, operator }) => round === vote.round && operator === vote.operator,
  );
  if (found === undefined) return;
  sql.run('DELETE FROM review_vote WHERE id = ?', found.id);
  journalChange(sql, journalId, {
    entity: 'review_vote',
    id: found.id,
    before: plain(found),
    after: null,
  });
}
