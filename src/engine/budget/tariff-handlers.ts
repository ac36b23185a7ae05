/** Handlers of tariffs: the list of a year, own rows, confirmations. */
import type { TariffList, tariffRoutes } from '../../contract/tariff-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Month } from '../../domain/brand.ts';
import { mergeTariffs } from '../../domain/merge-tariffs.ts';
import { monthOfIndex } from '../../domain/month.ts';
import { type OwnTariff, subjectOf } from '../../domain/own-tariff.ts';
import { ceilingFor } from '../../domain/tariff.ts';
import { figureText, type TariffFact, tariffFacts } from '../../domain/tariff-figures.ts';
import { writeJournal } from '../../store/journal.ts';
import {
  addConfirmation,
  addOwnTariff,
  listConfirmations,
  listOwnTariffs,
  type OwnTariffRecord,
  withdrawConfirmation,
  withdrawOwnTariff,
} from '../../store/own-tariffs.ts';
import type { ReadStore } from '../../store/store.ts';
import type { Handlers } from '../handler.ts';
import { mergedTariffs } from './price-context.ts';
import { readTariffTable } from './read-tables.ts';
import { tariffSubject } from './tariff-words.ts';

type TariffRoute = Extract<keyof typeof tariffRoutes, `tariff.${string}`>;

export const tariffHandlers: Handlers<TariffRoute> = {
  'tariff.list': ({ year }, { engine }) =>
    tariffList(engine.session.store(), engine.resourcesDir, year),

  'tariff.override'({ from, to, ...given }, { engine, changed }) {
    const store = engine.session.store();
    const createdAt = engine.now().toISOString();
    // The contract checked the shape `YYYY-MM`.
    const row = { ...given, from: from as Month, to: to as Month | null, createdAt };
    const standing = listOwnTariffs(store).filter(({ withdrawn }) => withdrawn === null);
    const shipped = readTariffTable(engine.resourcesDir);
    // A trial: what does not merge is not saved.
    mergeTariffs(shipped, [...standing, { ...row, id: 1 + highestId(standing) }]);
    const id = store.transact([], (sql) => {
      const added = addOwnTariff(sql, row);
      writeJournal(sql, {
        at: createdAt,
        action: 'tariff.override',
        params: { subject: tariffSubject(row.value), from, author: row.author, reason: row.reason },
      });
      return added;
    });
    changed('budget');
    return { id };
  },

  'tariff.withdraw'({ id, reason, author }, { engine, changed }) {
    const store = engine.session.store();
    const at = engine.now().toISOString();
    const records = listOwnTariffs(store);
    const row = records.find((one) => one.id === id && one.withdrawn === null);
    if (row === undefined) throw new AppError('not-found', { params: { what: 'tariff', id } });
    const rest = records.filter((one) => one.id !== id && one.withdrawn === null);
    mergeTariffs(readTariffTable(engine.resourcesDir), rest);
    store.transact([], (sql) => {
      withdrawOwnTariff(sql, { id, at, by: author, reason });
      writeJournal(sql, {
        at,
        action: 'tariff.withdraw',
        params: { subject: tariffSubject(row.value), author, reason },
      });
    });
    changed('budget');
    return { ok: true };
  },

  'tariff.confirm'({ rows, by, note }, { engine, changed }) {
    const store = engine.session.store();
    const facts = tariffFacts(readTariffTable(engine.resourcesDir));
    const sources = rows.map(({ row, figure }) => {
      const fact = facts.find(({ id }) => id === row);
      if (fact === undefined) throw new AppError('tariff.unknown-row', { params: { row } });
      if (figureText(fact) !== figure) throw new AppError('tariff.changed', { params: { row } });
      return fact.source;
    });
    const at = engine.now().toISOString();
    store.transact([], (sql) => {
      for (const { row, figure } of rows) {
        withdrawConfirmation(sql, { row, at, by });
        addConfirmation(sql, { row, figure, by, at, note });
      }
      const subject = [...new Set(sources)].join('; ').slice(0, 300);
      const params = { rows: rows.length, subject, by, note };
      writeJournal(sql, { at, action: 'tariff.confirm', params });
    });
    changed('budget');
    return { ok: true };
  },

  'tariff.unconfirm'({ row, by }, { engine, changed }) {
    const store = engine.session.store();
    const at = engine.now().toISOString();
    store.transact([], (sql) => {
      if (!withdrawConfirmation(sql, { row, at, by })) {
        throw new AppError('not-found', { params: { what: 'confirmation', row } });
      }
      writeJournal(sql, { at, action: 'tariff.unconfirm', params: { row, by } });
    });
    changed('budget');
    return { ok: true };
  },
};

function highestId(rows: readonly OwnTariff[]): number {
  return rows.reduce((highest, { id }) => Math.max(highest, id), 0);
}

function tariffList(store: ReadStore, resourcesDir: string, year: number): TariffList {
  const records = listOwnTariffs(store);
  const own = records.filter((row) => touches(row, year));
  const confirmations = listConfirmations(store);
  const facts = tariffFacts(readTariffTable(resourcesDir)).filter((fact) => touches(fact, year));
  const rows = facts.map((fact): TariffList['rows'][number] => {
    const figure = figureText(fact);
    const word = confirmations.findLast((one) => one.row === fact.id && one.figure === figure);
    return {
      ...fact,
      figureText: figure,
      confidence: word === undefined ? fact.confidence : 'verified',
      confirmed: word === undefined ? null : { by: word.by, at: word.at, note: word.note },
      replacedBy: own.filter((row) => replaces(row, fact)).map(({ id }) => id),
    };
  });
  return {
    year,
    rows,
    own: own.map((row) => ({ ...row })),
    ceilingCarried: carried(store, resourcesDir, year),
  };
}

function touches(row: { from: string | null; to: string | null }, year: number): boolean {
  return (row.from ?? '') <= `${year}-12` && (row.to ?? '9999-12') >= `${year}-01`;
}

function replaces(row: OwnTariffRecord, { id, figure }: TariffFact): boolean {
  if (row.withdrawn !== null) return false;
  if (row.value.kind === 'relief') return row.value.replaces === id;
  if (figure.kind === 'floor' || figure.kind === 'pension-age' || figure.kind === 'bpu-age') {
    return false;
  }
  return figure.kind === 'bracket'
    ? row.value.kind === 'bracket' && row.value.no === figure.no
    : subjectOf(figure) === subjectOf(row.value);
}

/** A ceiling of an earlier year that December of the asked one has to make do with. */
function carried(
  store: ReadStore,
  resourcesDir: string,
  year: number,
): TariffList['ceilingCarried'] {
  if (year < 2016) return null;
  const found = ceilingFor(mergedTariffs(store, resourcesDir), 'jp', monthOfIndex(year * 12 + 11));
  if (found === null || !found.carried) return null;
  return { programme: 'jp', amount: found.row.amount, from: found.row.from };
}
