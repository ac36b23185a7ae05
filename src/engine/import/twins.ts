/** Which rows of a file bear on each other after some were changed: the same NIK, or the same name, birth and place. */
import { readRowsOfPeople } from '../../store/import/staged-edits.ts';
import type { ReadSql } from '../../store/store.ts';
import { type EditRow, isLeaver, rowOf } from './edit-row.ts';
import { valuesOfSaid } from './fix-row.ts';
import { type EarlierRow, judgeTwins, nameAndPlace } from './in-file.ts';
import type { RosterValues } from './roster-row.ts';
import { isExcluded, isOfTheFile } from './row-edits.ts';

interface Keys {
  readonly niks: Set<string>;
  readonly names: Set<string>;
  readonly births: Set<string>;
}

/**
 * Gives each changed row what its earlier twin makes of it, and the other rows that must be planned again because
 * of the change, with theirs.
 */
export function twinsOf(sql: ReadSql, batchId: number, changed: readonly EditRow[]): EditRow[] {
  const moved = changed.filter((row) => !isLeaver(row) && bearsOnOthers(row));
  if (moved.length === 0) return [];
  const overrides = new Map(changed.map((row) => [row.seq, row]));
  const touched = emptyKeys();
  for (const row of moved) {
    addKeys(touched, valuesOfSaid(row.said));
    if (row.before !== undefined) addKeys(touched, valuesOfSaid(row.before));
  }
  const near = load(sql, batchId, touched, overrides).filter(({ seq }) => !overrides.has(seq));
  const affected = [...moved, ...near];
  const keys = emptyKeys();
  for (const row of affected) addKeys(keys, valuesOfSaid(row.said));
  const firsts = firstRows(load(sql, batchId, keys, overrides));
  for (const row of affected) row.twin = findingOf(row, firsts);
  return near;
}

/** A change of any of these may make or end a likeness; so may leaving a row out. */
const compared = ['name', 'nik', 'birthDate', 'unit', 'unitId', 'newUnit', 'position', 'jobKind'];

function bearsOnOthers({ said, before, issues, stored }: EditRow): boolean {
  if (issues.some(isOfTheFile) || stored.issues.some(isOfTheFile)) return true;
  if (isExcluded(issues) !== isExcluded(stored.issues)) return true;
  return before === undefined || compared.some((key) => said[key] !== before[key]);
}

function emptyKeys(): Keys {
  return { niks: new Set(), names: new Set(), births: new Set() };
}

function addKeys({ niks, names, births }: Keys, values: RosterValues): void {
  if (values.nik !== null) niks.add(values.nik);
  const name = nameAndPlace(values);
  if (name === null || values.birthDate === null) return;
  names.add(name);
  births.add(values.birthDate);
}

/** Rows with any of the keys, in file order, as they stand with the changes. */
function load(
  sql: ReadSql,
  batchId: number,
  keys: Keys,
  overrides: ReadonlyMap<number, EditRow>,
): EditRow[] {
  const found = new Map<number, EditRow>();
  for (const record of readRowsOfPeople(sql, batchId, [...keys.niks], [...keys.births])) {
    const row = rowOf(record);
    if (!overrides.has(row.seq) && !isLeaver(row)) found.set(row.seq, row);
  }
  for (const [seq, row] of overrides) if (!isLeaver(row)) found.set(seq, row);
  return [...found.values()].filter((row) => hasKey(row, keys)).sort((a, b) => a.seq - b.seq);
}

function hasKey({ said }: EditRow, { niks, names }: Keys): boolean {
  const values = valuesOfSaid(said);
  if (values.nik !== null && niks.has(values.nik)) return true;
  const name = nameAndPlace(values);
  return name !== null && names.has(name);
}

interface Firsts {
  readonly byNik: Map<string, EditRow>;
  readonly byName: Map<string, EditRow>;
}

/** The first row of each key; a row left out, or without a name, is nobody's twin. */
function firstRows(rows: readonly EditRow[]): Firsts {
  const byNik = new Map<string, EditRow>();
  const byName = new Map<string, EditRow>();
  for (const row of rows) {
    const values = valuesOfSaid(row.said);
    if (values.name === '' || isExcluded(row.issues)) continue;
    if (values.nik !== null && !byNik.has(values.nik)) byNik.set(values.nik, row);
    const name = nameAndPlace(values);
    if (name !== null && !byName.has(name)) byName.set(name, row);
  }
  return { byNik, byName };
}

function findingOf(row: EditRow, { byNik, byName }: Firsts) {
  const values = valuesOfSaid(row.said);
  if (values.name === '') return null;
  const earlier = (first: EditRow | undefined): EarlierRow | null =>
    first === undefined || first.seq >= row.seq
      ? null
      : { seq: first.seq, sheet: first.sheet, row: first.row, values: valuesOfSaid(first.said) };
  const name = nameAndPlace(values);
  return judgeTwins(
    values,
    earlier(values.nik === null ? undefined : byNik.get(values.nik)),
    earlier(name === null ? undefined : byName.get(name)),
  );
}
