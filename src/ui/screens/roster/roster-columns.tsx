/** Columns of the three rosters: what the office looks for first comes first. */
import { columnsOfRoster, editableColumn } from '../../../contract/roster-columns.ts';
import {
  type RosterRow,
  type RosterSort,
  rosterSortKeys,
} from '../../../contract/roster-routes.ts';
import type { Roster } from '../../../domain/segments.ts';
import { EnrolmentBadge } from '../../parts/enrolment-badge.tsx';
import type { GridColumn } from '../../parts/grid/grid-column.ts';
import { MaskedNik } from '../../parts/masked-nik.tsx';
import { formatCount, formatDate } from '../../words/format.ts';
import {
  fundSourceLabel,
  maritalLabels,
  rosterColumnLabel,
  segmentLabels,
  sexLabels,
  statusLabels,
} from '../../words/labels.ts';
import type { RosterColumnKey } from './column-choice.ts';

type Column = GridColumn<RosterRow>;
type Shape = Omit<Column, 'key' | 'heading' | 'sortable'>;

const shapes: Readonly<Record<RosterColumnKey, Shape>> = {
  name: { width: 'minmax(132px, 1.6fr)', cell: (row) => row.name },
  nik: { width: '150px', cell: (row) => <MaskedNik nik={row.nikMasked} /> },
  kpj: { width: '116px', cell: (row) => row.kpj ?? '–' },
  birthDate: { width: '116px', fromWidth: 900, cell: (row) => formatDate(row.birthDate) },
  sex: { width: '104px', cell: (row) => (row.sex === null ? '–' : sexLabels[row.sex]) },
  marital: {
    width: '104px',
    cell: (row) => (row.marital === null ? '–' : maritalLabels[row.marital]),
  },
  parentUnit: {
    width: 'minmax(90px, 1fr)',
    fromWidth: 760,
    cell: (row) => row.parentUnitName ?? '–',
  },
  unit: { width: 'minmax(98px, 1.4fr)', cell: (row) => row.unitName ?? '–' },
  position: { width: 'minmax(98px, 1.2fr)', cell: (row) => row.position ?? '–' },
  jobKind: { width: 'minmax(84px, 0.9fr)', fromWidth: 1000, cell: (row) => row.jobKind ?? '–' },
  nip: { width: '170px', cell: (row) => row.nip ?? '–' },
  decree: { width: 'minmax(96px, 0.7fr)', fromWidth: 1240, cell: (row) => row.decree ?? '–' },
  startDate: { width: '102px', fromWidth: 1000, cell: (row) => formatDate(row.startDate) },
  desil: { width: '62px', align: 'right', fromWidth: 900, cell: (row) => row.desil ?? '–' },
  dtsenId: { width: '112px', fromWidth: 1240, cell: (row) => row.dtsenId ?? '–' },
  segment: { width: '80px', cell: (row) => segmentLabels[row.segment] },
  wage: {
    width: '92px',
    fromWidth: 900,
    align: 'right',
    cell: (row) => (row.wage === null ? '–' : formatCount(row.wage)),
  },
  fund: {
    width: '118px',
    fromWidth: 900,
    cell: (row) => (row.fundSource === null ? '–' : fundSourceLabel(row.fundSource)),
  },
  status: { width: '100px', fromWidth: 900, cell: (row) => statusLabels[row.status] },
  enrolment: { width: '148px', cell: (row) => <EnrolmentBadge enrolment={row.enrolment} /> },
  phone: { width: '124px', cell: (row) => row.phone ?? '–' },
  note: { width: 'minmax(120px, 1fr)', cell: (row) => row.note ?? '–' },
};

const sortable: ReadonlySet<string> = new Set<RosterSort['by']>(rosterSortKeys);

/** The grid's columns; those a person chose stay however narrow the window is. */
export function rosterColumns(
  roster: Roster,
  keys: readonly RosterColumnKey[],
  chosen: boolean,
  /** The row with what was typed into it. */
  shown: (row: RosterRow) => RosterRow,
  readOnly: boolean,
): readonly Column[] {
  const known = columnsOfRoster(roster);
  const own = keys.filter((key) => known.includes(key));
  return own.map((key) => {
    const { fromWidth, cell, ...shape } = shapes[key];
    return {
      key,
      heading: rosterColumnLabel(roster, key),
      sortable: sortable.has(key),
      editable: !readOnly && editableColumn(roster, key) !== null,
      ...shape,
      cell: (row) => cell(shown(row)),
      ...(chosen || fromWidth === undefined ? {} : { fromWidth }),
    };
  });
}
