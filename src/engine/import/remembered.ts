/** What Padan remembers of a source: found for its next file, kept when a file is committed. */
import type { ImportChoices, SheetPlan } from '../../contract/import-routes.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { type ImportProfile, listProfiles, saveProfile } from '../../store/import/profiles.ts';
import type { ReadStore, WriteSql } from '../../store/store.ts';
import type { RawRow } from '../../tabular/types.ts';
import { headerKey } from './header-text.ts';
import { possibleSourceKeys } from './source-key.ts';

/** Finds the profile of the source that a sheet's first rows show. */
export type Recall = (raw: readonly RawRow[]) => ImportProfile | null;

/** Remembers nothing. */
export const recallNothing: Recall = () => null;

export function recallFor(store: ReadStore, kind: ImportKind): Recall {
  const profiles = new Map(listProfiles(store, kind).map((one) => [one.sourceKey, one]));
  if (profiles.size === 0) return recallNothing;
  return (raw) => {
    for (const key of possibleSourceKeys(raw)) {
      const known = profiles.get(key);
      if (known !== undefined) return known;
    }
    return null;
  };
}

export interface CommittedChoices {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly choices: ImportChoices;
  readonly sheets: readonly SheetPlan[];
  readonly at: string;
  /** Orders that had to be assumed were looked at and hold from now on. */
  readonly ordersConfirmed: boolean;
}

/** Keeps what a person chose for each sheet of a file, over what was remembered of it before. */
export function rememberChoices(sql: WriteSql, store: ReadStore, file: CommittedChoices): void {
  const { kind, fileName, choices, sheets, at } = file;
  const before = new Map(listProfiles(store, kind).map((one) => [one.sourceKey, one]));
  for (const sheet of sheets) {
    if (!sheet.used || sheet.sourceKey === null) continue;
    const known = before.get(sheet.sourceKey);
    const mapping = ofSheet(sheet, choices.mapping);
    const decisions = {
      ...ofFields(sheet, choices.decisions),
      ...(file.ordersConfirmed ? assumedOrders(sheet) : {}),
    };
    const { encoding = known?.encoding, delimiter = known?.delimiter } = choices;
    const told =
      Object.keys(mapping).length + Object.keys(decisions).length > 0 ||
      encoding !== known?.encoding ||
      delimiter !== known?.delimiter;
    if (!told) continue;
    saveProfile(sql, {
      kind,
      sourceKey: sheet.sourceKey,
      fileName,
      savedAt: at,
      mapping: { ...known?.mapping, ...guessedHeaders(sheet, decisions), ...mapping },
      decisions: { ...known?.decisions, ...decisions },
      encoding,
      delimiter,
    });
  }
}

/** The part of a file's mapping that speaks of this sheet's columns. */
function ofSheet({ columns }: SheetPlan, mapping: ImportChoices['mapping']) {
  const headers = new Set(
    columns.flatMap(({ header }) => [
      headerKey(header),
      headerKey(header.split(' / ').at(-1) ?? ''),
    ]),
  );
  return Object.fromEntries(
    Object.entries(mapping).filter(([header]) => headers.has(headerKey(header))),
  );
}

/** A column that only its cells gave away is named too: a shorter file may not give it away again. */
function guessedHeaders({ columns }: SheetPlan, decisions: ImportChoices['decisions']) {
  return Object.fromEntries(
    columns
      .filter(
        ({ by, field }) => by === 'content' && field !== null && Object.hasOwn(decisions, field),
      )
      .map(({ header, field }) => [header, field]),
  );
}

function ofFields({ columns }: SheetPlan, decisions: ImportChoices['decisions']) {
  const fields = new Set(columns.map(({ field }) => field));
  return Object.fromEntries(Object.entries(decisions).filter(([field]) => fields.has(field)));
}

function assumedOrders({ decisions }: SheetPlan): ImportChoices['decisions'] {
  const orders: Record<string, 'dmy' | 'mdy'> = {};
  for (const { field, decision } of decisions) {
    if (decision !== 'date.ambiguous') continue;
    const mdy = decisions.some((one) => one.field === field && one.decision === 'date.mdy');
    orders[field] = mdy ? 'mdy' : 'dmy';
  }
  return orders;
}
