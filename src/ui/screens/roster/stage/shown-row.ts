/** A row as it looks with what was typed into it, and what is said about its cells. */
import { columnOfField, editableColumn } from '../../../../contract/roster-columns.ts';
import type { RosterColumnKey, RosterRow } from '../../../../contract/roster-routes.ts';
import type { Roster } from '../../../../domain/segments.ts';
import type { CellMark } from '../../../parts/grid/grid-column.ts';
import { issueText } from '../../../words/issue-words.ts';
import { rosterColumnLabel } from '../../../words/labels.ts';
import { cellText, storedValue, type UnitNames } from '../cells/read-cell.ts';
import type { StagedRow } from './stage.ts';
import type { Verdict } from './use-stage-checks.ts';

/** The stored row with the typed values in place. */
export function shownRow(
  row: RosterRow,
  staged: StagedRow | undefined,
  units: UnitNames,
): RosterRow {
  if (staged === undefined) return row;
  const values = Object.fromEntries(staged.cells);
  const { unitId, nik } = values;
  return {
    ...row,
    ...values,
    ...(unitId === undefined
      ? {}
      : { unitName: unitId === null ? null : (units.labelOf(Number(unitId)) ?? null) }),
    ...(nik === undefined ? {} : { nikMasked: nik === null ? null : String(nik) }),
  };
}

/** The mark of one cell; null for a cell nobody typed into and nothing is said about. */
export function markOf(
  roster: Roster,
  row: RosterRow,
  key: RosterColumnKey,
  staged: StagedRow | undefined,
  verdict: Verdict | undefined,
  units: UnitNames,
): CellMark | null {
  const column = editableColumn(roster, key);
  if (column === null || staged === undefined) return null;
  const typed = staged.cells.has(column.field);
  const said = (verdict?.findings ?? []).filter(
    ({ field, severity }) => field === column.field && (typed || severity !== 'info'),
  );
  if (!typed && said.length === 0) return null;
  const before = cellText(column, storedValue(column, row), units);
  const notes = said.map(({ code, params }) => issueText(code, params));
  if (typed) notes.push(`Sebelumnya: ${before === '' ? 'kosong' : before}`);
  const worst = said.some(({ severity }) => severity === 'error')
    ? 'error'
    : said.some(({ severity }) => severity === 'warning')
      ? 'warning'
      : 'staged';
  return { tone: worst, note: notes.join('. ') };
}

/** What is said of the row as a whole. */
export function rowNote(verdict: Verdict | undefined): string | null {
  if (verdict === undefined || verdict.conflict === null) return null;
  return verdict.conflict === 'gone'
    ? 'Baris ini sudah tidak ada di daftar'
    : 'Baris ini diubah di tempat lain sejak mulai diketik';
}

/** Cells that cannot be saved as typed. */
export function errorCells(verdict: Verdict | undefined, staged: StagedRow): number {
  const bad = (verdict?.findings ?? []).filter(
    ({ severity, field }) =>
      severity === 'error' && [...staged.cells.keys()].some((name) => name === field),
  );
  return new Set(bad.map(({ field }) => field)).size;
}

/** A field by the name of its column. */
export function fieldName(roster: Roster, field: string): string {
  const key = columnOfField(field);
  return key === null ? field : rosterColumnLabel(roster, key);
}
