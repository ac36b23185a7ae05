/** What the plans of a year rest on, read from the open store: cheap, so it is read for every question. */
import { areaVersion } from '../../store/meta.ts';
import { listCoverageBases } from '../../store/scenarios.ts';
import type { ReadStore } from '../../store/store.ts';
import { priceContext } from '../budget/price-context.ts';
import type { PlanBasis } from './protocol.ts';

/** Settings, tables and denominators of a year; `versions` names the state of the workers. */
export function planBasis(store: ReadStore, resourcesDir: string, year: number): PlanBasis {
  const versions = (['roster', 'bpjs', 'links', 'profile'] as const)
    .map((area) => areaVersion(store, area))
    .join('.');
  const { settings, tables } = priceContext(store, resourcesDir, year);
  return { year, versions, settings, tables, bases: listCoverageBases(store, year) };
}
