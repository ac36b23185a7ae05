import type { ImportKind } from '../domain/segments.ts';
import type { ReadStore } from './store.ts';

/** Kinds of which at least one batch stands committed. */
export function importedKinds(store: ReadStore): ReadonlySet<ImportKind> {
  return new Set(
    store.sql.pluck<ImportKind>(`SELECT DISTINCT kind FROM import_batch WHERE state = 'committed'`),
  );
}
