/**
 * One way in for every shell: the route is looked up as an own key of the table, its input parsed by the
 * schema, its error turned into data. Unknown errors become `internal` with an id that the log carries.
 */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type RouteName, type RouteOut, routes } from '../contract/routes.ts';
import { AppError, type AppErrorData } from '../domain/app-error.ts';
import type { CallContext } from './context.ts';
import type { Engine } from './create-engine.ts';
import { redact } from './redact.ts';

export type CallResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AppErrorData };

export interface CallOptions {
  /** Names the call; a job can be cancelled by it. */
  readonly id: string;
  readonly changed?: CallContext['changed'];
  /** Parses what the handler gives back too: tests do, a running app trusts the types. */
  readonly checkOutput?: boolean;
}

export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routes, name);
}

/** Calls a route by name with unchecked input; never throws. */
export async function callRoute(
  engine: Engine,
  name: string,
  input: unknown,
  options: CallOptions,
): Promise<CallResult<unknown>> {
  try {
    if (!isRouteName(name)) {
      throw new AppError('bridge.unknown-route', { params: { route: name.slice(0, 64) } });
    }
    return { ok: true, value: await dispatch(engine, name, input, options) };
  } catch (error) {
    return { ok: false, error: asErrorData(error, engine) };
  }
}

/** The typed call that the CLI and the tests use; throws the AppError. */
export async function call<N extends RouteName>(
  engine: Engine,
  name: N,
  input: unknown,
  options: CallOptions,
): Promise<RouteOut<N>> {
  return (await dispatch(engine, name, input, options)) as RouteOut<N>;
}

async function dispatch(
  engine: Engine,
  name: RouteName,
  input: unknown,
  options: CallOptions,
): Promise<unknown> {
  const spec = routes[name];
  const parsed = spec.in.safeParse(input);
  if (!parsed.success) {
    const paths = parsed.error.issues.slice(0, 5).map((issue) => issue.path.join('.'));
    throw new AppError('bridge.bad-request', { params: { route: name, fields: paths } });
  }
  // The table of handlers has the schema's types for each name; a union of names loses the pairing.
  const handler = engine.handlers[name] as (input: unknown, call: CallContext) => unknown;
  const changed = options.changed ?? (() => undefined);
  const context = { engine: engine.context, changed };
  const value =
    spec.kind === 'job'
      ? await engine.context.jobs.run(options.id, name, async (handle) =>
          handler(parsed.data, { ...context, ...handle }),
        )
      : await handler(parsed.data, {
          ...context,
          signal: new AbortController().signal,
          progress: () => undefined,
        });
  return options.checkOutput === true ? spec.out.parse(value) : value;
}

/** A folder often bears a person's name and is no use to the page: of a file only its name crosses. */
function withoutFolder(data: AppErrorData): AppErrorData {
  const file = data.at?.file;
  return file === undefined ? data : { ...data, at: { ...data.at, file: basename(file) } };
}

/** An AppError crosses as it is; anything else is logged by an id and crosses as `internal`. */
function asErrorData(error: unknown, engine: Engine): AppErrorData {
  if (error instanceof AppError) return withoutFolder(error.toData());
  const logId = randomUUID().slice(0, 8);
  const detail =
    error instanceof Error ? `${error.name}: ${error.stack ?? error.message}` : String(error);
  engine.context.log({ level: 'error', event: 'internal', logId, detail: redact(detail) });
  return { code: 'internal', params: { logId } };
}
