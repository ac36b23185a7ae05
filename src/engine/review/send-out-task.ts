/** Writes the pairs a filter finds as a list for the office that knows the people. */
import { basename } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { latestRun } from '../../store/links.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { readProfile } from '../../store/profile.ts';
import type { QueuedPair } from '../../store/review/pairs.ts';
import { type QueueFilter, readQueuePage } from '../../store/review/queue-page.ts';
import { rememberSent } from '../../store/review/sent.ts';
import type { OutCell } from '../../tabular/types.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { freePath } from '../free-path.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { keysOfPair } from './build-queue.ts';
import { listSheet } from './list-sheet.ts';
import { sidesOf, whyOf } from './pair-view.ts';

export interface SendOutInput {
  readonly dir: string;
  readonly filter: QueueFilter;
}

export interface MadeList {
  readonly path: string;
  readonly rows: number;
}

const rowsAtOnce = 500;

/** Throws `review.nothing-to-send`, and what writing a file throws. */
export const sendOutTask: Task<SendOutInput, MadeList> = async ({ dir, filter }, task) => {
  using store = openStoreInWorker(needAccess(task));
  const run = latestRun(store);
  const pairs: QueuedPair[] = [];
  for (;;) {
    task.progress('load', pairs.length, null);
    if (task.signal.aborted) throw new AppError('job.cancelled');
    const page = readQueuePage(store.sql, filter, {
      after: pairs.at(-1)?.place ?? 0,
      limit: rowsAtOnce,
      operator: null,
    });
    pairs.push(...page);
    if (page.length < rowsAtOnce) break;
  }
  if (run === undefined || pairs.length === 0) throw new AppError('review.nothing-to-send');
  const unit = filter.unitId === undefined ? undefined : pairs[0]?.unitName;
  const day = task.now().toISOString().slice(0, 10);
  const path = freePath(dir, `daftar-periksa${slug(unit ?? '')}-${day}`, 'xlsx');
  const { name } = readProfile(store);
  const about = `${name}${unit == null ? '' : `, ${unit}`}. Posisi data BPJS ${run.asOf.split('-').reverse().join('-')}. ${pairs.length} pasangan.`;
  await writeXlsx(path, [
    listSheet(
      pairs.map((pair, at) => rowOf(pair, at + 1)),
      { title: 'Daftar periksa: apakah keduanya orang yang sama?', about },
    ),
  ]);
  store.transact([], (sql) => {
    const at = task.now().toISOString();
    const file = basename(path);
    rememberSent(sql, pairs.map(keysOfPair), { runId: run.id, file, at });
    writeJournal(sql, { at, action: 'review.sendOut', params: { rows: pairs.length, file } });
  });
  return { path, rows: pairs.length };
};

/** Part of a file name: small letters, digits and dashes. */
function slug(text: string): string {
  const plain = text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const trimmed = plain.replace(/^-+|-+$/g, '').slice(0, 40);
  return trimmed === '' ? '' : `-${trimmed}`;
}

const day = (value: string | null): OutCell =>
  value === null ? null : { v: value, style: 'date' };

function rowOf(pair: QueuedPair, number: number): OutCell[] {
  const { left, right } = sidesOf(pair);
  return [
    keysOfPair(pair).pairKey,
    number,
    left.name,
    left.nik,
    day(left.birthDate),
    pair.unitName,
    left.job,
    right.name,
    right.nik,
    right.kpj,
    day(right.birthDate),
    right.unit ?? right.job,
    whyOf(pair, true),
    null,
    null,
  ];
}
