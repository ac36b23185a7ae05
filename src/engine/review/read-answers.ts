/** Reads a list that came back: which answers can be taken, and what is wrong with the others. */
import { basename } from 'node:path';
import type { AnswerProblem, AnswersRead } from '../../contract/review-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { parsePairKey } from '../../domain/pair-key.ts';
import { readDecision, type Verdict } from '../../store/review/decisions.ts';
import { type QueuedPair, queuedByKey } from '../../store/review/pairs.ts';
import { readSent } from '../../store/review/sent.ts';
import type { ReadSql } from '../../store/store.ts';
import { openTable } from '../../tabular/open-table.ts';
import type { RawRow, TableSource } from '../../tabular/types.ts';
import { competes, ownerOf } from './decide.ts';
import { type Answer, answerHead, keyHead, nameHead, noteHead, readAnswer } from './list-sheet.ts';

/** One row of the list that speaks of a pair. */
export interface AnsweredRow {
  readonly row: number;
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly note: string;
}

export interface AnswerFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: readonly AnsweredRow[];
}

/** An answer that can be taken. */
export interface Taken {
  readonly pairKey: string;
  readonly decision: Verdict;
  readonly note: string;
  /** It contradicts a decision made earlier: taken only when the officer says so. */
  readonly contradicts: boolean;
}

export interface JudgedAnswers {
  readonly read: AnswersRead;
  readonly taken: readonly Taken[];
}

/** More rows than any list Padan writes. */
const mostRows = 200_000;

/** Rows below the heads. Throws `review.not-answers` for a file without them, and what reading a table throws. */
export async function readAnswerFile(path: string, signal: AbortSignal): Promise<AnswerFile> {
  const source = await openTable(path, { signal });
  for (const sheet of source.sheets.filter(({ hidden }) => !hidden)) {
    const rows = await rowsOf(source, sheet.index, signal);
    if (rows !== null) {
      return { fileName: basename(path), sha256: source.facts.sha256, rows };
    }
  }
  throw new AppError('review.not-answers', { at: { file: basename(path) } });
}

interface Columns {
  readonly key: number;
  readonly answer: number;
  readonly name: number;
  readonly note: number;
}

async function rowsOf(
  source: TableSource,
  sheet: number,
  signal: AbortSignal,
): Promise<AnsweredRow[] | null> {
  let columns: Columns | null = null;
  const rows: AnsweredRow[] = [];
  for await (const batch of source.rows(sheet, signal)) {
    for (const row of batch) {
      if (columns === null) columns = columnsOf(row);
      else {
        const read = readRow(row, columns);
        if (read !== null) rows.push(read);
      }
      if (rows.length > mostRows) throw new AppError('file.too-large');
    }
  }
  return columns === null ? null : rows;
}

function columnsOf({ cells }: RawRow): Columns | null {
  const at = (head: string) =>
    cells.findIndex((cell) => cell.trim().toLowerCase() === head.toLowerCase());
  const key = at(keyHead);
  const answer = at(answerHead);
  if (key < 0 || answer < 0) return null;
  return { key, answer, name: at(nameHead), note: at(noteHead) };
}

function readRow({ row, cells }: RawRow, columns: Columns): AnsweredRow | null {
  const cell = (at: number, most: number) =>
    at < 0 ? '' : (cells[at] ?? '').trim().slice(0, most);
  const key = cell(columns.key, 40);
  const text = cell(columns.answer, 60);
  const name = cell(columns.name, 120);
  // Empty rows and a signature below the list speak of no pair.
  if (key === '' && text === '') return null;
  return { row, key, text, name, note: cell(columns.note, 400) };
}

type Judged =
  | { readonly kind: 'taken'; readonly taken: Taken }
  | { readonly kind: 'unknown' | 'blank' | 'repeated' }
  | { readonly kind: 'problem'; readonly problem: AnswerProblem; readonly taken?: Taken };

