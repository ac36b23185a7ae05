/** Handlers of the review queue. */
import { basename } from 'node:path';
import {
  type ReviewFilter,
  reviewFilter,
  type reviewRoutes,
} from '../../contract/review-routes.ts';
import type { RouteOut } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { writeJournal } from '../../store/journal.ts';
import { labelItem } from '../../store/review/audit.ts';
import { countQueue, type QueueFilter, readQueuePage } from '../../store/review/queue-page.ts';
import {
  readFilters,
  readOperators,
  removeFilter,
  saveFilter,
  writeReviewSettings,
} from '../../store/review/settings.ts';
import type { ReadStore } from '../../store/store.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { listAuditItems, listAudits } from './audit.ts';
import { previewBulk } from './bulk.ts';
import { decideOne, undoReviewDeed } from './deeds.ts';
import { fieldBit } from './evidence-fields.ts';
import { pairView } from './pair-view.ts';
import { reviewSettings } from './review-settings.ts';
import type { MadeList } from './send-out-task.ts';
import { previewThresholds } from './thresholds.ts';

/** A filter as the store takes it. */
function storeFilter({ field, ...rest }: ReviewFilter): QueueFilter {
  return { ...rest, fieldBit: field === undefined ? undefined : fieldBit(field) };
}

const nowOf = ({ engine }: CallContext): string => engine.now().toISOString();

export const reviewHandlers: Handlers<keyof typeof reviewRoutes> = {
  'review.page': ({ filter, after = 0, limit, operator }, { engine }) => {
    const { sql } = engine.session.store();
    const asked = storeFilter(filter);
    const settings = reviewSettings(sql);
    const pairs = readQueuePage(sql, asked, { after, limit, operator });
    return {
      pairs: pairs.map((pair) => pairView(sql, pair, settings)),
      ...countQueue(sql, asked),
      blind: settings.blind,
    };
  },
  'review.decide'(input, call) {
    const decided = decideOne(call.engine.session.store(), input, nowOf(call));
    call.changed('links', 'roster', 'budget');
    return decided;
  },
  'review.undo'({ journalId }, call) {
    undoReviewDeed(call.engine.session.store(), journalId, nowOf(call));
    call.changed('links', 'roster', 'budget');
    return { ok: true };
  },
  'review.bulkPreview': ({ filter, from }, { engine }) =>
    previewBulk(engine.session.store().sql, storeFilter(filter), from),
  async 'review.bulkAccept'({ filter, ...rest }, call) {
    const done = await runTask(call, 'review.bulkAccept', {
      filter: storeFilter(filter),
      ...rest,
    });
    call.changed('links', 'roster', 'budget');
    return done;
  },
  'review.settings'(_input, { engine }) {
    const { sql } = engine.session.store();
    return { ...reviewSettings(sql), operators: readOperators(sql) };
  },
  'review.saveSettings'({ blind, twoPerson }, call) {
    const store = call.engine.session.store();
    const settings = { ...reviewSettings(store.sql), blind, twoPerson };
    store.transact([], (sql) => {
      writeReviewSettings(sql, settings);
      writeJournal(sql, {
        at: nowOf(call),
        action: 'review.saveSettings',
        params: { blind: blind ? 1 : 0, twoPerson: twoPerson ? 1 : 0 },
      });
    });
    call.changed('links');
    return settings;
  },
  'review.thresholds': (next, { engine }) => {
    refuseCrossed(next);
    return previewThresholds(engine.session.store().sql, next);
  },
  async 'review.setThresholds'(next, call) {
    refuseCrossed(next);
    const moved = await runTask(call, 'review.setThresholds', next);
    call.changed('links', 'roster', 'budget');
    return moved;
  },
  'review.filters': (_input, { engine }) => savedFilters(engine.session.store()),
  'review.saveFilter'({ name, filter }, { engine, changed }) {
    engine.session.store().transact([], (sql) => saveFilter(sql, name, JSON.stringify(filter)));
    changed('links');
    return { ok: true };
  },
  'review.removeFilter'({ id }, { engine, changed }) {
    const removed = engine.session.store().transact([], (sql) => removeFilter(sql, id));
    if (!removed) throw new AppError('not-found', { params: { what: 'filter', id } });
    changed('links');
    return { ok: true };
  },
  async 'review.sendOut'({ folder, filter }, call) {
    const dir = await call.engine.resolveFile(folder);
    const made = await runTask(call, 'review.sendOut', { dir, filter: storeFilter(filter) });
    call.changed('links');
    return granted(call, made, dir);
  },
  async 'review.readAnswers'({ file }, call) {
    const path = await call.engine.resolveFile(file);
    return runTask(call, 'review.readAnswers', { path });
  },
  async 'review.applyAnswers'({ file, ...rest }, call) {
    const path = await call.engine.resolveFile(file);
    const applied = await runTask(call, 'review.applyAnswers', { path, ...rest });
    call.changed('links', 'roster', 'budget');
    return applied;
  },
  async 'review.drawAudit'({ size, seed }, call) {
    const { engine } = call;
    const { id } = await runTask(call, 'review.drawAudit', {
      size,
      seed: seed ?? engine.now().getTime() % 2_147_483_647,
    });
    call.changed('links');
    const made = listAudits(engine.session.store().sql).find((one) => one.id === id);
    if (made === undefined) throw new Error('a sample has just been drawn');
    return made;
  },
  'review.audits': (_input, { engine }) => listAudits(engine.session.store().sql),
  'review.auditItems': ({ auditId }, { engine }) =>
    listAuditItems(engine.session.store().sql, auditId),
  'review.labelAudit'({ itemId, label, operator }, call) {
    const at = nowOf(call);
    const found = call.engine.session
      .store()
      .transact([], (sql) => labelItem(sql, itemId, { label, operator, at }));
    if (!found) throw new AppError('not-found', { params: { what: 'audit-item', id: itemId } });
    call.changed('links');
    return { ok: true };
  },
  async 'review.exportAudit'({ auditId, folder }, call) {
    const dir = await call.engine.resolveFile(folder);
    return granted(call, await runTask(call, 'review.exportAudit', { auditId, dir }), dir);
  },
};

/** A queue that begins where accepting begins would be empty. */
function refuseCrossed({ accept, review }: { accept: number; review: number }): void {
  if (review >= accept) throw new AppError('input.invalid', { params: { invalid: ['review'] } });
}

function granted(
  { engine }: CallContext,
  { path, rows }: MadeList,
  dir: string,
): RouteOut<'review.sendOut'> {
  return {
    file: engine.grantFile(path),
    fileName: basename(path),
    folder: engine.grantFile(dir),
    rows,
  };
}

/** Filters that this version still understands. */
function savedFilters(store: ReadStore): RouteOut<'review.filters'> {
  return readFilters(store.sql).flatMap(({ id, name, filter }) => {
    const parsed = reviewFilter.safeParse(JSON.parse(filter));
    return parsed.success ? [{ id, name, filter: parsed.data }] : [];
  });
}
