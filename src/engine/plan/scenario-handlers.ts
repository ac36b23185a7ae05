/** Scenarios kept, renamed, copied, taken away and brought back; each deed is in the journal. */
import type { RouteParsed } from '../../contract/routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { activeExportNames } from '../../store/coverage.ts';
import { writeJournal } from '../../store/journal.ts';
import { latestRun } from '../../store/links.ts';
import {
  deletedScenario,
  deleteScenario,
  findScenario,
  insertScenario,
  isNameTaken,
  listCoverageBases,
  listScenarios,
  restoreScenario,
  type Scenario,
  setCoverageBasis,
  updateScenario,
} from '../../store/scenarios.ts';
import type { ReadSql, WriteSql } from '../../store/store.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { checkAssumptions } from './check-assumptions.ts';
import { planBasis } from './plan-basis.ts';
import { refuseUnknownUnits } from './unknown-units.ts';

type ScenarioRoutes =
  | 'plan.list'
  | 'plan.create'
  | 'plan.save'
  | 'plan.duplicate'
  | 'plan.delete'
  | 'plan.undoDelete'
  | 'plan.setBasis';

export const scenarioHandlers: Handlers<ScenarioRoutes> = {
  'plan.list'({ year }, { engine }) {
    const store = engine.session.store();
    return {
      scenarios: listScenarios(store, year),
      bases: listCoverageBases(store, year).map((basis) => ({ ...basis })),
      asOf: latestRun(store)?.asOf ?? null,
      sources: activeExportNames(store),
    };
  },
  'plan.create'(input, call) {
    const { year, name, kind, assumptions } = checked(input, call);
    const id = journalled(
      call,
      'plan.create',
      { name, year: String(year) },
      (sql, journalId, at) => {
        refuseTaken(sql, year, name);
        return insertScenario(sql, journalId, { year, name, kind, assumptions, at });
      },
    );
    return { id };
  },
  'plan.save'({ id, version, name, assumptions }, call) {
    const scenario = needScenario(call, id);
    checked({ year: scenario.year, assumptions }, call);
    if (scenario.version !== version) throw new AppError('plan.changed-meanwhile');
    journalled(call, 'plan.save', { name, year: String(scenario.year) }, (sql, journalId, at) => {
      refuseTaken(sql, scenario.year, name, id);
      updateScenario(sql, journalId, id, { name, assumptions, at });
    });
    return { version: version + 1 };
  },
  'plan.duplicate'({ id, name }, call) {
    const { year, kind, assumptions } = needScenario(call, id);
    const copy = journalled(
      call,
      'plan.create',
      { name, year: String(year) },
      (sql, journalId, at) => {
        refuseTaken(sql, year, name);
        return insertScenario(sql, journalId, { year, name, kind, assumptions, at });
      },
    );
    return { id: copy };
  },
  'plan.delete'({ id }, call) {
    const { name, year } = needScenario(call, id);
    const journalId = journalled(
      call,
      'plan.delete',
      { name, year: String(year) },
      (sql, journal) => {
        deleteScenario(sql, journal, id);
        return journal;
      },
    );
    return { journalId };
  },
  'plan.undoDelete'({ journalId }, call) {
    const back = journalled(call, 'plan.undoDelete', {}, (sql, journal) => {
      const image = deletedScenario(sql, journalId);
      if (image !== undefined) refuseTaken(sql, image.year, image.name);
      const restored = restoreScenario(sql, journalId, journal);
      if (restored === undefined)
        throw new AppError('not-found', { params: { what: 'journal', id: journalId } });
      return restored;
    });
    return { id: back.id };
  },
  'plan.setBasis'({ year, segment, basis }, call) {
    if (basis !== null && (basis.active !== null) !== (segment === 'other'))
      throw new AppError('plan.invalid', { at: { field: 'active' }, params: { segment } });
    if (basis?.active != null && basis.active > basis.workers)
      throw new AppError('plan.invalid', {
        at: { field: 'active' },
        params: { reason: 'more-than-workers', value: basis.active },
      });
    const action = basis === null ? 'plan.clearBasis' : 'plan.setBasis';
    const params =
      basis === null
        ? { segment, year: String(year) }
        : { segment, year: String(year), workers: basis.workers, source: basis.source };
    journalled(call, action, params, (sql) =>
      // The contract checked the day's form.
      setCoverageBasis(sql, year, segment, basis as Parameters<typeof setCoverageBasis>[3]),
    );
    return { ok: true };
  },
};

/** The same input, its assumptions checked against the year and the tables. */
function checked<I extends Pick<RouteParsed<'plan.create'>, 'year' | 'assumptions'>>(
  input: I,
  { engine }: CallContext,
): I {
  const store = engine.session.store();
  const { tables } = planBasis(store, engine.resourcesDir, input.year);
  checkAssumptions(input.year, input.assumptions, tables);
  refuseUnknownUnits(store, input.assumptions);
  return input;
}

function needScenario({ engine }: CallContext, id: number): Scenario {
  const found = findScenario(engine.session.store().sql, id);
  if (found !== undefined) return found;
  throw new AppError('not-found', { params: { what: 'scenario', id } });
}

function refuseTaken(sql: ReadSql, year: number, name: string, exceptId?: number): void {
  if (isNameTaken(sql, year, name, exceptId))
    throw new AppError('plan.name-taken', { params: { name } });
}

/** One deed: its journal row and what `work` does, in one transaction; pages are told. */
function journalled<Result>(
  call: CallContext,
  action: string,
  params: Readonly<Record<string, string | number>>,
  work: (sql: WriteSql, journalId: number, at: string) => Result,
): Result {
  const { engine } = call;
  const at = engine.now().toISOString();
  const result = engine.session
    .store()
    .transact([], (sql) => work(sql, writeJournal(sql, { at, action, params }), at));
  call.changed('budget');
  return result;
}
