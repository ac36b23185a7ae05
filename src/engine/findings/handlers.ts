/** Handlers of findings and of the lists beside them. */
import { basename } from 'node:path';
import type { findingRoutes } from '../../contract/finding-routes.ts';
import type { RouteParsed } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { parseCivilDate } from '../../domain/civil-date.ts';
import {
  changeFollowUp,
  followUpStands,
  readRules,
  undoFollowUp,
  writeRule,
} from '../../store/findings/follow-up.ts';
import { latestFindingRun, listPics, readFindings } from '../../store/findings/list-findings.ts';
import {
  activeSources,
  countDifferences,
  countMovementRows,
  countMovements,
  listDifferenceIds,
  readDifferences,
  readMovements,
  readProgrammeCoverage,
} from '../../store/findings/read-tables.ts';
import { readDeedHead, writeJournal } from '../../store/journal.ts';
import { readUnit } from '../../store/units.ts';
import { civilToday } from '../civil-today.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { filterKey, keptFor } from './id-lists.ts';
import { asDifferenceRow, asMovementRow, findingPage, findingSummary } from './views.ts';

const storeOf = ({ engine }: CallContext) => engine.session.store();
const todayOf = ({ engine }: CallContext) => civilToday(engine.now());

export const findingHandlers: Handlers<keyof typeof findingRoutes> = {
  'finding.summary': (_input, call) => findingSummary(storeOf(call), todayOf(call)),
  'finding.page': (query, call) => findingPage(storeOf(call), query, todayOf(call)),
  'finding.pics': (_input, call) => listPics(storeOf(call)),
  'finding.update': update,
  'finding.undo': undo,
  'finding.rules': (_input, call) => readRules(storeOf(call)),
  'finding.setRule': setRule,
  async 'finding.refresh'(_input, call) {
    await runTask(call, 'finding.refresh', { afterRun: false });
    call.changed('findings');
    return findingSummary(storeOf(call), todayOf(call));
  },
  async 'finding.export'({ folder, ...asked }, call) {
    const { engine } = call;
    const store = storeOf(call);
    const dir = await engine.resolveFile(folder);
    const made = await runTask(call, 'finding.export', { dir, ...asked });
    const full = 'fullNik' in asked && asked.fullNik;
    store.transact([], (sql) =>
      writeJournal(sql, {
        at: engine.now().toISOString(),
        action: full ? 'finding.exportFullNik' : 'finding.export',
        params: { what: asked.what, rows: made.rows, file: basename(made.path) },
      }),
    );
    return {
      file: engine.grantFile(made.path),
      fileName: basename(made.path),
      folder: engine.grantFile(dir),
      rows: made.rows,
      bytes: made.bytes,
    };
  },
  'coverage.programme': ({ programme }, call) => {
    const store = storeOf(call);
    return {
      rows: readProgrammeCoverage(store, programme),
      asOf: latestFindingRun(store)?.as_of ?? null,
      sources: activeSources(store),
    };
  },
  'movement.summary': (_input, call) =>
    countMovements(storeOf(call)).map(
      ({ fileName, period, importedAt, beforeName, beforePeriod, beforeAt, ...counts }) => ({
        ...counts,
        now: { fileName, period, importedAt },
        before: { fileName: beforeName, period: beforePeriod, importedAt: beforeAt },
      }),
    ),
  'movement.page': ({ exportId, kind, offset, limit }, call) => {
    const store = storeOf(call);
    const filter = { exportId, kind };
    return {
      rows: readMovements(store, filter, offset, limit).map(asMovementRow),
      total: countMovementRows(store, filter),
    };
  },
  'difference.summary': (_input, call) => countDifferences(storeOf(call)),
  'difference.page': ({ offset, limit, ...filter }, call) => {
    const store = storeOf(call);
    const ids = keptFor(store, `differences ${filterKey(filter)}`, () =>
      listDifferenceIds(store, filter),
    );
    const shown = [...ids.subarray(offset, offset + limit)];
    return { rows: readDifferences(store, shown).map(asDifferenceRow), total: ids.length };
  },
};

/** Throws `input.invalid` for a change that says nothing, or a reason that does not fit its status. */
function update(input: RouteParsed<'finding.update'>, call: CallContext) {
  const { ids, ...change } = input;
  const { status, ignoreReason, pic, deadline } = change;
  const invalid = [
    ...(status === undefined && pic === undefined && deadline === undefined ? ['status'] : []),
    ...((status === 'diabaikan') === (ignoreReason !== undefined) ? [] : ['ignoreReason']),
    ...(deadline === undefined || parseCivilDate(deadline) !== null ? [] : ['deadline']),
  ];
  if (invalid.length > 0) throw new AppError('input.invalid', { params: { invalid } });
  const store = storeOf(call);
  const wanted = [...new Set(ids)];
  const found = readFindings(store, wanted);
  if (found.length < wanted.length) {
    throw new AppError('not-found', { params: { what: 'finding' } });
  }
  const today = todayOf(call);
  const journalId = store.transact(['findings'], (sql) => {
    const [first] = found;
    const id = writeJournal(sql, {
      at: call.engine.now().toISOString(),
      action: 'finding.update',
      params: {
        count: wanted.length,
        ...(status === undefined ? {} : { followUp: status }),
        ...(pic === undefined ? {} : { pic }),
        ...(deadline === undefined ? {} : { deadline }),
      },
      ...(wanted.length === 1 && first?.entryId != null ? { entryId: first.entryId } : {}),
    });
    changeFollowUp(sql, id, wanted, change, today);
    return id;
  });
  call.changed('findings');
  return { changed: wanted.length, journalId };
}

/** Throws `not-found` for a journal row that is no such change, `finding.changed-meanwhile` when others came after. */
function undo({ journalId }: RouteParsed<'finding.undo'>, call: CallContext) {
  const store = storeOf(call);
  if (readDeedHead(store.sql, journalId)?.action !== 'finding.update') {
    throw new AppError('not-found', { params: { what: 'journal', id: journalId } });
  }
  store.transact(['findings'], (sql) => {
    if (!followUpStands(sql, journalId)) throw new AppError('finding.changed-meanwhile');
    const undoing = writeJournal(sql, {
      at: call.engine.now().toISOString(),
      action: 'finding.undo',
      params: {},
    });
    undoFollowUp(sql, journalId, undoing);
  });
  call.changed('findings');
  return { ok: true } as const;
}

function setRule(rule: RouteParsed<'finding.setRule'>, call: CallContext) {
  const store = storeOf(call);
  if (rule.unitId !== null && readUnit(store, rule.unitId) === undefined) {
    throw new AppError('not-found', { params: { what: 'unit' } });
  }
  store.transact(['findings'], (sql) => {
    writeRule(sql, rule, null);
    writeJournal(sql, {
      at: call.engine.now().toISOString(),
      action: 'finding.setRule',
      params: { code: rule.code, pic: rule.pic ?? '', days: rule.days ?? 0 },
    });
  });
  call.changed('findings');
  return { ok: true } as const;
}
