/** Routes that change a staged plan, and that show what may be changed together. */
import { basename } from 'node:path';
import { shownText } from '../../contract/cell-text.ts';
import type { Edited, FixableField, importEditRoutes } from '../../contract/import-edit-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { readBatch } from '../../store/import/batches.ts';
import {
  countValues,
  rowsFixedTo,
  rowsWithValue,
  type StagedEditRecord,
} from '../../store/import/staged-edits.ts';
import { writeJournal } from '../../store/journal.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { clustersOf } from './clusters.ts';
import { type EditRequest, editBatch } from './edit-batch.ts';
import { type RowEdits, valueColumn } from './row-edits.ts';
import { issuesOf } from './staged-values.ts';

async function edit({ engine, changed }: CallContext, request: EditRequest): Promise<Edited> {
  const done = await editBatch(engine.session.store(), engine.now(), request);
  changed('import');
  return done;
}

function withFix(edits: RowEdits, field: FixableField, value: string): RowEdits {
  return { ...edits, fixes: { ...edits.fixes, [field]: value } };
}

function withoutFix(edits: RowEdits, field: FixableField): RowEdits {
  const { [field]: _, ...fixes } = edits.fixes;
  return { ...edits, fixes };
}

function needBatch({ engine }: CallContext, batchId: number): void {
  if (readBatch(engine.session.store(), batchId) === undefined)
    throw new AppError('not-found', { params: { what: 'batch', id: batchId } });
}

function fileSays(row: StagedEditRecord, field: FixableField): string {
  const said = JSON.parse(row.base_values) as Record<string, string | number>;
  return shownText(said, issuesOf(row.base_issues), field);
}

export const importEditHandlers: Handlers<keyof typeof importEditRoutes> = {
  'import.fix': ({ batchId, seq, field, value }, call) =>
    edit(call, {
      batchId,
      rows: () => [seq],
      change: (edits) => withFix(edits, field, value),
      units: field === 'unit',
      journal: { action: 'import.fix', params: { field } },
    }),
  'import.unfix': ({ batchId, seq, field }, call) =>
    edit(call, {
      batchId,
      rows: () => [seq],
      change: (edits) => (field === undefined ? { ...edits, fixes: {} } : withoutFix(edits, field)),
      units: field === undefined || field === 'unit',
      journal: { action: 'import.unfix', params: { field: field ?? 'row' } },
    }),
  'import.values': ({ batchId, field, after, limit }, call) => {
    needBatch(call, batchId);
    const { sql } = call.engine.session.store();
    return countValues(sql, batchId, valueColumn(field), after ?? null, limit);
  },
  'import.sameValues': ({ batchId, field, value }, call) => {
    needBatch(call, batchId);
    const { sql } = call.engine.session.store();
    return { rows: rowsWithValue(sql, batchId, valueColumn(field), value).length };
  },
  'import.fixAll': ({ batchId, field, from, to }, call) =>
    edit(call, {
      batchId,
      rows: (sql) => rowsWithValue(sql, batchId, valueColumn(field), from),
      change: (edits) => withFix(edits, field, to),
      units: field === 'unit',
      journal: { action: 'import.fix', params: { field } },
    }),
  'import.unfixAll': ({ batchId, field, from, to }, call) =>
    edit(call, {
      batchId,
      rows: (sql) =>
        rowsFixedTo(sql, batchId, field, to)
          .filter((row) => fileSays(row, field) === from)
          .map(({ seq }) => seq),
      change: (edits) => withoutFix(edits, field),
      units: field === 'unit',
      journal: { action: 'import.unfix', params: { field } },
    }),
  'import.exclude': ({ batchId, seq, excluded }, call) =>
    edit(call, {
      batchId,
      rows: () => [seq],
      change: (edits) => ({ ...edits, excluded }),
      units: false,
      journal: { action: excluded ? 'import.exclude' : 'import.include', params: {} },
    }),
  'import.decide': ({ batchId, seq, decision }, call) =>
    edit(call, {
      batchId,
      rows: () => [seq],
      change: (edits) => ({ ...edits, decision }),
      units: false,
      journal: { action: 'import.decide', params: { decision: decision ?? 'open' } },
    }),
  'import.clusters': ({ batchId, kind, after, limit }, call) => {
    needBatch(call, batchId);
    return clustersOf(call.engine.session.store(), batchId, kind, after ?? 0, limit);
  },
  'import.exportFindings': async ({ batchId, folder }, call) => {
    const { engine } = call;
    const store = engine.session.store();
    needBatch(call, batchId);
    const dir = await engine.resolveFile(folder);
    const { path, rows } = await runTask(call, 'import.exportFindings', { batchId, dir });
    const file = readBatch(store, batchId)?.file_name ?? '';
    const at = engine.now().toISOString();
    store.transact([], (sql) =>
      writeJournal(sql, {
        at,
        action: 'import.exportFindings',
        params: { file, rows },
        batchId,
      }),
    );
    call.changed('import');
    return { file: engine.grantFile(path), fileName: basename(path), rows };
  },
};
