/** From an unchecked message to the one function that answers it. */
import {
  type ShellIn,
  type ShellOut,
  type ShellRouteName,
  shellRequest,
  shellRoutes,
} from '../../src/contract/shell.ts';
import { AppError } from '../../src/domain/app-error.ts';

/** One function a route; a missing one does not compile. `W` is the window that asks. */
export type ShellHandlers<W> = {
  readonly [N in ShellRouteName]: (
    input: ShellIn<N>,
    window: W,
  ) => ShellOut<N> | Promise<ShellOut<N>>;
};

function isShellRoute(name: string): name is ShellRouteName {
  return Object.hasOwn(shellRoutes, name);
}

/**
 * Looks the route up as an own key, checks the input by its schema, and runs it. Throws AppError:
 * `bridge.bad-request`, `bridge.unknown-route`, and whatever the handler throws.
 */
export async function dispatchShell<W>(
  handlers: ShellHandlers<W>,
  window: W,
  data: unknown,
): Promise<unknown> {
  const envelope = shellRequest.safeParse(data);
  if (!envelope.success) throw new AppError('bridge.bad-request');
  const { ask, in: input } = envelope.data;
  if (!isShellRoute(ask)) throw new AppError('bridge.unknown-route', { params: { route: ask } });
  const parsed = shellRoutes[ask].in.safeParse(input);
  if (!parsed.success) throw new AppError('bridge.bad-request', { params: { route: ask } });
  // The table pairs each route with its own input; a union of names loses the pairing.
  const handler = handlers[ask] as (input: unknown, window: W) => unknown;
  return handler(parsed.data, window);
}
