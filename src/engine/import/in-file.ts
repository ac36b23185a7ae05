/** The same person twice in one file: found as rows come by, shown for review, never merged. */
import type { RowAction, RowIssue } from '../../contract/import-routes.ts';
import { createFirstSeen, hashText } from './digit-index.ts';
import { issue } from './issues.ts';
import type { RosterValues } from './roster-row.ts';
import { namesAgree } from './same-name.ts';

/** An earlier row, as much of it as is needed to compare. */
export interface EarlierRow {
  readonly seq: number;
  readonly sheet: string;
  readonly row: number;
  readonly values: RosterValues;
}

export interface InFileFinding {
  readonly action: RowAction;
  readonly issue: RowIssue;
}

/**
 * Makes the watcher of one file. `earlier` reads a row back by its number; it is asked only when a key was seen
 * before. A row that says the same as an earlier one changes nothing; one that differs waits for a decision.
 */
export function inFileWatcher(earlier: (seq: number) => EarlierRow | null) {
  const byNik = createFirstSeen();
  const byName = createFirstSeen();

  const seenByNik = (values: RosterValues, seq: number): EarlierRow | null => {
    if (values.nik === null) return null;
    const high = Number(values.nik.slice(0, 8));
    const low = Number(values.nik.slice(8));
    const first = byNik.see(high, low, seq);
    return first < 0 ? null : earlier(first);
  };
  const seenByName = (values: RosterValues, seq: number): EarlierRow | null => {
    const key = nameAndPlace(values);
    if (key === null) return null;
    const { high, low } = hashText(key);
    const first = byName.see(high, low, seq);
    return first < 0 ? null : earlier(first);
  };

  return (values: RosterValues, seq: number): InFileFinding | null => {
    const nikTwin = seenByNik(values, seq);
    const nameTwin = seenByName(values, seq);
    return judgeTwins(values, nikTwin, nameTwin);
  };
}

/** What is found when a row's NIK, or its name, birth date and place, came by in these earlier rows. */
export function judgeTwins(
  values: RosterValues,
  nikTwin: EarlierRow | null,
  nameTwin: EarlierRow | null,
): InFileFinding | null {
  if (nikTwin !== null) return withSameNik(values, nikTwin);
  if (nameTwin === null || nameTwin.values.nameKey !== values.nameKey) return null;
  const bothKnown = values.nik !== null && nameTwin.values.nik !== null;
  const params = placeOf(nameTwin);
  // Two NIKs are two people until somebody says otherwise; one NIK missing is likely one person twice.
  return bothKnown
    ? { action: 'add', issue: issue('warning', 'name', 'duplicate.same-name', params) }
    : { action: 'conflict', issue: issue('warning', 'name', 'duplicate.in-file', params) };
}

/** Two rows with this key alike may be one person though their NIK differ; null without a birth date. */
export function nameAndPlace(values: RosterValues): string | null {
  if (values.birthDate === null) return null;
  const place = values.unitId ?? values.newUnit ?? values.unit ?? '';
  return `${values.nameKey}|${values.birthDate}|${place}`;
}

function withSameNik(values: RosterValues, twin: EarlierRow): InFileFinding {
  const params = placeOf(twin);
  const sameBirth = values.birthDate !== null && values.birthDate === twin.values.birthDate;
  if (!sameBirth && !namesAgree(values.name, twin.values.name)) {
    return { action: 'conflict', issue: issue('error', 'nik', 'nik.of-two-people', params) };
  }
  const same = (
    ['nameKey', 'birthDate', 'unitId', 'newUnit', 'position', 'jobKind'] as const
  ).every((field) => values[field] === twin.values[field]);
  return same
    ? { action: 'same', issue: issue('info', 'nik', 'duplicate.in-file', params) }
    : { action: 'conflict', issue: issue('warning', 'nik', 'duplicate.in-file', params) };
}

function placeOf({ sheet, row, seq }: EarlierRow) {
  return { sheet, row, seq };
}
