/** A first look at a chosen file: its format, what it seems to be, whether it is in the store already. */
import { basename } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { findCommitted } from '../../store/import/batches.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import { openTable } from '../../tabular/open-table.ts';
import type { TaskContext } from '../worker/task.ts';
import { guessKind } from './guess-kind.ts';
import { needSameFile } from './open-batch.ts';
import { layOutSheet } from './sheet-layout.ts';

export interface InspectOutput {
  readonly fileName: string;
  readonly bytes: number;
  readonly format: string;
  readonly sheets: number;
  readonly guess: ImportKind | null;
  readonly importedAs: number | null;
}

/** Looks at a file's first rows. Throws what opening a table file throws; a file without a head is no error here. */
export async function inspectTask(
  { path, planOf }: { readonly path: string; readonly planOf?: number | undefined },
  task: TaskContext,
): Promise<InspectOutput> {
  if (task.access === null) throw new AppError('store.not-open');
  using store = openStoreInWorker(task.access);
  const source = await openTable(path, { signal: task.signal });
  const fileName = basename(path);
  if (planOf !== undefined) {
    needSameFile(store, planOf, { name: fileName, sha256: source.facts.sha256 });
  }
  let guess: ImportKind | null = null;
  for (const sheet of source.sheets) {
    if (sheet.hidden) continue;
    const layout = await layOutSheet(source, sheet, 'rentan', {}, task.signal);
    if (layout.header === null) continue;
    guess = guessKind(layout.header.heads, `${layout.titleText} ${fileName}`);
    if (guess !== null) break;
  }
  return {
    fileName,
    bytes: source.facts.bytes,
    format: source.facts.format,
    sheets: source.sheets.length,
    guess,
    importedAs: findCommitted(store, source.facts.sha256, guess) ?? null,
  };
}
