/** A batch as its tasks see it. */
import type { BatchCounts, ImportChoices, SheetPlan } from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { type ImportKind, rosters } from '../../domain/segments.ts';
import { type BatchState, readBatch } from '../../store/import/batches.ts';
import type { StoreArea } from '../../store/schema/regency-schema.ts';
import type { WriteStore } from '../../store/store.ts';

export interface BatchInput {
  readonly batchId: number;
}

export interface BatchFacts {
  readonly rosterVersion?: number;
  readonly npp?: string;
  readonly employer?: string;
  readonly period?: string;
  /** OPD that only this file names. */
  readonly newUnits?: number;
  /** Ids of those its commit added. */
  readonly unitsAdded?: string;
}

export interface OpenBatch {
  readonly id: number;
  readonly kind: ImportKind;
  readonly state: BatchState;
  readonly fileName: string;
  readonly facts: BatchFacts;
  readonly choices: ImportChoices;
  readonly sheets: readonly SheetPlan[];
  readonly counts: BatchCounts;
}

/** Reads a batch for a change of its state; throws `not-found`. */
export function openBatch(store: WriteStore, batchId: number): OpenBatch {
  const row = readBatch(store, batchId);
  if (row === undefined)
    throw new AppError('not-found', { params: { what: 'batch', id: batchId } });
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    facts: JSON.parse(row.facts) as BatchFacts,
    choices: JSON.parse(row.choices) as ImportChoices,
    sheets: JSON.parse(row.sheets) as SheetPlan[],
    counts: JSON.parse(row.counts) as BatchCounts,
  };
}

/**
 * Checks that a file is the one a waiting plan was made from. Throws `not-found`, `import.batch-not-staged`, and
 * `import.other-file` with the plan's file name.
 */
export function needSameFile(
  store: WriteStore,
  batchId: number,
  file: { readonly name: string; readonly sha256: string },
): void {
  const row = readBatch(store, batchId);
  if (row === undefined)
    throw new AppError('not-found', { params: { what: 'batch', id: batchId } });
  if (row.state !== 'staged') {
    throw new AppError('import.batch-not-staged', { params: { state: row.state } });
  }
  if (row.sha256 === file.sha256) return;
  throw new AppError('import.other-file', {
    at: { file: file.name },
    params: { expected: row.file_name },
  });
}

/** The area of the store that a kind of file changes. */
export function areaOf(kind: ImportKind): StoreArea {
  return (rosters as readonly string[]).includes(kind) ? 'roster' : 'bpjs';
}
