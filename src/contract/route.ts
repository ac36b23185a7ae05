/** How one entry of the contract table is written, and the types read back from it. */
import type * as z from 'zod';

export type RouteKind = 'query' | 'command' | 'job';

export interface RouteSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: RouteKind;
  readonly in: I;
  readonly out: O;
}

/** Reads only; may be replayed after the engine was restarted. */
export function query<I extends z.ZodType, O extends z.ZodType>(spec: { in: I; out: O }) {
  return { kind: 'query', ...spec } as const;
}

/** Changes something, in one transaction, and answers at once. */
export function command<I extends z.ZodType, O extends z.ZodType>(spec: { in: I; out: O }) {
  return { kind: 'command', ...spec } as const;
}

/** Long work: reports progress, can be cancelled, answers when it is done. */
export function job<I extends z.ZodType, O extends z.ZodType>(spec: { in: I; out: O }) {
  return { kind: 'job', ...spec } as const;
}