/** Judges every row against what is known of the pairs. */
export function judgeAnswers(sql: ReadSql, file: AnswerFile): JudgedAnswers {
  const said: Said = { answersOf: groupAnswers(file.rows), givenTo: groupOwners(sql, file.rows) };
  const seen = new Set<string>();
  const counts = { same: 0, different: 0, unknown: 0, blank: 0, repeated: 0 };
  const problems: Partial<Record<AnswerProblem, number>> = {};
  const listed: AnswersRead['listed'] = [];
  const taken: Taken[] = [];
  for (const row of file.rows) {
    const judged = judgeRow(sql, row, said, seen);
    if (judged.kind === 'taken') {
      counts[judged.taken.decision] += 1;
      taken.push(judged.taken);
    } else if (judged.kind === 'problem') {
      problems[judged.problem] = (problems[judged.problem] ?? 0) + 1;
      if (judged.taken !== undefined) taken.push(judged.taken);
      if (listed.length < 100) {
        const { problem } = judged;
        listed.push({ row: row.row, key: row.key, name: row.name, answer: row.text, problem });
      }
    } else counts[judged.kind] += 1;
  }
  const { fileName, sha256, rows } = file;
  return {
    taken,
    read: {
      fileName,
      sha256,
      rows: rows.length,
      ...counts,
      problems: allProblems(problems),
      listed,
    },
  };
}

function allProblems(found: Partial<Record<AnswerProblem, number>>): Record<AnswerProblem, number> {
  return {
    'unknown-key': found['unknown-key'] ?? 0,
    'edited-key': found['edited-key'] ?? 0,
    'other-run': found['other-run'] ?? 0,
    contradicts: found.contradicts ?? 0,
    unreadable: found.unreadable ?? 0,
    'two-answers': found['two-answers'] ?? 0,
    'two-owners': found['two-owners'] ?? 0,
  };
}

/** What all rows of each pair say, leaving out rows that say nothing. */
function groupAnswers(rows: readonly AnsweredRow[]): ReadonlyMap<string, ReadonlySet<Answer>> {
  const found = new Map<string, Set<Answer>>();
  for (const { key, text } of rows) {
    const pairKey = parsePairKey(key);
    const answer = readAnswer(text);
    if (pairKey === null || (answer !== 'same' && answer !== 'different')) continue;
    found.set(pairKey, (found.get(pairKey) ?? new Set()).add(answer));
  }
  return found;
}

/** What the whole file says, so that a row is judged beside the others. */
interface Said {
  readonly answersOf: ReadonlyMap<string, ReadonlySet<Answer>>;
  /** Pairs answered SAMA, by membership. */
  readonly givenTo: ReadonlyMap<number, readonly QueuedPair[]>;
}

function groupOwners(
  sql: ReadSql,
  rows: readonly AnsweredRow[],
): ReadonlyMap<number, readonly QueuedPair[]> {
  const found = new Map<number, QueuedPair[]>();
  for (const { key, text } of rows) {
    const pairKey = readAnswer(text) === 'same' ? parsePairKey(key) : null;
    if (pairKey === null) continue;
    for (const pair of queuedByKey(sql, pairKey)) {
      found.set(pair.membershipId, [...(found.get(pair.membershipId) ?? []), pair]);
    }
  }
  return found;
}

function judgeRow(
  sql: ReadSql,
  row: AnsweredRow,
  { answersOf, givenTo }: Said,
  seen: Set<string>,
): Judged {
  const pairKey = parsePairKey(row.key);
  if (pairKey === null) return { kind: 'problem', problem: 'edited-key' };
  const sent = readSent(sql, pairKey);
  const [queued] = queuedByKey(sql, pairKey);
  if (sent === undefined && queued === undefined)
    return { kind: 'problem', problem: 'unknown-key' };
  const decision = readAnswer(row.text);
  if (decision === 'blank' || decision === 'unknown') return { kind: decision };
  if (decision === 'unreadable') return { kind: 'problem', problem: 'unreadable' };
  if ((answersOf.get(pairKey)?.size ?? 0) > 1) return { kind: 'problem', problem: 'two-answers' };
  if (seen.has(pairKey)) return { kind: 'repeated' };
  seen.add(pairKey);
  const keys = queued ?? sent;
  const earlier = keys === undefined ? undefined : readDecision(sql, keys);
  if (earlier?.decision === decision) return { kind: 'repeated' };
  // The list is of another run and its pair waits no more: nothing to answer.
  if (queued === undefined) return { kind: 'problem', problem: 'other-run' };
  const isSame = decision === 'same';
  const owners = isSame ? (givenTo.get(queued.membershipId) ?? []) : [];
  if (owners.some((other) => competes(sql, queued, other)))
    return { kind: 'problem', problem: 'two-owners' };
  const contradicts = earlier !== undefined || (isSame && ownerOf(sql, queued) !== undefined);
  const taken = { pairKey, decision, note: row.note, contradicts };
  return contradicts
    ? { kind: 'problem', problem: 'contradicts', taken }
    : { kind: 'taken', taken };
}
