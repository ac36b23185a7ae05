/** Writes what a roster's grid shows into a file: its filter, its order, its columns; rows pass a few at a time. */
import { statSync } from 'node:fs';
import type { RosterColumnKey } from '../../contract/roster-routes.ts';
import { fundSourceLabel } from '../../contract/words/labels.ts';
import {
  enrolmentLabels,
  maritalLabels,
  rosterColumnLabel,
  segmentLabels,
  sexLabels,
  statusLabels,
} from '../../contract/words/roster-words.ts';
import { AppError } from '../../domain/app-error.ts';
import { maskIdentifier } from '../../domain/clean-identifier.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { listEntryIds, type RosterFilter, type RosterSort } from '../../store/roster-list.ts';
import { type RosterPageRow, readEntries } from '../../store/roster-page.ts';
import type { ReadStore } from '../../store/store.ts';
import type { OutCell } from '../../tabular/types.ts';
import { writeCsv } from '../../tabular/write-csv.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { freePath } from '../free-path.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';

export interface ExportInput {
  readonly dir: string;
  readonly format: 'xlsx' | 'csv';
  readonly filter: RosterFilter;
  readonly sort: RosterSort;
  readonly columns: readonly RosterColumnKey[];
  readonly fullNik: boolean;
}

export interface ExportOutput {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

const rowsAtOnce = 1_000;

/** Throws `job.cancelled`, and what writing a file throws; a failed export leaves no file. */
export const exportTask: Task<ExportInput, ExportOutput> = async (input, task) => {
  using store = openStoreReader(needAccess(task));
  task.progress('load', 0, null);
  const ids = listEntryIds(store, input.filter, input.sort);
  const { format, filter, columns } = input;
  const path = freePath(
    input.dir,
    `daftar-${filter.roster}-${task.now().toISOString().slice(0, 10)}`,
    format,
  );
  const heads = columns.map((key) => rosterColumnLabel(filter.roster, key));
  if (format === 'csv') {
    const lines = rowsOf(store, ids, task, (row) => columns.map((key) => plain(row, key, input)));
    await writeCsv(path, prepend(heads, lines));
  } else {
    const lines = rowsOf(store, ids, task, (row) => columns.map((key) => styled(row, key, input)));
    const titles: OutCell[] = heads.map((v) => ({ v, style: 'header' }));
    await writeXlsx(path, [
      {
        name: 'Daftar',
        rows: prepend(titles, lines),
        widths: columns.map((key) => widths[key]),
        headRows: { from: 0, to: 0 },
        landscape: true,
      },
    ]);
  }
  return { path, rows: ids.length, bytes: statSync(path).size };
};

function* prepend<Row>(head: Row, rows: Iterable<Row>): Generator<Row> {
  yield head;
  yield* rows;
}

function* rowsOf<Row>(
  store: ReadStore,
  ids: Int32Array,
  task: TaskContext,
  asRow: (row: RosterPageRow) => Row,
): Generator<Row> {
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    task.progress('write', from, ids.length);
    if (task.signal.aborted) throw new AppError('job.cancelled');
    for (const row of readEntries(store, [...ids.subarray(from, from + rowsAtOnce)]))
      yield asRow(row);
  }
  task.progress('write', ids.length, ids.length);
}

const widths: Readonly<Record<RosterColumnKey, number>> = {
  name: 32,
  nik: 20,
  kpj: 14,
  birthDate: 14,
  sex: 14,
  marital: 14,
  parentUnit: 20,
  unit: 32,
  position: 26,
  jobKind: 22,
  nip: 22,
  decree: 22,
  startDate: 14,
  desil: 8,
  dtsenId: 20,
  segment: 10,
  wage: 14,
  fund: 18,
  status: 15,
  enrolment: 18,
  phone: 16,
  note: 32,
};

/** Identifiers go out as text; the wage as a number. */
function plain(
  row: RosterPageRow,
  key: RosterColumnKey,
  { fullNik }: Pick<ExportInput, 'fullNik'>,
): string | number | null {
  switch (key) {
    case 'name':
      return row.name;
    case 'nik':
      return row.nik === null || fullNik ? row.nik : maskIdentifier(row.nik);
    case 'kpj':
      return row.kpj;
    case 'birthDate':
      return row.birthDate;
    case 'sex':
      return row.sex === null ? null : sexLabels[row.sex];
    case 'marital':
      return row.marital === null ? null : maritalLabels[row.marital];
    case 'parentUnit':
      return row.parentUnitName;
    case 'unit':
      return row.unitName;
    case 'position':
      return row.position;
    case 'jobKind':
      return row.jobKind;
    case 'nip':
      return row.nip;
    case 'decree':
      return row.decree;
    case 'startDate':
      return row.startDate;
    case 'desil':
      return row.desil;
    case 'dtsenId':
      return row.dtsenId;
    case 'phone':
      return row.phone;
    case 'note':
      return row.note;
    case 'segment':
      return segmentLabels[row.segment];
    case 'wage':
      return row.wageSen === null ? null : Math.trunc(row.wageSen / 100);
    case 'fund':
      return row.fundSource === null ? null : fundSourceLabel(row.fundSource);
    case 'status':
      return statusLabels[row.status];
    case 'enrolment':
      return row.enrolment === null ? null : enrolmentLabels[row.enrolment];
  }
}

function styled(row: RosterPageRow, key: RosterColumnKey, input: ExportInput): OutCell {
  const v = plain(row, key, input);
  if (v === null) return null;
  if (key === 'birthDate' || key === 'startDate') return { v, style: 'date' };
  return key === 'wage' ? { v, style: 'rupiah' } : v;
}
