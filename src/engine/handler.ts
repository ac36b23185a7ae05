/** The handlers' types: one for each route, so that a missing one does not compile. */
import type { RouteName, RouteOut, RouteParsed } from '../contract/routes.ts';
import type { CallContext } from './context.ts';

export type Handler<N extends RouteName> = (
  input: RouteParsed<N>,
  call: CallContext,
) => RouteOut<N> | Promise<RouteOut<N>>;

export type Handlers<N extends RouteName = RouteName> = { readonly [Name in N]: Handler<Name> };
