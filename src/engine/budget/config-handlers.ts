/** Handlers of the settings and the accounts of a year. */
import type { BudgetConfigView, tariffRoutes } from '../../contract/tariff-routes.ts';
import type { OwnAccount } from '../../domain/account-codes.ts';
import { checkBudgetConfig, defaultBudgetConfig } from '../../domain/budget-config.ts';
import { memberProgrammes, type Programme } from '../../domain/segments.ts';
import { minimumWageInForce } from '../../domain/wage-base.ts';
import {
  listOwnAccounts,
  readBudgetConfig,
  replaceOwnAccounts,
  writeBudgetConfig,
} from '../../store/budget-config.ts';
import { writeJournal } from '../../store/journal.ts';
import { readProfile } from '../../store/profile.ts';
import type { ReadStore } from '../../store/store.ts';
import type { Handlers } from '../handler.ts';
import { accountRows, accountWarnings, refuseTwice } from './accounts.ts';
import { explainEntryPremium } from './explain-entry.ts';
import { readAccounts, readWageBases } from './price-context.ts';
import { readAccountFile } from './read-account-file.ts';

type ConfigRoute = Extract<
  keyof typeof tariffRoutes,
  `budgetConfig.${string}` | `account.${string}` | 'premium.explain'
>;

export const configHandlers: Handlers<ConfigRoute> = {
  'budgetConfig.get': ({ year }, { engine }) =>
    configView(engine.session.store(), engine.resourcesDir, year),

  'budgetConfig.save'({ year, config, author, reason }, { engine, changed }) {
    checkBudgetConfig(config);
    const savedAt = engine.now().toISOString();
    engine.session.store().transact([], (sql) => {
      writeBudgetConfig(sql, { year, config, author, reason, savedAt });
      writeJournal(sql, {
        at: savedAt,
        action: 'budget.config',
        params: { year: String(year), author, reason },
      });
    });
    changed('budget');
    return { ok: true };
  },

  'account.list'({ year }, { engine }) {
    const table = readAccounts(engine.resourcesDir);
    const store = engine.session.store();
    const own = listOwnAccounts(store, year);
    return {
      year,
      rows: accountRows({ ...table, own }, year, bookedProgrammes(store, year, own)),
      warnings: accountWarnings(own, table),
    };
  },
  'account.save'({ year, accounts, author }, { engine, changed }) {
    refuseTwice(accounts);
    engine.session.store().transact([], (sql) => {
      replaceOwnAccounts(sql, year, accounts);
      writeJournal(sql, {
        at: engine.now().toISOString(),
        action: 'budget.accounts',
        params: { year: String(year), accounts: accounts.length, author },
      });
    });
    changed('budget');
    return { warnings: accountWarnings(accounts, readAccounts(engine.resourcesDir)) };
  },
  async 'account.read'({ file }, { engine, signal }) {
    const path = await engine.resolveFile(file);
    const read = await readAccountFile(path, signal);
    return {
      ...read,
      warnings: accountWarnings(read.accounts, readAccounts(engine.resourcesDir)),
    };
  },

  'premium.explain': ({ entryId, year }, { engine }) =>
    explainEntryPremium(engine.session.store(), engine.resourcesDir, entryId, year),
};

/** The four of BPJS Ketenagakerjaan, and JKP and JKN where the year's settings count them or an account was set. */
function bookedProgrammes(
  store: ReadStore,
  year: number,
  own: readonly OwnAccount[],
): readonly Programme[] {
  const { jkp, health } = readBudgetConfig(store, year)?.config ?? defaultBudgetConfig();
  const on = { jkp, jkn: health };
  const more = (['jkp', 'jkn'] as const).filter(
    (one) => on[one] || own.some(({ programme }) => programme === one),
  );
  return [...memberProgrammes, ...more];
}

function configView(store: ReadStore, resourcesDir: string, year: number): BudgetConfigView {
  const saved = readBudgetConfig(store, year);
  const wages = readWageBases(resourcesDir);
  const place = { region: readProfile(store).code, year };
  const known = (kind: 'umk' | 'ump'): BudgetConfigView['known']['umk'] => {
    const found = minimumWageInForce(wages, kind, place)?.row;
    return found === undefined ? null : { sen: found.sen, source: found.source, year: found.year };
  };
  return {
    year,
    config: saved?.config ?? defaultBudgetConfig(),
    defaults: defaultBudgetConfig(),
    saved:
      saved === null
        ? null
        : {
            year: saved.year,
            author: saved.author,
            reason: saved.reason,
            savedAt: saved.savedAt,
          },
    known: {
      umk: known('umk'),
      ump: known('ump'),
      siltap: wages.siltap.map(({ position, sen, source }) => ({ position, sen, source })),
    },
  };
}
