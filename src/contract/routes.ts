/** The one table of everything the UI may ask of the engine. */
import type * as z from 'zod';
import { budgetRoutes } from './budget-routes.ts';
import { findingRoutes } from './finding-routes.ts';
import { fundRoutes } from './fund-routes.ts';
import { importEditRoutes } from './import-edit-routes.ts';
import { importRoutes } from './import-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { packetRoutes } from './packet-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { reconcileRoutes } from './reconcile-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { rosterEditRoutes } from './roster-edit-routes.ts';
import { rosterGridRoutes } from './roster-grid-routes.ts';
import { rosterRoutes } from './roster-routes.ts';
import type { RouteSpec } from './route.ts';
import { spendingRoutes } from './spending-routes.ts';
import { storeRoutes } from './store-routes.ts';
import { tariffRoutes } from './tariff-routes.ts';

export const routes = {
  ...storeRoutes,
  ...importRoutes,
  ...importEditRoutes,
  ...rosterRoutes,
  ...rosterEditRoutes,
  ...rosterGridRoutes,
  ...reconcileRoutes,
  ...findingRoutes,
  ...reviewRoutes,
  ...budgetRoutes,
  ...planRoutes,
  ...packetRoutes,
  ...jobRoutes,
  ...spendingRoutes,
  ...tariffRoutes,
  ...fundRoutes,
} as const satisfies Record<string, RouteSpec>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type RouteIn<N extends RouteName> = z.input<Routes[N]['in']>;
export type RouteParsed<N extends RouteName> = z.output<Routes[N]['in']>;
export type RouteOut<N extends RouteName> = z.output<Routes[N]['out']>;
export type NamesOf<K extends RouteSpec['kind']> = {
  [N in RouteName]: Routes[N]['kind'] extends K ? N : never;
}[RouteName];
