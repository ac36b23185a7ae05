/** Handlers of fund sources. */
import type { FundView, fundRoutes } from '../../contract/fund-routes.ts';
import { fundSourceLabel } from '../../contract/words/labels.ts';
import { AppError } from '../../domain/app-error.ts';
import {
  type FundKind,
  type FundSource,
  fundKindOf,
  fundSources,
  inFundOrder,
  isFundSource,
  isKnownFund,
  type OwnFundSource,
} from '../../domain/segments.ts';
import { writeJournal } from '../../store/journal.ts';
import {
  addOwnFund,
  countFundUse,
  listOwnFunds,
  removeOwnFund,
  renameOwnFund,
} from '../../store/own-funds.ts';
import type { ReadStore, WriteSql } from '../../store/store.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';

export const fundHandlers: Handlers<keyof typeof fundRoutes> = {
  'fund.list': (_input, { engine }) => fundList(engine.session.store()),

  'fund.add'({ name, kind, author }, call) {
    const id = ownFundOf(kind, name);
    const store = call.engine.session.store();
    refuseTaken(store, id);
    deed(call, 'fund.add', { name, kind, author }, (sql, addedAt) =>
      addOwnFund(sql, { id, addedAt, author }),
    );
    return { id };
  },

  'fund.change'({ id, name, kind, author }, call) {
    const own = needOwn(call.engine.session.store(), id);
    const to = ownFundOf(kind, name);
    if (to === own) return { id: own };
    refuseTaken(call.engine.session.store(), to, own);
    const params = { from: fundSourceLabel(own), name, kind, author };
    deed(call, 'fund.change', params, (sql) => renameOwnFund(sql, own, to));
    return { id: to };
  },

  'fund.remove'({ id, author }, call) {
    const store = call.engine.session.store();
    const own = needOwn(store, id);
    const use = countFundUse(store, own);
    const name = fundSourceLabel(own);
    if (Object.values(use).some((count) => count > 0))
      throw new AppError('fund.in-use', { params: { name, ...use } });
    deed(call, 'fund.remove', { name, author }, (sql) => removeOwnFund(sql, own));
    return { ok: true };
  },
};

function fundList(store: ReadStore): FundView[] {
  const own = new Map<FundSource, FundView['own']>(
    listOwnFunds(store).map(({ id, author, addedAt }) => [id, { author, addedAt }]),
  );
  return inFundOrder([...fundSources, ...own.keys()]).map((id) => ({
    id,
    name: fundSourceLabel(id),
    kind: fundKindOf(id),
    own: own.get(id) ?? null,
  }));
}

/** Throws `fund.invalid` for a name a list of names could not carry. */
function ownFundOf(kind: FundKind, name: string): OwnFundSource {
  const id: OwnFundSource = `${kind}:${name.replace(/\s+/g, ' ')}`;
  if (!isFundSource(id)) throw new AppError('fund.invalid', { at: { field: 'name' } });
  return id;
}

/** Two sources of one name could not be told apart on paper, whatever their kind. */
function refuseTaken(store: ReadStore, id: OwnFundSource, except?: OwnFundSource): void {
  const plain = (source: FundSource) => fundSourceLabel(source).toLowerCase();
  const taken = fundList(store).find((one) => one.id !== except && plain(one.id) === plain(id));
  if (taken !== undefined)
    throw new AppError('fund.name-taken', { at: { field: 'name' }, params: { name: taken.name } });
}

/** Throws `not-found` for a source that everybody has or nobody added. */
function needOwn(store: ReadStore, id: FundSource): OwnFundSource {
  if (!isKnownFund(id) && listOwnFunds(store).some((one) => one.id === id)) return id;
  throw new AppError('not-found', { params: { what: 'fund', id } });
}

function deed(
  { engine, changed }: CallContext,
  action: string,
  params: Readonly<Record<string, string>>,
  work: (sql: WriteSql, at: string) => void,
): void {
  const at = engine.now().toISOString();
  // Kept figures of workers and lists of a roster go by the profile's version too; matching does not look at it.
  engine.session.store().transact(['profile'], (sql) => {
    work(sql, at);
    writeJournal(sql, { at, action, params });
  });
  changed('roster', 'budget', 'profile');
}
