/** Routes that change a staged plan, and that show what may be changed together. */
import { basename } from 'node:path';
import type { Edited, importEditRoutes } from '../../contract/import-edit-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { readBatch } from '../../store/import/batches.ts';
import { countValues, rowsWithValue } from '../../store/import/staged-edits.ts';
import { writeJournal } from '../../store/journal.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { clustersOf } from './clusters.ts';
import { type EditAllInput, editAllRequest, withFix, withoutFix } from './edit-all.ts';
import { type EditRequest, editBatch } from './edit-batch.ts';
import { valueColumn } from './row-edits.ts';

async function edit({ engine, changed }: CallContext, request: EditRequest): Promise<Edited> {
  const done = await editBatch(engine.session.store(), engine.now(), request);
  changed('import');
  return done;
}

function needBatch({ engine }: CallContext, batchId: number): void {
  if (readBatch(engine.session.store(), batchId) === undefined)
    throw new AppError('not-found', { params: { what: 'batch', id: batchId } });
}

/** Reads through more rows than these would keep the engine's thread from answering. */
const mostHere = 20_000;

async function editAll(call: CallContext, input: EditAllInput): Promise<Edited> {
  const { engine, changed } = call;
  const batch = readBatch(engine.session.store(), input.batchId);
  const { read = 0 } = JSON.parse(batch?.counts ?? '{}') as { readonly read?: number };
  if (read <= mostHere) return edit(call, editAllRequest(input));
  const done = await runTask(call, 'import.editAll', input);
  changed('import');
  return done;
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
  'import.fixAll': (input, call) => editAll(call, { ...input, how: 'fix' }),
  'import.unfixAll': (input, call) => editAll(call, { ...input, how: 'unfix' }),
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
