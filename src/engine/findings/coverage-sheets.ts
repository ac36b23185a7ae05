/** Coverage by group, unit and programme as sheets: one a programme, its definition and sources above it. */
import { coverageDefinitions, groupHeadings } from '../../contract/words/finding-words.ts';
import { programmeLabels, rosterLabels } from '../../contract/words/labels.ts';
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate } from '../../domain/brand.ts';
import { formatDate } from '../../domain/civil-date.ts';
import { shareInBasisPoints } from '../../domain/coverage.ts';
import { memberProgrammes, type Programme } from '../../domain/segments.ts';
import { latestFindingRun } from '../../store/findings/list-findings.ts';
import {
  activeSources,
  type ProgrammeCount,
  readProgrammeCoverage,
} from '../../store/findings/read-tables.ts';
import type { ReadStore } from '../../store/store.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';

const headings = [
  'Segmen',
  'Daftar',
  'Kecamatan',
  'Unit',
  'Pekerja',
  'Terdaftar',
  '% terdaftar',
  'Aktif',
  '% aktif',
  'Aktif dibayar pemda',
  '% aktif dibayar pemda',
];

/** Throws `reconcile.not-run` before the first run. */
export function coverageSheets(store: ReadStore): { sheets: OutSheet[]; rows: number } {
  const run = latestFindingRun(store);
  if (run === undefined) throw new AppError('reconcile.not-run');
  const notes = [
    `Posisi ${formatDate(run.as_of as CivilDate)}`, // the run's day was checked by its route
    ...coverageDefinitions,
    `Sumber: ${activeSources(store)
      .map(({ name, period }) => (period === null ? name : `${name} (periode ${period})`))
      .join('; ')}.`,
  ];
  const counted = memberProgrammes.map((programme) => ({
    programme,
    rows: readProgrammeCoverage(store, programme),
  }));
  return {
    sheets: counted.map(({ programme, rows }) => sheetOf(programme, rows, notes)),
    rows: counted.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

function sheetOf(
  programme: Programme,
  rows: readonly ProgrammeCount[],
  notes: readonly string[],
): OutSheet {
  const label = programmeLabels[programme];
  const head: OutCell[][] = [
    [{ v: `Cakupan ${label} menurut segmen dan unit`, style: 'title' }],
    ...notes.map((v): OutCell[] => [{ v, style: 'note' }]),
    [],
    headings.map((v): OutCell => ({ v, style: 'header' })),
  ];
  const total = rows.reduce(add, nobody);
  return {
    name: label,
    rows: [
      ...head,
      ...rows.map((row): OutCell[] => [
        groupHeadings[row.group],
        rosterLabels[row.roster],
        row.parentName,
        row.unitName ?? 'Tanpa unit',
        ...figures(row, 'integer'),
      ]),
      [
        { v: 'Jumlah', style: 'total' },
        ...[1, 2, 3].map((): OutCell => ({ v: null, style: 'total' })),
        ...figures(total, 'total'),
      ],
    ],
    widths: [26, 16, 20, 30, 10, 10, 11, 10, 10, 12, 12],
    headRows: { from: head.length - 1, to: head.length - 1 },
    landscape: true,
  };
}

type Figures = Pick<ProgrammeCount, 'workers' | 'registered' | 'active' | 'paid'>;
const nobody: Figures = { workers: 0, registered: 0, active: 0, paid: 0 };
const add = (a: Figures, b: Figures): Figures => ({
  workers: a.workers + b.workers,
  registered: a.registered + b.registered,
  active: a.active + b.active,
  paid: a.paid + b.paid,
});

/** Shares come from the figures beside them. */
function figures(row: Figures, style: 'integer' | 'total'): OutCell[] {
  const share = (count: number): OutCell => {
    const points = shareInBasisPoints(count, row.workers);
    return points === null ? null : { v: points / 10_000, style: 'percent' };
  };
  return [
    { v: row.workers, style },
    { v: row.registered, style },
    share(row.registered),
    { v: row.active, style },
    share(row.active),
    { v: row.paid, style },
    share(row.paid),
  ];
}
