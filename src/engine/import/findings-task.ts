/** A workbook of the rows with findings, for the office that wrote the file: what it says, where, and what is wrong. */
import { join, parse } from 'node:path';
import { shownText } from '../../contract/cell-text.ts';
import { fixableFields } from '../../contract/import-edit-routes.ts';
import { suggestedFixes } from '../../contract/suggested-fixes.ts';
import { fieldLabel } from '../../contract/words/field-labels.ts';
import { issueAdvice, issueText } from '../../contract/words/issue-words.ts';
import { fundSourceLabels } from '../../contract/words/labels.ts';
import { AppError } from '../../domain/app-error.ts';
import { readBatch, readStagedRows, type StagedRowRecord } from '../../store/import/batches.ts';
import { readStagedEdits, type StagedEditRecord } from '../../store/import/staged-edits.ts';
import { openStoreReader } from '../../store/open-store.ts';
import type { ReadStore } from '../../store/store.ts';
import type { OutCell } from '../../tabular/types.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { isRosterKind } from './fields.ts';
import { issuesOf } from './staged-values.ts';

export interface FindingsInput {
  readonly batchId: number;
  readonly dir: string;
}

export interface FindingsOutput {
  readonly path: string;
  readonly rows: number;
}

const bpjsFields = [
  'name',
  'nik',
  'kpj',
  'npp',
  'employer',
  'birthDate',
  'sex',
  'place',
  'job',
  'joinedOn',
  'endedOn',
  'graceUntil',
  'wageSen',
  'contributionSen',
] as const;

type Said = Readonly<Record<string, string | number>>;

/** Throws `not-found`, `import.no-findings` with no row that has findings, and what writing a file throws. */
export const findingsTask: Task<FindingsInput, FindingsOutput> = async ({ batchId, dir }, task) => {
  using store = openStoreReader(needAccess(task));
  const batch = readBatch(store, batchId);
  if (batch === undefined)
    throw new AppError('not-found', { params: { what: 'batch', id: batchId } });
  const roster = isRosterKind(batch.kind);
  const filled = new Set<string>();
  let rows = 0;
  for (const row of rowsWithFindings(store, batchId, task)) {
    rows += 1;
    for (const [key, value] of Object.entries(row.said)) if (value !== '') filled.add(key);
    for (const { field } of row.issues) filled.add(field);
  }
  if (rows === 0) throw new AppError('import.no-findings');
  const fields = roster
    ? fixableFields.filter((field) => isFilled(filled, field))
    : bpjsFields.filter((field) => filled.has(field) || filled.has(`${field}Raw`));
  const heads = fields.map((field) => fieldLabel(field.replace(/Sen$/, '')));
  const name = `Temuan ${safeName(parse(batch.file_name).name)} (${batchId}).xlsx`;
  const path = join(dir, name);
  await writeXlsx(path, [
    {
      name: 'Temuan',
      widths: [18, 8, 60, 44, 26, ...fields.map(() => 20)],
      headRows: { from: 0, to: 0 },
      landscape: true,
      rows: outRows(store, batchId, task, heads, fields),
    },
  ]);
  return { path, rows };
};

function isFilled(filled: ReadonlySet<string>, field: string): boolean {
  return filled.has(field) || filled.has(`${field}Raw`) || filled.has(`${field}Sen`);
}

function safeName(name: string): string {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return safe === '' ? 'berkas' : safe.slice(0, 80);
}

interface FoundRow {
  readonly record: StagedRowRecord;
  /** What the file says, also where a cell was put right since. */
  readonly said: Said;
  readonly baseIssues: ReturnType<typeof issuesOf>;
  readonly issues: ReturnType<typeof issuesOf>;
}

const pageRows = 2_000;

function* rowsWithFindings(
  store: ReadStore,
  batchId: number,
  task: TaskContext,
): Generator<FoundRow, void, undefined> {
  for (let after = 0; ; ) {
    task.progress('write', after, null);
    if (task.signal.aborted) throw new AppError('job.cancelled');
    const page = readStagedRows(store, { batchId, asksForAttention: true }, after, pageRows);
    const [first, last] = [page[0], page.at(-1)];
    if (first === undefined || last === undefined) return;
    after = last.seq;
    const edits = readStagedEdits(store.sql, batchId, first.seq, last.seq);
    const byRow = new Map(edits.map((edit) => [edit.seq, edit]));
    for (const record of page) yield foundRow(record, byRow.get(record.seq));
  }
}

function foundRow(record: StagedRowRecord, edit: StagedEditRecord | undefined): FoundRow {
  const issues = issuesOf(record.issues).filter(({ severity }) => severity !== 'info');
  return {
    record,
    said: JSON.parse(edit?.base_values ?? record.values) as Said,
    baseIssues: edit === undefined ? issuesOf(record.issues) : issuesOf(edit.base_issues),
    issues,
  };
}

function* outRows(
  store: ReadStore,
  batchId: number,
  task: TaskContext,
  heads: readonly string[],
  fields: readonly string[],
): Generator<readonly OutCell[], void, undefined> {
  const titles = [
    'Lembar',
    'Baris',
    'Yang perlu diperiksa',
    'Saran',
    'Perbaikan (diisi pengirim)',
    ...heads,
  ];
  yield titles.map((v) => ({ v, style: 'header' }) as const);
  for (const { record, said, issues, baseIssues } of rowsWithFindings(store, batchId, task)) {
    const messages = issues.map(({ code, params }) => issueText(code, params));
    yield [
      record.sheet,
      record.source_row,
      { v: [...new Set(messages)].join('; '), style: 'text' },
      { v: adviceOn(issues), style: 'text' },
      '',
      ...fields.map((field) => cellOf(said, baseIssues, field)),
    ];
  }
}

function adviceOn(issues: FoundRow['issues']): string {
  const suggested = suggestedFixes(issues).map(
    ({ field, value }) => `${fieldLabel(field)}: ${value}?`,
  );
  const advice = issues.map(({ code }) => issueAdvice(code)).filter((text) => text !== '');
  return [...new Set([...suggested, ...advice])].join(' ');
}

const fundNames: Readonly<Record<string, string>> = fundSourceLabels;

function cellOf(said: Said, issues: FoundRow['baseIssues'], field: string): OutCell {
  const key = field === 'wage' ? 'wageSen' : field;
  const value = said[key];
  if (typeof value === 'number' && key.endsWith('Sen')) return value / 100;
  if (typeof value === 'number') return value;
  const known = fixableFields.find((one) => one === field);
  const text =
    known === undefined
      ? String(value ?? said[`${field}Raw`] ?? '')
      : shownText(said, issues, known);
  return field === 'fundSource' && Object.hasOwn(fundNames, text)
    ? (fundNames[text] ?? text)
    : text;
}
