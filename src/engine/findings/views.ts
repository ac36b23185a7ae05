/** What screens, files and the command line are shown of findings. */
import type {
  DifferenceRow,
  FindingFilter,
  FindingRow,
  FindingSort,
  FindingSummary,
  MovementRow,
} from '../../contract/finding-routes.ts';
import { maskIdentifier } from '../../domain/clean-identifier.ts';
import { checkExport } from '../../domain/export-checks.ts';
import { isOverdue } from '../../domain/findings.ts';
import { maskPair } from '../../domain/mask-pair.ts';
import { readExportNotes } from '../../store/findings/export-notes.ts';
import {
  countByCode,
  countFoundPeople,
  findingsAreStale,
  latestFindingRun,
  listFindingIds,
  readFindings,
  type StoredFinding,
  sumFindings,
} from '../../store/findings/list-findings.ts';
import {
  activeSources,
  type StoredDifference,
  type StoredMovement,
} from '../../store/findings/read-tables.ts';
import type { ReadStore } from '../../store/store.ts';
import { filterKey, keptFor } from './id-lists.ts';

/** Counts of every code, and what the run rests on. */
export function findingSummary(store: ReadStore, today: string): FindingSummary {
  const run = latestFindingRun(store);
  const stale = findingsAreStale(store);
  return {
    run: run === undefined ? null : { asOf: run.as_of, madeAt: run.made_at, stale },
    rows: keptFor(store, `codes ${today}`, () => countByCode(store, today)),
    people: keptFor(store, 'people', () => countFoundPeople(store)),
    sources: activeSources(store),
    warnings: exportWarnings(store, run?.as_of ?? today),
  };
}

/** What speaks against the exports that count now. */
export function exportWarnings(store: ReadStore, asOf: string): FindingSummary['warnings'] {
  return readExportNotes(store).flatMap((note) =>
    checkExport({ ...note, superseded: note.superseded === 1 }, asOf).map(({ code, params }) => ({
      code,
      params: { ...params },
    })),
  );
}

export interface FindingWindow {
  readonly filter: FindingFilter;
  readonly sort: FindingSort;
  readonly offset: number;
  readonly limit: number;
}

export function findingPage(
  store: ReadStore,
  { filter, sort, offset, limit }: FindingWindow,
  today: string,
): { rows: FindingRow[]; total: number; premium: number } {
  const key = filterKey(filter);
  const ids = keptFor(store, `ids ${today} ${key} ${sort.by} ${sort.descending}`, () =>
    listFindingIds(store, filter, sort, today),
  );
  return {
    rows: readFindings(store, [...ids.subarray(offset, offset + limit)]).map((row) =>
      asFindingRow(row, today),
    ),
    total: ids.length,
    premium: keptFor(store, `sum ${today} ${key}`, () => sumFindings(store, filter, today)),
  };
}

const mask = (value: string | null) => (value === null ? null : maskIdentifier(value));

export function asFindingRow(
  { nik, info, present, ...row }: StoredFinding,
  today: string,
): FindingRow {
  return {
    ...row,
    nikMasked: mask(nik),
    info: JSON.parse(info) as FindingRow['info'],
    overdue: isOverdue({ ...row, present: present === 1 }, today),
  };
}

const rupiahOf = (sen: number | null) => (sen === null ? null : Math.trunc(sen / 100));

export function asMovementRow({ nik, wageBefore, wageAfter, ...row }: StoredMovement): MovementRow {
  return {
    ...row,
    nikMasked: mask(nik),
    wageBefore: rupiahOf(wageBefore),
    wageAfter: rupiahOf(wageAfter),
  };
}

/** NIKs are masked wherever they stand; two of them but for the digits in which they differ, or both would look alike. */
export function asDifferenceRow({
  nik,
  npp: _npp,
  parentUnitName: _parent,
  ...row
}: StoredDifference): DifferenceRow {
  const { left, right } =
    row.field === 'nik'
      ? maskPair(row.rosterValue, row.bpjsValue)
      : { left: row.rosterValue, right: row.bpjsValue };
  return { ...row, nikMasked: mask(nik), rosterValue: left ?? '', bpjsValue: right ?? '' };
}
