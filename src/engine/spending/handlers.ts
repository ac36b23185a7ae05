/** Routes of budget documents and payments. Each change is one deed of the journal and can be taken back. */
import { basename } from 'node:path';
import type { spendingRoutes } from '../../contract/spending-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { type JournalParams, writeJournal } from '../../store/journal.ts';
import { readProfile } from '../../store/profile.ts';
import {
  insertPayments,
  listPayments,
  type PaymentRow,
  paymentKey,
  readPayment,
  removePayments,
  undoSpending,
} from '../../store/spending/payments.ts';
import {
  insertVersion,
  listVersions,
  readAllocations,
  readVersion,
  removeVersion,
} from '../../store/spending/versions.ts';
import type { WriteSql } from '../../store/store.ts';
import { civilToday } from '../civil-today.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { personMonths } from './arrears.ts';
import { checkAllocations, checkPayments } from './check-payment.ts';
import { spendingOverview } from './overview.ts';

/** Does `work` as one deed; nothing stands when it throws. */
function deed(
  { engine, changed }: CallContext,
  action: string,
  params: JournalParams,
  work: (sql: WriteSql, journalId: number) => void,
): number {
  const id = engine.session.store().transact([], (sql) => {
    const journalId = writeJournal(sql, { at: engine.now().toISOString(), action, params });
    work(sql, journalId);
    return journalId;
  });
  changed('budget');
  return id;
}

function needPayment({ engine }: CallContext, id: number): PaymentRow {
  const found = readPayment(engine.session.store(), id);
  if (found === undefined) throw new AppError('not-found', { params: { what: 'payment', id } });
  return found;
}

const sumOf = (payments: readonly { amount: number }[]) =>
  payments.reduce((sum, { amount }) => sum + amount, 0);

export const spendingHandlers: Handlers<keyof typeof spendingRoutes> = {
  'spending.overview': ({ year }, { engine }) => spendingOverview(engine.session.store(), year),
  'spending.payments': ({ offset, limit, ...filter }, { engine }) =>
    listPayments(engine.session.store(), filter, offset, limit),
  'spending.addPayments'({ payments }, call) {
    const store = call.engine.session.store();
    const kept = checkPayments(store, payments, civilToday(call.engine.now()));
    const params = {
      payments: kept.length,
      amount: sumOf(kept),
      year: String(kept[0]?.year ?? ''),
    };
    const id = deed(call, 'spending.add', params, (sql, journalId) =>
      insertPayments(sql, journalId, kept),
    );
    return { added: kept.length, deed: id };
  },
  'spending.replacePayment'({ id, payment }, call) {
    const old = needPayment(call, id);
    const store = call.engine.session.store();
    const replaced = { key: paymentKey(old) };
    const kept = checkPayments(store, [payment], civilToday(call.engine.now()), replaced);
    const params = { period: payment.period, before: old.amount, amount: payment.amount };
    const journalId = deed(call, 'spending.replace', params, (sql, journal) => {
      removePayments(sql, journal, [id]);
      insertPayments(sql, journal, kept);
    });
    return { deed: journalId };
  },
  'spending.removePayments'({ ids }, call) {
    const rows = ids.map((id) => needPayment(call, id));
    const params = { payments: rows.length, amount: sumOf(rows) };
    return {
      deed: deed(call, 'spending.remove', params, (sql, journal) =>
        removePayments(sql, journal, ids),
      ),
    };
  },
  'spending.undo'({ deed: undone }, call) {
    deed(call, 'spending.undo', { deed: undone }, (sql, journal) => {
      if (!undoSpending(sql, undone, journal)) throw new AppError('spending.changed-meanwhile');
    });
    return { ok: true };
  },
  async 'spending.readPayments'({ file, ...usual }, call) {
    const path = await call.engine.resolveFile(file);
    return runTask(call, 'spending.readPayments', { path, ...usual });
  },
  'spending.version': ({ id }, { engine }) => {
    const store = engine.session.store();
    if (readVersion(store, id) === undefined)
      throw new AppError('not-found', { params: { what: 'version', id } });
    return readAllocations(store, id);
  },
  'spending.saveVersion'(version, call) {
    const store = call.engine.session.store();
    const lines = checkAllocations(store, version.lines);
    const { year, kind, number } = version;
    if (listVersions(store, year).some((one) => one.kind === kind && one.number === number)) {
      throw new AppError('spending.version-exists', { params: { kind, number, year } });
    }
    let id = 0;
    const params = { kind, number, year: String(year), amount: sumOf(lines) };
    const journalId = deed(call, 'spending.saveVersion', params, (sql, journal) => {
      id = insertVersion(sql, journal, { ...version, lines });
    });
    return { id, deed: journalId };
  },
  'spending.removeVersion'({ id }, call) {
    const found = readVersion(call.engine.session.store(), id);
    if (found === undefined) throw new AppError('not-found', { params: { what: 'version', id } });
    const { kind, number, year } = found;
    return {
      deed: deed(
        call,
        'spending.removeVersion',
        { kind, number, year: String(year) },
        (sql, journal) => removeVersion(sql, journal, id),
      ),
    };
  },
  async 'spending.readAllocations'({ file, fundSource }, call) {
    const path = await call.engine.resolveFile(file);
    return runTask(call, 'spending.readAllocations', { path, fundSource });
  },
  'spending.arrears': (asked, call) => runTask(call, 'spending.arrears', asked),
  'spending.runningOut': (asked, call) => runTask(call, 'spending.runningOut', asked),
  'spending.personMonths'({ entryId, year }, { engine }) {
    const store = engine.session.store();
    const asked = { entryId, year: year ?? readProfile(store).fiscalYear };
    return personMonths(store, engine.resourcesDir, civilToday(engine.now()), asked);
  },
  async 'spending.export'({ year, folder }, call) {
    const { engine } = call;
    const dir = await engine.resolveFile(folder);
    const { path, bytes } = await runTask(call, 'spending.export', { dir, year });
    return {
      file: engine.grantFile(path),
      folder: engine.grantFile(dir),
      fileName: basename(path),
      bytes,
    };
  },
};
