/** Handlers of planning: what is kept is changed here, what is computed is asked of the planning thread. */
import { basename } from 'node:path';
import type { planRoutes } from '../../contract/plan-routes.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';
import { holdTypst } from '../../reports/hold-typst.ts';
import { writeJournal } from '../../store/journal.ts';
import type { CallContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';
import { benefitsView } from './benefits.ts';
import { checkAssumptions } from './check-assumptions.ts';
import { planBasis } from './plan-basis.ts';
import type { PlanFile } from './plan-files.ts';
import { askPlan } from './plan-service.ts';
import type { PlanBasis } from './protocol.ts';
import { scenarioHandlers } from './scenario-handlers.ts';
import { refuseUnknownUnits } from './unknown-units.ts';

/** The basis of a year, with the assumptions checked against it. */
function basisFor(
  { engine }: CallContext,
  year: number,
  plans: readonly PlanAssumptions[],
): PlanBasis {
  const store = engine.session.store();
  const basis = planBasis(store, engine.resourcesDir, year);
  for (const assumptions of plans) {
    checkAssumptions(year, assumptions, basis.tables);
    refuseUnknownUnits(store, assumptions);
  }
  return basis;
}

export const planHandlers: Handlers<keyof typeof planRoutes> = {
  ...scenarioHandlers,
  async 'plan.compare'({ year, plans }, call) {
    const basis = basisFor(call, year, plans);
    return { plans: await askPlan(call.engine, 'compare', basis, plans) };
  },
  'plan.difference'({ year, from, to }, call) {
    return askPlan(call.engine, 'difference', basisFor(call, year, [from, to]), { from, to });
  },
  'plan.need'({ year, assumptions, by }, call) {
    return askPlan(call.engine, 'need', basisFor(call, year, [assumptions]), { assumptions, by });
  },
  'plan.target'({ year, assumptions }, call) {
    return askPlan(call.engine, 'target', basisFor(call, year, [assumptions]), assumptions);
  },
  'plan.benefits': (_input, { engine }) =>
    benefitsView(engine.session.store(), engine.resourcesDir),
  async 'plan.export'({ folder, year, paper, what, byUnit, plans }, call) {
    const basis = basisFor(
      call,
      year,
      plans.map(({ assumptions }) => assumptions),
    );
    const dir = await call.engine.resolveFile(folder);
    await holdTypst();
    const made = await runTask(call, 'plan.export', { dir, paper, what, byUnit, plans, basis });
    return printed(call, dir, `plan.export-${what}`, made);
  },
  async 'plan.exportPeople'({ folder, year, assumptions, fullNik }, call) {
    const basis = basisFor(call, year, [assumptions]);
    const dir = await call.engine.resolveFile(folder);
    const made = await runTask(call, 'plan.exportPeople', { dir, assumptions, fullNik, basis });
    return printed(call, dir, fullNik ? 'plan.exportPeopleFullNik' : 'plan.exportPeople', made);
  },
};

function printed({ engine }: CallContext, dir: string, action: string, made: readonly PlanFile[]) {
  const at = engine.now().toISOString();
  const rows = made.reduce((sum, one) => sum + one.rows, 0);
  const files = made.map(({ path }) => basename(path)).join(', ');
  engine.session
    .store()
    .transact([], (sql) => writeJournal(sql, { at, action, params: { files, rows } }));
  return {
    folder: engine.grantFile(dir),
    files: made.map(({ kind, path, pages, rows: count, bytes }) => ({
      kind,
      file: engine.grantFile(path),
      fileName: basename(path),
      pages,
      rows: count,
      bytes,
    })),
  };
}
