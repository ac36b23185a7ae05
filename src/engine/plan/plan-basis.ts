/** What the plans of a year rest on, read from the open store: cheap, so it is read for every question. */
import type { BudgetSettings, BudgetTables } from '../../domain/budget-types.ts';
import { areaVersion } from '../../store/meta.ts';
import { readProfile } from '../../store/profile.ts';
import { listCoverageBases } from '../../store/scenarios.ts';
import type { ReadStore } from '../../store/store.ts';
import { readTables } from '../budget/compute-need.ts';
import type { PlanBasis } from './protocol.ts';

/** Settings, tables and denominators of a year; `versions` names the state of the workers. */
export function planBasis(store: ReadStore, resourcesDir: string, year: number): PlanBasis {
  const versions = (['roster', 'bpjs', 'links', 'profile'] as const)
    .map((area) => areaVersion(store, area))
    .join('.');
  return {
    year,
    versions,
    settings: settingsOfYear(store, year),
    tables: tablesOf(resourcesDir),
    bases: listCoverageBases(store, year),
  };
}

function settingsOfYear(store: ReadStore, year: number): BudgetSettings {
  return { year, region: readProfile(store).code };
}

let kept: { readonly dir: string; readonly tables: BudgetTables } | null = null;

/** The shipped tables do not change while the app runs. */
function tablesOf(resourcesDir: string): BudgetTables {
  if (kept?.dir !== resourcesDir) kept = { dir: resourcesDir, tables: readTables(resourcesDir) };
  return kept.tables;
}
