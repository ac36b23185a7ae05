/** From what a person asked for many entries to the columns it sets. */
import { fieldsOfRoster } from '../../contract/roster-columns.ts';
import type { BulkChange } from '../../contract/roster-grid-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { parseCivilDate } from '../../domain/civil-date.ts';
import { nextStatuses, reasonFits } from '../../domain/entry-status.ts';
import { entryStatuses, type Roster } from '../../domain/segments.ts';
import { refuseUnlistedFund } from '../../store/own-funds.ts';
import type { BulkColumn, BulkPlan } from '../../store/roster/bulk-edit.ts';
import type { ReadStore } from '../../store/store.ts';
import { groupOf } from '../import/position-group.ts';
import { refuseForeignUnit } from './entry-form.ts';

type Sets = BulkPlan['sets'];

/** Throws `input.invalid` for what the roster does not have or the life of an entry does not know. */
export function bulkPlan(store: ReadStore, roster: Roster, change: BulkChange): BulkPlan {
  const plain = { from: null, alsoDeceased: true, marksDeceased: false };
  if (change.field !== 'status') {
    if (!fieldsOfRoster(roster).includes(change.field)) refuse(change.field);
    if (change.field === 'unitId') refuseForeignUnit(store, roster, change.value);
    if (change.field === 'fundSource') refuseUnlistedFund(store, change.value);
    if (change.field === 'startDate' && change.value !== null) {
      if (parseCivilDate(change.value) === null) refuse('startDate');
    }
    return { ...plain, sets: setsOf(roster, change) };
  }
  const { value, reason } = change;
  if (!reasonFits(value, reason)) refuse('reason');
  return {
    sets: new Map([
      ['status', value],
      ['status_reason', reason],
    ]),
    from: entryStatuses.filter((status) => nextStatuses(status, false).includes(value)),
    alsoDeceased: value === 'keluar',
    marksDeceased: reason === 'meninggal',
  };
}

function refuse(field: string): never {
  throw new AppError('input.invalid', { params: { invalid: [field] } });
}

const keptIn: Readonly<Record<Exclude<BulkChange['field'], 'position' | 'status'>, BulkColumn>> = {
  unitId: 'unit_id',
  jobKind: 'job_kind',
  decree: 'decree',
  startDate: 'start_date',
  desil: 'desil',
  wage: 'wage_sen',
  fundSource: 'fund_source',
  note: 'note',
};

function setsOf(roster: Roster, change: Exclude<BulkChange, { field: 'status' }>): Sets {
  const { field, value } = change;
  if (field === 'wage') return new Map([['wage_sen', value === null ? null : value * 100]]);
  if (field !== 'position') return new Map([[keptIn[field], value]]);
  switch (roster) {
    case 'non-asn':
      return new Map([['position', value]]);
    // What is shown as the work is the position, and the kind of work where there is none.
    case 'rentan':
      return new Map([
        ['position', null],
        ['job_kind', value],
      ]);
    case 'desa': {
      const { segment, group } = groupOf(roster, value ?? '');
      return new Map<BulkColumn, string | null>([
        ['position', value],
        ['segment', segment],
        ['employer_group', group],
        ...(value === null ? ([['job_kind', null]] as const) : []),
      ]);
    }
  }
}
