/** The import area's routes. */
import type { Batch, importRoutes } from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import {
  countStagedRows,
  listBatches,
  readBatch,
  readSetAside,
  readStagedRows,
  setBatchState,
  unfinishedBatchOf,
} from '../../store/import/batches.ts';
import { leavingByUnit } from '../../store/import/leave-rows.ts';
import { forgetProfile, listProfiles } from '../../store/import/profiles.ts';
import { writeJournal } from '../../store/journal.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { fieldsOf, isRequired, isRosterKind } from './fields.ts';
import { newMaker, removeBatch, removeStagedRows } from './remove-batch.ts';
import { stagedRowViews } from './staged-row-view.ts';

type StoredBatch = NonNullable<ReturnType<typeof readBatch>>;
type Summary = Omit<Batch, 'sheets' | 'issueCounts' | 'facts' | 'choices'>;

function summaryOf(row: StoredBatch): Summary {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    bytes: row.bytes,
    sha256: row.sha256,
    // Written by the staging task as the contract's own shape; tests parse it on the way out.
    counts: JSON.parse(row.counts) as Batch['counts'],
    stagedAt: row.staged_at,
    committedAt: row.committed_at,
  };
}

function batchOf({ engine }: CallContext, id: number): Batch {
  const row = readBatch(engine.session.store(), id);
  if (row === undefined) throw new AppError('not-found', { params: { what: 'batch', id } });
  return {
    ...summaryOf(row),
    facts: JSON.parse(row.facts) as Batch['facts'],
    choices: JSON.parse(row.choices) as Batch['choices'],
    sheets: JSON.parse(row.sheets) as Batch['sheets'],
    issueCounts: JSON.parse(row.issue_counts) as Batch['issueCounts'],
  };
}

export const importHandlers: Handlers<keyof typeof importRoutes> = {
  'import.inspect': async ({ file, planOf }, call) => {
    const path = await call.engine.resolveFile(file);
    return runTask(call, 'import.inspect', { path, planOf });
  },
  'import.stage': async ({ file, ...options }, call) => {
    const path = await call.engine.resolveFile(file);
    const maker = newMaker();
    try {
      const { batchId } = await runTask(call, 'import.stage', { path, maker, ...options });
      call.changed('import');
      return batchOf(call, batchId);
    } catch (error) {
      await removeLeftovers(call, maker);
      throw error;
    }
  },
  'import.batch': ({ batchId }, call) => batchOf(call, batchId),
  'import.list': (_, { engine }) => listBatches(engine.session.store()).map(summaryOf),
  'import.rows': ({ batchId, action, severity, code, after, limit }, { engine }) => {
    const store = engine.session.store();
    const filter = { batchId, action, severity, code };
    const rows = readStagedRows(store, filter, after ?? 0, limit);
    return {
      rows: stagedRowViews(store.sql, batchId, rows),
      total: countStagedRows(store.sql, filter),
    };
  },
  'import.setAside': ({ batchId, after, limit }, { engine }) =>
    readSetAside(engine.session.store(), batchId, after ?? 0, limit).map(
      ({ seq, sheet, source_row, reason, text }) => ({ seq, sheet, row: source_row, reason, text }),
    ),
  'import.fields': ({ kind }) =>
    fieldsOf(kind).map((field) => ({ field, required: isRequired(kind, field) })),
  'import.leaving': ({ batchId }, call) => {
    const { kind, choices } = batchOf(call, batchId);
    const units = isRosterKind(kind)
      ? leavingByUnit(call.engine.session.store(), batchId, kind)
      : [];
    return { scope: choices.leaveScope, units };
  },
  'import.commit': async (input, call) => {
    const { batchId } = input;
    await runTask(call, 'import.commit', input);
    call.changed('import', 'roster');
    return batchOf(call, batchId);
  },
  'import.profiles': (_, { engine }) =>
    listProfiles(engine.session.store()).map(({ sourceKey: _key, ...profile }) => profile),
  'import.forgetProfile': ({ profileId }, call) => {
    const { engine } = call;
    const store = engine.session.store();
    store.transact([], (sql) => {
      const forgotten = forgetProfile(sql, profileId);
      if (forgotten === null)
        throw new AppError('not-found', { params: { what: 'profile', id: profileId } });
      writeJournal(sql, {
        at: engine.now().toISOString(),
        action: 'import.forget',
        params: { file: forgotten.fileName, kind: forgotten.kind },
      });
    });
    call.changed('import');
    return { ok: true };
  },
  'import.discard': async ({ batchId }, call) => {
    const store = call.engine.session.store();
    const row = readBatch(store, batchId);
    if (row === undefined)
      throw new AppError('not-found', { params: { what: 'batch', id: batchId } });
    if (row.state !== 'staged') {
      throw new AppError('import.batch-not-staged', { params: { state: row.state } });
    }
    const at = call.engine.now().toISOString();
    store.transact([], (sql) => {
      setBatchState(sql, batchId, 'discarded', at);
      writeJournal(sql, {
        at,
        action: 'import.discard',
        params: { file: row.file_name, kind: row.kind },
        batchId,
      });
    });
    await removeStagedRows(store, batchId);
    call.changed('import');
    return { ok: true };
  },
  'import.undo': async ({ batchId }, call) => {
    const { conflicts } = await runTask(call, 'import.undo', { batchId });
    call.changed('import', 'roster');
    return {
      batch: batchOf(call, batchId),
      conflicts: conflicts.map((conflict) => ({ ...conflict })),
    };
  },
};

/** A staging worker that was ended leaves rows that are no plan; they go before anyone sees them. */
async function removeLeftovers({ engine }: CallContext, maker: string): Promise<void> {
  const store = engine.session.opened()?.store;
  const left = store === undefined ? null : unfinishedBatchOf(store, maker);
  if (store !== undefined && left !== null) await removeBatch(store, left);
}
