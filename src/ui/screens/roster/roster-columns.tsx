/** Columns of the three rosters: what the office looks for first comes first. */
import type { RosterRow } from '../../../contract/roster-routes.ts';
import type { Roster } from '../../../domain/segments.ts';
import { EnrolmentBadge } from '../../parts/enrolment-badge.tsx';
import type { GridColumn } from '../../parts/grid/grid-column.ts';
import { MaskedNik } from '../../parts/masked-nik.tsx';
import { formatCount, formatDate } from '../../words/format.ts';
import { fundSourceLabels, statusLabels, unitHeading } from '../../words/labels.ts';

type Column = GridColumn<RosterRow>;

const name: Column = {
  key: 'name',
  heading: 'Nama',
  width: 'minmax(140px, 1.6fr)',
  cell: (row) => row.name,
};
const nik: Column = {
  key: 'nik',
  heading: 'NIK',
  width: '166px',
  cell: (row) => <MaskedNik nik={row.nikMasked} />,
};
const birthDate: Column = {
  key: 'birthDate',
  fromWidth: 900,
  heading: 'Tanggal lahir',
  width: '104px',
  cell: (row) => formatDate(row.birthDate),
};
const parentUnit: Column = {
  key: 'parentUnit',
  fromWidth: 760,
  heading: 'Kecamatan',
  width: 'minmax(90px, 1fr)',
  cell: (row) => row.parentUnitName ?? '–',
};
const status: Column = {
  key: 'status',
  fromWidth: 900,
  heading: 'Status',
  width: '98px',
  cell: (row) => statusLabels[row.status],
};
const enrolment: Column = {
  key: 'enrolment',
  heading: 'Kepesertaan',
  width: '150px',
  cell: (row) => <EnrolmentBadge enrolment={row.enrolment} />,
};
const wage: Column = {
  key: 'wage',
  fromWidth: 900,
  heading: 'Upah',
  width: '92px',
  align: 'right',
  cell: (row) => (row.wage === null ? '–' : formatCount(row.wage)),
};
const fund: Column = {
  key: 'fund',
  fromWidth: 900,
  heading: 'Sumber dana',
  width: '118px',
  cell: (row) => (row.fundSource === null ? '–' : fundSourceLabels[row.fundSource]),
};

function unitOf(roster: Roster): Column {
  return {
    key: 'unit',
    heading: unitHeading[roster],
    width: roster === 'non-asn' ? 'minmax(140px, 2fr)' : 'minmax(100px, 1fr)',
    cell: (row) => row.unitName ?? '–',
  };
}

function positionAs(heading: string): Column {
  return {
    key: 'position',
    heading,
    width: 'minmax(110px, 1.2fr)',
    cell: (row) => row.position ?? '–',
  };
}

/** The columns of a roster's grid. */
export function rosterColumns(roster: Roster): readonly Column[] {
  switch (roster) {
    case 'non-asn':
      return [name, nik, birthDate, unitOf(roster), positionAs('Jabatan'), wage, status, enrolment];
    case 'desa':
      return [
        name,
        nik,
        parentUnit,
        unitOf(roster),
        positionAs('Jabatan'),
        wage,
        status,
        enrolment,
      ];
    case 'rentan':
      return [
        name,
        nik,
        parentUnit,
        unitOf(roster),
        positionAs('Pekerjaan'),
        fund,
        status,
        enrolment,
      ];
  }
}
