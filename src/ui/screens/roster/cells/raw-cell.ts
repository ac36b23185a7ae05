/** A cell as it is copied: the value itself, not the way it is shown. */
import type { RosterColumnKey, RosterRow } from '../../../../contract/roster-routes.ts';
import {
  enrolmentLabels,
  fundSourceLabel,
  maritalLabels,
  segmentLabels,
  sexLabels,
  statusLabels,
} from '../../../words/labels.ts';
import type { UnitNames } from './read-cell.ts';
import type { CopiedCell } from './tsv.ts';

/** The NIK is the masked one; a full one has to be asked of the engine. */
export function rawCell(row: RosterRow, key: RosterColumnKey, units: UnitNames): CopiedCell {
  switch (key) {
    case 'wage':
      return { kind: 'number', text: row.wage === null ? '' : String(row.wage) };
    case 'desil':
      return { kind: 'number', text: row.desil === null ? '' : String(row.desil) };
    case 'birthDate':
    case 'startDate':
      return { kind: 'date', text: row[key] ?? '' };
    default:
      return { kind: 'text', text: textOf(row, key, units) ?? '' };
  }
}

type TextKey = Exclude<RosterColumnKey, 'wage' | 'desil' | 'birthDate' | 'startDate'>;

function textOf(row: RosterRow, key: TextKey, units: UnitNames): string | null {
  switch (key) {
    case 'nik':
      return row.nikMasked;
    case 'sex':
      return row.sex === null ? null : sexLabels[row.sex];
    case 'marital':
      return row.marital === null ? null : maritalLabels[row.marital];
    case 'parentUnit':
      return row.parentUnitName;
    case 'unit':
      return row.unitId === null ? null : (units.labelOf(row.unitId) ?? row.unitName);
    case 'segment':
      return segmentLabels[row.segment];
    case 'fund':
      return row.fundSource === null ? null : fundSourceLabel(row.fundSource);
    case 'status':
      return statusLabels[row.status];
    case 'enrolment':
      return row.enrolment === null ? null : enrolmentLabels[row.enrolment];
    default:
      return row[key];
  }
}
