/** Files of what is seen: findings, corrections for the branch, movements, coverage by programme. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingExport } from '../../contract/finding-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { listFindingIds, readFindings } from '../../store/findings/list-findings.ts';
import {
  countMovementRows,
  listDifferenceIds,
  readDifferences,
  readMovements,
} from '../../store/findings/read-tables.ts';
import { openStoreReader } from '../../store/open-store.ts';
import type { ReadStore } from '../../store/store.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';
import { writeCsv } from '../../tabular/write-csv.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { civilToday } from '../civil-today.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import { coverageSheets } from './coverage-sheets.ts';
import {
  differenceColumns,
  findingColumns,
  type ListColumn,
  movementColumns,
} from './list-columns.ts';

export type ExportInput = { readonly dir: string } & WithoutFolder<FindingExport>;
type WithoutFolder<T> = T extends unknown ? Omit<T, 'folder'> : never;

export interface ExportOutput {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

const rowsAtOnce = 1_000;

/** Throws `job.cancelled`, and what writing a file throws; a failed export leaves no file. */
export const findingExportTask: Task<ExportInput, ExportOutput> = async (input, task) => {
  using store = openStoreReader(needAccess(task));
  task.progress('load', 0, null);
  const today = civilToday(task.now());
  if (input.what === 'coverage') {
    const path = freePath(input.dir, `cakupan-program-${today}`, 'xlsx');
    const { sheets, rows } = coverageSheets(store);
    await writeXlsx(path, sheets);
    return { path, rows, bytes: statSync(path).size };
  }
  const list = listOf(store, input, today, task);
  const path = freePath(input.dir, `${list.name}-${today}`, input.format);
  if (input.format === 'csv') await writeCsv(path, list.plain());
  else await writeXlsx(path, [list.sheet()]);
  return { path, rows: list.total, bytes: statSync(path).size };
};

interface WrittenList {
  readonly name: string;
  readonly total: number;
  readonly plain: () => Iterable<(string | number | null)[]>;
  readonly sheet: () => OutSheet;
}

function listOf(
  store: ReadStore,
  input: Exclude<ExportInput, { what: 'coverage' }>,
  today: string,
  task: TaskContext,
): WrittenList {
  switch (input.what) {
    case 'findings': {
      const ids = listFindingIds(store, input.filter, input.sort, today);
      const columns = findingColumns(input.fullNik);
      return written('temuan', 'Temuan', columns, ids.length, task, (from) =>
        readFindings(store, [...ids.subarray(from, from + rowsAtOnce)]),
      );
    }
    case 'differences': {
      const { field, unitId } = input;
      const ids = listDifferenceIds(store, { field, unitId });
      const columns = differenceColumns(input.fullNik);
      return written('koreksi-bpjs', 'Koreksi', columns, ids.length, task, (from) =>
        readDifferences(store, [...ids.subarray(from, from + rowsAtOnce)]),
      );
    }
    case 'movements': {
      const { exportId, kind } = input;
      const total = countMovementRows(store, { exportId, kind });
      const columns = movementColumns(input.fullNik);
      return written('mutasi', 'Mutasi', columns, total, task, (from) =>
        readMovements(store, { exportId, kind }, from, rowsAtOnce),
      );
    }
  }
}

function written<Row>(
  name: string,
  sheetName: string,
  columns: readonly ListColumn<Row>[],
  total: number,
  task: TaskContext,
  page: (from: number) => readonly Row[],
): WrittenList {
  function* rows<Cell>(cell: (column: ListColumn<Row>, row: Row) => Cell): Generator<Cell[]> {
    for (let from = 0; from < total; from += rowsAtOnce) {
      task.progress('write', from, total);
      if (task.signal.aborted) throw new AppError('job.cancelled');
      for (const row of page(from)) yield columns.map((column) => cell(column, row));
    }
    task.progress('write', total, total);
  }
  return {
    name,
    total,
    *plain() {
      yield columns.map(({ heading }) => heading);
      yield* rows(({ value }, row) => value(row));
    },
    sheet: () => ({
      name: sheetName,
      rows: prepend(
        columns.map(({ heading }): OutCell => ({ v: heading, style: 'header' })),
        rows(styled),
      ),
      widths: columns.map(({ width }) => width),
      headRows: { from: 0, to: 0 },
      landscape: true,
    }),
  };
}

function styled<Row>({ value, style }: ListColumn<Row>, row: Row): OutCell {
  const v = value(row);
  if (v === null || style === undefined) return v;
  return { v, style };
}

function* prepend<Row>(head: Row, rows: Iterable<Row>): Generator<Row> {
  yield head;
  yield* rows;
}

/** A file that is there already stays: the next one gets a number. */
function freePath(dir: string, name: string, format: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(dir, `${name}${count === 1 ? '' : ` (${count})`}.${format}`);
    if (!existsSync(path)) return path;
  }
}
